"""What a received summary contains stays as the rep received it."""

from collections.abc import Sequence
from gettext import gettext as _

from coachdesk.domain.errors import RuleError
from coachdesk.domain.talks import CoachingSession
from coachdesk.store.journal import Change
from coachdesk.store.snapshot import Snapshot


def received_records(reads: Snapshot, rep_id: object) -> frozenset[str]:
    """Ids (as text) of every record that a received summary of this rep contains."""
    talks = reads.find(CoachingSession, rep_id=rep_id)
    found: set[str] = set()
    for talk in talks:
        if talk.received_on is not None and talk.summary_brief is not None:
            found.add(str(talk.id))
            records = talk.summary_brief.get("records", [])
            if isinstance(records, list):
                found.update(str(record) for record in records)
    return frozenset(found)


def refuse_received(reads: Snapshot, changes: Sequence[Change]) -> None:
    """Refuse to take back what a received summary contains, until it is un-received."""
    for rep_id in {change.rep_id for change in changes if change.rep_id is not None}:
        received = received_records(reads, rep_id)
        if any(str(change.id) in received for change in changes):
            raise RuleError(
                "E-UND-03",
                _("The rep has received a summary that contains this."),
                _("Take the receipt back first, with a reason, or add a dated correction."),
            )
