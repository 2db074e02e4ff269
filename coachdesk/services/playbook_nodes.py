"""The nodes of a YAML file that a person may have edited: plain ones, each fault by its line."""

from collections.abc import Iterator
from typing import Any

import yaml

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _

DEEPEST = 8
CODE = "E-PBK-01"
_FIRST_LINE = 1


def whole(text: str) -> yaml.Node | None:
    """The one document in a text; InputError says in which line it cannot be read."""
    return _Nodes(text).whole()


class _Nodes(yaml.SafeLoader):
    """The nodes of one plain document: no anchors, aliases or tags, and not nested for ever."""

    def __init__(self, text: str) -> None:
        self._text, self._depth = text, 0
        try:
            super().__init__(text)
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + _FIRST_LINE
            raise at(
                line,
                _("there is a character that no text has."),
                _("Take it out, or write the line anew."),
            ) from None

    def whole(self) -> yaml.Node | None:
        """The document; InputError says where it cannot be read on."""
        try:
            found: yaml.Node | None = self.get_single_node()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + _FIRST_LINE if mark else _FIRST_LINE
            if isinstance(error, yaml.composer.ComposerError):
                raise at(
                    line, _("a second document begins here."), _("Keep one of the two.")
                ) from None
            raise at(
                line,
                _("from here on the file cannot be read."),
                _(
                    "Look at this line and the one before: how far they are indented, and quotes "
                    "around words that hold “: ” or “ #”."
                ),
            ) from None
        finally:
            self.dispose()
        return found

    def compose_node(self, parent: Any, index: Any) -> Any:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise at(
                event.start_mark.line + _FIRST_LINE,
                _("“&” and “*” are not used in this file."),
                _("Put the words in quotes, or write them out."),
            )
        if getattr(event, "tag", None):
            raise at(
                event.start_mark.line + _FIRST_LINE,
                _("“!” is not used in this file."),
                _("Put the words in quotes."),
            )
        self._depth += 1
        if self._depth > DEEPEST:
            raise at(
                event.start_mark.line + _FIRST_LINE,
                _("this is nested too deeply."),
                _("Write it as the program writes it."),
            )
        node = super().compose_node(parent, index)
        self._depth -= 1
        return node


def pairs(node: yaml.MappingNode, owner: str) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """Fields with their values; one that stands there twice is refused."""
    return list(_each_pair(node, owner))


def _each_pair(node: yaml.MappingNode, owner: str) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    seen: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise fault(key, _("this is no name of a field."), _("Write “name: words”."))
        if key.value in seen:
            raise fault(
                key,
                _("“{field}” of {owner} stands here twice, first in line {n}.").format(
                    field=short(key.value), owner=owner, n=seen[key.value]
                ),
                _("Keep one of the two."),
            )
        seen[key.value] = line_of(key)
        yield key, value


def is_nothing(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else line[:39] + "…"


def line_of(node: yaml.Node) -> int:
    """The line in which a node begins, counted from one."""
    line: int = node.start_mark.line
    return line + _FIRST_LINE


def fault(node: yaml.Node, what: str, next_step: str) -> InputError:
    return at(line_of(node), what, next_step)


def at(line: int, what: str, next_step: str) -> InputError:
    words = _("Line {n}, {what}").format(n=line, what=what)
    return InputError(words, next_step, code=CODE)
