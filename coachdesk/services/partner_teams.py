"""Partner teams by name; those no longer worked with go if nothing is known of them, else rest."""

from dataclasses import replace
from uuid import UUID

from coachdesk.domain.entity import Entity, Id
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.names import fold
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.people import PartnerPerson, PartnerTeam
from coachdesk.domain.vocabulary import HandOffState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.store.references import referrers
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork

_OPEN = (HandOffState.DRAFT, HandOffState.SET, HandOffState.MISSED)


def team_called(reads: Snapshot, typed: str) -> PartnerTeam:
    """The partner team meant by a name, its beginning, or an id; InputError with candidates."""
    teams = reads.find(PartnerTeam)
    wanted = fold(typed.strip())
    same = [team for team in teams if wanted in (fold(team.name), str(team.id))]
    found = same or [
        team
        for team in teams
        if wanted and any(fold(word).startswith(wanted) for word in (team.name, *team.name.split()))
    ]
    if len(found) == 1:
        return found[0]
    names = ", ".join(sorted(team.name for team in found or teams))
    if found:
        raise InputError(
            _("“{typed}” may be {names}.").format(typed=typed.strip(), names=names),
            _("Type the full name."),
            code="ambiguous",
        )
    raise InputError(
        _("“{typed}” is no partner team.").format(typed=typed.strip()),
        _("There is: {names}.").format(names=names) if names else "",
        code="unknown",
    )


def delete_partner_team(work: UnitOfWork, id: Id[PartnerTeam]) -> PartnerTeam:
    """A team without history goes with its people; one that has some rests, and keeps it.

    Refused while hand-offs to it are open (E-TEA-01).
    """
    team = work.get(PartnerTeam, id)
    waiting = len(work.find(HandOff, team_id=id, state=_OPEN))
    if waiting:
        words = ngettext("{team} has {n} open hand-off.", "{team} has {n} open hand-offs.", waiting)
        way_out = _("Close or withdraw them on Partners, or merge {team} with another team.")
        raise RuleError(
            "E-TEA-01",
            words.format(team=team.name, n=waiting),
            way_out.format(team=team.name),
        )
    people = _people_of(work, id)
    if _is_known_of(work, team.id, people):
        return work.put(replace(team, active=False))
    for person in people:
        work.remove(person)
    work.remove(team)
    return team


def resume_partner_team(work: UnitOfWork, id: Id[PartnerTeam]) -> PartnerTeam:
    """Worked with again."""
    return work.put(replace(work.get(PartnerTeam, id), active=True))


def is_at_rest(reads: Snapshot, id: Id[PartnerTeam]) -> bool:
    """Whether the team is no longer worked with."""
    return not reads.get(PartnerTeam, id).active


def _people_of(reads: Snapshot, id: Id[PartnerTeam]) -> list[Entity]:
    people = reads.find(PartnerPerson, team_id=id)
    return [*people, *reads.find(PeerManager, team_id=id)]


def _is_known_of(reads: Snapshot, id: UUID, people: list[Entity]) -> bool:
    """Whether any record but its own people names the team or one of them."""
    own = {person.id for person in people}
    named = referrers(reads, id) + [r for person in people for r in referrers(reads, person.id)]
    return any(record.id not in own for record in named)
