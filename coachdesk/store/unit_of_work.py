"""One command: reads and writes in one transaction, with the value of each row before it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import Connection, delete, insert, update

from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.entity import Entity, Id
from coachdesk.domain.evidence import GainStatement, Observation, Rating
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Rep
from coachdesk.domain.self_ratings import SelfRating
from coachdesk.domain.talks import AgendaItem, CoachingSession, SessionNote
from coachdesk.store.codec import row_values
from coachdesk.store.schema import BY_KIND
from coachdesk.store.search_index import index_row
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.changes import Changes

E = TypeVar("E", bound=Entity)


class UnitOfWork(Snapshot):
    """Writes of one command; what each touched row was before is kept for the journal."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        super().__init__(connection, now)
        self.before: dict[tuple[type[Entity], UUID], Entity | None] = {}
        self._reps: dict[tuple[type[Entity], UUID], UUID | None] = {}

    def new_id(self, kind: type[E]) -> Id[E]:
        """A random id for a new entity."""
        fresh: Id[E] = as_id(uuid4())
        return fresh

    def put(self, entity: E, /) -> E:
        """Write the entity, new or changed; an unchanged one writes nothing."""
        kind = type(entity)
        old = self.peek(kind, as_id(entity.id))
        if old == entity:
            return entity
        self._touch(kind, entity, old)
        table = BY_KIND[kind].table
        if old is None:
            self._connection.execute(insert(table), row_values(entity))
        else:
            values = row_values(entity)
            del values["id"]
            self._connection.execute(update(table).where(table.c.id == entity.id), values)
        index_row(self._connection, old, entity)
        return entity

    def add_all(self, entities: Sequence[Entity], /) -> None:
        """Write many new rows of one kind, with one statement."""
        if not entities:
            return
        for entity in entities:
            self._touch(type(entity), entity, None)
        table = BY_KIND[type(entities[0])].table
        self._connection.execute(insert(table), [row_values(entity) for entity in entities])
        for entity in entities:
            index_row(self._connection, None, entity)

    def remove(self, entity: Entity, /) -> None:
        """Delete the row; its children must have been removed before."""
        self._touch(type(entity), entity, entity)
        self.drop_row(entity)

    def drop_row(self, entity: Entity) -> None:
        """Delete a row and its words, past the journal: undo says itself what it touches."""
        table = BY_KIND[type(entity)].table
        self._connection.execute(delete(table).where(table.c.id == entity.id))
        index_row(self._connection, entity, None)

    def bring_row(self, entity: Entity) -> None:
        """Insert a row and its words, past the journal."""
        self._connection.execute(insert(BY_KIND[type(entity)].table), row_values(entity))
        index_row(self._connection, None, entity)

    def _touch(self, kind: type[Entity], entity: Entity, old: Entity | None) -> None:
        key = (kind, entity.id)
        self.before.setdefault(key, old)
        self._reps[key] = self.rep_of(entity)

    def rep_of(self, entity: Entity) -> UUID | None:
        """The rep an entity belongs to, directly or through its parent."""
        match entity:
            case Rep():
                return entity.id
            case Rating() | SelfRating():
                return self._rep_of_parent(Observation, entity.observation_id)
            case AgendaItem() | SessionNote():
                return self._rep_of_parent(CoachingSession, entity.session_id)
            case Ask() | Mandate():
                return self._rep_of_parent(AskThread, entity.thread_id)
            case GainStatement(hand_off_id=None):
                return self._rep_of_parent(Observation, entity.observation_id)
            case GainStatement():
                return self._rep_of_parent(HandOff, entity.hand_off_id)
            case _:
                return getattr(entity, "rep_id", None)

    def _rep_of_parent(self, kind: type[Entity], id: Any) -> UUID | None:
        parent: Any = self.peek(kind, id)
        return None if parent is None else parent.rep_id

    def rep_touched(self, kind: type[Entity], id: UUID) -> UUID | None:
        """The rep that a touched row belongs to."""
        return self._reps.get((kind, id))

    def note_inverted(
        self, kind: type[Entity], id: UUID, now: Entity | None, rep_id: UUID | None
    ) -> None:
        """Record a row that undo or redo is about to bring back to what it was."""
        self.before[kind, id] = now
        self._reps[kind, id] = rep_id

    def changes(self) -> Changes:
        """Which kinds, rows and reps the command touched."""
        return Changes(
            kinds=frozenset(kind for kind, _id in self.before),
            ids=frozenset(id for _kind, id in self.before),
            rep_ids=frozenset(rep for rep in self._reps.values() if rep is not None),
        )
