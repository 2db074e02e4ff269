"""The manager's own mapping of a stage of the customer's selection process to the own funnel."""

from dataclasses import dataclass, replace
from typing import Annotated

from coachdesk.domain.entity import Entity, Id, Length
from coachdesk.domain.playbook import StageGuide
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage


@dataclass(frozen=True, slots=True, kw_only=True)
class StageWording(Entity):
    """One stage in the manager's words; stored once edited, one a stage (source 003)."""

    id: Id["StageWording"]
    stage: SelectionStage
    customer_stage: Annotated[str, Length(1, 60)]
    funnel_stage: Annotated[str, Length(1, 40)]
    customer_question: Annotated[str, Length(0, 160)] = ""
    coach_on: Annotated[str, Length(0, 300)] = ""
    coaching_focus: tuple[BehaviourKey, ...] = ()


def worded(guide: StageGuide, wording: StageWording) -> StageGuide:
    """The stage as the manager words it."""
    return replace(
        guide,
        title=wording.customer_stage,
        funnel_stage=wording.funnel_stage,
        question=wording.customer_question,
        coach_on=wording.coach_on,
        focus=wording.coaching_focus,
    )
