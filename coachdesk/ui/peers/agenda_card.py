"""The agenda of a meeting, and below it how problems are solved and which are open."""

from PySide6.QtWidgets import QVBoxLayout

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.added_line import AddedLine
from coachdesk.ui.peers import state
from coachdesk.ui.peers.rows import ItemPainter, ItemRow, ProblemPainter
from coachdesk.views.peers import PeerMeetingPage


class AgendaCard(Card):
    """Up and Down change the item, Space ticks it; Enter on a problem says that it is solved."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Agenda"))
        self.header = SectionHeader(theme, _("Agenda"), right=" ")
        self.add(self.header)
        self.items = Rows(theme, ItemPainter(theme), name=_("Agenda"), select=True)
        self.add(self.items, rule=True)
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        words.addWidget(Text(theme, _("If a problem comes up"), "label", "ink2"))
        self._path = Text(theme, "", "body", wrap=True)
        self._used = Text(theme, "", "small", "ink2", wrap=True)
        words.addWidget(self._path)
        words.addWidget(self._used)
        self.add(words, rule=True, pad=(16, 12, 16, 6))
        self._painter = ProblemPainter(theme, None)  # type: ignore[arg-type]
        self.problems = Rows(
            theme, self._painter, name=_("Open problems"), select=True, ruled=False
        )
        self._list = self.add(self.problems)
        hint = _("A problem that came up")
        self.line = Field(theme, hint, name=hint, icon="plus", hint="Enter")
        self.line.setMaxLength(300)
        self.added = AddedLine(theme, self.line)
        self._line_place = self.add(self.added, pad=(16, 6, 16, 14))

    def show_page(self, page: PeerMeetingPage) -> None:
        """Show the items, the way for problems and the open ones."""
        titles = state.item_titles(page)
        rows = [
            ItemRow(
                id=item.topic.value,
                n=n,
                title=titles[item.topic][0],
                hint=titles[item.topic][1],
                minutes=item.minutes,
                done=item.done,
            )
            for n, item in enumerate(page.meeting.agenda, 1)
        ]
        self.items.set_rows(rows)
        if self.items.current_row() is None and rows:
            self.items.set_current(0)
        total = sum(row.minutes for row in rows)
        self.header.right.show_runs(state.minutes_words(total))
        self._path.show_runs(
            page.problem_path or _("Agree first how problems are solved, before there is one.")
        )
        times = page.path_used
        used = ngettext("followed once", "followed {n} times", times).format(n=times)
        self._used.show_runs(used if times else _("not needed so far"))
        self._used.setVisible(bool(page.problem_path))
        self._painter.as_of = page.as_of
        self.problems.set_rows(page.problems)
        self._list.setVisible(bool(page.problems))
