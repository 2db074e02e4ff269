"""What was seen on a visit or at a meeting: a line to note it, what became of it, the list."""

from collections.abc import Sequence
from datetime import date

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.kept_line import KeptLine
from coachdesk.ui.parts.seen_rows import SeenPainter
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.evidence import Event


class SeenPart:
    """The line, the sentence below it and the rows, for a card to place.

    The line is kept at `place` as it is typed.
    """

    def __init__(self, workplace: Workplace, place: str) -> None:
        theme = workplace.theme
        hint = _("t4 Brought Stefan in with a clear hand-off")
        self.line = Field(theme, hint, name=_("What you saw or heard"), icon="plus", hint="Enter")
        self.kept = KeptLine(workplace, self.line, place, placeholder=hint)
        self.problem = Text(theme, "", "small", "ink2", wrap=True)
        self._painter = SeenPainter(theme, workplace.as_of)
        self.rows = Rows(theme, self._painter, name=_("Seen"), select=True, round_last=True)
        workplace.hold(self.line)
        workplace.hold_rows(self.rows, "removed")

    def show_events(
        self, events: Sequence[Event], *, waiting: int, why_not: str, as_of: date
    ) -> None:
        """The events; the line rests as long as there is a reason why nothing can be noted."""
        self.line.setEnabled(not why_not)
        waits = waiting_words(waiting) if waiting else ""
        self.say(why_not or waits or _("A letter and a number rate it; without, it waits."))
        self._painter.as_of = as_of
        self.rows.set_rows(events)

    def say(self, words: str, color: str = "ink2") -> None:
        """One sentence below the line."""
        self.problem.show_runs([Run(words, "small", color)] if words else "")


def waiting_words(n: int) -> str:
    """“2 lines wait in the Inbox”."""
    return ngettext("{n} line waits in the Inbox.", "{n} lines wait in the Inbox.", n).format(n=n)
