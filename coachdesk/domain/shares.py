"""What the manager gives without condition."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Entity, Id, Length
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.vocabulary import BehaviourKey, ShareKind, ShareState


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Entity):
    """Something given freely: no due day, no outcome, no promise attached."""

    id: Id["Share"]
    rep_id: Id[Rep]
    kind: ShareKind
    text: Annotated[str, Length(1, 400)]
    day: date
    print: bool = False
    behaviour_key: BehaviourKey | None = None
    account_id: Id[Account] | None = None
    state: ShareState = ShareState.GIVEN
