"""Everything a store holds, written where the person says: a file to read back, or tables."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.exchange import private_count
from coachdesk.services.exchange_files import Place, export_beside, export_place
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.states import IconLabel, Loading
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.places import documents_folder, show_in_folder
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.jobs import Token
from coachdesk.ui.shell.workplace import Workplace

FILE, TABLES, WORKBOOK = "file", "tables", "workbook"
_ENDINGS = {FILE: ".json", TABLES: "", WORKBOOK: ".xlsx"}


class ExportSheet(Sheet):
    """Says how many private notes it will hold; Enter writes it, and the sheet tells where it is.

    Writing runs beside the window. Esc stops it: then nothing was written. What is in the way is
    said in place, with the path still there to be changed.
    """

    writes = False

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(
            workplace,
            window,
            _("Export everything"),
            _("Reps, talks, observations, promises, private notes: all but the history for undo."),
            _("Export"),
            width=600,
        )
        self._ticket = 0
        self._saved: Path | None = None
        theme = workplace.theme
        self.form = self.add_one_of(
            _("As"),
            [
                (FILE, _("One file (JSON)")),
                (TABLES, _("Tables (CSV)")),
                (WORKBOOK, _("Workbook (XLSX)")),
            ],
        )
        self.form.set_value(FILE)
        self.about = Text(theme, "", "small", "ink2", wrap=True)
        self.path = self.add_line(_("Where"), icon="file")
        self.path.setMaxLength(4096)
        self.note = Text(theme, "", "small", "ink2", wrap=True)
        told = QVBoxLayout()
        told.setSpacing(theme.px(4))
        for words in (self.about, self.note):
            told.addWidget(words)
        self.body.addLayout(told)
        self.body.addLayout(self._build_private())
        self.body.addLayout(self._build_result())
        self.browse_button = Button(theme, _("Browse…"))
        self.browse_button.clicked.connect(self.browse)
        self.foot.insertWidget(0, self.browse_button)
        self.setTabOrder(self.path, self.browse_button)
        self.form.chosen.connect(self._choose)
        self.path.textChanged.connect(self._look)
        self.closed.connect(self._stop)
        self._choose(FILE)

    def open(self) -> None:
        """Open it, with the file's name selected."""
        self.ask(self.path)
        self._select_name()

    def run(self) -> None:
        """Write it, or say what is in the way; once it is written, leave."""
        if self._saved is not None:
            self.close_panel()
            return
        if self._ticket:
            return
        try:
            place = self._where()
        except UserError as refusal:
            self.refuse(refusal)
            return
        self.refuse(None)
        self.work.begin(_("Reading what the store holds"))
        desk = self.workplace.desk
        self._ticket = self.workplace.jobs.start(
            partial(_export, desk.store.path, self.workplace.now, place),
            done=partial(self._written, place.path),
            refused=self._failed,
            progress=self.work.progress,
            topic="export",
        )

    def browse(self) -> None:
        """Choose the place in the system's own dialog."""
        if self.form.value() == TABLES:
            folder = QFileDialog.getExistingDirectory(
                self, _("Export everything"), str(documents_folder())
            )
            path = str(Path(folder) / self._name()) if folder else ""
        else:
            kinds = {FILE: _("Exchange file (*.json)"), WORKBOOK: _("Workbook (*.xlsx)")}
            path, _filter = QFileDialog.getSaveFileName(
                self, _("Export everything"), self.path.text(), kinds[self.form.value()]
            )
        if path:
            self.path.setText(path)

    def _build_private(self) -> QHBoxLayout:
        theme = self.workplace.theme
        count = self.workplace.ask(private_count)
        words = (
            ngettext(
                "It will hold {n} private note. Keep it to yourself.",
                "It will hold {n} private notes. Keep it to yourself.",
                count,
            ).format(n=count)
            if count
            else _("It will hold no private notes.")
        )
        self.private = Text(theme, [Run(words, "bodyStrong" if count else "body")], wrap=True)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel(theme, "lock"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.private, 1)
        return row

    def _build_result(self) -> QHBoxLayout:
        theme = self.workplace.theme
        self.work = Loading(theme)
        self.result = Text(theme, "", "bodyStrong", "goodText", wrap=True)
        self.show_button = Button(
            theme, _("Show"), "link", name=_("Show what was exported in its folder")
        )
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.work)
        row.addWidget(self.result, 1)
        row.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignTop)
        self.result.hide()
        self.show_button.hide()
        self.show_button.clicked.connect(self._show)
        return row

    def _choose(self, form: str) -> None:
        about = {
            FILE: _("Complete: Coachdesk reads it back, also on another computer."),
            TABLES: _(
                "A folder to read in a spreadsheet; only the file (JSON) is read back whole."
            ),
            WORKBOOK: _("A sheet for each kind, to read; only the file (JSON) is read back whole."),
        }
        self.about.show_runs(about[form])
        folder = Path(self.path.text()).parent if self.path.text() else documents_folder()
        self.path.setText(str(folder / self._name()))
        self._select_name()

    def _name(self) -> str:
        day = self.workplace.as_of.isoformat()
        return f"coachdesk-{day}{_ENDINGS[self.form.value()]}"

    def _select_name(self) -> None:
        path = self.path.text()
        start = len(path) - len(Path(path).name)
        self.path.setSelection(start, len(Path(path).stem))

    def _where(self) -> Place:
        words = self.path.text().strip()
        if self.form.value() == TABLES:
            return Place(Path(words).expanduser(), is_folder=True)
        return export_place(words if Path(words).suffix else words + _ENDINGS[self.form.value()])

    def _look(self) -> None:
        """Another place: what was said of the last one does not hold."""
        self.refuse(None)
        self._saved = None
        self.close_button.show()
        self.act_button.set_label(_("Export"))
        self.result.hide()
        self.show_button.hide()
        there = Path(self.path.text().strip()).expanduser()
        self.note.show_runs(
            _("Replaces what is there, if it is an earlier export.")
            if there.exists() and self.form.value() == TABLES
            else _("Replaces the file that is there.")
            if there.is_file()
            else _("Only you can read it.")
        )
        self.fit()

    def _written(self, path: Path, _size: int) -> None:
        self._ticket = 0
        self._saved = path
        self.work.end()
        self.result.show_runs(_("Saved to {path}").format(path=path))
        self.result.show()
        self.show_button.show()
        self.close_button.hide()
        self.act_button.set_label(_("Done"))
        self.act_button.setFocus()
        self.fit()

    def _failed(self, refusal: UserError) -> None:
        self._ticket = 0
        self.work.end()
        self.refuse(refusal)
        self.path.setFocus()

    def _stop(self) -> None:
        if self._ticket:
            self.workplace.jobs.cancel(self._ticket)
            self._ticket = 0

    def _show(self) -> None:
        if self._saved is not None:
            show_in_folder(self._saved)


def _export(store: Path, now: datetime, place: Place, token: Token) -> int:
    return export_beside(store, now, place, token.report)
