"""Rules, boundaries and limitations on one subject, and who knows them (source 003)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Entity, Id, Length
from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Rep
from coachdesk.language import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSheetEntry(Entity):
    """What holds on one subject from a day on; a change is a new entry that replaces this one."""

    id: Id["RuleSheetEntry"]
    subject: Annotated[str, Length(3, 60)]
    rule: Annotated[str, Length(0, 200)] = ""
    boundary: Annotated[str, Length(0, 200)] = ""
    limitation: Annotated[str, Length(0, 200)] = ""
    valid_from: date
    replaces_id: Id["RuleSheetEntry"] | None = None
    ended_on: date | None = None

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        if not (self.rule.strip() or self.boundary.strip() or self.limitation.strip()):
            raise InputError(
                _("{subject} has no rule, boundary or limitation yet.").format(
                    subject=self.subject
                ),
                _("Write at least one of the three."),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAcknowledgement(Entity):
    """That a rep knows one entry, as it then stood."""

    id: Id["RuleAcknowledgement"]
    rule_sheet_entry_id: Id[RuleSheetEntry]
    rep_id: Id[Rep]
    day: date
