"""The figures of Insights. Each knows its inputs, how sure it is, and its sentence.

Shares and probabilities are fractions 0-1; a range is None below the figure's minimum data, and
then `words` says what is missing. Nothing here ranks people: lists follow the manager's order.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.evaluation import Evaluation, TrendEvaluation
from coachdesk.domain.people import Settings
from coachdesk.domain.statistics import (
    ActivityRow,
    Causes,
    Conversion,
    Cusum,
    Difference,
    FocusGroups,
    KeptRate,
    Permutation,
    Survival,
)
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.views import insight_words as words
from coachdesk.views.balance import Balance


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A rep in the manager's order."""

    id: UUID
    name: str
    first_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One behaviour of one rep in the window (statistics §1), with its label of the month (§9).

    `lo` and `hi` are the Wilson range, from six events on. `label` is that of the newest monthly
    evaluation, "" before the first.
    """

    rep_id: UUID
    behaviour: BehaviourKey
    letter: str
    title: str
    short_title: str
    evaluation: Evaluation
    lo: float | None
    hi: float | None
    label: str
    label_words: str
    settings: Settings
    is_break: bool = False

    @property
    def words(self) -> str:
        """The share in a sentence."""
        return words.level_words(self.evaluation, self.lo, self.hi, self.settings)

    @property
    def missing(self) -> str:
        """What the evaluation lacks, in words; "" where nothing does."""
        return words.missing_words(self.evaluation.missing)

    @property
    def x(self) -> int:
        """Events rated 4 or 5."""
        return self.evaluation.counts.x

    @property
    def n(self) -> int:
        """Rated events."""
        return self.evaluation.counts.n

    @property
    def is_shown(self) -> bool:
        """Whether a percentage, range and colour are shown."""
        return self.lo is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Where one rep's chain probably breaks (§8): None without a clear break or enough data."""

    rep_id: UUID
    cells: tuple[tuple[int, int], ...]
    chances: tuple[float, ...] | None
    behaviour: BehaviourKey | None
    chance: float | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Whether the share has risen (§2), with the label two months in a row allow."""

    rep_id: UUID
    behaviour: BehaviourKey
    evaluation: TrendEvaluation
    label: str

    @property
    def words(self) -> str:
        """The trend in a sentence, or what is missing for one."""
        return words.trend_words(self.evaluation)

    @property
    def rise(self) -> float | None:
        """Probability (0-1) of a rise; None where a window lacks data."""
        return self.evaluation.rise


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """Promises that were due in 91 days, the manager's side always first (§10)."""

    rep_id: UUID | None
    mine: KeptRate
    mine_overdue: int
    reps: KeptRate
    reps_overdue: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one link of the chain to the next (§9)."""

    at: BehaviourKey
    to: BehaviourKey
    figure: Conversion
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainOfNeeds:
    """How many customer needs reached each link, and how many went on (§9)."""

    reached: tuple[int, ...]
    open_at: tuple[int, ...]
    stopped_at: tuple[int, ...]
    customer_changed: int
    steps: tuple[Step, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How long expectations take until they are met (§11), of one partner team or of all."""

    team_id: UUID | None
    team: str
    n: int
    met: int
    still_open: int
    curve: Survival | None
    met_by: tuple[tuple[int, float], ...]
    words: str

    @property
    def is_shown(self) -> bool:
        """Whether there is enough to draw the curve."""
        return self.curve is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffSeen:
    """One hand-off behind the figures of needs and waiting.

    `stage` is the link it reached (0-5); `days` it waited since its expectation was set, None
    before that; `is_met` whether the expectation was met.
    """

    rep: str
    account: str
    team: str
    need: str
    stage: int
    is_settled: bool
    days: int | None
    is_met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFigure:
    """What activities of one kind led to (§12)."""

    kind: str
    title: str
    row: ActivityRow
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFigure:
    """What activities led to at one stage of the customer's selection process; "" is no stage."""

    stage: str
    title: str
    row: ActivityRow
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """How opportunities of a year ended: the share won with its range, the median of days.

    Below eight decided ones `rate`, its range and `median_days` are None.
    """

    won: int
    lost: int
    no_decision: int
    still_open: int
    rate: float | None
    lo: float | None
    hi: float | None
    median_days: float | None
    words: str

    @property
    def n(self) -> int:
        """How many were decided."""
        return self.won + self.lost + self.no_decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Whether prepared activities moved the decision more often than unprepared ones (§12)."""

    a1: int
    m1: int
    a2: int
    m2: int
    difference: Difference | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Misses:
    """Why expectations were missed, and how old open ones are (§13)."""

    causes: Causes
    n: int
    ages: tuple[tuple[str, int], ...]
    oldest_days: int | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusOrder:
    """Where coaching may help most, for the manager alone (§6): names in three groups."""

    behaviour: BehaviourKey
    title: str
    groups: FocusGroups | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """A published pair of agreement rates in per cent; shown only with source and caution."""

    topic: str
    world_class_pct: int
    comparison_pct: int
    comparison_group: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Insights:
    """Everything the page shows at once, as of one day.

    `in_a_row` is how many requirements were set since the last request or share, to any rep.
    """

    until: date
    window_days: int
    certainty: float
    target_share: float
    people: tuple[Person, ...]
    events: int
    cells: tuple[Cell, ...]
    chains: tuple[Chain, ...]
    trends: tuple[Trend, ...]
    balance: Balance
    balances: tuple[Balance, ...]
    in_a_row: int
    promises: Promises
    promises_by_rep: tuple[Promises, ...]
    needs: ChainOfNeeds
    hand_offs: tuple[HandOffSeen, ...]
    waiting: Waiting
    waiting_by_team: tuple[Waiting, ...]
    activities: tuple[ActivityFigure, ...]
    prepared: Prepared
    stages: tuple[StageFigure, ...]
    decided: Decided
    misses: Misses
    focus: tuple[FocusOrder, ...]
    benchmarks: tuple[Benchmark, ...]
    benchmark_source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingPoint:
    """One rating of a series, with the event it opens."""

    observation_id: UUID
    day: date
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """The ratings of one cell probably shifted (§4); a question to the manager."""

    rep_id: UUID
    behaviour: BehaviourKey
    direction: str
    start: RatingPoint
    seen: RatingPoint
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachedChange:
    """Ratings before and after a day fixed beforehand (§5): of a request, share or plan."""

    day: date
    what: str
    before: tuple[int, ...]
    after: tuple[int, ...]
    test: Permutation | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The ratings of one cell over time: single ones, smoothed (§3), shift (§4), change (§5)."""

    rep_id: UUID
    behaviour: BehaviourKey
    title: str
    ratings: tuple[RatingPoint, ...]
    smoothed: tuple[float, ...]
    cusum: Cusum | None
    shift: Shift | None
    change: CoachedChange | None
    words: str
    shift_words: str
