"""Who else is asked: people at customers, and the managers of partner teams."""

from dataclasses import dataclass
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length
from coachdesk.domain.people import Account, PartnerTeam
from coachdesk.domain.vocabulary import BuyingRole


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerManager(Entity):
    """The manager of a partner team."""

    id: Id["PeerManager"]
    first_name: Annotated[str, Length(1, 40)]
    last_name: Annotated[str, Length(0, 40)] = ""
    team_id: Id[PartnerTeam]
    contact: Annotated[str, Length(0, 120)] = ""

    @property
    def name(self) -> str:
        """First and last name as written on screen and paper."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Entity):
    """A person at a customer, in a business role only; what is thought of us is a private note."""

    id: Id["Contact"]
    account_id: Id[Account]
    name: Annotated[str, Length(1, 80)]
    buying_role: BuyingRole = BuyingRole.UNKNOWN
    influence: Annotated[int, Between(1, 5)] | None = None
