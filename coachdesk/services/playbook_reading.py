"""Reads the file of a Playbook: every fault says the line, the field and what to do."""

import yaml

from coachdesk.domain.errors import InputError
from coachdesk.domain.playbook_content import (
    FIELDS,
    NAMED_BY,
    Content,
    Item,
    Part,
    Value,
    content_of,
    name_key,
)
from coachdesk.language import gettext as _
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.playbook_file import FORMAT, VERSION
from coachdesk.services.playbook_nodes import CODE, fault, is_nothing, line_of, pairs, short, whole
from coachdesk.services.playbook_values import lines, of, value_of


def read_playbook(text: str) -> Content:
    """The items of the file; InputError names line and field of the first fault."""
    root = whole(text)
    if not isinstance(root, yaml.MappingNode):
        raise _not_ours()
    parts = {name.value: (name, value) for name, value in pairs(root, _("the file"))}
    if FORMAT not in parts:
        raise _not_ours()
    _check_version(*parts.pop(FORMAT))
    items: list[Item] = []
    for name, (key, value) in parts.items():
        if name not in set(Part):
            raise fault(
                key,
                _("“{field}”: this is no part of a Playbook.").format(field=short(name)),
                _("Known here: {words}.").format(words=", ".join(Part)),
            )
        items += _part(Part(name), value)
    return content_of(items)


def _check_version(key: yaml.Node, value: yaml.Node) -> None:
    said = value.value if isinstance(value, yaml.ScalarNode) else ""
    if said == str(VERSION):
        return
    if said.isascii() and said.isdecimal() and int(said[:9]) > VERSION:
        raise fault(
            key,
            _("“{field}”: a newer Coachdesk wrote this file ({n}; this one reads {known}).").format(
                field=FORMAT, n=said[:9], known=VERSION
            ),
            _("Install that version, then import it."),
        )
    raise fault(
        key,
        _("“{field}”: “{value}” is no version.").format(field=FORMAT, value=short(said)),
        _("Write {n}.").format(n=VERSION),
    )


def _part(part: Part, value: yaml.Node) -> list[Item]:
    if is_nothing(value):
        return []
    if not isinstance(value, yaml.SequenceNode):
        raise fault(
            value,
            _("“{field}”: this is no list.").format(field=part.value),
            _("Begin each item with “- ”."),
        )
    if part is Part.EXAMPLE:
        points = FIELDS[part][0]
        said = lines(value, points, part.value)
        return [_item(part, {"points": said}, value)]
    items: dict[str, Item] = {}
    for row in value.value:
        item = _row(part, row)
        same = items.setdefault(item.key or name_key(item.title), item)
        if same is not item:
            raise fault(
                row,
                _("“{name}” stands here twice, first in line {n}.").format(
                    name=short(item.title), n=same.line
                ),
                _("Keep one of the two."),
            )
    return list(items.values())


def _row(part: Part, row: yaml.Node) -> Item:
    if not isinstance(row, yaml.MappingNode):
        raise fault(
            row,
            _("an item of “{field}” has no fields.").format(field=part.value),
            _("Write “{name}: …”, one field a line.").format(name=_names(part)[0]),
        )
    fields = {each.name: each for each in FIELDS[part]}
    given = pairs(row, part.value)
    called = _called(part, given)
    values: dict[str, Value] = {}
    for key, value in given:
        if key.value not in fields:
            raise fault(
                key,
                _("“{field}”: this is no field of {owner}.").format(
                    field=short(key.value), owner=called
                ),
                _("Known here: {words}.").format(words=", ".join(fields)),
            )
        field = fields[key.value]
        values[field.name] = value_of(field, value, of(field.name, called))
    for name in _names(part):
        if values.get(name):
            break
    else:
        raise fault(
            row,
            _("“{field}” is missing.").format(field=_names(part)[-1]),
            _("Say what this item of “{part}” is called.").format(part=part.value),
        )
    for each in FIELDS[part]:
        if each.must and not values.get(each.name):
            raise fault(
                row,
                _("{field}: it is missing.").format(field=of(each.name, called)),
                _("Write it, or take the item out."),
            )
    if part is Part.QUESTIONS:
        _refuse_unknown_question(values, row, called)
    return _item(part, values, row)


def _refuse_unknown_question(values: dict[str, Value], row: yaml.Node, called: str) -> None:
    key = str(values.get("key", ""))
    if key and shipped_playbook().question(key) is None:
        raise fault(
            row,
            _("{field}: no question is shipped as “{key}”.").format(
                field=of("key", called), key=short(key)
            ),
            _("Take the key out to have it as a question of your own."),
        )


def _item(part: Part, values: dict[str, Value], row: yaml.Node) -> Item:
    key = values.get("key", part.value if part is Part.EXAMPLE else "")
    name = values.get(NAMED_BY.get(part, "key"), "") or key
    line = line_of(row)
    return Item(part=part, key=str(key), title=str(name), values=values, line=line)


def _names(part: Part) -> tuple[str, ...]:
    """The fields of which one says what the item is."""
    has_key = FIELDS[part][0].name == "key"
    named = (NAMED_BY[part],) if part in NAMED_BY else ()
    return (*(("key",) if has_key else ()), *named)


def _called(part: Part, given: list[tuple[yaml.ScalarNode, yaml.Node]]) -> str:
    """How the item is named in a fault."""
    for name in reversed(_names(part)):
        for key, value in given:
            if key.value == name and isinstance(value, yaml.ScalarNode) and value.value.strip():
                return _("“{name}”").format(name=short(value.value))
    return part.value


def _not_ours() -> InputError:
    return InputError(
        _("This is no Playbook file."),
        _("Choose a file made by “Export the playbook”; it begins with {name}.").format(
            name=FORMAT
        ),
        code=CODE,
    )
