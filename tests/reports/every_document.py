"""All documents as the sample team prints them, and the same with other words in every place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from coachdesk.domain.interviews import Interview, InterviewSheet
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.people import PartnerTeam
from coachdesk.reports.alignment import render_alignment
from coachdesk.reports.development_record import render_development_record
from coachdesk.reports.early_access import render_early_access
from coachdesk.reports.interview import render_guide, render_record
from coachdesk.reports.joint_meeting import render_joint_meeting
from coachdesk.reports.manager_brief import render_manager_brief
from coachdesk.reports.preparation import render_preparation
from coachdesk.reports.render import Rendered, render_form, render_summary
from coachdesk.reports.year_page import render_year_page
from coachdesk.services.alignment import alignment_brief
from coachdesk.services.briefs import LATEST, NEXT, talk_meant
from coachdesk.services.development_record import development_record
from coachdesk.services.documents import form_brief, summary_brief
from coachdesk.services.early_sheet import early_brief
from coachdesk.services.interview_prints import guide_brief, record_brief
from coachdesk.services.joint_paper import joint_brief
from coachdesk.services.manager_brief import manager_brief
from coachdesk.services.preparations import preparation_brief
from coachdesk.services.year_page import year_page
from coachdesk.store.snapshot import Snapshot

# What the program itself writes there: letters, codes, the names of rows.
CODES = frozenset(
    {
        *("language", "letter", "focus_letter", "form_code", "code", "example", "ratings"),
        *("name", "first", "last", "joined", "since", "first_day", "last_day"),
    }
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document, how it is drawn, the most pages it has, and its lists that may grow."""

    render: Callable[[Any, Any], Rendered]
    read: Callable[[Snapshot], Any]
    pages: int
    longest: int
    lists: tuple[str, ...] = ()


def _first(reads: Snapshot, kind: type[Any]) -> Any:
    return min(reads.find(kind), key=lambda row: row.id)


def _record(reads: Snapshot) -> Any:
    """Of the interview of which every sheet is closed."""
    sheets = reads.find(InterviewSheet)
    still_open = {sheet.interview_id for sheet in sheets if sheet.closed_day is None}
    begun = {sheet.interview_id for sheet in sheets}
    ids = sorted(each.id for each in reads.find(Interview) if each.id in begun - still_open)
    return record_brief(reads, ids[0])


def _rep(reads: Snapshot) -> Any:
    return talk_meant(reads, LATEST, None).rep_id


DOCUMENTS: Mapping[str, Document] = {
    "summary": Document(
        render_summary,
        lambda reads: summary_brief(reads, talk_meant(reads, LATEST, None).id),
        1,
        4,
        (
            *("my_promises", "went_well", "work_on", "hand_offs", "misses", "requests"),
            *("shares", "concerns", "gains", "rep_promises", "rules"),
        ),
    ),
    "form": Document(render_form, lambda reads: form_brief(reads, 1, _rep(reads)), 2, 4),
    "brief": Document(
        render_manager_brief,
        lambda reads: manager_brief(reads, talk_meant(reads, NEXT, None).id),
        2,
        6,
        (
            *("promises", "seen", "shifts", "hand_offs", "requests", "expectations"),
            *("known", "notes"),
        ),
    ),
    "alignment": Document(
        render_alignment,
        lambda reads: alignment_brief(reads, _first(reads, PartnerTeam).id),
        1,
        4,
        ("goals", "parts", "expected", "coming", "steps"),
    ),
    "early access": Document(
        render_early_access,
        lambda reads: early_brief(reads, _first(reads, PartnerTeam).id),
        1,
        3,
        ("coming", "changed", "questions", "expected", "wanted", "able"),
    ),
    "record": Document(
        render_development_record,
        lambda reads: development_record(reads, _rep(reads)),
        2,
        4,
        ("plans", "requests", "gains"),
    ),
    "joint meeting": Document(
        render_joint_meeting,
        lambda reads: joint_brief(reads, _first(reads, JointMeeting)),
        1,
        2,
        ("who", "said", "questions"),
    ),
    "year": Document(
        render_year_page, lambda reads: year_page(reads, _rep(reads)), 1, 1, ("plans", "agreed")
    ),
    "preparation": Document(
        render_preparation,
        lambda reads: preparation_brief(reads, 1, talk_meant(reads, NEXT, None).id),
        1,
        1,
    ),
    "interview sheet": Document(render_guide, guide_brief, 9, 30),
    "interview record": Document(render_record, _record, 9, 40),
}


def reworded(value: Any, word: Callable[[str], str], name: str = "") -> Any:
    """The brief with other words in each place that holds any, or could."""
    if isinstance(value, str):
        return value if name in CODES else word(value)
    if isinstance(value, tuple):
        return tuple(reworded(each, word, name) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = {each.name: getattr(value, each.name) for each in fields(value)}
        return replace(
            value, **{part: reworded(inner, word, part) for part, inner in parts.items()}
        )
    return value


def grown(brief: Any, names: tuple[str, ...], times: int) -> Any:
    """The brief with each of its lists that many times as long."""
    return replace(brief, **{name: (getattr(brief, name) or ()) * times for name in names})


def emptied(brief: Any, names: tuple[str, ...]) -> Any:
    """Nothing was ever written: no entries, and no words but those of the head."""
    blank = replace(brief, **dict.fromkeys(names, ()))
    parts = {each.name: getattr(blank, each.name) for each in fields(blank)}
    # What has a default may be empty.
    optional = {each.name for each in fields(blank) if each.default in ("", ())}
    return replace(blank, **{name: type(parts[name])() for name in optional & parts.keys()})


def strings_of(value: Any, name: str = "") -> Iterator[str]:
    """Every string of a brief that is no code."""
    if isinstance(value, str) and value and name not in CODES:
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from strings_of(each, name)
    elif is_dataclass(value):
        for part in fields(value):
            yield from strings_of(getattr(value, part.name), part.name)
