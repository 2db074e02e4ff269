"""What was found about one behaviour of one rep: monthly labels, and shifts that were answered."""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length
from coachdesk.domain.evidence import Observation
from coachdesk.domain.people import Rep, Settings
from coachdesk.domain.vocabulary import BehaviourKey, Finding, Label, SnapshotCause

_MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSnapshot(Entity):
    """One evaluation (rules.md, 9). A later revision of the same month counts; older ones stay.

    `lo` and `hi` are the Jeffreys range of the share x of n (0-1), under the `settings` stored
    with it, so that a change of settings never rewrites the past.
    """

    id: Id["LabelSnapshot"]
    rep_id: Id[Rep]
    behaviour_key: BehaviourKey
    eval_day: date
    revision: Annotated[int, Between(1, 10_000)] = 1
    n: Annotated[int, Between(0, _MOST)]
    x: Annotated[int, Between(0, _MOST)]
    accounts: Annotated[int, Between(0, _MOST)]
    weeks: Annotated[int, Between(0, _MOST)]
    lo: float | None = None
    hi: float | None = None
    finding: Finding
    label: Label
    settings: Settings = field(default_factory=Settings)
    cause: SnapshotCause = SnapshotCause.MONTHLY


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftNote(Entity):
    """The manager saw that ratings shifted (statistics.md, 4), and may say what was different.

    The six ratings from `observation_id` on are the next baseline.
    """

    id: Id["ShiftNote"]
    rep_id: Id[Rep]
    behaviour_key: BehaviourKey
    observation_id: Id[Observation]
    day: date
    words: Annotated[str, Length(0, 300)] = ""
