"""The customer's stages: mapped to the own funnel, and what to coach at each."""

from collections.abc import Sequence

from coachdesk.domain.stage_wordings import StageWording, worded
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries.questions import customers_by_stage
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.stages import StagePage


def customer_stages(reads: Snapshot) -> tuple[StagePage, ...]:
    """The six stages in their order, each with its questions and the customers that stand there."""
    playbook, shipped = playbook_of(reads), shipped_playbook().stages
    there = customers_by_stage(reads)
    return tuple(
        StagePage(
            guide=guide,
            is_own=guide != shipped[key],
            questions=tuple(each for each in playbook.questions if each.stage is key),
            customers=there.get(key, ()),
        )
        for key, guide in playbook.stages.items()
    )


def reword_stage(
    work: UnitOfWork,
    stage: SelectionStage,
    *,
    customer_stage: str | None = None,
    funnel_stage: str | None = None,
    customer_question: str | None = None,
    coach_on: str | None = None,
    coaching_focus: Sequence[BehaviourKey] | None = None,
) -> None:
    """Say it as it is said here; what is not given stays as it is."""
    now, kept = playbook_of(work).stages[stage], work.find(StageWording, stage=stage)
    wording = StageWording(
        id=kept[0].id if kept else work.new_id(StageWording),
        stage=stage,
        customer_stage=_given(customer_stage, now.title),
        funnel_stage=_given(funnel_stage, now.funnel_stage),
        customer_question=_given(customer_question, now.question),
        coach_on=_given(coach_on, now.coach_on),
        coaching_focus=now.focus if coaching_focus is None else tuple(coaching_focus),
    )
    if _is_shipped(wording):
        reset_stage(work, stage)
    else:
        work.put(wording)


def reset_stage(work: UnitOfWork, stage: SelectionStage) -> None:
    """Back to the shipped words of this stage."""
    for kept in work.find(StageWording, stage=stage):
        work.remove(kept)


def _given(text: str | None, now: str) -> str:
    return now if text is None else " ".join(text.split())


def _is_shipped(wording: StageWording) -> bool:
    guide = shipped_playbook().stages[wording.stage]
    return worded(guide, wording) == guide
