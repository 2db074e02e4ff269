"""Where the file lives: the path, and a sheet to begin at another place."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button, plain_tip
from coachdesk.ui.kit.canvas import box, canvas
from coachdesk.ui.kit.states import IconLabel
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace

ENDING = ".coachdesk"


class FilePlace(QWidget):
    """The path of the store and the button that changes it."""

    change_asked = Signal()

    def __init__(self, theme: Theme, path: Path) -> None:
        super().__init__()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(6))
        stack.addWidget(Text(theme, _("Where your file lives"), "label", "ink2"))
        stack.addWidget(_PathBox(theme, path, self))
        stack.addStretch(1)


class _PathBox(QWidget):
    def __init__(self, theme: Theme, path: Path, place: FilePlace) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px(34))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(10), 0, theme.px(12), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel(theme, "file"))
        shown = Text(theme, short_path(path), "body", elide=True)
        shown.setToolTip(plain_tip(str(path)))
        shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row.addWidget(shown, 1)
        change = Button(theme, _("Change"), "link", name=_("Change where your file lives"))
        change.clicked.connect(place.change_asked)
        row.addWidget(change)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(280), self._theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(canvas(painter, self._theme), QRectF(self.rect()), 7, "panel", "control")


def short_path(path: Path) -> str:
    """The last folders and the name, as people say it: "Documents / Coachdesk / my-team"."""
    return " / ".join(path.parts[-3:])


class PlaceSheet(Sheet):
    """Asks for a path; the new, empty store is made there."""

    writes = False

    def __init__(self, workplace: Workplace, window: QWidget, go: Callable[[Path], None]) -> None:
        super().__init__(
            workplace,
            window,
            _("Where should your file live?"),
            _("A folder that is backed up, or a stick. What you typed comes along."),
            _("Begin there"),
            width=560,
        )
        self._go = go
        self.path = self.add_line(
            _("Path of the file"), text=str(workplace.desk.store.path), icon="file"
        )
        self.path.setMaxLength(4000)
        browse = Button(workplace.theme, _("Choose a folder…"))
        browse.clicked.connect(self._browse)
        self.body.addWidget(browse, 0, Qt.AlignmentFlag.AlignLeft)
        self.ask(self.path)

    def act(self) -> Callable[[], None] | None:
        """Refuse what cannot be a place; the program makes the store."""
        path = Path(self.path.text().strip()).expanduser()
        if path == self.workplace.desk.store.path:
            return None
        if path.suffix != ENDING:
            path = path.with_name(f"{path.name}{ENDING}") if path.name else path
        if not path.is_absolute() or not path.parent.is_dir():
            raise InputError(
                _("There is no folder “{path}”.").format(path=path.parent),
                _("Choose a folder that is there."),
            )
        if path.exists():
            raise InputError(
                _("“{file}” is there already.").format(file=path.name),
                _("Choose another name, or open it with “Open what you have”."),
            )
        return partial(self._go, path)

    def _browse(self) -> None:
        dialog = QFileDialog(self, _("Choose a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _picked(self, folder: str) -> None:
        self.path.setText(str(Path(folder) / Path(self.path.text()).name))
