"""What a received summary contains stays as the rep received it."""

from collections.abc import Sequence

from coachdesk.domain.errors import RuleError
from coachdesk.domain.talks import CoachingSession
from coachdesk.language import gettext as _
from coachdesk.store.journal import Change, last_change
from coachdesk.store.snapshot import Snapshot

RECEIPT = "receive_summary"


def received_records(reads: Snapshot, rep_id: object) -> frozenset[str]:
    """Ids (as text) of every record that a received summary of this rep contains."""
    found: set[str] = set()
    for talk in reads.find(CoachingSession, rep_id=rep_id):
        if talk.received_on is not None:
            found |= _records(talk)
    return frozenset(found)


def _records(talk: CoachingSession) -> set[str]:
    records = (talk.summary_brief or {}).get("records", [])
    listed = {str(record) for record in records} if isinstance(records, list) else set()
    return listed | {str(talk.id)}


def refuse_received(reads: Snapshot, entry: int, changes: Sequence[Change]) -> None:
    """Refuse to take back what a received summary contains, until it is un-received.

    Only what was journalled before the receipt is in the rep's hand; later changes may go.
    """
    for rep_id in {change.rep_id for change in changes if change.rep_id is not None}:
        for talk in reads.find(CoachingSession, rep_id=rep_id):
            if talk.received_on is None or last_change(reads, talk.id, RECEIPT) < entry:
                continue
            contained = _records(talk)
            is_receipt = last_change(reads, talk.id, RECEIPT) == entry
            if not is_receipt and any(str(change.id) in contained for change in changes):
                raise RuleError(
                    "E-UND-03",
                    _("The rep has received a summary that contains this."),
                    _("Take the receipt back first, with a reason, or add a dated correction."),
                )
