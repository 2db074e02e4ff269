"""Your templates: each document, whether yours or ours draws it, and whether yours works."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachdesk.domain.errors import InputError, UserError
from coachdesk.language import gettext as _
from coachdesk.services.own_templates import (
    README,
    copy_template,
    make_folder,
    put_aside,
    take_back,
    template_rows,
    tried_templates,
)
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.parts.places import show_in_folder
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.own_templates import TemplateRow


class _TemplatePainter:
    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def height(self, row: TemplateRow, width: int) -> int:
        return _height(self._theme, row)

    def name(self, row: TemplateRow) -> str:
        return _("{document}: {state}").format(document=row.title, state=row.state)

    def tip(self, row: TemplateRow) -> str:
        return row.fault or row.file

    def paint(self, c: Canvas, rect: QRectF, row: TemplateRow, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(20), 0, -px(20), 0)
        line = QRectF(inner.left(), inner.top(), inner.width(), px(36))
        state = _("yours · a mistake") if row.fault else row.state
        colour = "badText" if row.fault else "ink" if row.is_own else "ink2"
        taken = text(c, line, state, "small", colour, RIGHT)
        line.setRight(line.right() - taken - px(12))
        text(c, line, row.title, "bodyStrong" if row.is_own else "body")
        if row.fault:
            below = QRectF(inner.left(), inner.top() + px(28), inner.width(), px(20))
            text(c, below, row.fault, "small", "badText")


def _height(theme: Theme, row: TemplateRow) -> int:
    return theme.px(54 if row.fault else 36)


class TemplatesSheet(Overlay):
    """Enter copies ours to edit, O opens the folder, Del goes back to ours, U takes that back."""

    def __init__(self, workplace: Workplace, window: QWidget, folder: Path) -> None:
        title = _("Your templates")
        super().__init__(workplace.theme, window, title, width=640)
        self._workplace, self._folder, self._ground = workplace, folder, window
        self._aside: tuple[TemplateRow, Path] | None = None
        theme = workplace.theme
        self.card.add(Text(theme, title, "title"), pad=(20, 18, 20, 4))
        self.words = Text(theme, "", "body", "ink2", wrap=True)
        self.card.add(self.words, pad=(20, 0, 20, 10))
        self.list = Rows(theme, _TemplatePainter(theme), name=title, select=True)
        self._scroll = ScrollPage(theme, title, content=self.list)
        self._follow = Follow(self._scroll, self.list)
        self.card.add(self._scroll)
        self.told = Text(theme, "", "small", "ink2", wrap=True)
        self._told = self.card.add(self.told, pad=(20, 8, 20, 10))
        self.card.add(self._build_foot())
        self.list.opened.connect(self._copy)
        self.list.removed.connect(self._put_aside)
        self.list.on_key("O", self._open_folder)
        self.list.on_key("U", self._take_back)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self._show()

    def ask(self) -> None:
        """Open it, and try those that are the person's own."""
        self.open_panel(self.list)
        self.fit()
        self._try()

    def open_folder(self) -> None:
        """Show the folder in the system's file browser, with the page that explains it."""
        try:
            make_folder(self._folder)
        except InputError as refusal:
            self._refuse(refusal)
            return
        show_in_folder(self._folder / README)

    def _build_foot(self) -> Footer:
        theme = self._workplace.theme
        foot = Footer(theme)
        row = QHBoxLayout(foot)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.setSpacing(theme.px(8))
        self.back_button = Button(theme, _("Back to ours"), hint="Del")
        self.folder_button = Button(theme, _("Open folder"), hint="O")
        self.close_button = Button(theme, _("Close"), hint="Esc")
        self.copy_button = Button(theme, _("Copy ours"), "primary", hint="Enter")
        row.addWidget(self.back_button)
        row.addStretch(1)
        for button in (self.folder_button, self.close_button, self.copy_button):
            row.addWidget(button)
        self.back_button.clicked.connect(self._put_current_aside)
        self.folder_button.clicked.connect(self.open_folder)
        self.close_button.clicked.connect(self.close_panel)
        self.copy_button.clicked.connect(self._copy_current)
        return foot

    def _show(self, told: str = "") -> None:
        self._arrived(template_rows(self._folder))
        self.told.show_runs(told)
        self._told.setVisible(bool(told))
        if self.isVisible():  # a button that was pressed may rest now
            self.list.setFocus()
        self.fit()

    def _try(self) -> None:
        self._workplace.jobs.start(
            partial(tried_templates, self._folder),
            done=self._arrived,
            refused=self._refuse,
            topic="templates",
        )

    def _arrived(self, rows: tuple[TemplateRow, ...]) -> None:
        at = max(0, self.list.currentIndex().row())
        self.list.set_rows(rows)
        self.list.set_current(at)
        self.words.show_runs(
            _("Words, order, logo and colours are yours to change; a mistake never stops a print.")
            if any(row.is_own for row in rows)
            else _("Ours draw every document. Copy one to change its words, order or sections.")
        )
        self._moved()
        self._give_room(rows)
        self.fit()

    def _give_room(self, rows: tuple[TemplateRow, ...]) -> None:
        """As high as the rows, or as the window lets it; then the list scrolls."""
        px = self._workplace.theme.px
        wanted = sum(_height(self._workplace.theme, row) for row in rows)
        self._scroll.setFixedHeight(min(wanted, max(px(108), self._ground.height() - px(290))))

    def _moved(self) -> None:
        row = self.list.current_row()
        if row is None:
            return
        if row.is_own:
            self.copy_button.disable(_("It is yours already: open the folder to edit it."))
            self.back_button.enable()
        else:
            self.copy_button.enable()
            self.back_button.disable(_("Ours draws it already."))

    def _copy(self, row: TemplateRow) -> None:
        if row.is_own:
            self.open_folder()
            return
        try:
            path = copy_template(self._folder, row.kind)
        except InputError as refusal:
            self._refuse(refusal)
            return
        self._show(
            _("“{file}” is yours now: O opens its folder, where README.txt explains it.").format(
                file=path.name
            )
        )
        self._try()

    def _put_aside(self, row: TemplateRow) -> None:
        if not row.is_own:
            return
        try:
            aside = put_aside(self._folder, row.kind)
        except InputError as refusal:
            self._refuse(refusal)
            return
        self._aside = (row, aside)
        self._show(
            _("Ours draws it again; yours is kept as “{file}”. U takes it back.").format(
                file=aside.name
            )
        )
        self._try()

    def _take_back(self, _row: TemplateRow) -> None:
        if self._aside is None:
            return
        (row, aside), self._aside = self._aside, None
        try:
            take_back(self._folder, row.kind, aside)
        except InputError as refusal:
            self._refuse(refusal)
            return
        self._show(_("“{file}” is yours again.").format(file=row.file))
        self._try()

    def _open_folder(self, _row: TemplateRow) -> None:
        self.open_folder()

    def _copy_current(self) -> None:
        row = self.list.current_row()
        if row is not None:
            self._copy(row)

    def _put_current_aside(self) -> None:
        row = self.list.current_row()
        if row is not None:
            self._put_aside(row)

    def _refuse(self, refusal: UserError) -> None:
        self._show(f"{refusal.message} {refusal.next_step}".strip())
