"""A file that nobody looks at is refused with the numbers of its odd lines, in one sentence."""

from collections.abc import Sequence
from typing import Protocol

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.language import ngettext, quoted

_SHOWN = 3


class Said(Protocol):
    """What is so in a line."""

    @property
    def line(self) -> int: ...

    @property
    def words(self) -> str: ...


def refused_lines(findings: Sequence[Said], name: str) -> InputError:
    """The refusal of the file with that name: its first odd lines in words, all by number."""
    said = [
        _("line {line}: {words}").format(line=finding.line, words=finding.words)
        for finding in findings[:_SHOWN]
    ]
    if len(findings) > _SHOWN:
        lines = ", ".join(str(finding.line) for finding in findings[_SHOWN:])
        said.append(_("and in lines {lines}.").format(lines=lines))
    way_out = ngettext(
        "Correct this line or take it out; nothing was changed.",
        "Correct these {n} lines or take them out; nothing was changed.",
        len(findings),
    ).format(n=len(findings))
    return InputError(f"{quoted(name)}, {' '.join(said)}", way_out, code="lines")
