"""The manager's workspace, the reps, and the partners and customers they work with."""

from dataclasses import dataclass, field
from datetime import date, time
from itertools import pairwise
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length
from coachdesk.domain.errors import InputError
from coachdesk.domain.own_words import refuse_steps, refuse_word
from coachdesk.domain.situations import refuse_situation
from coachdesk.domain.thresholds import RANGES, refuse_outside
from coachdesk.domain.vocabulary import (
    Paper,
    SelectionStage,
    SizeClass,
    TeamKind,
    WorkspaceKind,
)
from coachdesk.language import gettext as _

Days = tuple[date, date]
Employment = tuple[date, date | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Editable thresholds of the rules; shares and certainty are fractions, the rest counts."""

    target_share: float = 0.70
    certainty: float = 0.90
    min_events: int = 6
    min_accounts: int = 2
    min_weeks: int = 2
    level_window_days: int = 182
    trend_window_days: int = 91
    due_soon_days: int = 3
    stale_days: int = 14
    comment_min_chars: int = 20

    def __post_init__(self) -> None:
        for name in RANGES:
            refuse_outside(name, getattr(self, name))


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkspaceSettings(Settings):
    """The thresholds in force, and what the manager words: a rep, the accountability steps."""

    rep_word: str = "rep"
    reps_word: str = "reps"
    accountability_steps: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        Settings.__post_init__(self)
        refuse_word(self.rep_word)
        refuse_word(self.reps_word)
        refuse_steps(self.accountability_steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace(Entity):
    """Whose store this is, and how figures and pages are made in it. One a store."""

    id: Id["Workspace"]
    manager_name: Annotated[str, Length(1, 80)]
    company_name: Annotated[str, Length(0, 80)] = ""
    locale: Annotated[str, Length(2, 20)] = "en-GB"
    paper: Paper = Paper.A4
    settings: WorkspaceSettings = field(default_factory=WorkspaceSettings)
    kind: WorkspaceKind = WorkspaceKind.OWN
    sample_day: date | None = None
    away: tuple[Days, ...] = ()

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        _check_away(self.away)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rep(Entity):
    """A salesperson who reports to the manager."""

    id: Id["Rep"]
    first_name: Annotated[str, Length(1, 40)]
    last_name: Annotated[str, Length(0, 40)] = ""
    role: Annotated[str, Length(0, 60)] = ""
    employed: tuple[Employment, ...] = ()
    language: Annotated[str, Length(2, 20)] | None = None
    session_rhythm_days: Annotated[int, Between(7, 90)] = 14
    slot_weekday: Annotated[int, Between(0, 6)] | None = None
    slot_time: time | None = None
    slot_minutes: Annotated[int, Between(10, 180)] = 45
    sort_order: int = 0
    away: tuple[Days, ...] = ()

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        _check_employed(self.employed)
        _check_away(self.away)

    @property
    def name(self) -> str:
        """First and last name as written on screen and paper."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def initials(self) -> str:
        """One letter of each name, for avatars and quick capture."""
        return (_first_letter(self.first_name) + _first_letter(self.last_name)).upper()

    def is_active(self, day: date) -> bool:
        """Whether the rep worked for the manager on that day; always, if nothing is entered."""
        if not self.employed:
            return True
        return any(start <= day and (end is None or day <= end) for start, end in self.employed)


def _check_employed(spans: tuple[Employment, ...]) -> None:
    """Spans stand in order and apart; only the last may be open."""
    for start, end in spans:
        if end is not None and end < start:
            raise InputError(_("The days on the team end before they begin."))
    for (_start, end), (later, _end) in pairwise(spans):
        if end is None or later <= end:
            raise InputError(
                _("The times on the team overlap, or are not in order."),
                _("List them one after the other, each ended before the next begins."),
            )


def _check_away(ranges: tuple[Days, ...]) -> None:
    if any(last < first for first, last in ranges):
        raise InputError(_("The days away end before they begin."))


def _first_letter(name: str) -> str:
    """The first character that shows, a letter or figure if there is one."""
    letters = [c for c in name if c.isalnum()] or [c for c in name if c.isprintable()]
    return letters[0] if letters else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerTeam(Entity):
    """A department or sales unit the rep depends on or hands customers to.

    `measured_on` is their work in their words, last heard from them on `heard_on`.
    """

    id: Id["PartnerTeam"]
    name: Annotated[str, Length(1, 60)]
    kind: TeamKind = TeamKind.OTHER
    notice_days_wanted: Annotated[int, Between(0, 180)] | None = None
    measured_on: Annotated[str, Length(0, 200)] = ""
    heard_on: date | None = None
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerPerson(Entity):
    """A person in a partner team."""

    id: Id["PartnerPerson"]
    name: Annotated[str, Length(1, 80)]
    team_id: Id[PartnerTeam]
    value_we_know: Annotated[str, Length(0, 200)] = ""
    value_they_know: Annotated[str, Length(0, 200)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Entity):
    """A customer organisation; all but the name may be unknown."""

    id: Id["Account"]
    name: Annotated[str, Length(1, 80)]
    industry: Annotated[str, Length(1, 60)] | None = None
    size_class: SizeClass | None = None
    situation: Annotated[str, Length(1, 40)] | None = None
    owner_rep_id: Id[Rep] | None = None
    selection_stage: SelectionStage | None = None

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        refuse_situation(self.situation)
