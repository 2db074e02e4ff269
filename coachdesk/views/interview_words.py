"""Interviews in words: how far one is, and what stands under each question."""

from collections.abc import Sequence

from coachdesk.domain.interview_rules import BLANKS_TO_LOOK_AT
from coachdesk.domain.playbook_vocabulary import InterviewState
from coachdesk.language import gettext as _
from coachdesk.views.interviews import CandidateRow, SheetShown


def guide_rules() -> str:
    """How the guide is used; said on the page and on paper."""
    return _(
        "Same questions, same order for everyone: past events first, opinions last. "
        "Notes first, the rating after them. No sum makes a decision. "
        "Do not ask about health, family or other protected matters."
    )


def blank_words(sheet: SheetShown) -> str:
    """Which competences have no rating; three of them are a reason to look closer."""
    if not sheet.blanks:
        return ""
    topics = ", ".join(sheet.blanks)
    words = _("{name} has no rating for {topics}.").format(name=sheet.interviewer, topics=topics)
    if not sheet.looks_closer:
        return words
    closer = _("{n} or more blanks are a reason to look closer, no verdict.")
    return f"{words} {closer.format(n=BLANKS_TO_LOOK_AT)}"


def state_words(row: CandidateRow) -> str:
    """How far an interview is."""
    if row.is_due:
        return _("to be erased")
    return {
        InterviewState.OPEN: _("open"),
        InterviewState.COMPARED: _("compared"),
        InterviewState.DECIDED: _("decided"),
    }[row.state]


def values_words(row: CandidateRow, topics: Sequence[str]) -> str:
    """“Team selling 4 and 2” for each question; nothing while the sheets are kept apart."""
    if row.values is None:
        return _("ratings are seen once the sheets are closed")
    said = []
    for topic, values in zip(topics, row.values.values(), strict=True):
        figures = _(" and ").join(_("none") if v is None else str(v) for v in values)
        said.append(f"{topic} {figures}")
    return ", ".join(said)
