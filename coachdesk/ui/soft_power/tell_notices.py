"""Telling a team what may come: what is ticked, as a ready text to copy or a page to print."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.early_access import tell_notices
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Check
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.soft_power.early_sheet import early_sheet
from coachdesk.views.soft_power import ComingRow, notice_text


class TellNotices(Sheet):
    """Enter copies the text and stamps the day; Print shows the early-access sheet instead."""

    def __init__(self, workplace: Workplace, window: QWidget, rows: Sequence[ComingRow]) -> None:
        self._rows, self._ground = tuple(rows), window
        team = rows[0].team
        n = len(rows)
        title = ngettext("Tell {team} about {n}", "Tell {team} about {n}", n)
        sentence = _("Copied or printed, what is ticked counts as told today.")
        super().__init__(
            workplace, window, title.format(team=team, n=n), sentence, _("Copy the text"), width=560
        )
        theme = workplace.theme
        self.ticks = [Check(theme, _tick_words(row), on=True) for row in self._rows]
        for tick in self.ticks:
            self.body.addWidget(tick)
            tick.toggled.connect(self._say)
        self.text = Text(theme, "", "small", "ink2", wrap=True)
        self.body.addWidget(self.text)
        self.print_button = Button(theme, _("Print the sheet"), icon="printer")
        self.foot.insertWidget(1, self.print_button)
        self.print_button.clicked.connect(self._print)
        self._say()
        self.ask(self.act_button)

    def ticked(self) -> list[ComingRow]:
        """What the team is to hear of."""
        pairs = zip(self._rows, self.ticks, strict=True)
        return [row for row, tick in pairs if tick.isChecked()]

    def act(self) -> Callable[[], None] | None:
        rows = self.ticked()
        said = _("{team} is told; the text is copied.").format(team=self._rows[0].team)
        self.workplace.do(tell_notices, [row.id for row in rows], said=said)
        QGuiApplication.clipboard().setText(notice_text(rows, self.workplace.as_of))
        return None

    def _print(self) -> None:
        rows = self.ticked()
        if not rows:
            self.refuse(InputError(_("Nothing is ticked."), _("Tick what the team is to hear of.")))
            return
        work, ground, team = self.workplace, self._ground, self._rows[0].team_id
        self.close_panel()
        early_sheet(work, ground, team, tuple(row.id for row in rows)).ask()

    def _say(self, _on: bool = True) -> None:
        rows = self.ticked()
        self.text.show_runs(notice_text(rows, self.workplace.as_of) if rows else "")
        self.fit()


def _tick_words(row: ComingRow) -> str:
    return f"{row.account}: {row.what}"
