"""The chain of one rep with its labels, its break point, and when the rep can be seen next."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.people import Rep
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.vocabulary import CHAIN, QUALITIES, BehaviourKey, HandOffState, VisitState
from coachdesk.services import insight_levels
from coachdesk.services.balance import balance_with
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries import insights, labels, people, visits
from coachdesk.store.queries.rep import rep_page
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.insights import Cell
from coachdesk.views.label_words import label_reason, label_word
from coachdesk.views.rep import Labelled, Occasion, RepChain, RepPage


def whole_rep_page(reads: Snapshot, rep_id: UUID, *, window_days: int | None = None) -> RepPage:
    """The page of a rep; labels and break point rest on the level window, not on the chosen one."""
    playbook = playbook_of(reads)
    page = rep_page(reads, playbook, rep_id, window_days=window_days)
    return replace(
        page, chain=_chain(reads, page, playbook), balance=balance_with(reads, page.rep_id)
    )


def _chain(reads: Snapshot, page: RepPage, playbook: Playbook) -> RepChain:
    rep, last = reads.get(Rep, as_id(page.rep_id)), reads.as_of
    settings = people.workspace(reads).settings
    after = last - timedelta(days=settings.level_window_days)
    known = insights.ratings(reads, after=after, until=last, rep_id=rep.id)
    newest = labels.newest(reads, [rep.id])
    cells = insight_levels.cells([rep], playbook, settings, known, newest, last)
    by_key = {
        cell.behaviour: _labelled(cell, newest.get((rep.id, cell.behaviour)), last)
        for cell in cells
    }
    return RepChain(
        links=_in_order(by_key, CHAIN),
        qualities=_in_order(by_key, QUALITIES),
        at=insight_levels.chain(cells),
        occasion=min(_occasions(reads, page), key=lambda one: one.day, default=None),
    )


def _labelled(cell: Cell, snapshot: LabelSnapshot | None, as_of: date) -> Labelled:
    reason = label_reason(cell, snapshot, as_of)
    return Labelled(cell=cell, label=label_word(snapshot), reason=reason)


def _in_order(
    by_key: dict[BehaviourKey, Labelled], keys: tuple[BehaviourKey, ...]
) -> tuple[Labelled, ...]:
    return tuple(by_key[key] for key in keys)


def _occasions(reads: Snapshot, page: RepPage) -> Iterator[Occasion]:
    """Days ahead on which the rep is at a customer's, then the next talk."""
    for visit in visits.visit_rows(reads, rep_id=page.rep_id, state=VisitState.PLANNED):
        if visit.day >= reads.as_of:
            yield Occasion(kind="visit", day=visit.day, account=visit.account)
    shown = {row.id: row for row in page.hand_offs}
    for item in reads.find(HandOff, rep_id=page.rep_id, state=HandOffState.SET):
        row = shown[item.id]
        for kind, day in (("check", item.check_day), ("hand_off", item.due_day)):
            if day is not None and day >= reads.as_of:
                yield Occasion(kind=kind, day=day, account=row.account, team=row.team)
    if page.next_talk is not None:
        yield Occasion(kind="talk", day=page.next_talk.day)
