"""What the manager says to a shift in the ratings, and looking for shifts beside the window."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.evidence import Observation
from coachdesk.domain.labels import ShiftNote
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.services.insights import shifts
from coachdesk.store.opening import open_store
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.insights import Shift


def answer_shift(
    work: UnitOfWork,
    *,
    rep_id: Id[Rep],
    behaviour: BehaviourKey,
    observation_id: Id[Observation],
    words: str,
) -> ShiftNote:
    """The shift was seen, with what was different: the next baseline begins where it began."""
    return work.put(
        ShiftNote(
            id=work.new_id(ShiftNote),
            rep_id=rep_id,
            behaviour_key=behaviour,
            observation_id=observation_id,
            day=work.as_of,
            words=words.strip(),
        )
    )


def answers_of(reads: Snapshot, rep_id: UUID, behaviour: BehaviourKey) -> list[ShiftNote]:
    """What was said to earlier shifts of one cell, newest first."""
    found = reads.find(ShiftNote, rep_id=rep_id, behaviour_key=behaviour)
    return sorted(found, key=lambda note: note.day, reverse=True)


def shifts_of_file(path: Path, now: datetime) -> tuple[Shift, ...]:
    """Every shift in a store, read through a door of its own, so that a job can do it."""
    store = open_store(path, now=now, read_only=True)
    try:
        return shifts(Snapshot(store.connection, now))
    finally:
        store.close()
