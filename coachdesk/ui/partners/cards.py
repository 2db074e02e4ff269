"""Paints a hand-off or a notice as a card of the board."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from PySide6.QtCore import QRectF

from coachdesk.domain.vocabulary import HandOffState
from coachdesk.ui.kit.bars import age_bar
from coachdesk.ui.kit.canvas import RIGHT, Canvas, box, text
from coachdesk.ui.kit.marks import avatar
from coachdesk.ui.kit.rows import RowLook
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.partners.state import card_sentence, left_words, right_words
from coachdesk.ui.parts.hand_offs import tint
from coachdesk.views.partners import BoardCard

SHORT, TALL = 88, 102
EDGE, GAP = 4, 4
AVATAR, NARROW = 22, 200


@dataclass(slots=True)
class CardPainter:
    """`longest` and `places` are set with the cards: one scale for all bars, and “card 1 of 2”.

    The bars of a column share its height: `has_bars`.
    """

    theme: Theme
    as_of: date
    has_bars: bool
    longest: float = 1.0
    places: dict[UUID, tuple[int, int]] = field(default_factory=dict)

    def height(self, row: BoardCard, width: int) -> int:
        return self.theme.px(TALL if self.has_bars else SHORT)

    def name(self, row: BoardCard) -> str:
        n, of = self.places.get(row.id, (1, 1))
        return card_sentence(row, self.as_of, n, of)

    def tip(self, row: BoardCard) -> str:
        words = (left_words(row, self.as_of)[0], right_words(row, self.as_of)[0])
        stands = " · ".join(part for part in words if part)
        return f"{row.what}\n{row.rep_name} · {row.team}\n{stands}"

    def paint(self, c: Canvas, rect: QRectF, row: BoardCard, look: RowLook) -> None:
        px = c.theme.px
        card = rect.adjusted(px(EDGE), px(GAP), -px(EDGE), -px(GAP))
        edge = "bad" if row.is_marked else "lineStrong" if look.hovered else "line"
        box(c, card, 8, "panel", edge)
        is_narrow = card.width() < px(NARROW)
        pad = px(10 if is_narrow else 12)
        inner = card.adjusted(pad, px(8), -pad, -px(8))
        title = QRectF(inner.left(), inner.top(), inner.width(), px(22))
        what = QRectF(inner.left(), inner.top() + px(22), inner.width(), px(20))
        beside = what if is_narrow else title  # where there is little room the name has its line
        avatar(c, inner.right() - px(AVATAR), beside.center().y(), row.initials, AVATAR)
        beside.setRight(beside.right() - px(AVATAR + 8))
        text(c, title, row.account, "bodyStrong")
        text(c, what, row.what, "body", "ink2")
        if self.has_bars:
            self._bar(c, QRectF(inner.left(), what.bottom() + px(4), inner.width(), px(10)), row)
        last = QRectF(inner.left(), inner.bottom() - px(19), inner.width(), px(20))
        words, color = right_words(row, self.as_of)
        left, left_color = left_words(row, self.as_of)
        wanted = c.theme.width(left, "small") + px(8)
        if wanted + c.theme.width(words, "small#") <= last.width():
            text(c, last, words, "small#", color, RIGHT)
        role = "smallStrong" if left_color == "badText" else "small"
        text(c, last, left, role, left_color)

    def _bar(self, c: Canvas, area: QRectF, row: BoardCard) -> None:
        if row.age_days is None or row.span_days is None or row.hand_off is None:
            return
        failed = row.state is HandOffState.CLOSED_UNMET
        state = (
            "bad" if failed else "quiet" if row.state is HandOffState.MET else tint(row.hand_off)
        )
        age_bar(c, area, row.age_days, row.span_days, self.longest, state)
