"""What the panel of one hand-off shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from coachdesk.domain.vocabulary import Gain, Side
from coachdesk.views.hand_off_story import StoryLine
from coachdesk.views.promises import HandOffRow


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOffPage:
    """The hand-off, its checklist, its story, and the people and teams its steps ask about.

    `hanging` says which requests and shares hang on it.
    """

    row: HandOffRow
    account_id: UUID
    team_id: UUID
    rep_full_name: str
    value_reason: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    check_day: date | None = None
    way_asked: bool | None = None
    way_used: bool | None = None
    people: tuple[str, ...] = ()
    teams: tuple[tuple[UUID, str], ...] = ()
    gains: Mapping[Side, Gain] = field(default_factory=dict)
    gain_words: Mapping[Side, str] = field(default_factory=dict)
    hanging: str = ""
    story: tuple[StoryLine, ...] = ()
