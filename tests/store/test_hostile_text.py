"""Every text field of every entity takes hostile text and gives it back unchanged."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest

from coachdesk.domain.entity import Entity, Length
from coachdesk.domain.errors import InputError
from coachdesk.domain.talks import SessionNote
from coachdesk.domain.vocabulary import NoteMark
from coachdesk.services.desk import Desk
from coachdesk.services.exchange import export_bytes, import_package, read_package
from coachdesk.services.sample import load_sample
from coachdesk.store.schema import BINDINGS
from coachdesk.store.unit_of_work import UnitOfWork
from tests.hostile import hostile_strings
from tests.services.making import everything
from tests.store.making import FakeClock, new_desk


def with_text(value: Any, hint: Any, text: str) -> Any:
    """`value` with `text` in each place that takes text of that length."""
    if get_origin(hint) is Annotated:
        limit = get_args(hint)[1]
        if isinstance(limit, Length):
            return text if limit.least <= len(text.strip()) and len(text) <= limit.most else value
        return value
    if get_origin(hint) in (Union, UnionType):
        inner, *others = [part for part in get_args(hint) if part is not type(None)]
        return value if others else with_text(value, inner, text)
    if hint is str:
        return text
    if get_origin(hint) is tuple and get_args(hint)[1:] == (Ellipsis,):
        (inner, _) = get_args(hint)
        return (text,) if inner is str else tuple(with_text(item, inner, text) for item in value)
    if is_dataclass(hint) and value is not None:
        try:
            return replace(value, **texts_of(value, text))
        except InputError:  # a rule of its own wants other text
            return value
    return value


def texts_of(record: Any, text: str) -> dict[str, Any]:
    hints = get_type_hints(type(record), include_extras=True)
    values = {field.name: getattr(record, field.name) for field in fields(record)}
    changed = {name: with_text(value, hints[name], text) for name, value in values.items()}
    return {name: value for name, value in changed.items() if value != values[name]}


def filled(row: Entity, text: str) -> Entity | None:
    """The row with `text` in its text fields; None if a rule of that entity wants other text."""
    if isinstance(row, SessionNote) and row.mark is NoteMark.PRIVATE:
        return None  # its text is in its private note
    changed = texts_of(row, text)
    try:
        return replace(row, **changed) if changed else None
    except InputError:
        return None


@pytest.fixture
def team(tmp_path: Path, clock: FakeClock) -> Iterator[Desk]:
    made = new_desk(tmp_path / "team.coachdesk", clock)
    made.load(load_sample)
    yield made
    made.close()


def first_rows(desk: Desk) -> list[Entity]:
    """A row of each kind that has text in it."""
    found: dict[type, Entity] = {}
    for row in everything(desk):
        if filled(row, "Twenty characters long") is not None:
            found.setdefault(type(row), row)
    return list(found.values())


def test_every_text_field_takes_every_string_and_gives_it_back(team: Desk) -> None:
    taken: dict[type, int] = {}

    def write_all(work: UnitOfWork) -> None:
        for place, row in enumerate(rows):
            # A third of the list for each kind of row; together they take each string many times.
            for text in hostile_strings()[place % 3 :: 3]:
                wanted = filled(row, text)
                if wanted is not None:
                    work.put(wanted)
                    assert work.get(type(wanted), wanted.id) == wanted, text
                    taken[type(row)] = taken.get(type(row), 0) + 1

    rows = first_rows(team)
    before = everything(team)
    team.do(write_all)
    assert len(rows) > 14
    assert {kind.__name__: n for kind, n in taken.items() if n < 100} == {}
    team.undo()
    assert everything(team) == before


def test_a_store_full_of_hostile_text_comes_back_from_its_export(
    team: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    strings = hostile_strings()

    def write_all(work: UnitOfWork) -> None:
        for place, row in enumerate(everything_in(work)):
            wanted = filled(row, strings[place % len(strings)])
            if wanted is not None:
                work.put(wanted)

    before = everything(team)
    team.do(write_all)
    after = everything(team)
    assert sum(a != b for a, b in zip(before, after, strict=True)) > 500
    elsewhere = new_desk(tmp_path / "elsewhere.coachdesk", clock)
    elsewhere.load(import_package, read_package(team.ask(export_bytes), "team.json"))
    assert everything(elsewhere) == after
    elsewhere.close()
    team.undo()
    assert everything(team) == before
    team.redo()
    assert everything(team) == after


def everything_in(work: UnitOfWork) -> list[Entity]:
    return [row for binding in BINDINGS for row in work.find(binding.kind)]
