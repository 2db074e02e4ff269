"""What “Ratings in your words” shows."""

from dataclasses import dataclass

from coachdesk.domain.vocabulary import BehaviourKey


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchorWording:
    """One rating of one behaviour: its sentence, and how often it was given.

    `given_older` counts those of `given` that were given while the sentence was another.
    """

    value: int
    name: str
    words: str
    is_shipped: bool
    given: int
    given_older: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One behaviour in the words in force, its anchors best first."""

    key: BehaviourKey
    title: str
    short_title: str
    definition: str
    anchors: tuple[AnchorWording, ...]

    @property
    def is_shipped(self) -> bool:
        """Whether every anchor says what was shipped."""
        return all(anchor.is_shipped for anchor in self.anchors)
