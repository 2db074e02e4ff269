"""Promises of both sides, by one rule."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, TypeVar
from uuid import UUID

from coachdesk.domain.entity import Between, Entity, Id, Length
from coachdesk.domain.errors import RuleError
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import OwnerSide, PromiseOrigin, PromiseState
from coachdesk.language import gettext as _

Day = TypeVar("Day", date, int)
SHORTEST_PROMISE, LONGEST_PROMISE, LONGEST_REASON = 5, 200, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Entity):
    """A promise with an owner and a due day."""

    id: Id["Commitment"]
    owner_side: OwnerSide
    rep_id: Id[Rep] | None = None
    peer_manager_id: Id[PeerManager] | None = None
    text: Annotated[str, Length(SHORTEST_PROMISE, LONGEST_PROMISE)]
    agreed_day: date
    due_day: date
    delivered_day: date | None = None
    closed_day: date | None = None
    renegotiated: Annotated[int, Between(0, 10_000)] = 0
    reason: Annotated[str, Length(0, LONGEST_REASON)] = ""
    origin_kind: PromiseOrigin
    origin_id: UUID
    state: PromiseState = PromiseState.OPEN

    def is_overdue(self, as_of: date) -> bool:
        """Open and past its due day; derived, never stored."""
        return self.state is PromiseState.OPEN and as_of > self.due_day

    def delivered(self, day: date, *, as_of: date) -> "Commitment":
        """Kept, or kept late, on the day it was delivered (E-COM-02, E-COM-07)."""
        self._refuse_closed()
        state = PromiseState(
            commitment_state(agreed=self.agreed_day, due=self.due_day, delivered=day, today=as_of)
        )
        return replace(self, state=state, delivered_day=day, closed_day=as_of)

    def renegotiated_to(
        self, due_day: date, reason: str, *, both_agree: bool, as_of: date
    ) -> "Commitment":
        """The same promise with a later day, agreed before the old one passed (E-COM-03, 04)."""
        self._refuse_closed()
        if as_of > self.due_day:
            raise RuleError(
                "E-COM-03",
                _("The due date has passed."),
                _("Close this promise as late or missed, then agree a new one."),
            )
        if not both_agree or not reason.strip():
            raise RuleError("E-COM-04", _("Both sides must agree to a new date."))
        if due_day <= self.due_day:
            raise _due_too_early(self.due_day)
        return replace(self, due_day=due_day, reason=reason, renegotiated=self.renegotiated + 1)

    def broken(self, reason: str, *, as_of: date) -> "Commitment":
        """Closed as missed, once it is past its due day (E-COM-05)."""
        self._refuse_closed()
        if as_of <= self.due_day:
            raise RuleError(
                "E-COM-05",
                _("Not due until {due}.").format(due=self.due_day),
                _("Deliver it, agree a new date or withdraw it."),
            )
        return replace(self, state=PromiseState.BROKEN, reason=reason, closed_day=as_of)

    def withdrawn(self, reason: str, *, both_agree: bool, as_of: date) -> "Commitment":
        """Taken back by both sides (E-COM-06)."""
        self._refuse_closed()
        if not both_agree or not reason.strip():
            raise RuleError("E-COM-06", _("A promise can be withdrawn only if both sides agree."))
        return replace(self, state=PromiseState.WITHDRAWN, reason=reason, closed_day=as_of)

    def voided(self, reason: str, *, as_of: date) -> "Commitment":
        """Void because what it came from is void."""
        self._refuse_closed()
        return replace(self, state=PromiseState.VOID, reason=reason, closed_day=as_of)

    def _refuse_closed(self) -> None:
        if self.state is not PromiseState.OPEN:
            raise RuleError("E-COM-07", _("This promise is closed."), _("Agree a new one."))


def agree(promise: Commitment) -> Commitment:
    """A new promise, due on or after the day it was agreed (E-COM-01)."""
    if promise.due_day < promise.agreed_day:
        raise _due_too_early(promise.agreed_day)
    return promise


def commitment_state(*, agreed: Day, due: Day, delivered: Day, today: Day) -> str:
    """Return "kept" if delivered by the due day, else "kept_late".

    Days are dates or day numbers. Refuses a due day before the agreement (E-COM-01) and a
    delivery outside agreement and today (E-COM-02).
    """
    if due < agreed:
        raise _due_too_early(agreed)
    if not agreed <= delivered <= today:
        raise RuleError(
            "E-COM-02",
            _("The delivery day must lie between {agreed} and {as_of}.").format(
                agreed=agreed, as_of=today
            ),
        )
    state = PromiseState.KEPT if delivered <= due else PromiseState.KEPT_LATE
    return state.value


def _due_too_early(agreed: date | int) -> RuleError:
    return RuleError(
        "E-COM-01",
        _("Give the promise a due date on or after {agreed}.").format(agreed=agreed),
    )
