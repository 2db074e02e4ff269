"""Requests and requirements on one subject: the ladder of asking before requiring."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from coachdesk.domain.entity import Entity, Id, Length
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Rep
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import Asker, AskForm, AskState, BehaviourKey, MandateState, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Who asks and who is asked, as `AskThread` keeps them."""

    asker: Asker = Asker.MANAGER
    party: Party
    rep_id: Id[Rep] | None = None
    party_id: UUID | None = None


def to_rep(rep_id: Id[Rep]) -> Parties:
    """The manager asks that rep."""
    return Parties(party=Party.REP, rep_id=rep_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskThread(Entity):
    """All requests of one side to one party on one subject.

    `rep_id` is the rep who is asked or who asks; `party_id` a Contact, PeerManager or PartnerTeam;
    `hand_off_id` the hand-off it hangs on, if any.
    """

    id: Id["AskThread"]
    asker: Asker
    party: Party
    rep_id: Id[Rep] | None = None
    party_id: UUID | None = None
    subject: Annotated[str, Length(1, 60)]
    behaviour_key: BehaviourKey | None = None
    hand_off_id: Id[HandOff] | None = None

    @property
    def parties(self) -> Parties:
        """Who asks and who is asked."""
        return Parties(
            asker=self.asker, party=self.party, rep_id=self.rep_id, party_id=self.party_id
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Entity):
    """A request; its number in the thread is derived, its form is private."""

    id: Id["Ask"]
    thread_id: Id[AskThread]
    form: AskForm | None = None
    text: Annotated[str, Length(1, 300)]
    how: Annotated[str, Length(0, 200)] = ""
    day: date
    first_due_day: date | None = None
    due_day: date | None = None
    help: Annotated[str, Length(0, 200)] = ""
    help_none: bool = False
    help_commitment_id: Id[Commitment] | None = None
    done_day: date | None = None
    closed_day: date | None = None
    reason: Annotated[str, Length(0, 300)] = ""
    rep_view: Annotated[str, Length(0, 300)] = ""
    state: AskState = AskState.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate(Entity):
    """A requirement after unmet requests, or with the ladder skipped for a written reason."""

    id: Id["Mandate"]
    thread_id: Id[AskThread]
    trigger_ids: tuple[Id[Ask], ...] = ()
    what: Annotated[str, Length(5, 300)]
    how: Annotated[str, Length(3, 200)]
    day: date
    due_day: date
    ladder_skipped: bool = False
    skip_reason: Annotated[str, Length(0, 300)] = ""
    done_day: date | None = None
    closed_day: date | None = None
    reason: Annotated[str, Length(0, 300)] = ""
    rep_view: Annotated[str, Length(0, 300)] = ""
    state: MandateState = MandateState.OPEN
