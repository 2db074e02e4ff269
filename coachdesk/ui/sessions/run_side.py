"""Left of the notes: the rep's agenda first, then where the talk is and what comes."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import box, canvas
from coachdesk.ui.kit.choices import Check
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.talk_pages import Run
from coachdesk.views.talks import AgendaPart


class _Now(QWidget):
    """The current point on a tint."""

    def __init__(self, theme: Theme, title: str, hint: str) -> None:
        super().__init__()
        self._theme = theme
        stack = QVBoxLayout(self)
        stack.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        stack.setSpacing(theme.px(2))
        stack.addWidget(Text(theme, title, "bodyStrong", wrap=True))
        if hint:
            stack.addWidget(Text(theme, hint, "small", "ink2", wrap=True))
        self.setAccessibleName(_("Now: {title}").format(title=title))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(canvas(painter, self._theme), QRectF(self.rect()), 8, "accentSoft", None)


class _Point(QWidget):
    """A point of the rep's with its checkbox; long words wrap."""

    def __init__(self, theme: Theme, part: AgendaPart) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.check = Check(theme, "", part.ticked)
        self.check.setAccessibleName(part.text)
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignTop)
        words = Text(theme, part.text, "lead", "ink2" if part.ticked else "ink", wrap=True)
        row.addWidget(words, 1)


class RunSide(QWidget):
    """The rep's points with checkboxes, a line to add one, Now and Then."""

    ticked = Signal(object, bool)  # agenda item id
    added = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._stack = QVBoxLayout(self)
        px = theme.px
        self._stack.setContentsMargins(px(24), px(20), px(16), px(20))
        self._stack.setSpacing(px(8))
        self._checks: dict[UUID, Check] = {}
        self.add_field: Field | None = None
        self.setAccessibleName(_("Rep’s agenda"))

    def show_talk(self, talk: Run, current: int) -> None:
        """Draw the agenda again; `current` counts the points that have minutes."""
        typed = self.add_field.text() if self.add_field is not None else ""
        had_focus = self.add_field is not None and self.add_field.hasFocus()
        self._clear()
        name = talk.brief.head.first_name
        self._label(_("{name}’s agenda").format(name=name))
        parts = talk.brief.agenda
        for part in parts:
            if part.is_reps:
                self._add_check(part)
        self.add_field = Field(self._theme, _("Add for {name}").format(name=name), icon="plus")
        self.add_field.setText(typed)
        self.add_field.setMinimumWidth(self._theme.px(80))
        self.add_field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.add_field.returnPressed.connect(self._add)
        self._stack.addWidget(self.add_field)
        if had_focus:
            self.add_field.setFocus()
        self._stack.addSpacing(self._theme.px(12))
        self._now_and_then(talk, [part for part in parts if part.minutes > 0], current)
        self._stack.addStretch(1)

    def _now_and_then(self, talk: Run, timed: Sequence[AgendaPart], current: int) -> None:
        for at, part in enumerate(timed):
            if at < current:
                continue
            if at == current:
                self._label(_("Now"))
                self._stack.addWidget(_Now(self._theme, part.text, _hint(talk, part)))
            else:
                if at == current + 1:
                    self._stack.addSpacing(self._theme.px(8))
                    self._label(_("Then"))
                self._stack.addWidget(Text(self._theme, part.text, "bodyMedium", wrap=True))
            if part.kind == "behaviour":
                for question in talk.questions:
                    self._stack.addWidget(Text(self._theme, question, "small", "ink2", wrap=True))

    def _label(self, words: str) -> None:
        self._stack.addWidget(Text(self._theme, words, "label", "ink2"))

    def _add_check(self, part: AgendaPart) -> None:
        point = _Point(self._theme, part)
        point.check.toggled.connect(self._toggled)
        self._checks[part.id] = point.check
        self._stack.addWidget(point)

    def _toggled(self, on: bool) -> None:
        sender = self.sender()
        for id, check in self._checks.items():
            if check is sender:
                self.ticked.emit(id, on)

    def _add(self) -> None:
        if self.add_field is not None and self.add_field.text().strip():
            words = self.add_field.text()
            self.add_field.clear()
            self.added.emit(words)

    def _clear(self) -> None:
        self._checks = {}
        while self._stack.count():
            item = self._stack.takeAt(0)
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                widget.deleteLater()


def _hint(talk: Run, part: AgendaPart) -> str:
    if part.kind == "promises":
        mine = next((row for row in talk.brief.promises if row.is_mine), None)
        return _("Yours first: {text}").format(text=mine.text) if mine else _("Yours first")
    if part.kind == "behaviour":
        return talk.brief.focus_note
    return ""
