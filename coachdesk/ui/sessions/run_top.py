"""The top of a running talk: who, where in the agenda, a quiet clock, and the way out."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import RIGHT, Run, box, canvas, rule, text
from coachdesk.ui.kit.marks import avatar
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.sessions.run_state import clock_words, is_nearly_over
from coachdesk.views.dates import medium_day
from coachdesk.views.talk_pages import Run as RunPageData
from coachdesk.views.talks import AgendaPart

HEIGHT = 64


class Progress(QWidget):
    """The agenda as a bar: what was talked about is filled, the current point by its time."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[AgendaPart, ...] = ()
        self._current, self._share = 0, 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[AgendaPart], current: int, share: float) -> None:
        """Points with minutes, the index of the current one, and how far it is (0-1)."""
        self._parts = tuple(part for part in parts if part.minutes > 0)
        self._current, self._share = current, share
        title = self._parts[current].text if current < len(self._parts) else ""
        self.setAccessibleName(
            _("Agenda, point {n} of {all}, {title}").format(
                n=current + 1, all=len(self._parts), title=title
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        total = sum(part.minutes for part in self._parts)
        if not total:
            return
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px, left, gap = self._theme.px, 0.0, self._theme.px(2)
        for at, part in enumerate(self._parts):
            width = self.width() * part.minutes / total - gap
            is_now = at == self._current
            area = QRectF(left, 0, width, px(16))
            text(
                c, area, part.text, "label" if is_now else "caption", "accent" if is_now else "ink2"
            )
            bar = QRectF(left, px(20), width, px(6))
            box(c, bar, 2, "line", None)
            share = 1.0 if at < self._current else self._share if is_now else 0.0
            if share > 0:
                filled = QRectF(bar.left(), bar.top(), max(px(2), bar.width() * share), px(6))
                box(c, filled, 2, "accent", None)
            left += width + gap


class Clock(QWidget):
    """Minutes and seconds; amber five minutes before the end, never red, no sound."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._seconds, self._minutes = theme, 0, 0

    def show_time(self, seconds: int, minutes: int) -> None:
        """How long the talk runs, and how long it was meant to."""
        self._seconds, self._minutes = seconds, minutes
        self.setAccessibleName(
            _("{time} of {minutes} minutes").format(time=clock_words(seconds), minutes=minutes)
        )
        self.update()

    @property
    def is_amber(self) -> bool:
        """Whether the end is near."""
        return is_nearly_over(self._seconds, self._minutes)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(150), self._theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        of = _("of {minutes}").format(minutes=self._minutes)
        width = self._theme.width(of, "body#") + self._theme.px(4)
        right = QRectF(self.width() - width, self._theme.px(4), width, self.height())
        text(c, right, of, "body#", "ink2", RIGHT)
        left = QRectF(0, 0, self.width() - width - self._theme.px(4), self.height())
        color = "warnText" if self.is_amber else "ink"
        text(c, left, clock_words(self._seconds), "figure#", color, RIGHT)


class RunTop(QWidget):
    """One row: avatar and name, progress, clock, Wrap up."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._initials = ""
        self.setFixedHeight(theme.px(HEIGHT))
        px = theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(88), 0, px(24), 0)
        row.setSpacing(px(16))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        self._name = Text(theme, "", "title")
        self._when = Text(theme, "", "small", "ink2")
        for label in (self._name, self._when):
            names.addWidget(label)
        names.addStretch(1)
        row.addLayout(names)
        row.addStretch(1)
        self.progress, self.clock = Progress(theme), Clock(theme)
        row.addWidget(self.progress, 4)
        row.addWidget(self.clock)
        self.wrap_up = Button(theme, _("Wrap up"), hint=_("Ctrl+Enter"))
        row.addWidget(self.wrap_up)

    def show_talk(self, talk: RunPageData) -> None:
        """Whom the talk is with, and when."""
        head = talk.brief.head
        self._initials = head.initials
        self._name.show_runs(head.name)
        self._when.show_runs(
            [Run(_("One-on-one · {day}").format(day=medium_day(head.day)), "small", "ink2")]
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px = self._theme.px
        avatar(c, px(28), self.height() / 2, self._initials, 44)
        rule(c, QRectF(0, self.height() - 1, self.width(), 1))
