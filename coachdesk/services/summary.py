"""Builds the printed summary of one talk as of one day; nothing private is read here at all."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from coachdesk.domain.playbook import Playbook
from coachdesk.domain.talks import CoachingSession, SessionNote
from coachdesk.domain.vocabulary import (
    NoteMark,
    TalkState,
)
from coachdesk.services.summary_agreed import hand_offs_waiting, promise_sections, requests, shares
from coachdesk.services.summary_context import TalkPage, seen_from
from coachdesk.services.summary_evidence import chain, evidence_sections, gains, misses, qualities
from coachdesk.services.summary_rules import playbook_sections
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.briefs import (
    SECTION_FIELDS,
    SummaryBrief,
    TalkedAbout,
)
from coachdesk.views.dates import clock, long_day, print_day
from coachdesk.views.plans import page_words


@dataclass(frozen=True, slots=True)
class SummaryPage:
    """The brief of a summary, and the ids of every record that it shows."""

    brief: SummaryBrief
    records: tuple[UUID, ...]


def summary_page(reads: Snapshot, playbook: Playbook, session_id: UUID) -> SummaryPage:
    """The summary of one talk; before wrap-up it is a draft as of today."""
    page = seen_from(reads, playbook, reads.get(CoachingSession, as_id(session_id)))
    records: list[UUID] = [page.talk.id]
    brief = _head(page)
    sections: dict[str, Any] = {
        "talked": _talked(page),
        **promise_sections(page, records),
        **evidence_sections(page, records),
        "behaviours": chain(page),
        "qualities": qualities(page),
        "hand_offs": hand_offs_waiting(page, records),
        "misses": misses(page),
        "requests": requests(page, records),
        "shares": shares(page, records),
        "gains": gains(page, records),
        "rep_words": page.talk.rep_words,
        "next_time": True,
        **playbook_sections(page, records),
    }
    for number, name in SECTION_FIELDS.items():
        if number in page.left_out:
            sections[name] = False if name == "next_time" else None
    return SummaryPage(replace(brief, **sections), tuple(records))


def _head(page: TalkPage) -> SummaryBrief:
    talk = page.talk
    begin = talk.start
    end = None
    if begin is not None:
        end = (datetime.combine(talk.day, begin) + timedelta(minutes=talk.minutes)).time()
    following = page.following
    return SummaryBrief(
        language=page.space.locale,
        company=page.space.company_name,
        rep=page.rep.name,
        manager=page.space.manager_name,
        day=long_day(talk.day),
        start=clock(begin) if begin else "",
        end=clock(end) if end else "",
        next_day=long_day(following.day) if following else "",
        next_start=clock(following.start) if following and following.start else "",
        draft=talk.state is not TalkState.WRAPPED_UP,
        version=_version(talk),
        code=f"S-{talk.day:%m%d}-{page.rep.initials}",
        since=print_day(page.previous.day) if page.previous else "",
    )


def _version(talk: CoachingSession) -> int:
    stored = (talk.summary_brief or {}).get("version", 1)
    return stored if isinstance(stored, int) else 1


def _talked(page: TalkPage) -> TalkedAbout:
    talk = page.talk
    summary = talk.summary.strip() or " ".join(_printed_lines(page))
    key, found = talk.focus_behaviour_key, page.plan
    plan = "" if found is None else page_words(found, key)
    if key is None:
        return TalkedAbout(summary=summary, expectation=talk.expectation, plan=plan)
    guide = page.playbook.behaviours[key]
    is_planned = found is not None and found.plan.behaviour is key
    good = found.plan.good_looks_like if found is not None and is_planned else ""
    return TalkedAbout(
        summary=summary,
        focus_letter=guide.letter,
        focus_title=guide.title,
        expectation=talk.expectation or good,
        plan=plan,
    )


def _printed_lines(page: TalkPage) -> list[str]:
    notes = page.reads.find(SessionNote, session_id=page.talk.id, mark=NoteMark.NONE)
    return [note.text for note in notes if note.print and note.id not in page.left_out]
