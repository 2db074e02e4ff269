"""The card of the next one-on-one, with its brief open."""

from datetime import datetime

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run, canvas, rule, upright
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.ladder import AgendaBar, AgendaPart
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.baton_lines import BatonLines
from coachdesk.ui.parts.events import BriefEventPainter
from coachdesk.ui.parts.promises import BetweenPainter
from coachdesk.ui.parts.signs import Initials, Mark
from coachdesk.ui.parts.talk_words import head_line, spoken
from coachdesk.views.dates import near_day
from coachdesk.views.talks import TalkBrief

RING_ROOM = 6
BATONS_SHOWN = 2


class BriefCard(Card):
    """Who, when, what was said, what is open, one behaviour, and the agenda.

    The page connects `prepare`, `start`, `more`, and the two lists.
    """

    def __init__(self, theme: Theme, brief: TalkBrief, now: datetime, *, folded: bool) -> None:
        super().__init__(theme, spoken(brief.head, now))
        self.brief, self._now = brief, now
        as_of = now.date()
        self.prepare = Button(theme, _("Prepare"))
        self.start = Button(theme, _("Start the talk"), "primary", hint="Ctrl+Enter")
        name = _("What else can become of the talk")
        self.more = Button(theme, "", "plain", icon="more-horizontal", name=name)
        self.unfold = Button(theme, _("Show the brief"), "link")
        self.between = Rows(
            theme, BetweenPainter(theme, as_of), name=_("Open between you"), ruled=False
        )
        self.events = Rows(
            theme, BriefEventPainter(theme, as_of), name=_("Newest events"), round_last=False
        )
        self.between.set_rows(brief.promises)
        self.events.set_rows(brief.focus_events)
        self._add_head()
        self._halves = _Halves(theme, self._left(), self._right())
        self._agenda = self._agenda_bar()
        self._body = [self.add(self._halves, rule=True)]
        if brief.agenda:
            self._body.append(self.add(self._agenda, rule=True, sunk=True, pad=(16, 10, 16, 10)))
        self.unfold.clicked.connect(self._toggle)
        self.unfold.setVisible(folded)
        if folded:
            self._fold(True)

    def tick(self, now: datetime) -> None:
        """A minute passed."""
        self._now = now
        self._line.show_runs(head_line(self.brief.head, now))
        self.setAccessibleName(spoken(self.brief.head, now))

    def focused_part(self) -> str:
        """Which of its parts has the keys, so that the next card can take them over."""
        parts = ("prepare", "start", "more", "unfold", "between", "events")
        return next((part for part in parts if getattr(self, part).hasFocus()), "")

    def set_halves(self, side_by_side: bool) -> None:
        """The brief's halves beside each other, or one under the other."""
        self._halves.set_two(side_by_side)

    def _add_head(self) -> None:
        theme, px = self._theme, self._theme.px
        words = QVBoxLayout()
        words.setSpacing(0)
        self._line = Text(theme, head_line(self.brief.head, self._now), "body#", "ink2", elide=True)
        words.addStretch(1)
        words.addWidget(Text(theme, self.brief.head.name, "title", elide=True))
        words.addWidget(self._line)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Initials(theme, self.brief.head.initials))
        row.addSpacing(px(4))
        row.addLayout(words, 1)
        row.addWidget(self.unfold)
        for button in (self.prepare, self.start, self.more):
            row.addWidget(button)
        self.add(row, pad=(16, 14, 10, 14))

    def _left(self) -> QVBoxLayout:
        theme, px, brief = self._theme, self._theme.px, self.brief
        stack = QVBoxLayout()
        stack.setSpacing(px(4))
        if brief.last_words is not None:
            day = near_day(brief.last_words.day, self._now.date())
            heading = _("What {name} said last, {day}").format(name=brief.head.first_name, day=day)
            stack.addLayout(_beside(theme, Text(theme, heading, "label", "ink2")))
            said = _("“{words}”").format(words=brief.last_words.text)
            stack.addLayout(_beside(theme, Text(theme, said, "lead", wrap=True)))
        elif brief.is_first_talk:
            stack.addLayout(_beside(theme, Text(theme, _("First talk"), "label", "ink2")))
            words = _("Ask what a good month looks like.")
            stack.addLayout(_beside(theme, Text(theme, words, "lead", wrap=True)))
        elif brief.last_summary:
            stack.addLayout(_beside(theme, Text(theme, _("Last time"), "label", "ink2")))
            stack.addLayout(_beside(theme, Text(theme, brief.last_summary, "body", wrap=True)))
        stack.addSpacing(px(8))
        stack.addLayout(_beside(theme, Text(theme, _("Open between you"), "label", "ink2")))
        if brief.promises:
            stack.addWidget(self.between)
        else:
            stack.addLayout(_beside(theme, Text(theme, _("Nothing is open."), "body", "ink2")))
        stack.addStretch(1)
        return stack

    def _add_batons(self, stack: QVBoxLayout) -> None:
        self.batons = BatonLines(self._theme, BATONS_SHOWN)
        self.batons.show_lines(self.brief.batons)
        stack.addWidget(self.batons)

    def _right(self) -> QVBoxLayout:
        theme, px, focus = self._theme, self._theme.px, self.brief.focus
        stack = QVBoxLayout()
        stack.setSpacing(px(6))
        stack.addWidget(Text(theme, _("One thing to work on"), "label", "ink2"))
        if focus is None:
            words = _("No link has enough events yet. Choose one when you prepare.")
            stack.addWidget(Text(theme, words, "body", "ink2", wrap=True))
            self._add_batons(stack)
            stack.addStretch(1)
            return stack
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Mark(theme, focus.behaviour.value, 22))
        row.addWidget(Text(theme, focus.title, "title", elide=True), 1)
        figure = Text(theme, _figure(focus.x, focus.n, focus.needs))
        row.addWidget(figure)
        stack.addLayout(row)
        if self.brief.break_words:
            stack.addWidget(Text(theme, self.brief.break_words, "body", wrap=True))
        if self.brief.focus_note:
            stack.addWidget(Text(theme, self.brief.focus_note, "body", "ink2", wrap=True))
        if self.brief.focus_events:
            events = _Ruled(theme, self.events)
            stack.addSpacing(px(2))
            stack.addWidget(events)
        self._add_batons(stack)
        stack.addStretch(1)
        return stack

    def _agenda_bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        total = _("{n} min").format(n=self.brief.head.minutes)
        parts = [AgendaPart(p.minutes, p.text) for p in self.brief.agenda if p.minutes]
        row.addWidget(Text(self._theme, total, "smallStrong#", "ink2"))
        row.addWidget(AgendaBar(self._theme, parts), 1)
        return row

    def _toggle(self) -> None:
        self._fold(not self._body[0].isHidden())

    def _fold(self, folded: bool) -> None:
        for section in self._body:
            section.setVisible(not folded)
        self.unfold.set_label(_("Show the brief") if folded else _("Fold the brief"))
        self.update()


class _Halves(QWidget):
    """Two columns with a rule between, or one under the other."""

    def __init__(self, theme: Theme, left: QVBoxLayout, right: QVBoxLayout) -> None:
        super().__init__()
        self._theme = theme
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._sides = (QWidget(), QWidget())
        for side, layout in zip(self._sides, (left, right), strict=True):
            inset = 16 - (RING_ROOM if side is self._sides[0] else 0)
            layout.setContentsMargins(*(theme.px(m) for m in (inset, 14, 16, 14)))
            side.setLayout(layout)
            policy = side.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Ignored)
            side.setSizePolicy(policy)
            self._both.addWidget(side, 1)

    def set_two(self, two: bool) -> None:
        """Side by side or not."""
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if two else direction.TopToBottom)
        for side in self._sides:
            policy = side.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Ignored if two else policy.Policy.Preferred)
            side.setSizePolicy(policy)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        if self._both.direction() is QBoxLayout.Direction.LeftToRight:
            upright(c, self._sides[1].x(), 0, self.height())
        else:
            rule(c, self._sides[1].geometry().toRectF())


class _Ruled(QWidget):
    """A list with a hairline above its first row as well."""

    def __init__(self, theme: Theme, rows: Rows) -> None:
        super().__init__()
        self._theme = theme
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, theme.px(1), 0, 0)
        stack.addWidget(rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rule(canvas(painter, self._theme), self.rect().toRectF())


def _figure(x: int, n: int, needs: int) -> list[Run]:
    counts = Run(_("{x} of {n}").format(x=x, n=n), "bodyStrong#")
    if needs:
        more = Run("  " + _("needs {n} more").format(n=needs), "body#", "ink2")
        return [counts, more]
    return [counts, Run(" " + _("rated 4+"), "body", "ink2")]


def _beside(theme: Theme, widget: QWidget) -> QHBoxLayout:
    """Words in line with those of a list, whose ring stands a little outside them."""
    row = QHBoxLayout()
    row.setContentsMargins(theme.px(RING_ROOM), 0, 0, 0)
    row.addWidget(widget)
    return row
