"""Places on the computer where a person's files go."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices


def documents_folder() -> Path:
    """The person's documents folder, or the home folder where there is none."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    found = Path(QStandardPaths.writableLocation(place) or Path.home())
    return found if found.is_dir() else Path.home()


def show_in_folder(path: Path) -> None:
    """Open the folder of a file in the system's file browser."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def open_file(path: Path) -> None:
    """Open a file in the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def unused_path(path: Path) -> Path:
    """A path that no file has: the name, else the name with a number."""
    if not path.exists():
        return path
    n = 2
    while (other := path.with_stem(f"{path.stem}-{n}")).exists():
        n += 1
    return other
