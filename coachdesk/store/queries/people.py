"""Who is who: the workspace, reps in the manager's order, and names by id."""

from uuid import UUID

from coachdesk.domain.errors import StoreError
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep, Workspace
from coachdesk.store.snapshot import Snapshot


def workspace(reads: Snapshot) -> Workspace:
    """The store's one workspace."""
    found = reads.find(Workspace)
    if not found:
        raise StoreError("This store has no workspace.", "Open another store.", code="damaged")
    return found[0]


def workspaces(reads: Snapshot) -> list[Workspace]:
    """The workspace as a list: empty in a store that was just made."""
    return reads.find(Workspace)


def reps_in_order(reads: Snapshot) -> list[Rep]:
    """All reps as the manager ordered them."""
    return sorted(reads.find(Rep), key=lambda rep: (rep.sort_order, rep.name))


def account_names(reads: Snapshot) -> dict[UUID, str]:
    """Account names by id."""
    return {account.id: account.name for account in reads.find(Account)}


def team_names(reads: Snapshot) -> dict[UUID, str]:
    """Partner team names by id."""
    return {team.id: team.name for team in reads.find(PartnerTeam)}


def person_names(reads: Snapshot) -> dict[UUID, str]:
    """Partner people's names by id."""
    return {person.id: person.name for person in reads.find(PartnerPerson)}
