"""What the manager gives without condition."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Entity, Id, Length
from coachdesk.domain.errors import RuleError
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.vocabulary import BehaviourKey, ShareKind, ShareState
from coachdesk.language import gettext as _


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
    hand_off_id: Id[HandOff] | None = None
    state: ShareState = ShareState.GIVEN

    def reworded(self, text: str, *, as_of: date) -> "Share":
        """The same share with other words, on its own day only (E-SHA-02)."""
        if self.day != as_of or self.state is not ShareState.GIVEN:
            raise RuleError("E-SHA-02", _("Only the wording of today’s shares can be changed."))
        return replace(self, text=text)

    def voided(self, reason: str) -> "Share":
        """Taken back with a reason (E-SHA-04)."""
        if not reason.strip():
            raise RuleError("E-SHA-04", _("Say why."))
        return replace(self, state=ShareState.VOIDED)
