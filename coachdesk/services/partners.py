"""What the Partners page and the panel of a hand-off read."""

from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.people import PartnerPerson, PartnerTeam
from coachdesk.services.desk import Desk
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries import hand_offs
from coachdesk.store.queries import partners as partner_queries
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.hand_off_page import HandOffPage
from coachdesk.views.partners import PartnersPage


def partners_page(desk: Desk, team_id: UUID | None = None) -> PartnersPage:
    """The board of one partner team, or of all."""
    return desk.ask(partner_queries.partners_page, team_id)


def hand_off_page(desk: Desk, id: UUID) -> HandOffPage | None:
    """One hand-off with its story; None once it is gone."""
    return desk.ask(_hand_off_page, id)


def _hand_off_page(reads: Snapshot, id: UUID) -> HandOffPage | None:
    return hand_offs.hand_off_page(reads, playbook_of(reads), id)


def people_of(reads: Snapshot, team_id: Id[PartnerTeam]) -> list[str]:
    """Names of a partner team's people."""
    return [person.name for person in reads.find(PartnerPerson, team_id=team_id)]
