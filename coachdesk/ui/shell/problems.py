"""What went wrong, said calmly: a store that cannot be used, and our own mistakes."""

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import StoreError, UserError
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.fields import TextArea
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme

log = logging.getLogger(__name__)


class ProblemDialog(QDialog):
    """A title, sentences, and buttons; frees itself when closed."""

    def __init__(
        self, theme: Theme, title: str, sentences: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(460))
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(*(theme.px(24),) * 4)
        self._stack.setSpacing(theme.px(8))
        self._stack.addWidget(Text(theme, title, "title", wrap=True))
        self._stack.addWidget(Text(theme, sentences, "body", "ink2", wrap=True))
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(0, theme.px(12), 0, 0)
        self._buttons.setSpacing(theme.px(8))
        self._buttons.addStretch(1)
        self._stack.addLayout(self._buttons)

    def add_body(self, widget: QWidget) -> None:
        """Something between the sentences and the buttons."""
        self._stack.insertWidget(self._stack.count() - 1, widget)

    def add_button(self, button: Button) -> Button:
        """A button at the right of those before."""
        self._buttons.addWidget(button)
        return button


# What may be better in a moment: the disk has room again, the stick is back.
PASSING = frozenset({"busy", "disk", "full", "gone"})


class StoreDialog(ProblemDialog):
    """The store cannot be used: what is so, and the next step; Retry where that may help."""

    retry = Signal()

    def __init__(self, theme: Theme, error: UserError, parent: QWidget | None = None) -> None:
        super().__init__(theme, error.message, error.next_step, parent)
        may_pass = isinstance(error, StoreError) and error.code in PASSING
        self.ok = self.add_button(Button(theme, _("Close"), "default" if may_pass else "primary"))
        self.ok.clicked.connect(self.close)
        if may_pass:
            self.again = self.add_button(Button(theme, _("Retry"), "primary"))
            self.again.clicked.connect(self._retry)
            self.again.setFocus()

    def _retry(self) -> None:
        self.close()
        self.retry.emit()


class BugDialog(ProblemDialog):
    """A mistake of ours: the work is safe, and the report can be copied."""

    def __init__(self, theme: Theme, report: str, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            _("Something went wrong in Coachdesk"),
            _("Your work is saved. The report says where it happened and holds none of your text."),
            parent,
        )
        self._report = report
        area = TextArea(theme, name=_("Report"), lines=6, most=6, role="small")
        area.setPlainText(report)
        area.setReadOnly(True)
        self.add_body(area)
        self.copy = self.add_button(Button(theme, _("Copy report")))
        self.ok = self.add_button(Button(theme, _("Go on"), "primary"))
        self.copy.clicked.connect(self._copy)
        self.ok.clicked.connect(self.close)
        self.ok.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)


class BugHook(QObject):
    """Catches what nobody caught: logs it without personal text and shows one dialog.

    `keep` writes the error down where a report can be found later. A StoreError is no mistake of
    ours: `store_failed` tells it.
    """

    store_failed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        version: str,
        parent: QObject | None = None,
        keep: Callable[[BaseException], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._version, self._keep = theme, version, keep
        self._dialog: BugDialog | None = None

    def install(self) -> None:
        """Become the interpreter's last resort."""
        sys.excepthook = self.caught

    def caught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show one dialog, however often it happens."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, StoreError):
            self.store_failed.emit(error)
            return
        report = bug_report(kind, trace, self._version)
        log.error("%s", report)
        if self._keep is not None:
            self._keep(error)
        if self._dialog is None:
            self._dialog = BugDialog(self._theme, report, QApplication.activeWindow())
            self._dialog.destroyed.connect(self._closed)
            self._dialog.open()

    def _closed(self) -> None:
        self._dialog = None


def bug_report(kind: type[BaseException], trace: TracebackType | None, version: str) -> str:
    """Where it happened. The error's own message is left out: it may quote what a person wrote."""
    frames = [
        f"{frame.filename.split('coachdesk')[-1].lstrip('/')}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    head = f"Coachdesk {version}, Python {platform.python_version()}, {platform.platform()}"
    return "\n".join((head, kind.__name__, *frames))
