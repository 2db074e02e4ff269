"""A table from a file or the clipboard: what it is, what its columns mean, what it would make."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.import_mapping import DayOrder, TableKind
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.roster_files import naming, read_text
from coachdesk.services.table_import import import_table
from coachdesk.ui.exchange import import_state as words
from coachdesk.ui.exchange.finding_rows import FindingPainter
from coachdesk.ui.exchange.import_state import ImportState
from coachdesk.ui.exchange.mapping_grid import MappingGrid
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.places import documents_folder
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace

LONGEST_PATH = 4096


class _Source(Field):
    """The path of a file. A text of several lines that is pasted here is a table itself."""

    pasted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            _("Path of a CSV file, or paste a table"),
            name=_("File, or a table that you paste here"),
            icon="file",
        )
        self.setMaxLength(LONGEST_PATH)
        self.setAcceptDrops(False)  # a file that is dropped here is for the sheet

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QApplication.clipboard().text()
            if len(text.splitlines()) > 1:
                self.pasted.emit(text)
                return
        super().keyPressEvent(event)


class ImportSheet(Sheet):
    """Enter reads the file, then imports what is ready; nothing is made before that."""

    roster_asked = Signal(str)

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(
            workplace,
            window,
            _("Import a table (CSV)"),
            _("Events, customers or reps, from any program that saves CSV."),
            words.import_words(None),
            width=920,
        )
        self._state: ImportState | None = None
        theme = workplace.theme
        self.setAcceptDrops(True)
        self.source = _Source(theme)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.source, 1)
        self.browse_button = Button(theme, _("Choose a file…"))
        row.addWidget(self.browse_button)
        self.body.addLayout(row)
        self.read = Text(theme, _("Or drop a file here."), "small", "ink2", wrap=True)
        self.body.addWidget(self.read)
        self._build_table()
        self.source.pasted.connect(self._take_pasted)
        self.source.textEdited.connect(self._forget)
        self.browse_button.clicked.connect(self.browse)

    def open(self) -> None:
        """Open it with the keys on the path."""
        self._show()
        self.ask(self.source)

    def act(self) -> Callable[[], None] | None:
        """Read the file, or import what was read from it."""
        raise NotImplementedError

    def run(self) -> None:
        """Read it, or import it, or say what is in the way."""
        try:
            if self._state is None:
                self._take_file(Path(self.source.text().strip()).expanduser())
            elif self._state.seen is None:
                text = self._state.text
                self.close_panel()
                self.roster_asked.emit(text)
            else:
                self._import(self._state)
        except UserError as refusal:
            self.refuse(refusal)

    def browse(self) -> None:
        """Choose a file in the system's own dialog."""
        dialog = QFileDialog(self, _("Import a table (CSV)"), str(documents_folder()))
        dialog.setNameFilter(_("Tables") + " (*.csv *.tsv *.txt)")
        dialog.fileSelected.connect(self._picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- building ---------------------------------------------------------------------------------

    def _build_table(self) -> None:
        theme = self.workplace.theme
        self._below = QWidget()
        stack = QVBoxLayout(self._below)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(12))
        into, self.body = self.body, stack
        self.kind = self.add_one_of(_("Each line is"), words.kind_options())
        self._order = QWidget()
        self.body = QVBoxLayout(self._order)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.order = self.add_one_of(_("Days such as 3/4"), words.order_options())
        self.body = into
        stack.addWidget(self._order)
        self.about_reps = Text(
            theme,
            _("A list of reps is checked line by line on its own page."),
            "body",
            "ink2",
            wrap=True,
        )
        stack.addWidget(self.about_reps)
        self.grid = MappingGrid(theme)
        self._mapping = Labeled(theme, _("Columns and what they mean"), self.grid)
        stack.addWidget(self._mapping)
        self.counts = Text(theme, "", "bodyStrong", wrap=True)
        stack.addWidget(self.counts)
        self.findings = Rows(theme, FindingPainter(theme), name=_("Lines that need a look"))
        self._found = Card(theme, _("Lines that need a look"))
        self._found.add(self.findings, pad=(4, 4, 4, 4))
        stack.addWidget(self._found)
        self.more = Text(theme, "", "small", "ink2", wrap=True)
        stack.addWidget(self.more)
        self.body.addWidget(self._below)
        self.kind.chosen.connect(self._choose_kind)
        self.order.chosen.connect(self._choose_order)
        self.grid.picked.connect(self._choose_meaning)

    # --- showing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        state = self._state
        self._below.setVisible(state is not None)
        self.act_button.set_label(words.import_words(state))
        if state is not None:
            self.kind.set_value(state.kind)
            self._show_mapping(state)
            self._show_outcome(state)
        self.fit()

    def _show_mapping(self, state: ImportState) -> None:
        is_list = state.kind is TableKind.ROSTER
        self.about_reps.setVisible(is_list)
        self._mapping.setVisible(not is_list)
        if not is_list:
            self.grid.show_columns(state.columns, state.mapping.columns, words.choices(state.kind))
        chosen = state.mapping.day_order
        self._order.setVisible(
            state.seen is not None and (state.seen.asks_day_order or chosen is not None)
        )
        if chosen is not None:
            self.order.set_value(chosen)

    def _show_outcome(self, state: ImportState) -> None:
        seen = state.seen
        findings = seen.findings if seen is not None else ()
        if seen is not None:
            self.counts.show_runs(words.in_the_way(seen) or words.counts(seen))
        self.counts.setVisible(seen is not None)
        self.findings.set_rows(findings[: words.MOST_SHOWN])
        self._found.setVisible(bool(findings))
        more = len(findings) - words.MOST_SHOWN
        self.more.show_runs(ngettext("… and {n} more.", "… and {n} more.", more).format(n=more))
        self.more.setVisible(more > 0)

    # --- what a person does -----------------------------------------------------------------------

    def _take_file(self, path: Path) -> None:
        with naming(path):
            state = words.state_of(read_text(path), self.workplace.ask)
        self._take(state)

    def _take_pasted(self, text: str) -> None:
        try:
            self._take(words.state_of(text, self.workplace.ask))
        except UserError as refusal:
            self.refuse(refusal)

    def _take(self, state: ImportState) -> None:
        self.refuse(None)
        self._state = state
        n = len(state.table.rows) - int(state.mapping.has_header)
        self.read.show_runs(ngettext("{n} line was read.", "{n} lines were read.", n).format(n=n))
        self._show()
        (self.act_button if self._is_ready() else self.kind_focus()).setFocus()

    def kind_focus(self) -> QWidget:
        """Where the keys go when something is still to be chosen."""
        state = self._state
        if state is not None and state.seen is not None and state.seen.asks_day_order:
            return next(iter(self.order.findChildren(QWidget)), self.order)
        return self.grid.first() or self.source

    def _is_ready(self) -> bool:
        seen = self._state.seen if self._state is not None else None
        return seen is None or not seen.is_empty

    def _forget(self, _typed: str) -> None:
        """Another path: what was read belongs to the last one."""
        if self._state is not None:
            self._state = None
            self.read.show_runs(_("Or drop a file here."))
            self._show()
        self.refuse(None)

    def _choose_kind(self, kind: str) -> None:
        if self._state is not None:
            self._state = words.with_kind(self._state, TableKind(kind), self.workplace.ask)
            self._show()

    def _choose_order(self, order: str) -> None:
        if self._state is not None:
            mapping = self._state.mapping.with_days(DayOrder(order))
            self._state = words.with_mapping(self._state, mapping, self.workplace.ask)
            self._show()

    def _choose_meaning(self, at: int, field: str) -> None:
        if self._state is not None:
            mapping = self._state.mapping.with_column(at, field)
            self._state = words.with_mapping(self._state, mapping, self.workplace.ask)
            self._show()

    def _import(self, state: ImportState) -> None:
        assert state.seen is not None
        before = self.act_button.text()
        # Two thousand lines are one change and take some seconds: say so before they begin.
        self.act_button.set_label(_("Importing…"))
        self.act_button.repaint()
        try:
            self.workplace.do(
                import_table, state.table, state.mapping, said=words.done_words(state.seen), by=self
            )
        finally:
            self.act_button.set_label(before)
        self.close_panel()

    def _picked(self, path: str) -> None:
        self.source.setText(path)
        self._state = None
        self.run()

    # --- a file that is dropped -------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self._picked(str(path))


def _dropped(data: QMimeData) -> Path | None:
    """The first file of what is dragged."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next(paths, None)
