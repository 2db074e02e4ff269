"""The interview on paper: a blank sheet to write on, and the record of what was written.

Every text has a limit of its own and prints whole; a question and its answers share a page.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedOnPaper:
    """One question with what good and bad sound like, and its five anchors from 1 to 5."""

    number: int
    topic: str
    question: str
    good: str
    bad: str
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideBrief:
    """The blank sheet; without a candidate there are lines for the code and the day."""

    language: str
    company: str
    note: str
    questions: tuple[AskedOnPaper, ...]
    code: str = ""
    position: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardOnPaper:
    """What one interviewer wrote of a question; `value` is 0 where nothing was rated."""

    interviewer: str
    notes: str
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredOnPaper:
    """One question with each sheet's answer; `apart` where both should talk about it."""

    number: int
    topic: str
    question: str
    heard: tuple[HeardOnPaper, ...]
    apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordBrief:
    """The record of one interview, from closed sheets; no sum stands on it."""

    language: str
    company: str
    code: str
    position: str
    day: str
    interviewers: str
    questions: tuple[AnsweredOnPaper, ...]
    remarks: tuple[str, ...]
    decision: str
    decided: str
    erased: str
