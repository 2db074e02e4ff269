"""A stage of the customer's own choosing as its page shows it."""

from dataclasses import dataclass

from coachdesk.domain.playbook import Question, StageGuide


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePage:
    """The stage in the words in force, its questions, and the customers that stand there."""

    guide: StageGuide
    is_own: bool
    questions: tuple[Question, ...]
    customers: tuple[str, ...]
