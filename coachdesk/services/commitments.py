"""A promise as it is written: made, and closed with what it came from."""

from datetime import date
from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.people import Rep
from coachdesk.domain.promises import Commitment, agree
from coachdesk.domain.vocabulary import OwnerSide, PromiseOrigin
from coachdesk.store.unit_of_work import UnitOfWork


def make_promise(
    work: UnitOfWork,
    *,
    rep_id: Id[Rep] | None,
    peer_manager_id: Id[PeerManager] | None = None,
    side: OwnerSide,
    text: str,
    due_day: date,
    origin: PromiseOrigin,
    origin_id: UUID,
) -> Commitment:
    """A new promise, agreed today."""
    fresh = Commitment(
        id=work.new_id(Commitment),
        owner_side=side,
        rep_id=rep_id,
        peer_manager_id=peer_manager_id,
        text=text.strip(),
        agreed_day=work.as_of,
        due_day=due_day,
        origin_kind=origin,
        origin_id=origin_id,
    )
    return work.put(agree(fresh))
