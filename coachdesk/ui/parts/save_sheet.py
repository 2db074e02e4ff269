"""Where to save a document: a path that can be typed, filled in with the documents folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.services.drawing import Drawn
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Check
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.places import documents_folder, open_file


@dataclass(frozen=True, slots=True, kw_only=True)
class FileForm:
    """As what a document is saved: the sheet's title, the file's ending, and its bytes.

    With `opens` the person can have the file opened at once, in these words.
    """

    title: str
    suffix: str
    names: str
    content: Callable[[Drawn], bytes]
    opens: str = ""


def as_pdf() -> FileForm:
    """The document itself."""
    return FileForm(title=_("Save as PDF"), suffix=".pdf", names=_("PDF (*.pdf)"), content=_pdf_of)


def _pdf_of(drawn: Drawn) -> bytes:
    return drawn.pdf


ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SaveSheet(Overlay):
    """Enter saves. A save that fails leaves the old file as it was and says why, in place.

    The path can be typed before the document is drawn; `give` brings it. Enter before that waits.
    """

    saved = Signal(object, object)  # Drawn, Path

    def __init__(
        self,
        theme: Theme,
        window: QWidget,
        file_name: str,
        form: FileForm,
        write: Callable[[Path, bytes], None],
    ) -> None:
        self._form, self._write = form, write
        super().__init__(theme, window, self._form.title, width=600)
        self._theme = theme
        self._drawn: Drawn | None = None
        self._is_awaited = False
        self.card.add(Text(theme, self._form.title, "title"), pad=(20, 18, 20, 6))
        self.field = Field(theme, name=_("Path of the file"), icon="file")
        self.field.setText(str((documents_folder() / file_name).with_suffix(self._form.suffix)))
        self.labeled = Labeled(theme, _("Path of the file"), self.field)
        self.note = Text(theme, "", "small", "ink2", wrap=True)
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(4))
        stack.addWidget(self.labeled)
        stack.addWidget(self.note)
        self.card.add(stack, pad=(20, 8, 20, 14))
        self.opens = Check(theme, self._form.opens)
        opens = self.card.add(self.opens, pad=(20, 0, 20, 14))
        opens.setVisible(bool(self._form.opens))
        self.card.add(self._build_foot())
        self.field.textChanged.connect(self._look)
        self._look()

    def ask(self) -> None:
        """Open it, with the file's name selected."""
        self.open_panel(self.field)
        self.fit()
        path = self.field.text()
        start = len(path) - len(Path(path).name)
        self.field.setSelection(start, len(Path(path).stem))

    def give(self, drawn: Drawn) -> None:
        """The document is drawn; it is saved at once if Enter was pressed already."""
        self._drawn = drawn
        if self._is_awaited:
            self.save()

    def refuse(self, refusal: UserError) -> None:
        """Say in place what is in the way."""
        self._is_awaited = False
        self.labeled.show_problem(f"{refusal.message} {refusal.next_step}".strip())
        self.fit()

    def save(self) -> None:
        """Write the file, or say what is in the way."""
        path = self._path()
        if self._drawn is None:
            self._is_awaited = True
            self.note.show_runs(_("Drawing the page; it is saved in a moment."))
            return
        try:
            self._write(path, self._form.content(self._drawn))
        except UserError as refusal:
            self.refuse(refusal)
            return
        self.close_panel()
        self.saved.emit(self._drawn, path)
        if self.opens.isChecked():
            open_file(path)

    def browse(self) -> None:
        """Choose the place in the system's own dialog."""
        path, _filter = QFileDialog.getSaveFileName(
            self, self._form.title, self.field.text(), self._form.names
        )
        if path:
            self.field.setText(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.save()
            return
        super().keyPressEvent(event)

    def _path(self) -> Path:
        path = Path(self.field.text().strip()).expanduser()
        return path if path.suffix else path.with_suffix(self._form.suffix) if path.name else path

    def _look(self) -> None:
        self.labeled.show_problem("")
        there = self._path().is_file()
        self.note.show_runs(
            _("Replaces the file that is there.")
            if there
            else _("A new file; only you can read it.")
        )

    def _build_foot(self) -> Footer:
        theme = self._theme
        foot = Footer(theme)
        row = QHBoxLayout(foot)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.setSpacing(theme.px(8))
        self.browse_button = Button(theme, _("Browse…"))
        self.close_button = Button(theme, _("Not now"), hint="Esc")
        self.save_button = Button(theme, _("Save"), "primary", hint="Enter")
        row.addWidget(self.browse_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.save_button)
        self.browse_button.clicked.connect(self.browse)
        self.close_button.clicked.connect(self.close_panel)
        self.save_button.clicked.connect(self.save)
        return foot
