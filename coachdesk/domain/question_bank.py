"""The manager's hand in the question bank: own questions, own wordings, favourites."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from coachdesk.domain.entity import Entity, Id, Length
from coachdesk.domain.playbook_vocabulary import Purpose, QuestionStyle
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaybookQuestion(Entity):
    """What the manager did with one question; one a `key`.

    For a shipped key (`Q-n01`) an empty text keeps the shipped wording, and the other choices are
    the shipped ones; an own question (`own-…`) has all of its own. `stage` None is any stage.
    """

    id: Id["PlaybookQuestion"]
    key: Annotated[str, Length(1, 40)]
    text: Annotated[str, Length(0, 160)] = ""
    purpose: Purpose = Purpose.EXPLORE
    behaviour_key: BehaviourKey | None = None
    style: QuestionStyle = QuestionStyle.ASK
    stage: SelectionStage | None = None
    is_favourite: bool = False
    is_retired: bool = False
    added_day: date | None = None
