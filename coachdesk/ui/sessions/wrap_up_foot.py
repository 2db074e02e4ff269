"""The foot of the page after a talk: the ways the page leaves, and Done."""

from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run, canvas, rule
from coachdesk.ui.kit.states import Loading
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.places import show_in_folder
from coachdesk.ui.sessions.wrap_up_state import WrapUpState


class WrapUpFoot(QWidget):
    """Buttons, and above them what happened last: sent, saved, or why not."""

    print_asked = Signal()
    save_asked = Signal()
    copy_asked = Signal()
    later_asked = Signal()
    more_asked = Signal()
    done_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._path: Path | None = None
        self._is_closed, self._short = False, False
        self.setAccessibleName(_("Paper and Done"))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*(theme.px(m) for m in (24, 10, 24, 10)))
        stack.setSpacing(theme.px(8))
        told = QHBoxLayout()
        told.setSpacing(theme.px(10))
        self.words = Text(theme, "", "small", "ink2", wrap=True)
        self.show_file = Button(theme, _("Show"), "link", name=_("Show the file in its folder"))
        self.show_file.hide()
        self.later_link = Button(theme, _("Print later"), "link", name=_("Print it later too"))
        self.later_link.hide()
        self.work = Loading(theme)
        told.addWidget(self.work)
        told.addWidget(self.words, 1)
        told.addWidget(self.show_file)
        told.addWidget(self.later_link)
        stack.addLayout(told)
        stack.addLayout(self._build_buttons())
        self.words.hide()
        self.show_file.clicked.connect(self._show)
        self.later_link.clicked.connect(self.later_asked)

    def _build_buttons(self) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.print_button = Button(
            theme, _("Print 2 copies"), "primary", icon="printer", hint="Ctrl+P"
        )
        self.save_button = Button(theme, _("Save PDF"), icon="file")
        self.copy_button = Button(theme, _("Copy file"), icon="copy")
        self.later_button = Button(theme, _("Print later"), icon="clock")
        self.more_button = Button(theme, "", icon="more-horizontal", name=_("Other ways"))
        self.more_button.setToolTip(_("Other ways"))
        self.done_button = Button(theme, _("Done"), "quiet")
        ways = (self.print_button, self.save_button, self.copy_button, self.later_button)
        for button in (*ways, self.more_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.done_button)
        self.print_button.clicked.connect(self.print_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.copy_button.clicked.connect(self.copy_asked)
        self.later_button.clicked.connect(self.later_asked)
        self.more_button.clicked.connect(self.more_asked)
        self.done_button.clicked.connect(self.done_asked)
        return row

    def show_state(self, state: WrapUpState) -> None:
        """Say what was printed already; after Done the way back stands out once it is printed."""
        self._is_closed = state.is_wrapped_up
        self.done_button.set_label(_("Back to Today") if self._is_closed else _("Done"))
        is_over = self._is_closed and bool(state.page.printed)
        self.done_button.set_kind("primary" if is_over else "quiet")
        self.print_button.set_kind("default" if is_over else "primary")
        self.set_short(self._short)
        self.show_words(_sentence(state.page.printed) if not state.is_wrapped_up else "")

    def show_work(self, share: float, words: str) -> None:
        """How far drawing and sending are, once it takes longer than a blink; "" ends it."""
        if not words:
            self.work.end()
        elif share:
            self.work.progress(share, words)
        else:
            self.work.begin(words)

    def show_words(
        self,
        words: str,
        *,
        path: Path | None = None,
        can_wait: bool = False,
        is_problem: bool = False,
    ) -> None:
        """What happened. With a path “Show” opens its folder; `can_wait` offers to print later."""
        self._path = path
        role, color = ("smallMedium", "badText") if is_problem else ("small", "ink2")
        self.words.show_runs([Run(words, role, color)])
        self.words.setVisible(bool(words))
        self.show_file.setVisible(self._path is not None)
        self.later_link.setVisible(can_wait)

    def set_short(self, short: bool) -> None:
        """In little room “Copy file” and “Print later” keep to their icons."""
        self._short = short
        self.print_button.set_hint("" if short else "Ctrl+P")
        self.copy_button.set_label("" if short else _("Copy file"))
        self.copy_button.setAccessibleName(_("Copy file"))
        self.copy_button.setToolTip(_("Copy file") if short else "")
        self.later_button.set_label("" if short else _("Print later"))
        self.later_button.setAccessibleName(_("Print later"))
        self.later_button.setToolTip(_("Print later") if short else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rule(canvas(painter, self._theme), QRectF(0, 0, self.width(), 2))

    def _show(self) -> None:
        if self._path is not None:
            show_in_folder(self._path)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
