"""The fields of an item in a Playbook's file, each by its shape and within its limits."""

import re
from collections.abc import Callable
from datetime import date

import yaml

from coachdesk.domain.playbook_content import ENTRY, Entries, Field, Shape, Value
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.playbook_nodes import fault, is_nothing, pairs, short

_YES, _NO = ("yes", "true", "on"), ("no", "false", "off")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def of(field: str, owner: str) -> str:
    """Where a fault is: “expected of “Large deal””."""
    return _("{field} of {owner}").format(field=field, owner=owner)


def value_of(field: Field, node: yaml.Node, where: str) -> Value:
    read: dict[Shape, Callable[[yaml.Node, Field, str], Value]] = {
        Shape.TEXT: _text,
        Shape.LINES: lines,
        Shape.CHOICE: _choice,
        Shape.CHOICES: _choices,
        Shape.FLAG: _flag,
        Shape.DAY: _day,
        Shape.SCALE: _scale,
        Shape.ENTRIES: _entries,
    }
    return read[field.shape](node, field, where)


def _text(node: yaml.Node, field: Field, where: str) -> str:
    words = _said(node, where)
    too_many = len(words) - field.length.most
    if too_many > 0:
        raise fault(
            node,
            ngettext(
                "{field}: it is {n} character too long.",
                "{field}: it is {n} characters too long.",
                too_many,
            ).format(field=where, n=too_many),
            _("Shorten it to {n}.").format(n=field.length.most),
        )
    if len(words) < field.length.least:
        raise fault(
            node,
            ngettext(
                "{field}: it needs at least {n} character.",
                "{field}: it needs at least {n} characters.",
                field.length.least,
            ).format(field=where, n=field.length.least),
            _("Write it, or take the line out."),
        )
    return words


def _said(node: yaml.Node, where: str) -> str:
    """The words of a scalar, whatever YAML takes them for: 2026 and yes are words too."""
    if not isinstance(node, yaml.ScalarNode):
        raise fault(
            node,
            _("{field}: words are expected here, not a list.").format(field=where),
            _("Write them behind “:”, in quotes if they hold “: ”."),
        )
    if is_nothing(node):
        return ""
    words: str = node.value.strip()
    if _UNSTORABLE.search(words):
        raise fault(
            node,
            _("{field}: there is a character that cannot be stored.").format(field=where),
            _("Take it out."),
        )
    return words


def lines(node: yaml.Node, field: Field, where: str) -> tuple[str, ...]:
    rows = _sequence(node, field, where)
    return tuple(_text(row, field, where) for row in rows)


def _sequence(node: yaml.Node, field: Field, where: str) -> list[yaml.Node]:
    if is_nothing(node):
        rows: list[yaml.Node] = []
    elif isinstance(node, yaml.SequenceNode):
        rows = node.value
    else:
        raise fault(
            node,
            _("{field}: a list is expected here.").format(field=where),
            _("Begin each line with “- ”."),
        )
    if len(rows) > field.most:
        raise fault(
            node,
            _("{field}: {n} are too many.").format(field=where, n=len(rows)),
            _("Keep {n}.").format(n=field.most),
        )
    if len(rows) < field.least:
        raise fault(
            node,
            _("{field}: {n} are too few.").format(field=where, n=len(rows)),
            _("Write at least {n}.").format(n=field.least),
        )
    return rows


def _choice(node: yaml.Node, field: Field, where: str) -> str:
    word = _said(node, where)
    if word and word not in field.choices:
        raise fault(
            node,
            _("{field}: “{value}” is not known.").format(field=where, value=short(word)),
            _("Use one of {words}.").format(words=", ".join(field.choices)),
        )
    return word


def _choices(node: yaml.Node, field: Field, where: str) -> tuple[str, ...]:
    return tuple(_choice(row, field, where) for row in _sequence(node, field, where))


def _flag(node: yaml.Node, field: Field, where: str) -> bool:
    word = _said(node, where).casefold()
    if word not in (*_YES, *_NO, ""):
        raise fault(
            node,
            _("{field}: “{value}” is neither yes nor no.").format(field=where, value=short(word)),
            _("Write yes or no."),
        )
    return word in _YES


def _day(node: yaml.Node, field: Field, where: str) -> str:
    word = _said(node, where)
    try:
        return date.fromisoformat(word).isoformat() if word else ""
    except ValueError:
        raise fault(
            node,
            _("{field}: “{value}” is no day.").format(field=where, value=short(word)),
            _("Write it as 2026-03-10."),
        ) from None


def _scale(node: yaml.Node, field: Field, where: str) -> tuple[str, ...]:
    """Anchors by rating: `1: …` to `5: …`."""
    if not isinstance(node, yaml.MappingNode):
        raise fault(
            node,
            _("{field}: a sentence for each rating is expected here.").format(field=where),
            _("Write “1: …” to “{n}: …”, one a line.").format(n=field.most),
        )
    said: dict[str, str] = {}
    known = tuple(str(n) for n in range(1, field.most + 1))
    for key, value in pairs(node, where):
        if key.value not in known:
            raise fault(
                key,
                _("{field}: “{value}” is no rating.").format(field=where, value=short(key.value)),
                _("Use 1 to {n}.").format(n=field.most),
            )
        said[key.value] = _text(value, field, of(key.value, where))
    missing = [n for n in known if n not in said]
    if missing:
        raise fault(
            node,
            _("{field}: {n} is missing.").format(field=where, n=", ".join(missing)),
            _("Write one sentence for each rating from 1 to {n}.").format(n=field.most),
        )
    return tuple(said[n] for n in known)


def _entries(node: yaml.Node, field: Field, where: str) -> Entries:
    return tuple(_entry(row, field, where) for row in _sequence(node, field, where))


def _entry(row: yaml.Node, field: Field, where: str) -> tuple[str, str, str]:
    known = ", ".join(ENTRY)
    if not isinstance(row, yaml.MappingNode):
        raise fault(
            row,
            _("{field}: an entry has no fields.").format(field=where),
            _("Write “rule: …”, “boundary: …” or “limitation: …”."),
        )
    said = dict.fromkeys(ENTRY, "")
    for key, value in pairs(row, where):
        if key.value not in said:
            raise fault(
                key,
                _("“{field}”: this is no field of {owner}.").format(
                    field=short(key.value), owner=where
                ),
                _("Known here: {words}.").format(words=known),
            )
        said[key.value] = _text(value, field, of(key.value, where))
    if not any(said.values()):
        raise fault(
            row,
            _("{field}: an entry says nothing.").format(field=where),
            _("Write at least one of {words}.").format(words=known),
        )
    return (said["rule"], said["boundary"], said["limitation"])
