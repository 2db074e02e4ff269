"""A document on the clipboard: a file in a private folder that is gone when the program ends."""

import atexit
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication


def private_folder() -> Path:
    """A folder only the person can read."""
    folder = Path(tempfile.mkdtemp(prefix="coachdesk-"))
    atexit.register(_forget, folder)
    return folder


def put_on_clipboard(path: Path) -> None:
    """Offer a file to be pasted."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(content)


def _forget(folder: Path) -> None:
    """Take the copy away, and the clipboard's word of it.

    Qt would free that word after Python has ended, and crash.
    """
    if QGuiApplication.instance() is not None:
        held = QGuiApplication.clipboard().mimeData()
        urls = held.urls() if held is not None else []
        if any(Path(url.toLocalFile()).parent == folder for url in urls):
            QGuiApplication.clipboard().clear()
    shutil.rmtree(folder, ignore_errors=True)
