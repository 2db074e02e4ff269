"""What an interview asks for: evidence before ratings, two sheets apart, a day to erase it on.

No sum is made of the ratings, and no candidate is put before another (source 003).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from coachdesk.domain.calendar import months_later
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.interviews import Interview, InterviewAnswer, InterviewSheet
from coachdesk.domain.playbook_vocabulary import GuideItem, InterviewState
from coachdesk.language import gettext as _

LEAST_NOTES, MOST_NOTES = 20, 600
SHEETS = 2
FAR_APART = 2
COMPETENCES = (GuideItem.H1, GuideItem.H2, GuideItem.H3, GuideItem.H4, GuideItem.H5)
BLANKS_TO_LOOK_AT = 3
MONTHS_KEPT = 6
NOTHING = InterviewAnswer()


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What two interviewers wrote of one question; `apart` where they saw different things."""

    item: GuideItem
    first: InterviewAnswer
    second: InterviewAnswer

    @property
    def apart(self) -> bool:
        """Whether the ratings differ so much that both should talk about it."""
        one, other = self.first.value, self.second.value
        return one is not None and other is not None and abs(one - other) >= FAR_APART


def can_rate(notes: str) -> bool:
    """Whether enough was written down to rest a rating on."""
    return len(notes.strip()) >= LEAST_NOTES


def written(
    sheet: InterviewSheet, item: GuideItem, notes: str, *, asked: str = ""
) -> InterviewSheet:
    """The sheet with these notes; `asked` stays what it was when the first note was made.

    Notes a rating rests on are not cut below what it needs (E-INT-03).
    """
    _refuse_closed(sheet)
    now, notes = answer_of(sheet, item), notes.strip()
    if now.value is not None and not can_rate(notes):
        raise RuleError(
            "E-INT-03",
            _("The rating rests on these notes: at least {n} characters.").format(n=LEAST_NOTES),
            _("Take the rating back first."),
        )
    asked = (now.asked if now.notes else asked) if notes else ""
    return _with(sheet, item, replace(now, notes=notes, asked=asked))


def rated(sheet: InterviewSheet, item: GuideItem, value: int | None) -> InterviewSheet:
    """The sheet with this rating, or with none; notes come first (E-INT-03)."""
    _refuse_closed(sheet)
    now = answer_of(sheet, item)
    if value is not None and not can_rate(now.notes):
        raise RuleError(
            "E-INT-03",
            _("Notes come first, the rating after them."),
            _("Write at least {n} characters of what was said.").format(n=LEAST_NOTES),
        )
    return _with(sheet, item, replace(now, value=value))


def closed(sheet: InterviewSheet, day: date) -> InterviewSheet:
    """The sheet as it stays (E-INT-02); an empty one says nothing (E-INT-04)."""
    _refuse_closed(sheet)
    if not any(answer.notes for answer in sheet.answers.values()):
        raise RuleError(
            "E-INT-04",
            _("Nothing is written on this sheet yet."),
            _("Write what you heard, then close it."),
        )
    return replace(sheet, closed_day=day)


def check_second(sheets: Sequence[InterviewSheet], interviewer: str) -> None:
    """Another person’s sheet, once the first is closed (E-INT-01), and no third (E-INT-05)."""
    if len(sheets) >= SHEETS:
        raise RuleError(
            "E-INT-05",
            _("This interview has both its sheets."),
            _("A third person’s view can be talked about when you compare."),
        )
    if any(sheet.closed_day is None for sheet in sheets):
        raise RuleError("E-INT-01", _("Close the first sheet first; both are compared afterwards."))
    if any(_same(sheet.interviewer, interviewer) for sheet in sheets):
        raise RuleError(
            "E-INT-05",
            _("{name} has written the first sheet.").format(name=interviewer.strip()),
            _("Enter the sheet of the other interviewer."),
        )


def check_drop(sheet: InterviewSheet) -> None:
    """Only a second sheet that is still open is taken away again (E-INT-02, E-INT-08)."""
    _refuse_closed(sheet)
    if sheet.order == 1:
        raise RuleError(
            "E-INT-08",
            _("The first sheet stays with its interview."),
            _("Erase the interview to remove all of it."),
        )


def check_decision(interview: Interview, sheets: Sequence[InterviewSheet]) -> None:
    """Decided from closed sheets only (E-INT-06)."""
    if not sheets or any(sheet.closed_day is None for sheet in sheets):
        raise RuleError(
            "E-INT-06",
            _("A sheet of {code} is still open.").format(code=interview.candidate_code),
            _("Close it first; the decision comes after the evidence."),
        )


def decided(
    interview: Interview,
    sheets: Sequence[InterviewSheet],
    words: str,
    day: date,
    erase_on: date | None = None,
) -> Interview:
    """The interview with its decision, and the day on which all of it is to be erased."""
    check_decision(interview, sheets)
    if not words.strip():
        raise InputError(_("Write the decision in a few words."))
    first = interview.decided_on or day
    return replace(
        interview,
        decision=words.strip(),
        decided_on=first,
        erase_on=erase_on or interview.erase_on or usual_erase_day(first),
        state=InterviewState.DECIDED,
    )


def usual_erase_day(decided_on: date) -> date:
    """Six months after the decision, unless the manager sets another day."""
    return months_later(decided_on, MONTHS_KEPT)


def erase_day(interview: Interview) -> date:
    """When it is to be erased; one that nobody decided on is not kept for ever either."""
    return interview.erase_on or usual_erase_day(interview.decided_on or interview.day)


def is_due(interview: Interview, *, as_of: date) -> bool:
    """Whether erasing is proposed; it is never done unasked."""
    return erase_day(interview) <= as_of


def can_compare(sheets: Sequence[InterviewSheet]) -> bool:
    """Whether the sheets may be seen beside each other: both are there and closed."""
    return len(sheets) == SHEETS and all(sheet.closed_day is not None for sheet in sheets)


def compared(sheets: Sequence[InterviewSheet]) -> tuple[Compared, ...]:
    """Question by question, the first sheet beside the second; empty until both are closed."""
    if not can_compare(sheets):
        return ()
    first, second = sorted(sheets, key=lambda sheet: sheet.order)
    return tuple(
        Compared(item=item, first=answer_of(first, item), second=answer_of(second, item))
        for item in GuideItem
    )


def blanks(sheet: InterviewSheet) -> tuple[GuideItem, ...]:
    """The competences to which nothing was rated."""
    return tuple(item for item in COMPETENCES if answer_of(sheet, item).value is None)


def asks_for_a_closer_look(sheet: InterviewSheet) -> bool:
    """A blank on three or more of the five competences; a reason to look, never a verdict."""
    return len(blanks(sheet)) >= BLANKS_TO_LOOK_AT


def answer_of(sheet: InterviewSheet, item: GuideItem) -> InterviewAnswer:
    """What the sheet says to a question; nothing where it was not asked."""
    return sheet.answers.get(item.value, NOTHING)


def next_code(codes: Iterable[str]) -> str:
    """A code for the next candidate: C-01, C-02 …; the lowest that nobody has."""
    taken = {code.casefold() for code in codes}
    return next(code for n in count(1) if (code := f"C-{n:02}").casefold() not in taken)


def check_code(code: str, codes: Iterable[str]) -> None:
    """Two candidates never share a code (E-INT-07)."""
    if any(_same(code, taken) for taken in codes):
        raise RuleError(
            "E-INT-07",
            _("Another interview has the code {code}.").format(code=code.strip()),
            _("Choose a code of its own."),
        )


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _refuse_closed(sheet: InterviewSheet) -> None:
    if sheet.closed_day is not None:
        raise RuleError(
            "E-INT-02",
            _("This sheet is closed and stays as it is."),
            _("Write what came up later into the decision."),
        )


def _with(sheet: InterviewSheet, item: GuideItem, answer: InterviewAnswer) -> InterviewSheet:
    answers: Mapping[str, InterviewAnswer] = {**sheet.answers, item.value: answer}
    return replace(sheet, answers={key: kept for key, kept in answers.items() if kept != NOTHING})
