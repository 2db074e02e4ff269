"""What of the Playbook stands on the printed page: worries to be answered, and changed rules."""

from typing import Any
from uuid import UUID

from coachdesk.domain import rule_sheet_rules
from coachdesk.domain.change_stories import AdoptionConcern
from coachdesk.domain.rule_sheets import RuleSheetEntry
from coachdesk.services.summary_context import TalkPage
from coachdesk.views.briefs import ConcernLine, RuleLine


def playbook_sections(page: TalkPage, records: list[UUID]) -> dict[str, Any]:
    """The worries of this rep that were chosen to print, and the rules if one of them changed.

    How the manager takes a worry is read by nothing here.
    """
    return {"concerns": _concerns(page, records), "rules": _rules(page, records)}


def _concerns(page: TalkPage, records: list[UUID]) -> tuple[ConcernLine, ...]:
    chosen = [
        concern
        for concern in page.reads.find(AdoptionConcern, rep_id=page.rep.id)
        if concern.print and page.is_new(concern.day) and concern.id not in page.left_out
    ]
    chosen.sort(key=lambda concern: (concern.day, concern.concern))
    records.extend(concern.id for concern in chosen)
    return tuple(ConcernLine(concern=c.concern, answer=c.answer) for c in chosen)


def _rules(page: TalkPage, records: list[UUID]) -> tuple[RuleLine, ...]:
    entries = page.reads.find(RuleSheetEntry)
    if not rule_sheet_rules.changed_between(entries, page.since, page.day):
        return ()
    held = rule_sheet_rules.in_force(entries, page.day)
    records.extend(entry.id for entry in held)
    is_first = page.previous is None
    return tuple(
        RuleLine(
            subject=entry.subject,
            rule=entry.rule,
            boundary=entry.boundary,
            limitation=entry.limitation,
            is_new=not is_first and page.is_new(entry.valid_from),
        )
        for entry in held
    )
