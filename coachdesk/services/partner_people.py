"""The people of a partner team: entered, found by name, and what each side knows of the other."""

from dataclasses import replace

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.names import fold
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.people import PartnerPerson, PartnerTeam
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.vocabulary import NoteAbout
from coachdesk.language import gettext as _
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork


def add_partner_person(work: UnitOfWork, team_id: Id[PartnerTeam], name: str) -> PartnerPerson:
    """Somebody of the team whom nobody had entered; a name that is known there is refused."""
    typed = name.strip()
    if not typed:
        raise InputError(_("Who is it?"), _("Type the name."))
    if any(fold(known.name) == fold(typed) for known in work.find(PartnerPerson, team_id=team_id)):
        raise InputError(
            _("“{name}” is known already.").format(name=typed), _("Open the row of that name.")
        )
    work.get(PartnerTeam, team_id)
    return work.put(PartnerPerson(id=work.new_id(PartnerPerson), name=typed, team_id=team_id))


def note_values(
    work: UnitOfWork, id: Id[PartnerPerson], *, we_know: str, they_know: str
) -> PartnerPerson:
    """What we know of their value for the customer, and what they know of ours."""
    person = work.get(PartnerPerson, id)
    return work.put(
        replace(person, value_we_know=we_know.strip(), value_they_know=they_know.strip())
    )


def note_contact(work: UnitOfWork, id: Id[PeerManager], contact: str) -> PeerManager:
    """How the team's manager is reached."""
    return work.put(replace(work.get(PeerManager, id), contact=contact.strip()))


def person_called(reads: Snapshot, team_id: Id[PartnerTeam], typed: str) -> PartnerPerson | None:
    """Who of the team is meant, by a name or its beginning; None for somebody new."""
    wanted = fold(typed.strip())
    people = reads.find(PartnerPerson, team_id=team_id)
    same = [person for person in people if fold(person.name) == wanted]
    found = same or [person for person in people if fold(person.name).startswith(wanted)]
    if len(found) > 1:
        names = ", ".join(person.name for person in found)
        raise InputError(
            _("“{typed}” may be {names}.").format(typed=typed.strip(), names=names),
            _("Type the full name."),
        )
    return found[0] if found else None


def person_or_new(work: UnitOfWork, team_id: Id[PartnerTeam], typed: str) -> PartnerPerson | None:
    """Who of the team is meant, entered where nobody knew the name; None for an empty line."""
    if not typed.strip():
        return None
    found = person_called(work, team_id, typed)
    return found or add_partner_person(work, team_id, typed)


def notes_about_person(reads: Snapshot, id: Id[PartnerPerson]) -> list[PrivateNote]:
    """Every private note about one of theirs, newest first: for the curtain only."""
    found = reads.find(PrivateNote, about=NoteAbout.PARTNER_PERSON, about_id=id)
    return sorted(found, key=lambda note: note.day, reverse=True)
