"""What the Partners page and the panel of a hand-off read."""

from typing import Any
from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.marketing import AccountIntelligenceAnswer, Capability, WarmIntroduction
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.people import PartnerPerson, PartnerTeam
from coachdesk.services.desk import Desk
from coachdesk.services.playbook import account_guide
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries import hand_offs, partner_team
from coachdesk.store.queries import partners as partner_queries
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.hand_off_page import HandOffPage
from coachdesk.views.partner_team import PartnerTeamPage, WorksWith
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


def partner_team_page(desk: Desk, team_id: UUID) -> PartnerTeamPage | None:
    """One partner team: its people, introductions, what it knows and can do; None if gone."""
    return desk.ask(partner_team.partner_team_page, account_guide(), team_id)


def works_with(desk: Desk, rep_id: UUID) -> tuple[WorksWith, ...]:
    """Whom of the partner teams a rep has met."""
    return desk.ask(partner_team.works_with, rep_id)


def teams_by_name(reads: Snapshot) -> list[tuple[UUID, str]]:
    """Partner teams that are worked with, by name."""
    teams = reads.find(PartnerTeam, active=True)
    return [(team.id, team.name) for team in sorted(teams, key=lambda team: team.name.casefold())]


def team_of(reads: Snapshot, id: UUID) -> UUID | None:
    """The team a team, one of its people, or something it opened for sales belongs to."""
    if reads.peek(PartnerTeam, as_id(id)) is not None:
        return id
    kinds: tuple[Any, ...] = (PartnerPerson, PeerManager, AccountIntelligenceAnswer, Capability)
    for kind in kinds:
        found = reads.peek(kind, as_id(id))
        if found is not None:
            team_id: UUID = found.team_id
            return team_id
    introduction = reads.peek(WarmIntroduction, as_id(id))
    return None if introduction is None else introduction.from_team_id
