"""What the page of one partner team shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from coachdesk.domain.account_intelligence import OLD_AFTER_DAYS
from coachdesk.domain.introduction_rules import Move, Stage
from coachdesk.domain.partner_vocabulary import (
    CapabilityKind,
    Confidence,
    IntelligenceQuestion,
    IntroductionForm,
    IntroductionResult,
)
from coachdesk.domain.vocabulary import BuyingRole
from coachdesk.language import gettext as _
from coachdesk.language import ngettext

MOST_LINES = 5


class MetAt(StrEnum):
    """Where somebody was met."""

    EVENT = "event"
    JOINT_MEETING = "joint meeting"
    HAND_OFF = "hand-off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """Who of ours met somebody of theirs, when and where, with the customer where it is known."""

    day: date
    rep_id: UUID
    rep_name: str
    at: MetAt
    id: UUID
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody of the team; `works_with` are reps, the one met last first."""

    id: UUID
    name: str
    value_we_know: str
    value_they_know: str
    works_with: tuple[tuple[UUID, str], ...] = ()
    last: Met | None = None
    notes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRow:
    """The manager of the team, and how to reach them."""

    id: UUID
    name: str
    contact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """Who else has a say at the customer."""

    id: UUID
    name: str
    role: BuyingRole


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroductionRow:
    """One introduction with everything its sheet needs."""

    id: UUID
    account_id: UUID
    account: str
    rep_id: UUID
    rep_name: str
    who: str
    contact_id: UUID | None
    contact: str
    stage: Stage
    moves: tuple[Move, ...]
    asked_day: date | None
    offered_day: date | None
    made_day: date | None
    form: IntroductionForm
    note: str
    pace: str
    problem_talk_by: date | None
    problem_talk_day: date | None
    result: IntroductionResult
    result_note: str
    months_saved: int | None
    word_back: str
    word_back_day: date | None
    is_talk_late: bool
    owes_word_back: bool
    deciders: tuple[Decider, ...] = ()

    @property
    def is_marked(self) -> bool:
        """Something about it is due now."""
        return self.is_talk_late or self.owes_word_back


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownAnswer:
    """The newest answer of a team to one question; `earlier` are those before, newest first."""

    id: UUID
    question_id: IntelligenceQuestion
    question: str
    words: str
    day: date
    confidence: Confidence
    said_by: str
    note: str
    team_id: UUID
    team: str
    is_old: bool
    earlier: "tuple[KnownAnswer, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """What the team knows of one customer, in the order of the questions."""

    id: UUID
    account: str
    answers: tuple[KnownAnswer, ...]

    @property
    def newest(self) -> date:
        """The day of the newest answer."""
        return max(answer.day for answer in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilityRow:
    """A dated line; `ours` was said by us to them."""

    id: UUID
    kind: CapabilityKind
    text: str
    from_days: int | None
    to_days: int | None
    ours: bool
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksWith:
    """A person a rep works with, for the rep's page; `last_day` is when they met last."""

    id: UUID
    name: str
    team_id: UUID
    team: str
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerTeamPage:
    """Everything about one partner team that is not a hand-off."""

    as_of: date
    team_id: UUID
    name: str
    is_active: bool
    peers: tuple[PeerRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    introductions: tuple[IntroductionRow, ...] = ()
    customers: tuple[CustomerRow, ...] = ()
    capabilities: tuple[CapabilityRow, ...] = ()

    @property
    def months_saved(self) -> tuple[int, int]:
        """Months saved by estimate, and in how many introductions."""
        known = [row.months_saved for row in self.introductions if row.months_saved]
        return sum(known), len(known)


def newest_lines(
    rows: Sequence[CapabilityRow], most: int = MOST_LINES
) -> tuple[list[CapabilityRow], int]:
    """The newest of each kind and direction, and how many older ones there are."""
    shown: list[CapabilityRow] = []
    older = 0
    for ours in (False, True):
        for kind in CapabilityKind:
            some = [row for row in rows if row.kind is kind and row.ours is ours]
            some.sort(key=lambda row: row.day, reverse=True)
            shown += some[:most]
            older += max(0, len(some) - most)
    return shown, older


def months_words(months: int, introductions: int) -> str:
    """“about 7 months saved, by estimate, in 2 introductions”; nothing for none."""
    if not introductions:
        return ""
    saved = ngettext("about {n} month saved", "about {n} months saved", months).format(n=months)
    where = ngettext(
        "{saved}, by estimate, in {k} introduction",
        "{saved}, by estimate, in {k} introductions",
        introductions,
    )
    return where.format(saved=saved, k=introductions)


def ready_word_back(row: IntroductionRow) -> str:
    """Words to say or send to the team, made of what is known."""
    who = row.who or _("you")
    made = _("Thank you for the introduction to {account}.").format(account=row.account)
    if row.contact:
        made = _("Thank you for introducing {rep} to {contact} of {account}.").format(
            rep=row.rep_name, contact=row.contact, account=row.account
        )
    came = {
        IntroductionResult.OPEN: _("It is still open; you will hear from us."),
        IntroductionResult.MEETING: _("It led to a meeting."),
        IntroductionResult.NEED: _("It led to a need we now work on."),
        IntroductionResult.NOTHING: _("Nothing came of it this time."),
    }[row.result]
    parts = [_("{name}:").format(name=who) if row.who else "", made, came]
    if row.result_note:
        parts.append(_sentence(row.result_note))
    if row.months_saved:
        saved = ngettext(
            "It saved us about {n} month, by estimate.",
            "It saved us about {n} months, by estimate.",
            row.months_saved,
        )
        parts.append(saved.format(n=row.months_saved))
    return _joined(parts)


def _sentence(words: str) -> str:
    return words if words.rstrip()[-1:] in ".!?…" else f"{words}."


def _joined(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)


def old_words() -> str:
    """What is said of an old answer."""
    return _("may be outdated: older than {n} days").format(n=OLD_AFTER_DAYS)
