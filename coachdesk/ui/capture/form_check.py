"""The six rows of a paper form: compared with the paper, with its words typed from it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.form_rows import file_form
from coachdesk.services.paper import FormCheck, FormRow
from coachdesk.services.playbook import shipped_playbook
from coachdesk.ui.capture.asking import Keys
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import canvas, text
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.marks import mark, rating_dots
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import medium_day


class FormCheckOverlay(Overlay):
    """A row with words becomes an observation, one without waits in the Inbox; one change."""

    def __init__(
        self, workplace: Workplace, window: QWidget, code_line: str, check: FormCheck
    ) -> None:
        super().__init__(workplace.theme, window, _("Form {code}").format(code=check.line.form))
        self._workplace, self._code_line, self._check = workplace, code_line, check
        self.fields: list[Field] = []
        self._build()
        self.open_panel(self.fields[0] if self.fields else None)
        self.fit()

    def file(self) -> None:
        """Make what the rows say."""
        words = [""] * len(self._check.rows)
        for field, row in zip(self.fields, self._open_rows(), strict=True):
            words[row.row - 1] = field.text()
        try:
            filed = self._workplace.do(file_form, self._code_line, words, said="")
        except UserError as error:
            self.problem.show_runs(f"{error.message} {error.next_step}".strip())
            self.problem.show()
            self.fit()
            return
        saved, waiting = len(filed.observations), len(filed.drafts)
        parts = []
        if saved:
            parts.append(ngettext("{n} event saved", "{n} events saved", saved).format(n=saved))
        if waiting:
            words = ngettext("{n} row waits in the Inbox", "{n} rows wait in the Inbox", waiting)
            parts.append(words.format(n=waiting))
        self._workplace.say(", ".join(parts) or _("Nothing new on this form."), can_undo=True)
        self.close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.file()
            return
        super().keyPressEvent(event)

    def _open_rows(self) -> list[FormRow]:
        return [row for row in self._check.rows if row.behaviour is not None and row.draft is None]

    def _build(self) -> None:
        theme, check = self._theme, self._check
        head = QVBoxLayout()
        head.setSpacing(theme.px(2))
        who = check.rep.name if check.rep is not None else _("no rep named on the form")
        title = _("Form {code}, {who}").format(code=check.line.form, who=who)
        head.addWidget(Text(theme, title, "title"))
        printed = _("Printed {day}. Compare the rows with the paper, and type its words.")
        words = printed.format(day=medium_day(check.document.day))
        if check.was_read_before:
            words = _("This form was read before; only rows that are new can be filed.")
        head.addWidget(Text(theme, words, "body", "ink2", wrap=True))
        self.card.add(head, pad=(20, 16, 20, 12))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(8))
        grid.setColumnStretch(1, 1)
        for row in check.rows:
            self._add_row(grid, row)
        self.problem = Text(theme, "", "small", "badText", wrap=True)
        self.problem.hide()
        grid.addWidget(self.problem, len(check.rows), 0, 1, 2)
        self.card.add(grid, rule=True, pad=(20, 12, 20, 14))
        self._build_footer()

    def _add_row(self, grid: QGridLayout, row: FormRow) -> None:
        theme, at = self._theme, row.row - 1
        grid.addWidget(_RowSign(theme, row), at, 0)
        if row.behaviour is None:
            grid.addWidget(Text(theme, _("empty on the form"), "body", "ink3"), at, 1)
        elif row.draft is not None:
            grid.addWidget(Text(theme, _("read before"), "body", "ink2"), at, 1)
        else:
            name = _("What was seen, row {n}, {what}").format(n=row.row, what=_sentence(row))
            field = Field(theme, _("What was seen or heard"), name=name)
            self.fields.append(field)
            grid.addWidget(field, at, 1)

    def _build_footer(self) -> None:
        theme, footer = self._theme, Footer(self._theme)
        row = QHBoxLayout(footer)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.setSpacing(theme.px(12))
        keys = [(_("Tab"), _("next row")), ("Ctrl+Z", _("takes the whole form back"))]
        row.addWidget(Keys(theme, keys), 1)
        back = Button(theme, _("Leave it"), hint=_("Esc"))
        back.clicked.connect(self.close_panel)
        n = len(self._open_rows())
        words = ngettext("File {n} row", "File {n} rows", n).format(n=n)
        self.go = Button(theme, words, "primary", hint=_("Enter"))
        self.go.clicked.connect(self.file)
        row.addWidget(back)
        row.addWidget(self.go)
        self.card.add(footer)


class _RowSign(QWidget):
    """Number, letter, rating and cause of one row."""

    def __init__(self, theme: Theme, row: FormRow) -> None:
        super().__init__()
        self._theme, self._row = theme, row
        self.setAccessibleName(_sentence(row))
        self.setFixedSize(theme.px(240), theme.px(32))

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px, cy, row = self._theme.px, self.height() / 2, self._row
        text(c, QRectF(0, 0, px(18), self.height()), str(row.row), "body#", "ink2")
        if row.behaviour is None:
            text(c, QRectF(px(24), 0, px(40), self.height()), "–", "body", "ink3")
            return
        x = px(24) + mark(c, px(24), cy, row.behaviour.value) + px(10)
        x += rating_dots(c, x, cy, row.value) + px(10)
        text(c, QRectF(x, 0, self.width() - x, self.height()), _cause(row), "small", "ink2")


def _cause(row: FormRow) -> str:
    return "" if row.cause is None else shipped_playbook().causes[row.cause].title


def _sentence(row: FormRow) -> str:
    if row.behaviour is None:
        return _("Row {n}, empty").format(n=row.row)
    title = shipped_playbook().behaviours[row.behaviour].title
    words = _("Row {n}, {title}, rating {value}").format(n=row.row, title=title, value=row.value)
    return ", ".join(part for part in (words, _cause(row)) if part)
