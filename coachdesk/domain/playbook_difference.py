"""What differs between two Playbooks, item by item; nothing is taken here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from coachdesk.domain.playbook_content import FIELDS, Content, Item, Part, Value, name_key
from coachdesk.language import in_own_words

# An editor may change these by itself; nobody is asked about them.
_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"'})


class State(StrEnum):
    """How an item of theirs stands to mine."""

    SAME = "same"
    NEW = "new"
    OTHER = "other"
    ONLY_MINE = "only_mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One item in both Playbooks; `fields` are those in which theirs says something else."""

    part: Part
    key: str
    title: str
    state: State
    mine: Item | None = None
    theirs: Item | None = None
    fields: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether there is something to take."""
        return self.state in (State.NEW, State.OTHER)

    def value(self, item: Item | None, name: str) -> Value:
        """What one of the two says in a field."""
        empty = next(each.empty for each in FIELDS[self.part] if each.name == name)
        return empty if item is None else item.values.get(name, empty)


def compare(mine: Content, theirs: Content) -> tuple[Difference, ...]:
    """Every item of both: theirs in the order of the file, then those only I have, by part."""
    found: list[Difference] = []
    for part in Part:
        found += _of_part(part, list(mine.of(part)), list(theirs.of(part)))
    return tuple(found)


def _of_part(part: Part, mine: list[Item], theirs: list[Item]) -> Iterator[Difference]:
    by_key = {item.key: item for item in mine}
    met = {item.key: by_key.pop(item.key) for item in theirs if item.key in by_key}
    # What has a key was met first, so that a name alone never takes its place.
    by_name = {name_key(item.title): item for item in by_key.values()}
    for item in theirs:
        same = met.get(item.key)
        if same is None and not item.key:
            same = by_name.pop(name_key(item.title), None)
        yield _difference(part, item, same)
    for item in by_key.values():
        if name_key(item.title) in by_name:
            yield Difference(
                part=part, key=item.key, title=item.title, state=State.ONLY_MINE, mine=item
            )


def _difference(part: Part, theirs: Item, mine: Item | None) -> Difference:
    """What mine does not have at all cannot be taken: a shipped question stays as it is sorted."""
    if mine is None:
        return Difference(
            part=part,
            key=theirs.key or name_key(theirs.title),
            title=theirs.title,
            state=State.NEW,
            theirs=theirs,
            fields=tuple(each.name for each in FIELDS[part] if theirs.values.get(each.name)),
        )
    fields = tuple(
        each.name
        for each in FIELDS[part]
        if each.name in theirs.values
        and each.name in mine.values
        and each.name != "key"
        and not is_same(theirs.values[each.name], mine.values.get(each.name, each.empty))
    )
    return Difference(
        part=part,
        key=mine.key,
        title=mine.title,
        state=State.OTHER if fields else State.SAME,
        mine=mine,
        theirs=theirs,
        fields=fields,
    )


def is_same(theirs: Value, mine: Value) -> bool:
    """Words are the same also with other quote marks, or with my team's own word for a rep."""
    if isinstance(theirs, tuple) and isinstance(mine, tuple):
        return len(theirs) == len(mine) and all(map(is_same, theirs, mine))
    if isinstance(theirs, str) and isinstance(mine, str):
        said = mine.translate(_SIGNS)
        return said in (theirs.translate(_SIGNS), in_own_words(theirs).translate(_SIGNS))
    return theirs == mine


def to_choose(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """What a person is asked about, in the order of the parts."""
    return tuple(each for each in differences if each.is_open)


def ref(difference: Difference) -> tuple[Part, str]:
    """What tells one difference from the others of the same file."""
    return (difference.part, difference.key)
