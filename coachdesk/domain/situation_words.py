"""What is expected in a selling situation in the words in force: the shipped ones, or edited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from coachdesk.domain.expectations import SituationExpectation
from coachdesk.domain.situations import OWN
from coachdesk.domain.vocabulary import BehaviourKey


@dataclass(frozen=True, slots=True, kw_only=True)
class SituationWords:
    """One situation as it is worded now; version 1 of a shipped one was never stored.

    `edited_day` is None for words nobody changed; `is_shipped` says the words are the shipped ones,
    whether or not others stood there meanwhile; `same_versions` said the very same.
    """

    key: str
    title: str
    principle: str = ""
    expected: tuple[str, ...] = ()
    compete: str = ""
    collaborate: str = ""
    emphasis: tuple[BehaviourKey, ...] = ()
    version: int = 1
    edited_day: date | None = None
    is_archived: bool = False
    is_shipped: bool = True
    same_versions: frozenset[int] = frozenset({1})

    @property
    def is_own(self) -> bool:
        """Whether the manager added the situation."""
        return self.key.startswith(OWN)

    @property
    def texts(self) -> tuple[object, ...]:
        """What can be worded, to be compared."""
        return (self.title, self.principle, self.expected, self.compete, self.collaborate)


def in_force(
    shipped: Mapping[str, SituationWords], stored: Iterable[SituationExpectation]
) -> dict[str, SituationWords]:
    """Every situation in its newest words: the shipped ones in their order, then the own ones."""
    versions: dict[str, list[SituationWords]] = {key: [words] for key, words in shipped.items()}
    for wording in sorted(stored, key=lambda wording: wording.version):
        words = worded(wording, shipped.get(wording.situation))
        versions.setdefault(wording.situation, []).append(words)
    own = sorted(
        (key for key in versions if key not in shipped),
        key=lambda key: versions[key][-1].title.casefold(),
    )
    return {key: _newest(versions[key]) for key in (*shipped, *own)}


def _newest(versions: list[SituationWords]) -> SituationWords:
    last = versions[-1]
    same = (each.version for each in versions if each.texts == last.texts)
    return replace(last, same_versions=frozenset(same))


def worded(wording: SituationExpectation, shipped: SituationWords | None = None) -> SituationWords:
    """A stored version as words."""
    found = SituationWords(
        key=wording.situation,
        title=wording.title,
        principle=wording.principle,
        expected=wording.expected,
        compete=wording.compete,
        collaborate=wording.collaborate,
        emphasis=wording.emphasis,
        version=wording.version,
        edited_day=wording.edited_day,
        is_archived=wording.is_archived,
        is_shipped=False,
    )
    return replace(found, is_shipped=shipped is not None and found.texts == shipped.texts)
