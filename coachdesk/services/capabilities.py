"""What a team can do, sees coming and how long it takes; and what we tell them of ours."""

from dataclasses import dataclass, replace

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.marketing import Capability
from coachdesk.domain.partner_vocabulary import CapabilityKind
from coachdesk.domain.people import PartnerTeam
from coachdesk.language import gettext as _
from coachdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCapability:
    """A line about a team; `ours` is said by us to them. Days are working days."""

    kind: CapabilityKind
    text: str
    from_days: int | None = None
    to_days: int | None = None
    ours: bool = False


def add_capability(work: UnitOfWork, team_id: Id[PartnerTeam], new: NewCapability) -> Capability:
    """A line of today; a timeline needs its working days."""
    if not new.text.strip():
        raise InputError(_("The line is empty."), _("Say it in a few words."))
    first, last = new.from_days, new.to_days
    if new.kind is not CapabilityKind.TIMELINE:
        first = last = None
    elif first is None and last is None:
        raise InputError(
            _("How many working days does it take?"), _("End the line with days, such as 5–8.")
        )
    elif first is not None and last is not None and last < first:
        raise InputError(
            _("The timeline ends before it begins."), _("Write the smaller number first.")
        )
    work.get(PartnerTeam, team_id)
    return work.put(
        Capability(
            id=work.new_id(Capability),
            team_id=team_id,
            kind=new.kind,
            text=new.text.strip(),
            from_days=first,
            to_days=last,
            ours=new.ours,
            day=work.as_of,
        )
    )


def tell_capability(work: UnitOfWork, id: Id[Capability]) -> Capability:
    """What we can do was told to them again, today."""
    return work.put(replace(work.get(Capability, id), day=work.as_of))


def remove_capability(work: UnitOfWork, id: Id[Capability]) -> None:
    """No longer so."""
    work.remove(work.get(Capability, id))
