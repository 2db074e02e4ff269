"""What a rep's page shows."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from coachdesk.domain.vocabulary import Asker, AskForm, AskState, MandateState, Party
from coachdesk.views.balance import Balance
from coachdesk.views.evidence import Event, LinkFigure
from coachdesk.views.insights import Cell, Chain
from coachdesk.views.partner_team import WorksWith
from coachdesk.views.plans import PlanView
from coachdesk.views.promises import HandOffRow, PromiseRow
from coachdesk.views.talks import TalkHead
from coachdesk.views.usefulness import UsefulTalk


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep:
    """One request, or the requirement, of a thread. The form is private."""

    id: UUID
    label: str
    day: date
    due_day: date | None
    state: AskState | MandateState
    form: AskForm | None


class HelpState(StrEnum):
    """Where the help stands that was promised with a request."""

    NONE = "none"
    DUE = "due"
    LATE = "late"
    DELIVERED = "delivered"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRow:
    """A thread that is not settled: what was asked last, and every step so far.

    `id` is the request or requirement the row is about, `how` how it is done or checked.
    `help_failed` says that promised help did not come in time, `may_require` that a request on
    this subject went unmet, `is_skipped` that a requirement was set without any. `to` is who is
    asked where it is no rep, `place` the customer of a contact. An unfinished request has a row
    of its own.
    """

    id: UUID
    thread_id: UUID
    subject: str
    text: str
    day: date
    how: str
    help: str
    due_day: date | None
    steps: tuple[LadderStep, ...]
    state: AskState | MandateState
    is_requirement: bool = False
    help_failed: bool = False
    may_require: bool = False
    is_skipped: bool = False
    asker: Asker = Asker.MANAGER
    party: Party = Party.REP
    help_state: HelpState = HelpState.NONE
    to: str = ""
    place: str = ""

    @property
    def to_words(self) -> str:
        """“C. Adeyemi, Cobalt”; empty for a rep."""
        return ", ".join(part for part in (self.to, self.place) if part)

    @property
    def becomes_promise(self) -> bool:
        """Whether an agreed request is a promise of the one asked: of a rep or a peer manager."""
        return self.asker is Asker.MANAGER and self.party in (Party.REP, Party.PEER_MANAGER)

    @property
    def helps_by_promise(self) -> bool:
        """Whether help is a promise; one’s manager and a department have no promises here."""
        return self.asker is Asker.REP or self.becomes_promise

    @property
    def unmet(self) -> int:
        """How many requests on this subject went unmet."""
        return sum(step.state is AskState.UNMET for step in self.steps)

    @property
    def is_draft(self) -> bool:
        """Unfinished: it does not count and does not occupy its thread."""
        return self.state is AskState.DRAFT

    @property
    def is_waiting(self) -> bool:
        """Not met, or void: it can be asked again."""
        return self.state in (AskState.UNMET, AskState.VOID)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """Something given to the rep; it prints only if it is ticked."""

    id: UUID
    kind: str
    text: str
    day: date
    prints: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PastTalk:
    """A talk that is over."""

    session_id: UUID
    day: date
    focus: str
    summary: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Promises kept on time of those closed, for one side."""

    kept: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One behaviour in the level window, with the word of its label and the reason for it."""

    cell: Cell
    label: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """When the rep can be seen next; `kind` is "visit", "check", "hand_off" or "talk"."""

    kind: str
    day: date
    account: str = ""
    team: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RepChain:
    """The five links and the qualities below them, where the chain breaks, and the next occasion.

    `occasion` is None where nothing is planned.
    """

    links: tuple[Labelled, ...]
    qualities: tuple[Labelled, ...]
    at: Chain
    occasion: Occasion | None

    @property
    def is_lacking(self) -> bool:
        """Whether some link needs more events for its label or for the break point."""
        return self.at.chances is None or any(link.cell.missing for link in self.links)


@dataclass(frozen=True, slots=True, kw_only=True)
class RepPage:
    """Everything on the page of one rep, as of one moment."""

    now: datetime
    rep_id: UUID
    name: str
    first_name: str
    initials: str
    role: str
    accounts: int
    since: date | None
    left_on: date | None
    rhythm_days: int
    next_talk: TalkHead | None
    last_day: date | None
    window_days: int
    certainty: float
    figures: tuple[LinkFigure, ...]
    chain: RepChain | None = None
    balance: Balance | None = None
    events: tuple[Event, ...]
    asks: tuple[AskRow, ...]
    rep_asks: tuple[AskRow, ...] = ()
    promises: tuple[PromiseRow, ...]
    my_kept: Kept
    reps_kept: Kept
    hand_offs: tuple[HandOffRow, ...]
    shares: tuple[ShareRow, ...]
    private_notes: int
    past_talks: tuple[PastTalk, ...]
    plans: tuple[PlanView, ...]
    works_with: tuple[WorksWith, ...] = ()
    useful: tuple[UsefulTalk, ...] = ()
