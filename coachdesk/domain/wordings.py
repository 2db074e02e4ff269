"""The manager's own wording of a behaviour; each change is a version, and none is overwritten."""

from dataclasses import dataclass
from typing import Annotated

from coachdesk.domain.entity import Between, Entity, Id, Length
from coachdesk.domain.errors import InputError
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _

ANCHORS, LEAST_CUES, MOST_CUES, LONGEST_ANCHOR = 5, 3, 8, 200


def is_same(words: str, others: str) -> bool:
    """Whether two wordings say the same; how the apostrophe is written makes no difference."""
    return words.replace("'", "’") == others.replace("'", "’")


@dataclass(frozen=True, slots=True, kw_only=True)
class BehaviourDefinition(Entity):
    """One version of one behaviour's title, definition, cues and five anchors, worst first.

    Version 1 is what is shipped and is never stored; a rating names the version it was given under.
    """

    id: Id["BehaviourDefinition"]
    key: BehaviourKey
    title: Annotated[str, Length(1, 40)]
    definition: Annotated[str, Length(1, 160)]
    cues: tuple[str, ...]
    anchors: tuple[str, ...]
    version: Annotated[int, Between(2, 10_000)]

    def __post_init__(self) -> None:
        Entity.__post_init__(self)
        too_many = max((len(anchor.strip()) for anchor in self.anchors), default=0) - LONGEST_ANCHOR
        if too_many > 0:
            raise InputError(
                _("The sentence is too long: {n} too many.").format(n=too_many),
                _("Shorten it to {most} characters.").format(most=LONGEST_ANCHOR),
            )
        if len(self.anchors) != ANCHORS or not all(anchor.strip() for anchor in self.anchors):
            raise InputError(
                _("{title} needs five anchors of 1 to {most} characters.").format(
                    title=self.title, most=LONGEST_ANCHOR
                ),
                _("Write one sentence for each rating from 1 to 5."),
            )
        if not LEAST_CUES <= len(self.cues) <= MOST_CUES:
            raise InputError(
                _("{title} needs {least} to {most} cues.").format(
                    title=self.title, least=LEAST_CUES, most=MOST_CUES
                )
            )
