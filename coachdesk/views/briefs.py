"""What a printed document is made of: frozen records of printable strings and numbers.

Private text cannot reach paper because nothing here has a place for it: no private note, no form of
an ask. Strings are whole, as written; the limits of paper are applied by `print_limits`. Days and
states are already worded for the reader. Source: printed summary (a) and observation form (b).
"""

from dataclasses import dataclass
from typing import Literal

Paper = Literal["A4", "Letter"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """One promise: what, by when, and its state in a word ("open", "kept", "late")."""

    text: str
    due: str
    state_word: str
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One dated observation of one behaviour; `value` and `self_value` (the rep's own) are 1–5."""

    day: str
    account: str
    letter: str
    behaviour: str
    words: str
    value: int
    self_value: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLine:
    """One behaviour or quality: rated 4 or 5 in `x` of `n`, or what is `missing` to say so.

    `title` is printed and may break into two lines; `label` is empty before the first evaluation,
    and `is_found` says that it is more than "not enough evidence".
    """

    letter: str
    title: str
    x: int
    n: int
    missing: str = ""
    label: str = ""
    is_found: bool = False
    focus: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffLine:
    """One hand-off that is set or missed; `ageing` in words ("3 days late")."""

    account: str
    team: str
    expectation: str
    due: str
    ageing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissLine:
    """A missed expectation, its cause in words, and what is done about it."""

    account: str
    cause: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """One request or requirement: `label` is "Request 1", 2 or 3, or "Requirement".

    `checked_how` and `skip_reason` belong to a requirement, `how` and `help` to a request.
    """

    label: str
    text: str
    by_when: str
    state_word: str
    how: str = ""
    help: str = ""
    checked_how: str = ""
    skip_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLine:
    """Something shared, to use or leave; `kind` in words ("Story", "Template")."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GainLine:
    """How one side came out of it: `side` and `outcome` in words, and the side's own `words`."""

    account: str
    side: str
    outcome: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernLine:
    """What the rep worries about in a new way of working, and the manager's answer."""

    concern: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """One entry of a rule sheet; `is_new` since the talk before."""

    subject: str
    rule: str
    boundary: str
    limitation: str
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkedAbout:
    """Section 2: the summary, and the behaviour in focus with what good looks like."""

    summary: str = ""
    focus_letter: str = ""
    focus_title: str = ""
    expectation: str = ""
    plan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryBrief:
    """The coaching-session summary for the rep.

    A section that is None was left out by the manager and does not print; an empty tuple or string
    prints what the empty rule says. Head, receipt and draft mark cannot be left out.
    """

    language: str
    company: str
    rep: str
    manager: str
    day: str
    start: str = ""
    end: str = ""
    next_day: str = ""
    next_start: str = ""
    draft: bool = False
    version: int = 1
    code: str = ""
    since: str = ""
    """The day of the talk before, in words; empty at the first talk."""

    talked: TalkedAbout | None = TalkedAbout()
    my_promises: tuple[PromiseLine, ...] | None = ()
    went_well: tuple[EvidenceLine, ...] | None = ()
    work_on: tuple[EvidenceLine, ...] | None = ()
    behaviours: tuple[ChainLine, ...] | None = ()
    qualities: tuple[ChainLine, ...] | None = ()
    hand_offs: tuple[HandOffLine, ...] | None = ()
    misses: tuple[MissLine, ...] | None = ()
    requests: tuple[RequestLine, ...] | None = ()
    shares: tuple[ShareLine, ...] | None = ()
    gains: tuple[GainLine, ...] | None = ()
    rep_promises: tuple[PromiseLine, ...] | None = ()
    rep_words: str | None = ""
    next_time: bool = True
    """False: section 15 was left out; the head names the next day all the same."""

    concerns: tuple[ConcernLine, ...] | None = ()
    rules: tuple[RuleLine, ...] | None = ()
    """Rules, boundaries, limitations: the back page, there only if an entry changed."""


SECTION_FIELDS = {
    2: "talked",
    3: "my_promises",
    4: "went_well",
    5: "work_on",
    6: "behaviours",
    7: "qualities",
    8: "hand_offs",
    9: "misses",
    10: "requests",
    11: "shares",
    12: "gains",
    13: "rep_promises",
    14: "rep_words",
    15: "next_time",
}
"""The field of `SummaryBrief` for each section number that can be left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBehaviour:
    """One of the five behaviours: key on page 1, its five anchors (1 first) on page 2."""

    letter: str
    title: str
    short_title: str
    short_cue: str
    anchors: tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRating:
    """A rating and its one or two words ("4", "Solid")."""

    value: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCause:
    """A cause letter for a missed expectation, with its meaning."""

    letter: str
    title: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBrief:
    """The blank observation form: six rows for one rep, or for anyone when `rep` is empty.

    `example` is a whole code line with this form's code; `planned` the account, if known.
    """

    language: str
    company: str
    form_code: str
    example: str
    made_on: str
    rep: str = ""
    day: str = ""
    planned: str = ""
    version: int = 1
    behaviours: tuple[FormBehaviour, ...]
    ratings: tuple[FormRating, ...]
    causes: tuple[FormCause, ...]
    cause_letters: str = "TFW"
    hints: tuple[str, ...]
