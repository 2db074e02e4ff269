"""The exchange format: everything a store holds but its journal, complete and lossless."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.entity import Entity
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.ladder_checks import check_ladders, refuse_scored
from coachdesk.domain.people import Rep, Workspace
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.language import gettext as _
from coachdesk.store.codec import entity_from_plain, entity_to_plain
from coachdesk.store.schema import BINDINGS, BY_KEY
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork

E = TypeVar("E", bound=Entity)
FORMAT = "coachdesk-exchange"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Package:
    """A file that was read and understood: its entities in an order that can be written."""

    entities: tuple[Entity, ...]
    created: dict[str, int]


def export_bytes(reads: Snapshot) -> bytes:
    """The whole store as JSON: lists sorted by id, keys in the order of the fields."""
    entities: dict[str, Any] = {}
    for binding in BINDINGS:
        rows = sorted(reads.find(binding.kind), key=lambda entity: str(entity.id))
        if rows:
            entities[binding.key] = [entity_to_plain(row) for row in rows]
    document = {"format": FORMAT, "version": VERSION, "entities": entities}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def private_count(reads: Snapshot) -> int:
    """How many private notes and private drafts an export would hold."""
    from coachdesk.domain.evidence import Draft
    from coachdesk.domain.private_notes import PrivateNote

    return len(reads.find(PrivateNote)) + len(reads.find(Draft, private=True))


def read_package(content: bytes, name: str) -> Package:
    """Understand an exchange file whole before anything is written; InputError says where not."""
    document = _document(content, name)
    lists = document["entities"]
    unknown = sorted(set(lists) - set(BY_KEY))
    if unknown:
        raise InputError(
            _("“{file}” holds {entity}, which this version does not know.").format(
                file=name, entity=unknown[0]
            ),
            _("Install the version that wrote it; nothing was changed."),
            code="format",
        )
    found: list[Entity] = []
    created = {}
    for binding in BINDINGS:
        rows = lists.get(binding.key, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise _not_ours(name)
        for n, row in enumerate(rows, 1):
            if binding.kind is Share:
                with _in_file(name):
                    refuse_scored(row)
            found.append(entity_from_plain(binding.kind, row, f"{name}: {binding.key} {n}"))
        if rows:
            created[binding.key] = len(rows)
    _refuse_doubles(found, name)
    with _in_file(name):
        check_ladders(
            _only(AskThread, found),
            _only(Ask, found),
            _only(Mandate, found),
            _only(Commitment, found),
        )
    if created.get("workspace") != 1:
        raise InputError(
            _("“{file}” must hold exactly one workspace.").format(file=name),
            _("Export it again; nothing was changed."),
            code="format",
        )
    return Package(tuple(found), created)


@contextmanager
def _in_file(name: str) -> Iterator[None]:
    """A refusal says in which file it is, and that nothing was changed."""
    try:
        yield
    except RuleError as refusal:
        raise RuleError(
            refusal.code,
            _("“{file}”: {message}").format(file=name, message=refusal.message),
            _("{step} Nothing was changed.").format(step=refusal.next_step).strip(),
        ) from None


def _only(kind: type[E], entities: list[Entity]) -> list[E]:
    return [entity for entity in entities if isinstance(entity, kind)]


def _document(content: bytes, name: str) -> dict[str, Any]:
    try:
        document = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(
            _("“{file}” is not UTF-8 text (byte {n}).").format(file=name, n=error.start),
            _("Export it again; nothing was changed."),
            code="format",
        ) from None
    except json.JSONDecodeError as error:
        raise InputError(
            _("“{file}” is cut short or not JSON (line {line}).").format(
                file=name, line=error.lineno
            ),
            _("Copy or export it again; nothing was changed."),
            code="format",
        ) from None
    except RecursionError:
        raise _not_ours(name) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _not_ours(name)
    _refuse_broken_text(document, name)
    if document.get("version") != VERSION:
        raise InputError(
            _("“{file}” has exchange version {n}; this program reads {known}.").format(
                file=name, n=document.get("version"), known=VERSION
            ),
            _("Install the version that wrote it; nothing was changed."),
            code="format",
        )
    if not isinstance(document.get("entities"), dict):
        raise _not_ours(name)
    return document


def _refuse_broken_text(document: dict[str, Any], name: str) -> None:
    """JSON can escape half a character (a lone surrogate), which no store can keep."""
    try:
        json.dumps(document, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise InputError(
            _("“{file}” holds a broken character.").format(file=name),
            _("Export it again; nothing was changed."),
            code="format",
        ) from None


def _not_ours(name: str) -> InputError:
    return InputError(
        _("“{file}” is not a Coachdesk exchange file.").format(file=name),
        _("Choose a file made by “coachdesk export”; nothing was changed."),
        code="format",
    )


def _refuse_doubles(entities: list[Entity], name: str) -> None:
    seen: set[object] = set()
    for entity in entities:
        if entity.id in seen:
            raise InputError(
                _("“{file}” holds the id {id} twice.").format(file=name, id=entity.id),
                _("Export it again; nothing was changed."),
                code="format",
            )
        seen.add(entity.id)


def refuse_team(reads: Snapshot) -> None:
    """An import goes into a store without reps, so that two teams never mix."""
    if reads.find(Rep):
        raise RuleError(
            "E-IMP-01",
            _("This store has a team already; an import goes into an empty one only."),
            _("Name a new store: coachdesk --store NEW.coachdesk import FILE."),
        )


def import_package(work: UnitOfWork, package: Package) -> None:
    """Write a package into a store without reps, with the file's own workspace and ids."""
    refuse_team(work)
    for workspace in work.find(Workspace):
        work.remove(workspace)
    for entity in package.entities:
        work.put(entity)
