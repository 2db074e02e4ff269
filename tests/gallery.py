"""Renders the kit to pictures: `python tests/gallery.py FOLDER`, light and dark, at 1x and 2x."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.ui.kit.appearance import DARK, LIGHT, Appearance
from coachdesk.ui.kit.bars import age_bar, pips
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import RIGHT, Canvas, Run, canvas, text
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.chain import Chain, LinkFigures
from coachdesk.ui.kit.choices import Check, ChoiceButton, Segmented
from coachdesk.ui.kit.curtain import Curtain
from coachdesk.ui.kit.fields import Field, Labeled, TextArea
from coachdesk.ui.kit.focus import FocusRing
from coachdesk.ui.kit.ladder import AgendaBar, AgendaPart, AskLadder
from coachdesk.ui.kit.marks import avatar, mark, rating_dots, tag, tag_width
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.states import EmptyState, ErrorInPlace, Loading, UndoBar
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


class Painted(QWidget):
    """A bare area for paint functions."""

    def __init__(self, theme, height, paint):
        super().__init__()
        self._theme, self._paint = theme, paint
        self.setFixedHeight(theme.px(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(canvas(painter, self._theme), QRectF(self.rect()))


class TeamRows:
    def __init__(self, theme):
        self._theme = theme

    def height(self, row, width):
        return self._theme.px(32)

    def name(self, row):
        return f"{row[1]}, {row[2]}"

    def paint(self, c: Canvas, rect: QRectF, row, look: RowLook):
        px = c.theme.px
        avatar(c, rect.left() + px(16), rect.center().y(), row[0])
        role = "bodyStrong" if look.current else "body"
        text(c, rect.adjusted(px(46), 0, -px(70), 0), row[1], role)
        text(c, rect.adjusted(0, 0, -px(16), 0), row[2], "body#", "ink2", RIGHT)


def paint_marks(c: Canvas, rect: QRectF) -> None:
    px = c.theme.px
    x = 0.0
    for kind in (
        "need_identification",
        "value_positioning",
        "transition",
        "follow_through",
        "all_win",
    ):
        x += mark(c, x, px(11), kind, 22) + px(8)
    x += px(20)
    for kind in ("ask", "share", "mandate"):
        x += mark(c, x, px(11), kind) + px(8)
    x += px(20)
    for kind in ("promise", "observation", "private"):
        x += mark(c, x, px(11), kind) + px(8)
    x = 0.0
    for n in range(1, 6):
        x += rating_dots(c, x, px(44), n) + px(16)
    x = 0.0
    for kind in ("empathy", "early_access", "qualify_the_work", "collaboration"):
        mark(c, px(240) + x, px(74), kind)
        x += px(26)
    x = 0.0
    for word, state in (
        ("kept", "good"),
        ("today", "warn"),
        ("2 days over", "bad"),
        ("Fri", "quiet"),
    ):
        x += tag_width(c, word)
        tag(c, x, px(74), word, state)
        x += px(8)


def paint_ages(c: Canvas, rect: QRectF) -> None:
    px = c.theme.px
    for i, (days, due, state) in enumerate(((16, 12, "bad"), (9, 10, "warn"), (5, 14, "quiet"))):
        age_bar(c, QRectF(0, i * px(20), rect.width(), px(12)), days, due, 20, state)


def row_of(*widgets, gap=8):
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def card(theme, title, right, *content):
    panel = Card(theme, title)
    panel.add(SectionHeader(theme, title, right=right))
    stack = QVBoxLayout()
    stack.setSpacing(theme.px(10))
    for item in content:
        stack.addLayout(item) if isinstance(item, QHBoxLayout) else stack.addWidget(item)
    panel.add(stack, pad=(16, 0, 16, 16))
    return panel


def left_column(theme):
    disabled = Button(theme, "Disabled")
    disabled.disable("There is nothing to print yet.")
    focus = Button(theme, "Focus")
    focus.setObjectName("focus")
    wrong = Labeled(theme, "By when", Field(theme))
    wrong.field.setText("31 February")
    wrong.show_problem("February ends on the 28th. Try Sat 28 Feb.")
    window = Segmented(
        theme, [("30", "30"), ("90", "90 days"), ("365", "Year")], "90", name="Window"
    )
    area = TextArea(theme, "What did you see?", name="Note", lines=2)
    return [
        card(
            theme,
            "Buttons",
            "32 px, small 26",
            row_of(
                Button(theme, "Primary", "primary", hint="Enter"),
                Button(theme, "Default"),
                Button(theme, "Quiet", "quiet"),
            ),
            row_of(
                Button(theme, "Print", "primary", icon="printer"),
                focus,
                disabled,
                Button(theme, "Small", small=True),
                Button(theme, "Remove", "danger"),
            ),
            Text(theme, "One primary a page. Disabled always says why.", "small", "ink2"),
        ),
        card(
            theme,
            "Fields",
            "32 px",
            Labeled(theme, "Customer", Field(theme, "Start typing a name")),
            wrong,
            area,
            row_of(
                Check(theme, "On", True),
                Check(theme, "Off"),
                window,
                ChoiceButton(theme, [("a", "Any partner")], "a", name="Partner"),
                gap=12,
            ),
        ),
        card(theme, "Marks", "square = behaviour, circle = style", Painted(theme, 88, paint_marks)),
        card(
            theme,
            "Ask ladder",
            "position is a word too",
            AskLadder(theme, 1, "Request 1"),
            AskLadder(theme, 2, "Request 2"),
            AskLadder(theme, 4, "Requirement", mandate=True),
        ),
    ]


def middle_column(theme):
    loading = Loading(theme)
    loading.progress(0.37, "Counting 4,120 events")
    loading.show()
    empty = Card(theme, "Empty")
    empty.add(SectionHeader(theme, "Empty"))
    empty.add(
        EmptyState(
            theme,
            "No evidence for Ben yet",
            "The first note makes the first brief.",
            Button(theme, "Capture one", hint="Ctrl+N", small=True),
        )
    )
    error = ErrorInPlace(
        theme,
        "The stick “Blue” is full, nothing was lost.",
        "Needs 4 MB, has 1 MB. Your file on this laptop is saved.",
        buttons=(
            Button(theme, "Choose another place", small=True),
            Button(theme, "Try again", "quiet", small=True),
        ),
    )
    runs = [Run("Halden Foods", "bodyStrong"), Run(" · Creative · Priya", "body", "ink2")]
    parts = (
        AgendaPart(10, "Priya’s agenda"),
        AgendaPart(5, "Promises"),
        AgendaPart(10, "Transition: Castellan Bank"),
        AgendaPart(5, "Next steps"),
    )
    return [
        empty,
        card(
            theme,
            "Not enough evidence",
            "below 6 events",
            Painted(theme, 10, lambda c, r: pips(c, 0, 5, 3, 6, "follow")),
        ),
        card(theme, "Loading", "only after 300 ms", loading),
        card(theme, "Error in place", "", error),
        card(
            theme,
            "Runs and ages",
            "days since expectation was set",
            Text(theme, runs),
            Painted(theme, 60, paint_ages),
        ),
        card(theme, "Agenda", "", AgendaBar(theme, parts)),
    ]


def right_column(theme):
    team = Card(theme, "Table rows")
    team.add(SectionHeader(theme, "Table rows", right="32 px, dense 28"))
    rows = Rows(theme, TeamRows(theme), name="Team", select=True, ruled=False, round_last=True)
    rows.set_rows(
        [
            ("PR", "Priya Raman", "10:30"),
            ("MH", "Marcus Hale", "13:00"),
            ("LO", "R&D <b>x</b>", "15:30"),
        ]
    )
    rows.set_current(1)
    team.add(rows, rule=True)
    figure = [
        Run("28 ", "figure"),
        Run("20 page ", "page"),
        Run("17 talk ", "talk", "ink2"),
        Run("15 title", "title"),
    ]
    small = [
        Run("13 body "),
        Run("13 strong ", "bodyStrong"),
        Run("12 small ", "small", "ink2"),
        Run("11 label", "label", "ink2"),
    ]
    quote = (
        "“I lose the room when I bring creative in. They start over from zero.” A longer one wraps."
    )
    return [
        team,
        card(
            theme,
            "Type",
            "tabular figures",
            Text(theme, figure),
            Text(theme, small),
            Text(theme, quote, "lead", wrap=True),
        ),
        Curtain(theme, 3, list),
    ]


def chain_card(theme):
    chain = Chain(theme)
    chain.show_links(
        [
            LinkFigures("need_identification", "Need found", 9, 11, 0.56, 0.94),
            LinkFigures("value_positioning", "Value positioned", 6, 8, 0.45, 0.92, short="Value"),
            LinkFigures("transition", "Transition", 2, 7, 0.1, 0.6, breaks=True),
            LinkFigures("follow_through", "Follow-through", 3, 4, None, None),
            LinkFigures("all_win", "All win", 1, 2, None, None),
        ]
    )
    panel = Card(theme, "Partnering chain")
    panel.add(
        SectionHeader(
            theme,
            "Partnering chain",
            "share of events rated 4 or 5 · last 182 days · 31 events",
            "Range = 90 % likely",
        )
    )
    panel.add(chain, pad=(16, 0, 16, 12))
    words = [
        Run("The chain breaks at Transition. ", "bodyStrong"),
        Run("Customers say yes, then re-brief from zero.", "body", "ink2"),
    ]
    panel.add(Text(theme, words, elide=True), rule=True, sunk=True, pad=(16, 9, 16, 9))
    return panel


def build(theme: Theme) -> QWidget:
    """The whole gallery as one window."""
    window = QWidget()
    page = QVBoxLayout(window)
    page.setContentsMargins(*(theme.px(32),) * 4)
    page.setSpacing(theme.px(16))
    page.addWidget(chain_card(theme))
    columns = QHBoxLayout()
    columns.setSpacing(theme.px(16))
    page.addLayout(columns)
    for make in (left_column, middle_column, right_column):
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(16))
        for widget in make(theme):
            stack.addWidget(widget)
        stack.addStretch(1)
        columns.addLayout(stack, 1)
    window.resize(theme.px(1360), theme.px(1100))
    return window


def picture(window: QWidget, ratio: float) -> QImage:
    """The window rendered at a device-pixel ratio."""
    image = QImage(window.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    window.render(image)
    return image


def main(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    theme = Theme()
    appearance = Appearance(app, theme, LIGHT)
    for choice in (LIGHT, DARK):
        appearance.choose(choice)
        window = build(theme)
        ring = FocusRing(theme, window)
        undo = UndoBar(theme, window)
        window.show()
        window.activateWindow()
        undo.say("Saved for Priya")
        window.findChild(QWidget, "focus").setFocus(Qt.FocusReason.TabFocusReason)
        app.processEvents()
        for ratio in (1, 2):
            picture(window, ratio).save(str(folder / f"kit-{choice}@{ratio}.png"))
        del ring
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
