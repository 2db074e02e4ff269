"""What figures and evidence lists show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.statistics import break_point, p_weakest, wilson
from coachdesk.domain.vocabulary import BehaviourKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One rating of one observation, with the words it rests on.

    `anchor` is the sentence of the rating, in the wording it was given under;
    `self_value` is the rep's own rating, which counts in no figure.
    """

    observation_id: UUID
    rating_id: UUID
    rep_id: UUID
    rep_name: str
    day: date
    behaviour: BehaviourKey
    letter: str
    behaviour_title: str
    value: int
    words: str
    comment: str
    account: str
    team: str
    partner: str
    anchor: str = ""
    self_value: int | None = None

    @property
    def where(self) -> str:
        """Account, partner person and team, as far as they are known."""
        return " · ".join(part for part in (self.account, self.partner, self.team) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFigure:
    """How often one behaviour was done well: x rated 4 or 5 of n rated events in the window.

    `lo` and `hi` bound the share (0–1) at the workspace's certainty; they, and `share`, are None
    below `least` events, where the honest answer is `needs`.
    """

    behaviour: BehaviourKey
    letter: str
    title: str
    short_title: str
    x: int
    n: int
    least: int
    lo: float | None
    hi: float | None

    @property
    def is_shown(self) -> bool:
        """Whether there are enough events for a percentage."""
        return self.n >= self.least

    @property
    def share(self) -> float | None:
        """Share of rated events at 4 or 5 (0–1), once there are enough."""
        return self.x / self.n if self.is_shown else None

    @property
    def needs(self) -> int:
        """How many more events a percentage needs."""
        return max(0, self.least - self.n)


def link_figure(
    *,
    behaviour: BehaviourKey,
    letter: str,
    title: str,
    short_title: str,
    x: int,
    n: int,
    least: int,
    certainty: float,
) -> LinkFigure:
    """The figure with its range (statistics §1), or without one below the least events."""
    bounds = wilson(x=x, n=n, certainty=certainty) if n >= least else None
    return LinkFigure(
        behaviour=behaviour,
        letter=letter,
        title=title,
        short_title=short_title,
        x=x,
        n=n,
        least=least,
        lo=bounds[0] if bounds else None,
        hi=bounds[1] if bounds else None,
    )


def break_of(
    figures: Sequence[LinkFigure], labels: Mapping[BehaviourKey, str]
) -> tuple[BehaviourKey, float] | None:
    """The link at which the chain probably breaks, and how probably (statistics §8)."""
    cells = [(figure.x, figure.n) for figure in figures]
    keys = [figure.behaviour for figure in figures]
    named = break_point(cells=cells, labels=[labels.get(key) for key in keys])
    return None if named is None else (named, p_weakest(cells=cells)[keys.index(named)])


def proposed_focus(
    last_focus: BehaviourKey | None,
    figures: Sequence[LinkFigure],
    broken: BehaviourKey | None = None,
) -> BehaviourKey | None:
    """The link a brief proposes: the break point, else the last talk's, else the lowest share.

    Only the five links count, and only those with enough events; ties go to the earlier link.
    """
    if broken is not None:
        return broken
    chain = [figure.behaviour for figure in figures]
    if last_focus in chain:
        return last_focus
    shown = [figure for figure in figures if figure.share is not None]
    if not shown:
        return None
    return min(shown, key=lambda figure: figure.share or 0.0).behaviour
