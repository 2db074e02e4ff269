"""The navigation at the left: pages, reps with their next one-on-one, and the saved state."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import RIGHT, Canvas, box, canvas, rule, text, upright
from coachdesk.ui.kit.icons import icon
from coachdesk.ui.kit.key_words import key_words
from coachdesk.ui.kit.marks import avatar
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.states import IconLabel
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.page import NAV_WIDTH, RAIL_WIDTH, Page

EDGE = 12


@dataclass(frozen=True, slots=True)
class NavRep:
    """A rep in the navigation; `when` is the next one-on-one in words."""

    id: object
    name: str
    initials: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    id: object
    title: str
    hint: str
    icon: str = ""
    initials: str = ""
    on: bool = False


class _EntryPainter:
    """Paints pages, reps and “Add a rep”; in the rail only icon or initials."""

    def __init__(self, theme: Theme, *, rail: bool, height: int) -> None:
        self._theme, self._rail, self._height = theme, rail, height

    def height(self, row: _Entry, width: int) -> int:
        return self._theme.px(self._height)

    def name(self, row: _Entry) -> str:
        return ", ".join(part for part in (row.title, row.hint) if part)

    def tip(self, row: _Entry) -> str:
        return self.name(row) if self._rail else ""

    def paint(self, c: Canvas, rect: QRectF, row: _Entry, look: RowLook) -> None:
        px = c.theme.px
        if row.on:
            box(c, rect, 7, "panel", "line")
        elif look.hovered and not look.rests:
            box(c, rect, 7, "bg")
        self._sign(c, rect, row, "ink3" if look.rests else "ink2")
        if self._rail:
            return
        strong = bool(row.initials)
        hint_role = ("smallStrong#" if row.on else "small#") if strong else "small#"
        inner = rect.adjusted(px(34), 0, -px(8), 0)
        if row.initials:
            inner.setLeft(rect.left() + px(38))
        taken = text(c, inner, row.hint, hint_role, "ink2", RIGHT) if row.hint else 0
        inner.setRight(inner.right() - taken - px(8))
        if strong:
            text(c, inner, row.title, "bodyStrong" if row.on else "body", "ink")
        else:
            quiet = not row.hint
            role = "body" if quiet else "bodyMedium"
            color = "ink" if row.on else "ink3" if look.rests else "ink2"
            text(c, inner, row.title, role, color)

    def _sign(self, c: Canvas, rect: QRectF, row: _Entry, color: str) -> None:
        px, cy = c.theme.px, rect.center().y()
        if row.initials:
            x = rect.center().x() - px(11) if self._rail else rect.left() + px(8)
            avatar(c, x, cy, row.initials, on=row.on)
            return
        x = rect.center().x() - px(8) if self._rail else rect.left() + px(8)
        icon(c, round(x), round(cy - px(8)), row.icon, "accent" if row.on else color)


class Nav(QWidget):
    """Brand, pages, reps, footer. Tells where the person wants to go."""

    page_opened = Signal(str)
    rep_opened = Signal(object)
    add_rep_asked = Signal()
    retry_asked = Signal()
    waiting_asked = Signal()
    settings_asked = Signal()

    def __init__(self, theme: Theme, *, rail: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._rail = theme, rail
        self.setFixedWidth(theme.px(RAIL_WIDTH if rail else NAV_WIDTH))
        self.setAccessibleName(_("Navigation"))
        self._pages = self._list(_("Pages"), 32)
        self._reps = self._list(_("Team"), 34)
        self._add = self._list(_("Add a rep"), 34)
        self._add.set_rows([_Entry("add", _("Add a rep"), "", icon="plus")])
        self._waiting = self._list(_("Paper"), 32)
        self._waiting.hide()
        self._waiting.opened.connect(self._ask_waiting)
        self._pages.opened.connect(self._open_page)
        self._reps.opened.connect(self._open_rep)
        self._add.opened.connect(self._ask_rep)
        self._heading = self._build_heading()
        self._footer = self._build_footer()
        self._arrange()

    @property
    def pages(self) -> Rows:
        """The list of pages, the navigation's first tab stop."""
        return self._pages

    @property
    def add(self) -> Rows:
        """The line that adds a rep."""
        return self._add

    def tab_stops(self) -> list[QWidget]:
        """What Tab visits, in reading order."""
        return [self._pages, self._reps, self._add, self._waiting, self._retry, self._gear]

    @property
    def settings(self) -> Button:
        """The gear at the foot."""
        return self._gear

    def show_pages(self, pages: Sequence[Page]) -> None:
        """The pages with a key, in order."""
        self._pages.set_rows(
            [_Entry(p.id, p.title, key_words(f"Ctrl+{p.key}"), icon=p.icon) for p in pages if p.key]
        )

    def show_reps(self, reps: Sequence[NavRep]) -> None:
        """The team in the person's order."""
        self._reps.set_rows([_Entry(r.id, r.name, r.when, initials=r.initials) for r in reps])

    def show_waiting(self, pages: int) -> None:
        """How many pages wait for a printer; nothing stands there when none does."""
        self._waiting.set_rows([_Entry("waiting", _("Waiting to print"), str(pages), "printer")])
        self._waiting.setVisible(pages > 0)

    def light(self, page_id: str, rep_id: object = None) -> None:
        """Show where we are."""
        for rows, lit in ((self._pages, page_id), (self._reps, rep_id)):
            rows.set_rows([replace(row, on=row.id == lit) for row in rows.rows()])

    def set_saved(self, saved: bool | None) -> None:
        """The footer's word on the file; None while no file is open: then it has none."""
        words = _("Saved on this laptop") if saved else _("Not saved")
        failed = saved is False
        self._tick.show_icon("triangle-alert" if failed else "check", "bad" if failed else "ink2")
        self._tick.setToolTip(words if self._rail and saved is not None else "")
        self._tick.setVisible(saved is not None and not self._rail)
        self._saved.show_runs(words)
        self._saved.setVisible(bool(saved) and not self._rail)
        self._unsaved.setVisible(failed and not self._rail)
        self._retry.setVisible(failed and not self._rail)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        px, width = self._theme.px, float(self.width())
        painter.fillRect(self.rect(), self._theme.c("side"))
        upright(c, width - 1, 0, self.height())
        side = px(20)
        x = (width - side) / 2 if self._rail else float(px(EDGE + 8 - 2))
        brand = QRectF(round(x), px(16), side, side)
        box(c, brand, 5, "accent")
        icon(c, brand.left() + px(2), brand.top() + px(2), "brand", "onAccent", 16)
        if not self._rail:
            words = QRectF(brand.right() + px(10), px(12), width, px(28))
            text(c, words, "Coachdesk", "title")
        foot = float(self._footer.y())
        rule(c, QRectF(px(EDGE), foot, width - 2 * px(EDGE), 2))

    def _list(self, name: str, height: int) -> Rows:
        painter = _EntryPainter(self._theme, rail=self._rail, height=height)
        return Rows(self._theme, painter, name=name, ruled=False, hover="")

    def _build_heading(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        px = self._theme.px
        row.setContentsMargins(px(8), px(18), px(8), px(6))
        row.addWidget(Text(self._theme, _("Team"), "label", "ink2"))
        row.addStretch(1)
        row.addWidget(Text(self._theme, _("next 1:1"), "small", "ink2"))
        if self._rail:  # shown before it has a parent it would be a window, and take the keys
            line.hide()
        return line

    def _build_footer(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(EDGE + 8), px(4), px(EDGE - 4), px(4))
        row.setSpacing(px(8))
        self._tick = IconLabel(theme, "check", "ink2", 14)
        self._saved = Text(theme, _("Saved on this laptop"), "small", "ink2", elide=True)
        self._unsaved = Text(theme, _("Not saved"), "smallStrong", "badText")
        self._retry = Button(theme, _("Retry"), "link")
        self._gear = Button(theme, "", "plain", icon="settings", small=True, name=_("Appearance"))
        self._retry.clicked.connect(self.retry_asked)
        self._gear.clicked.connect(self.settings_asked)
        row.addWidget(self._tick)
        row.addWidget(self._saved, 1)
        row.addWidget(self._unsaved)
        row.addWidget(self._retry)
        row.addWidget(self._gear)
        foot.setFixedHeight(px(40))
        if self._rail:
            self._tick.hide()
            row.setContentsMargins(px(11), px(4), px(10), px(4))
        return foot

    def _arrange(self) -> None:
        px = self._theme.px
        inner = QWidget()
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(px(EDGE), 0, px(EDGE), px(8))
        stack.setSpacing(0)
        for widget in (self._pages, self._heading, self._reps, self._add):
            stack.addWidget(widget)
        if self._rail:
            stack.insertSpacing(1, px(16))
        stack.addStretch(1)
        scroll = ScrollPage(self._theme, _("Navigation"), content=inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, px(52), 1, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        below = QHBoxLayout()
        below.setContentsMargins(px(EDGE), 0, px(EDGE), px(4))
        below.addWidget(self._waiting)
        whole.addLayout(below)
        whole.addWidget(self._footer)
        self.set_saved(True)

    def _open_page(self, entry: _Entry) -> None:
        self.page_opened.emit(entry.id)

    def _open_rep(self, entry: _Entry) -> None:
        self.rep_opened.emit(entry.id)

    def _ask_waiting(self, _entry: _Entry) -> None:
        self.waiting_asked.emit()

    def _ask_rep(self, _entry: _Entry) -> None:
        self.add_rep_asked.emit()
