"""`Rows`: a list whose rows are values, painted by a painter of the screen.

The list takes exactly the height of its rows; the page scrolls. Keys are the list's own (they never
reach the window): arrows and J/K move, Enter opens, Space ticks, Del removes, letters as added.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from coachdesk.ui.kit.buttons import plain_tip
from coachdesk.ui.kit.canvas import Canvas, box, canvas, hairline, rule
from coachdesk.ui.kit.scroll import LaidBar
from coachdesk.ui.kit.theme import Theme

Index = QModelIndex | QPersistentModelIndex
TICK = "tick"


@dataclass(frozen=True, slots=True)
class RowLook:
    """How a row stands: under the mouse, the current one, the first or last of its list.

    `rests` while the whole list is switched off.
    """

    hovered: bool
    current: bool
    first: bool
    last: bool
    rests: bool = False


class RowPainter(Protocol):
    """What a screen says about its rows. Heights and rectangles are logical pixels.

    It may also have `hit(row, rect, pos) -> str`: what lies at `pos`: "" is the row itself, `TICK`
    its checkbox, others are your words; `tip(row) -> str`, a plain tooltip; and
    `is_sunk(row) -> bool`: the row lies on the quiet ground; `is_heading(row) -> bool`: the row
    is a title between others, which the keys pass over.
    """

    def height(self, row: Any, width: int) -> int: ...

    def name(self, row: Any) -> str:
        """The sentence a screen reader says."""

    def paint(self, c: Canvas, rect: QRectF, row: Any, look: RowLook) -> None: ...


class RowModel(QAbstractListModel):
    """Rows as they are; `UserRole` gives the value, `AccessibleTextRole` its sentence."""

    def __init__(
        self,
        name: Callable[[Any], str],
        tip: Callable[[Any], str] | None,
        is_heading: Callable[[Any], bool] | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._name, self._tip, self._is_heading = name, tip, is_heading
        self.rows: tuple[Any, ...] = ()

    def show(self, rows: Sequence[Any]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def is_heading(self, at: int) -> bool:
        """Whether the row is a title that cannot be current."""
        return self._is_heading is not None and self._is_heading(self.rows[at])

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.is_heading(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._name(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(row)) if self._tip else None
        return None


class _Delegate(QAbstractItemDelegate):
    def __init__(self, rows: "Rows") -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._rows.row_height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        self._rows.paint_row(canvas(painter, self._rows.theme), option.rect, index.row(), hovered)


class Rows(QListView):
    """A list; signals carry the row's value.

    `select` keeps the current row tinted, `follow` makes the row under the mouse current,
    `round_last` gives the last ground the card's corners, `inset` shortens the rules. One that
    `scrolls` takes the height it is given: its rows are of one height, and may be thousands.
    """

    opened = Signal(object)
    ticked = Signal(object)
    removed = Signal(object)
    moved_to = Signal(object)
    hit = Signal(str, object)
    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        painter: RowPainter,
        *,
        name: str,
        select: bool = False,
        ruled: bool = True,
        inset: int = 0,
        hover: str = "sunk",
        round_last: bool = False,
        follow: bool = False,
        ring: bool = True,
        scrolls: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self._painter = theme, painter
        self._scrolls = scrolls
        self._select, self._ruled, self._inset = select, ruled, inset
        self._hover, self._round_last, self._ring = hover, round_last, ring
        self._by_mouse = False
        self._held: dict[str, str] = {}
        self.setAccessibleName(name)
        self._model = RowModel(
            painter.name, getattr(painter, "tip", None), getattr(painter, "is_heading", None), self
        )
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        if follow:
            self.entered.connect(self.setCurrentIndex)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if scrolls:
            self.setUniformItemSizes(True)
            self._bar = LaidBar(theme, self)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._resize_to_rows()

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; the current one stays current when a row with its `id` is there."""
        current = self.current_row()
        at = self.currentIndex().row()
        self._model.show(rows)
        self._resize_to_rows()
        if current is None or not rows:
            return
        key = getattr(current, "id", None)
        for i, row in enumerate(rows):
            if key is not None and getattr(row, "id", None) == key:
                at = i
        self.set_current(self._near(min(at, len(rows) - 1), 1))

    def rows(self) -> tuple[Any, ...]:
        """The rows shown."""
        return self._model.rows

    def current_row(self) -> Any | None:
        """The value of the current row."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def set_current(self, at: int) -> None:
        """Make a row current without opening it."""
        self.setCurrentIndex(self._model.index(at, 0))

    def on_key(self, keys: str, slot: Callable[[Any], None]) -> None:
        """Call `slot(row)` for a key while this list has the focus; `slot` is a bound method."""
        _RowKey(self, keys, slot)

    def hold(self, why: str, *ways: str) -> None:
        """These signals and keys of `on_key` rest; who uses one is `refused` with the reason."""
        self._held.update(dict.fromkeys(ways, why))

    def do(self, way: str, act: Callable[..., None], *given: Any) -> None:
        """Tell a signal or call the slot of a key, unless that way is held."""
        if why := self._held.get(way):
            self.refused.emit(why)
        else:
            act(*given)

    def refresh_heights(self) -> None:
        """Measure again after a row was unfolded."""
        self._resize_to_rows()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def row_height(self, at: int) -> int:
        """Height of a row at the list's width."""
        return self._painter.height(self._model.rows[at], self.viewport().width())

    def paint_row(self, c: Canvas, rect: QRect, at: int, hovered: bool) -> None:
        """Ground, rule and focus ring are ours, the rest the painter's."""
        area, last = QRectF(rect), at == len(self._model.rows) - 1
        current = at == self.currentIndex().row()
        selected = current and self._select
        is_sunk = getattr(self._painter, "is_sunk", None)
        sunk = is_sunk is not None and is_sunk(self._model.rows[at])
        fill = "sunk" if sunk else ""
        if selected:
            fill = "accentSoft"
        elif hovered and self._hover and not self._model.is_heading(at):
            fill = "bg" if sunk else self._hover
        if fill:
            self._ground(c, area, fill, last)
        if self._ruled and (at > 0 or self._model.is_heading(at)):
            inset = self.theme.px(self._inset)
            rule(c, area.adjusted(inset, 0, -inset, 0))
        look = RowLook(hovered, current, at == 0, last, not self.isEnabled())
        self._painter.paint(c, area, self._model.rows[at], look)
        if current and self._ring and self.hasFocus() and not self._by_mouse:
            ring = area.adjusted(3, 2, -3, -2)
            box(c, ring, 6, None, "accent", width=2)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_mouse = True
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_mouse = False
        row, signals = self.current_row(), _KEYS.get(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if row is not None and signals and plain:
            self.do(signals, getattr(self, signals).emit, row)
            return
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(event.key())
        if step and plain and self._model.rows:
            self.set_current(self._near(self.currentIndex().row() + step, step))
            return
        super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self.moved_to.emit(self._model.rows[current.row()])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pos = event.position().toPoint()
        index = self.indexAt(pos)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if not is_left or not index.isValid() or self._model.is_heading(index.row()):
            return
        row = self._model.rows[index.row()]
        what = self._what_is_at(row, index, pos)
        if what == TICK:
            self.do("ticked", self.ticked.emit, row)
        elif what:
            self.do("hit", self.hit.emit, what, row)
        else:
            self.do("opened", self.opened.emit, row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if not self.currentIndex().isValid() and self._model.rows:
            self.set_current(self._near(0, 1))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._resize_to_rows()
        # Qt places the rows anew only when the height has changed; ours wrap with the width.
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(200), self._total())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.px(24), 0 if self._scrolls else self._total())

    def _near(self, at: int, step: int) -> int:
        """The row at that place or the next that way which is no heading; else where we are."""
        while 0 <= at < len(self._model.rows):
            if not self._model.is_heading(at):
                return at
            at += step
        return self.currentIndex().row()

    def _what_is_at(self, row: Any, index: QModelIndex, pos: QPoint) -> str:
        find = getattr(self._painter, "hit", None)
        return find(row, QRectF(self.visualRect(index)), pos) if find else ""

    def _ground(self, c: Canvas, area: QRectF, fill: str, last: bool) -> None:
        """The row's ground, inside the hairline of the card it fills."""
        edge = hairline(c.p)
        inside = area.adjusted(edge, 0, -edge, 0)
        if not (last and self._round_last):
            c.p.fillRect(inside, c.theme.c(fill))
            return
        c.p.save()
        c.p.setClipRect(inside)
        box(c, inside.adjusted(0, -c.theme.px(20), 0, -edge), 9, fill)
        c.p.restore()

    def _total(self) -> int:
        if self._scrolls:
            return len(self._model.rows) * (self.row_height(0) if self._model.rows else 0)
        return sum(self.row_height(i) for i in range(len(self._model.rows)))

    def _resize_to_rows(self) -> None:
        if self._scrolls:
            self.updateGeometry()
            return
        total = self._total()
        if total != self.height() or self.minimumHeight() != total:
            self.setFixedHeight(total)


class _RowKey(QShortcut):
    """A key of one list."""

    def __init__(self, rows: Rows, keys: str, slot: Callable[[Any], None]) -> None:
        super().__init__(QKeySequence(keys), rows)
        self.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._rows, self._keys, self._slot = rows, keys, slot
        self.activated.connect(self._fire)

    def _fire(self) -> None:
        row = self._rows.current_row()
        if row is not None:
            self._rows.do(self._keys, self._slot, row)


_KEYS = {
    Qt.Key.Key_Return: "opened",
    Qt.Key.Key_Enter: "opened",
    Qt.Key.Key_Space: "ticked",
    Qt.Key.Key_Delete: "removed",
}
