"""A Playbook as one readable file: YAML, each part a list, in the words of its manager."""

from datetime import date
from typing import Any

import yaml

from coachdesk.domain.playbook_content import ENTRY, FIELDS, Content, Field, Item, Part, Shape
from coachdesk.language import gettext as _

FORMAT, VERSION, ENDING = "coachdesk_playbook", 1, ".yaml"
_WIDTH = 100
# Line breaks of other systems: only quotes keep them apart from a common one.
_ODD_BREAKS = ("\r", "\x85", "\u2028", "\u2029")


class _Dumper(yaml.SafeDumper):
    """Words of several lines stay several lines; lists lie below their field."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)


def _words(dumper: yaml.SafeDumper, words: str) -> yaml.Node:
    odd = any(sign in words for sign in _ODD_BREAKS)
    style = '"' if odd else "|" if "\n" in words else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)


_Dumper.add_representer(str, _words)


def playbook_text(content: Content, day: date) -> str:
    """The file as text; each part after an empty line, so that a person finds it."""
    blocks = [_head(day), _block({FORMAT: VERSION})]
    for part in Part:
        rows = [_row(item) for item in content.of(part)]
        if part is Part.EXAMPLE:
            blocks += [_block({part.value: row["points"]}) for row in rows]
        elif rows:
            blocks.append(_block({part.value: rows}))
    return "\n".join(blocks)


def _block(values: dict[str, Any]) -> str:
    said: str = yaml.dump(values, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return said


def _head(day: date) -> str:
    lines = (
        _("A Playbook written by Coachdesk on {day}.").format(day=day.isoformat()),
        _("Change words as you like; leave out what you do not want to pass on."),
        _("To read it in: Playbook, “Import a playbook”. Nothing is taken without being asked."),
    )
    return "".join(f"# {line}\n" for line in lines)


def _row(item: Item) -> dict[str, Any]:
    """What is empty is left out: a reader sees only what is said."""
    said = ((each, item.values.get(each.name, each.empty)) for each in FIELDS[item.part])
    return {each.name: _plain(each, value) for each, value in said if value}


def _plain(field: Field, value: Any) -> Any:
    match field.shape:
        case Shape.SCALE:
            return dict(enumerate(value, 1))
        case Shape.ENTRIES:
            return [
                {name: words for name, words in zip(ENTRY, row, strict=True) if words}
                for row in value
            ]
        case Shape.LINES | Shape.CHOICES:
            return [str(line) for line in value]
        case Shape.FLAG:
            return True
        case Shape.DAY:
            return date.fromisoformat(value)
        case _:
            return str(value)
