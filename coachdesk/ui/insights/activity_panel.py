"""Activities behind one figure, those without a result first: one key notes what each led to."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from coachdesk.domain.vocabulary import ActivityOutcome
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.activities import remove_activity, set_outcome
from coachdesk.ui.insights.deal_rows import ActivityLinePainter
from coachdesk.ui.insights.deal_sheets import ActivitySheet, Start
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.deals import ActivityLine

ROW = 52


class ActivityPanel(Overlay):
    """F, S, B note the result and go on to the next; Enter changes a row, Del removes it."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        title: str,
        read: Callable[[], Sequence[ActivityLine]],
    ) -> None:
        super().__init__(workplace.theme, window, title, width=720)
        self._workplace, self._window, theme = workplace, window, workplace.theme
        self._title, self._read, lines = title, read, read()
        self.card.add(Text(theme, title, "title", wrap=True), pad=(20, 16, 20, 2))
        self._count = Text(theme, "", "body", "ink2", wrap=True)
        self.card.add(self._count, pad=(20, 0, 20, 12))
        painter = ActivityLinePainter(theme, workplace.as_of)
        self.list = Rows(theme, painter, name=_("Activities"), select=True)
        self.list.set_rows(lines)
        for keys, slot in (("F", self._forward), ("S", self._stayed), ("B", self._back)):
            self.list.on_key(keys, slot)
        self.list.on_key("N", self._none)
        self.list.removed.connect(self._remove)
        self.list.opened.connect(self._change)
        workplace.hold_rows(self.list, "F", "S", "B", "N", "removed", "opened")
        scroll = ScrollPage(theme, _("Activities"), content=self.list)
        self._follow = Follow(scroll, self.list)
        room = max(theme.px(160), window.height() - theme.px(280))
        scroll.setFixedHeight(min(theme.px(ROW) * max(len(lines), 1) + theme.px(4), room))
        self.card.add(scroll, rule=True)
        keys = _(
            "F moved forward · S stayed · B fell back · N no result · Enter changes · Del removes"
        )
        foot = Text(theme, keys, "small", "ink2", wrap=True)
        self.card.add(foot, rule=True, sunk=True, pad=(20, 10, 20, 10))
        self._count_again()

    def ask(self) -> None:
        """Open it with the keys on the first activity."""
        self.open_panel(self.list)
        self.list.set_current(0)
        self.fit()

    def _forward(self, row: ActivityLine) -> None:
        self._note(row, ActivityOutcome.ADVANCED)

    def _stayed(self, row: ActivityLine) -> None:
        self._note(row, ActivityOutcome.HELD)

    def _back(self, row: ActivityLine) -> None:
        self._note(row, ActivityOutcome.BACK)

    def _none(self, row: ActivityLine) -> None:
        self._note(row, ActivityOutcome.NONE_RECORDED)

    def _note(self, row: ActivityLine, outcome: ActivityOutcome) -> None:
        self._workplace.do(set_outcome, row.id, outcome)
        rows = [replace(r, outcome=outcome) if r.id == row.id else r for r in self.list.rows()]
        at = self.list.currentIndex().row()
        self.list.set_rows(rows)
        on = at + 1
        if outcome is not ActivityOutcome.NONE_RECORDED and on < len(rows):
            self.list.set_current(on if not rows[on].has_outcome else at)
        self._count_again()

    def _remove(self, row: ActivityLine) -> None:
        self._workplace.do(remove_activity, row.id)
        self.list.set_rows([r for r in self.list.rows() if r.id != row.id])
        self._count_again()

    def _change(self, row: ActivityLine) -> None:
        self.close_panel()
        ActivitySheet(self._workplace, self._window, Start(), row, self._open_again)

    def _open_again(self) -> None:
        """A changed activity may have another kind, stage or result: read anew."""
        ActivityPanel(self._workplace, self._window, self._title, self._read).ask()

    def _count_again(self) -> None:
        rows = self.list.rows()
        without = sum(not row.has_outcome for row in rows)
        every = ngettext("{n} activity", "{n} activities", len(rows)).format(n=len(rows))
        self._count.show_runs(
            _("{every} in a year, {k} without a result.").format(every=every, k=without)
        )
