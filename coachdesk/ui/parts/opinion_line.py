"""The quiet line beside a comment that is only an opinion."""

from coachdesk.domain.playbook import Playbook
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _


def opinion_words(playbook: Playbook, behaviour: BehaviourKey | None) -> str:
    """What to add, and why, as the behaviour's own example says it; never a block."""
    first = _("What did you see or hear?")
    return first if behaviour is None else f"{first} {playbook.behaviours[behaviour].why_not}"
