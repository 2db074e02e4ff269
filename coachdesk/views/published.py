"""Published figures of the sources, as the Playbook shows them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublishedBar:
    """Who agreed, and how many of a hundred; of two bars the first is the one compared.

    Without a group it is the share of the topic itself.
    """

    group: str
    percent: int
    is_first: bool = True


@dataclass(frozen=True, slots=True)
class PublishedShare:
    """What was asked, and its one or two percentages."""

    topic: str
    bars: tuple[PublishedBar, ...]


@dataclass(frozen=True, slots=True)
class PublishedFigures:
    """The figures of one study, with its source and year; association, not proof."""

    title: str
    source: str
    shares: tuple[PublishedShare, ...]
