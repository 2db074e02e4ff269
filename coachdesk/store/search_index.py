"""The full-text index: written with each row, rebuilt when its contents are defined anew.

An ordinary FTS5 table with secure deletion: an erased word stays nowhere in the file. The texts
lie there folded (`domain/searching.py`), so no tokenizer decides what equals what.
"""

from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    Delete,
    Insert,
    Select,
    Update,
    bindparam,
    case,
    delete,
    insert,
    select,
    text,
    update,
)

from coachdesk.domain.agreements import PeerAgreement, PeerMeeting
from coachdesk.domain.asks import AskThread
from coachdesk.domain.entity import Entity
from coachdesk.domain.evidence import Observation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.searchables import Searchable, searchable
from coachdesk.domain.searching import indexed
from coachdesk.domain.talks import CoachingSession
from coachdesk.store.codec import row_loader
from coachdesk.store.column_types import id_from
from coachdesk.store.schema import BINDINGS, BY_KIND, search_doc, search_mark

# Raised when `searchable` finds other words: the next opening builds the index anew.
VERSION = 6
_ADD_TEXT = text("INSERT INTO search_text (rowid, words) VALUES (:n, :words)")
_DROP_TEXT = text("DELETE FROM search_text WHERE rowid = :n")
_CHUNK = 5_000
_PARENTS = frozenset(
    {
        AskThread,
        CoachingSession,
        HandOff,
        Observation,
        Opportunity,
        PeerAgreement,
        PeerMeeting,
    }
)


_DATED_CHILDREN = ("ask", "mandate", "opportunity_review", "peer_update", "pursuit_decision")
# What a record without a day, rep, customer or department of its own takes from its parent.
_SHARED = ("rep_id", "account_id", "team_id", "day")


@cache
def _doc_of() -> Select[Any]:
    return select(search_doc).where(
        search_doc.c.entity_id == bindparam("id", type_=search_doc.c.entity_id.type)
    )


@cache
def _drop_doc() -> Delete:
    return delete(search_doc).where(search_doc.c.n == bindparam("row"))


@cache
def _add_doc() -> Insert:
    return insert(search_doc)


@cache
def _adopt() -> Update:
    """What a parent's children take from it; a request's own day stays."""
    doc = search_doc.c
    new_day = bindparam("new_day", type_=doc.day.type)
    return (
        update(search_doc)
        .where(doc.parent_id == bindparam("parent", type_=doc.parent_id.type))
        .values(
            rep_id=bindparam("new_rep", type_=doc.rep_id.type),
            account_id=bindparam("new_account", type_=doc.account_id.type),
            team_id=bindparam("new_team", type_=doc.team_id.type),
            day=case((doc.entity.in_(_DATED_CHILDREN), doc.day), else_=new_day),
        )
    )


def index_row(connection: Connection, old: Entity | None, new: Entity | None) -> None:
    """Follow one row from what it was to what it is; None where there is no row."""
    before = None if old is None else searchable(old)
    after = None if new is None else searchable(new)
    if before == after:
        return
    entity = new if new is not None else old
    assert entity is not None
    if before is not None:
        _erase(connection, entity.id)
    if after is not None:
        values = _values(entity, after)
        if after.parent_id is not None:
            _inherit(connection, values)
        result = connection.execute(_add_doc(), values)
        n = result.inserted_primary_key[0]  # type: ignore[index]
        connection.execute(_ADD_TEXT, {"n": n, "words": indexed(after.texts)})
    if type(entity) in _PARENTS and after is not None:
        heirs = {
            "parent": entity.id,
            "new_rep": after.rep_id,
            "new_account": after.account_id,
            "new_team": after.team_id,
            "new_day": after.day,
        }
        connection.execute(_adopt(), heirs)


def _inherit(connection: Connection, values: dict[str, Any]) -> None:
    parent = connection.execute(_doc_of(), {"id": values["parent_id"]}).one_or_none()
    if parent is None:
        return
    for name in ("rep_id", "account_id", "team_id"):
        raw = getattr(parent, name)
        if values[name] is None and raw is not None:
            values[name] = id_from(raw)
    if values["day"] is None and parent.day is not None:
        values["day"] = date.fromisoformat(parent.day)


def _erase(connection: Connection, id: UUID) -> None:
    for row in connection.execute(_doc_of(), {"id": id}).all():
        connection.execute(_DROP_TEXT, {"n": row.n})
        connection.execute(_drop_doc(), {"row": row.n})


def _values(entity: Entity, found: Searchable) -> dict[str, Any]:
    return {
        "entity": BY_KIND[type(entity)].key,
        "entity_id": entity.id,
        "parent_id": found.parent_id,
        "rep_id": found.rep_id,
        "account_id": found.account_id,
        "team_id": found.team_id,
        "day": found.day,
    }


def is_current(connection: Connection) -> bool:
    """Whether the index was built by these definitions."""
    return connection.execute(select(search_mark.c.version)).scalar() == VERSION


def rebuild(connection: Connection) -> None:
    """Build the index from the rows, inside the transaction that is open."""
    connection.execute(text("DELETE FROM search_text"))
    connection.execute(delete(search_doc))
    parents: dict[UUID, dict[str, Any]] = {}
    n = 0
    for binding in BINDINGS:
        known: Any = binding.kind
        load = row_loader(known)
        result = connection.execute(select(binding.table), execution_options={"yield_per": _CHUNK})
        for rows in result.partitions():
            docs, texts = [], []
            for row in rows:
                entity = load(row)
                found = searchable(entity)
                if found is None:
                    continue
                n += 1
                values = {"n": n, **_values(entity, found)}
                for name, value in parents.get(found.parent_id, {}).items():  # type: ignore[arg-type]
                    values[name] = values[name] if values[name] is not None else value
                if known in _PARENTS:
                    parents[entity.id] = {name: values[name] for name in _SHARED}
                docs.append(values)
                texts.append({"n": n, "words": indexed(found.texts)})
            if docs:
                connection.execute(_add_doc(), docs)
                connection.execute(_ADD_TEXT, texts)
    connection.execute(delete(search_mark))
    connection.execute(insert(search_mark), {"version": VERSION})
