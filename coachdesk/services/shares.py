"""What the manager gives without condition."""

from coachdesk.domain.entity import Id
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.share_rules import refuse_conditions
from coachdesk.domain.shares import Share
from coachdesk.domain.vocabulary import BehaviourKey, ShareKind
from coachdesk.store.unit_of_work import UnitOfWork


def give_share(
    work: UnitOfWork,
    *,
    rep_id: Id[Rep],
    kind: ShareKind,
    text: str,
    behaviour: BehaviourKey | None = None,
    account_id: Id[Account] | None = None,
    hand_off_id: Id[HandOff] | None = None,
) -> Share:
    """A share given today; one that wants something back is none (E-SHA-01)."""
    refuse_conditions(text, as_of=work.as_of)
    return work.put(
        Share(
            id=work.new_id(Share),
            rep_id=rep_id,
            kind=kind,
            text=text.strip(),
            day=work.as_of,
            behaviour_key=behaviour,
            account_id=account_id,
            hand_off_id=hand_off_id,
        )
    )


def reword_share(work: UnitOfWork, id: Id[Share], text: str) -> Share:
    """Other words for a share of today."""
    refuse_conditions(text, as_of=work.as_of)
    return work.put(work.get(Share, id).reworded(text.strip(), as_of=work.as_of))


def void_share(work: UnitOfWork, id: Id[Share], reason: str) -> Share:
    """Taken back with a reason."""
    return work.put(work.get(Share, id).voided(reason))
