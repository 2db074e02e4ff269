"""Requests on the pages of a talk: what is open before it, shown during it, carried after it."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import AskState, OwnerSide
from coachdesk.store.queries.ladders import ask_rows, rep_asks
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.rep import AskRow
from coachdesk.views.requests import step_label, who_words
from coachdesk.views.talk_pages import AskedLine


def kept_as_requests(reads: Snapshot, rows: Sequence[AskRow]) -> frozenset[UUID]:
    """The rep’s promises that are one of these requests: to be told once."""
    found = reads.find(Commitment, origin_id=tuple(row.id for row in rows))
    return frozenset(promise.id for promise in found if promise.owner_side is OwnerSide.REP)


def asked_lines(rows: Sequence[AskRow]) -> tuple[AskedLine, ...]:
    """What is open or went unmet; nothing here says how one was put."""
    lines = [_line(row) for row in rows if not row.is_draft]
    return tuple(sorted(lines, key=lambda line: (line.due_day or date.max, line.subject)))


def unfinished_lines(rows: Sequence[AskRow], written: Collection[UUID]) -> tuple[AskedLine, ...]:
    """Requests without an answer from before this talk; its own stand among its `written` lines."""
    return tuple(_line(row) for row in rows if row.is_draft and row.id not in written)


def others_lines(reads: Snapshot, rep_id: UUID) -> tuple[AskedLine, ...]:
    """What the rep asks of customers and partners."""
    return tuple(_line(row) for row in rep_asks(reads, rep_id))


def unanswered(reads: Snapshot, rep_id: UUID) -> tuple[str, ...]:
    """The subjects of requests that wait for the rep’s answer; closing a talk keeps them."""
    return tuple(row.subject for row in ask_rows(reads, rep_id) if row.state is AskState.DRAFT)


def _line(row: AskRow) -> AskedLine:
    return AskedLine(
        thread_id=row.thread_id,
        subject=row.subject,
        label=step_label(row),
        due_day=row.due_day,
        state=row.state,
        may_be_required=row.may_require and not row.is_draft,
        to=who_words(row),
    )
