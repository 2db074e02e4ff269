"""What was seen at a joint meeting: a line to note it, what became of it, and the list below."""

from coachdesk.language import gettext as _
from coachdesk.ui.joint_meetings import state
from coachdesk.ui.joint_meetings.word_cards import SaidAfterCard
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.kept_line import KeptLine
from coachdesk.ui.parts.seen_rows import SeenPainter
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.joint_meetings import JointMeetingPage

LINE = "joint meeting line"


class SeenPart:
    """Stands in the card of what was said afterwards; its line is kept as it is typed."""

    def __init__(self, workplace: Workplace, card: SaidAfterCard) -> None:
        theme = workplace.theme
        hint = _("t4 Brought Stefan in with a clear hand-off")
        self.line = Field(theme, hint, name=_("What you saw or heard"), icon="plus", hint="Enter")
        self.kept = KeptLine(workplace, self.line, LINE, placeholder=hint)
        self._problem = Text(theme, "", "small", "ink2", wrap=True)
        self._painter = SeenPainter(theme, workplace.as_of)
        self.rows = Rows(theme, self._painter, name=_("Seen"), select=True, round_last=True)
        workplace.hold(self.line)
        workplace.hold_rows(self.rows, "removed")
        card.add_below(self.line)
        card.add_below(self._problem)
        self._list = card.add(self.rows, rule=True)

    def show_page(self, page: JointMeetingPage) -> None:
        """The events of the meeting; the line rests until it took place."""
        why = state.why_not_seen(page)
        self.line.setEnabled(not why)
        waiting = state.waiting_words(page.waiting) if page.waiting else ""
        self.say(why or waiting or _("A letter and a number rate it; without, it waits."))
        self._painter.as_of = page.as_of
        self.rows.set_rows(page.events)
        self._list.setVisible(bool(page.events))

    def say(self, words: str, color: str = "ink2") -> None:
        """One sentence below the line."""
        self._problem.show_runs([Run(words, "small", color)] if words else "")
