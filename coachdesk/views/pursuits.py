"""What the sheet of a pursuit shows: twelve criteria, what was decided before, and who helps."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.partner_vocabulary import PursuitChoice
from coachdesk.domain.pursuit_rules import PursuitState
from coachdesk.domain.pursuits import PursuitMember
from coachdesk.language import gettext as _


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of twelve: what speaks for going forward (offence), or against (defence)."""

    id: str
    text: str
    is_offence: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PursuitGuide:
    """The criteria in order, the scale, what the sums suggest in words, and how they are meant."""

    criteria: tuple[Criterion, ...]
    scale: str
    readings: tuple[tuple[PursuitChoice, str], ...]

    def reading(self, choice: PursuitChoice) -> str:
        """What a suggestion says."""
        return dict(self.readings)[choice]


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDecision:
    """A scoring of the past, and what was decided by it."""

    day: date
    offence: int
    defence: int
    decision: PursuitChoice | None
    reason: str
    fact: str
    decide_by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PursuitPage:
    """One opportunity's pursuit; `scores` and `members` are those of the newest scoring."""

    opportunity_id: UUID
    title: str
    account: str
    state: PursuitState
    scores: tuple[int, ...] = ()
    members: tuple[tuple[PursuitMember, str], ...] = ()
    earlier: tuple[EarlierDecision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PursuitDue:
    """An opportunity that is to be looked at again; `fact` is what was to be found out."""

    opportunity_id: UUID
    title: str
    account: str
    fact: str
    decide_by: date


def choice_title(choice: PursuitChoice) -> str:
    """What is done about an opportunity."""
    return {
        PursuitChoice.PURSUE: _("Pursue"),
        PursuitChoice.HOLD: _("Hold"),
        PursuitChoice.RELEASE: _("Let go"),
    }[choice]
