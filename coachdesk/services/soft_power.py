"""What the cards of a partner team read, and what was heard from the team itself."""

from dataclasses import replace
from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.people import PartnerTeam
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries import soft_power as queries
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.soft_power import SoftPower


def soft_power(desk: Desk, team_id: UUID | None = None) -> SoftPower:
    """The cards of one partner team, or of all."""
    return desk.ask(_soft_power, team_id)


def _soft_power(reads: Snapshot, team_id: UUID | None) -> SoftPower:
    return queries.soft_power(reads, playbook_of(reads), team_id)


def hear_team(work: UnitOfWork, id: Id[PartnerTeam], words: str) -> PartnerTeam:
    """Their job in their words, heard from them today."""
    if not words.strip():
        raise InputError(_("What did they say?"), _("Write it as they said it, in a few words."))
    team = work.get(PartnerTeam, id)
    return work.put(replace(team, measured_on=words.strip(), heard_on=work.as_of))
