"""Everything a store holds as tables to read: a CSV or a sheet for each kind of thing."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from coachdesk.domain.entity import Entity
from coachdesk.language import gettext as _
from coachdesk.services.spreadsheet import csv_bytes
from coachdesk.services.workbook import Sheet, workbook_bytes
from coachdesk.store.codec import entity_to_plain, field_hints
from coachdesk.store.schema import BINDINGS
from coachdesk.store.snapshot import Snapshot

NOTE = "about-this-export.txt"
"""Stands in every folder we write; by it a folder is known to be ours."""


def export_tables(
    reads: Snapshot, report: Callable[[float, str], None] | None = None
) -> dict[str, bytes]:
    """The files of the folder by name; every table is there, also an empty one."""
    files: dict[str, bytes] = {}
    for done, binding in enumerate(BINDINGS):
        if report is not None:
            report(done / len(BINDINGS), _("Writing the tables"))
        kind: Any = binding.kind
        header = list(field_hints(kind))
        rows = sorted(reads.find(binding.kind), key=lambda entity: str(entity.id))
        plain = [list(entity_to_plain(row).values()) for row in rows]
        files[f"{binding.key}.csv"] = csv_bytes(header, plain)
    files[NOTE] = _note().encode("utf-8")
    return files


def export_workbook(reads: Snapshot, report: Callable[[float, str], None] | None = None) -> bytes:
    """The same tables as sheets of one workbook, with days as days."""
    sheets: list[Sheet] = []
    for done, binding in enumerate(BINDINGS):
        if report is not None:
            report(done / len(BINDINGS) * _READING, _("Writing the tables"))
        kind: Any = binding.kind
        header = list(field_hints(kind))
        rows = sorted(reads.find(binding.kind), key=lambda entity: str(entity.id))
        sheets.append(Sheet(binding.key, header, [_values(row, header) for row in rows]))
    if report is not None:
        report(_READING, _("Writing the file"))
    return workbook_bytes(sheets)


_READING = 0.5
_AS_IT_IS = (date, time)


def _values(row: Entity, header: list[str]) -> list[object]:
    """Days and times as they are, all else plain."""
    plain = entity_to_plain(row)
    kept = ((name, getattr(row, name)) for name in header)
    return [value if isinstance(value, _AS_IT_IS) else plain[name] for name, value in kept]


def _note() -> str:
    return _(
        "Tables written by Coachdesk, to be read in a spreadsheet. UTF-8, separated by commas.\n"
        "private_note.csv and draft.csv may hold private notes: keep this folder to yourself.\n"
        "An apostrophe before = + - @ was put there so that no spreadsheet runs the text.\n"
        "To bring a store back whole, use the JSON export.\n"
    )
