"""The history of a person, of a record, or of everything: what was changed, when, in words."""

from uuid import UUID

from coachdesk.domain.entity import Entity
from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.people import Rep
from coachdesk.domain.playbook import Playbook
from coachdesk.language import gettext as _
from coachdesk.services.history import title_of_command
from coachdesk.services.history_words import changed_fields, is_private, rated, title_of
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries.history import Recorded, Step, recorded
from coachdesk.store.schema import BINDINGS
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.history import HistoryEntry

MOST = 100
# Journalled like a print, since undo goes around it; it says so itself.
ERASING = "erase_interview"
MOST_DETAILS = 3
_ORDER: dict[type, int] = {binding.kind: n for n, binding in enumerate(BINDINGS)}


def history(
    reads: Snapshot,
    *,
    rep_id: UUID | None = None,
    record_ids: tuple[UUID, ...] = (),
    before: int | None = None,
    most: int = MOST,
) -> list[HistoryEntry]:
    """Changes about a rep or some records, else all, the newest first; `before` goes on reading."""
    found = recorded(
        reads,
        rep_id=rep_id,
        record_ids=record_ids,
        most=most,
        **({} if before is None else {"before": before}),
    )
    names: dict[UUID, str] = {rep.id: rep.name for rep in reads.find(Rep)} if found else {}
    undone = _undone(found)
    playbook = playbook_of(reads)
    return [_entry(reads, each, names, undone, playbook) for each in found]


def _undone(found: list[Recorded]) -> set[int]:
    """Numbers of changes that are taken back as things stand: the last undo or redo decides."""
    root: dict[int, int] = {}
    undone: set[int] = set()
    for each in reversed(found):
        entry = each.entry
        if entry.inverts is None:
            continue
        root[entry.n] = root.get(entry.inverts, entry.inverts)
        if entry.kind == "undo":
            undone.add(root[entry.n])
        else:
            undone.discard(root[entry.n])
    return undone


def _entry(
    reads: Snapshot,
    each: Recorded,
    names: dict[UUID, str],
    undone: set[int],
    playbook: Playbook,
) -> HistoryEntry:
    entry = each.entry
    reps = {names[step.rep_id] for step in each.steps if step.rep_id in names}
    kinds = frozenset(type(step.after or step.before) for step in each.steps)
    return HistoryEntry(
        n=entry.n,
        at=entry.at.astimezone(reads.now.tzinfo),
        kind="erase" if entry.command == ERASING else entry.kind,
        what=title_of_command(entry.command, is_observation=bool(kinds & {Observation, Rating})),
        reps=tuple(sorted(reps)),
        details=_details(each.steps, playbook),
        is_undone=entry.n in undone,
    )


def _details(steps: tuple[Step, ...], playbook: Playbook) -> tuple[str, ...]:
    found = []
    for step in sorted(steps, key=_place):
        words = _words(step, playbook)
        if words and words not in found:
            found.append(words)
    return tuple(found[:MOST_DETAILS])


def _place(step: Step) -> int:
    """A record before its parts, also where an undo took the parts first."""
    return _ORDER.get(type(step.after or step.before), 0)


def _words(step: Step, playbook: Playbook) -> str:
    entity: Entity | None = step.after or step.before
    if entity is None:
        return ""
    title = title_of(entity, playbook)
    if step.before is None or step.after is None or is_private(entity):
        return _anchored(entity, playbook) if isinstance(entity, Rating) else title
    changed = changed_fields(step.before, step.after, playbook)
    if not changed:
        return ""
    return ", ".join(([title] if title else []) + changed)


def _anchored(rating: Rating, playbook: Playbook) -> str:
    """A rating; with its anchor where that was worded otherwise than now."""
    given = playbook.wording(rating.behaviour_key, rating.anchor_version).anchors[rating.value]
    if given == playbook.behaviours[rating.behaviour_key].anchors[rating.value]:
        return rated(rating, playbook)
    words = _("{rated}: “{anchor}”")
    return words.format(rated=rated(rating, playbook), anchor=given)
