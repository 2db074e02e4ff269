"""The four columns side by side, two by two or one below the other; keys and mouse move a card."""

from collections.abc import Callable, Mapping
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from coachdesk.domain.hand_off_rules import BoardColumn
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.partners import state
from coachdesk.ui.partners.column import CardList, Column
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.partners import BoardCard, PartnersPage

ORDER = tuple(BoardColumn)
LOWEST, HIGHEST, LOW = 176, 644, 348
FOUR, TWO = 700, 480


class Board(QWidget):
    """What is done with a card is told to the page; `keys` are the letters of its lists."""

    def __init__(
        self,
        workplace: Workplace,
        page: ScrollPage,
        *,
        open_card: Callable[[BoardCard], None],
        move: Callable[[BoardCard, BoardColumn], None],
        show_others: Callable[[], None],
        keys: Mapping[str, Callable[[BoardCard], None]],
    ) -> None:
        super().__init__()
        self._theme, self._move, self._across = workplace.theme, move, 4
        self._highest = HIGHEST
        self.columns = {column: Column(self._theme, column, page) for column in ORDER}
        for column in self.columns.values():
            column.cards.opened.connect(open_card)
            column.cards.pushed.connect(self._push)
            column.cards.stepped.connect(self._step)
            column.dropped.connect(self._dropped)
            for key, slot in keys.items():
                column.cards.on_key(key, slot)
            workplace.hold_rows(column.cards, "pushed", "H")
            if workplace.why_not_write:
                column.setAcceptDrops(False)
        self._legend = Text(
            self._theme, _("Mark: the date the customer was told"), "small", "ink2", elide=True
        )
        self.columns[BoardColumn.WITH_PARTNER].foot.addWidget(self._legend)
        self._make_closed(show_others)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._theme.px(14))
        self._arrange()

    def show_page(self, page: PartnersPage) -> None:
        """Show the cards of this page."""
        for column in self.columns.values():
            column.show_page(page)
        self._legend.setVisible(bool(page.columns[BoardColumn.WITH_PARTNER]))
        closed = page.closed
        for widget in (self._closed_title, self._closed_words):
            widget.setVisible(bool(closed.count))
        self._closed_words.show_runs([Run(state.closed_figures(closed), "smallStrong#")])
        self._closed_words.setAccessibleName(state.closed_words(closed))
        self._others.set_label(state.others_words(closed))
        self._others.setVisible(bool(closed.others))
        self._fit()

    def reflow(self, content: int) -> None:
        """Four columns, two, or one, as there is room."""
        across = 4 if content >= FOUR else 2 if content >= TWO else 1
        if across != self._across:
            self._across = across
            self._arrange()

    def current_list(self) -> CardList | None:
        """The list that has the keys, else the first that holds a card."""
        lists = [self.columns[column].cards for column in ORDER]
        for cards in lists:
            if cards.hasFocus():
                return cards
        return next((cards for cards in lists if cards.rows()), None)

    def show_card(self, id: UUID) -> bool:
        """Make a card current and give it the keys; False where it is not on the board."""
        for column in self.columns.values():
            for at, card in enumerate(column.cards.rows()):
                if card.id == id:
                    column.cards.set_current(at)
                    column.cards.setFocus(Qt.FocusReason.OtherFocusReason)
                    return True
        return False

    def _make_closed(self, show_others: Callable[[], None]) -> None:
        foot = self.columns[BoardColumn.DELIVERED].foot
        self._closed_title = Text(self._theme, state.closed_title(), "small", "ink2", elide=True)
        self._closed_words = Text(self._theme, "", "small", elide=True)
        self._others = Button(self._theme, "", "link")
        self._others.clicked.connect(show_others)
        foot.addWidget(self._closed_title)
        foot.addWidget(self._closed_words)
        foot.addWidget(self._others)

    def _arrange(self) -> None:
        for at, column in enumerate(ORDER):
            self._grid.addWidget(self.columns[column], at // self._across, at % self._across)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < self._across else 0)
        for column in self.columns.values():
            policy = column.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Ignored)
            column.setSizePolicy(policy)
        self._fit()

    def set_low(self, low: bool) -> None:
        """Leave room below for the cards of a team: columns scroll sooner."""
        self._highest = LOW if low else HIGHEST
        self._fit()

    def _fit(self) -> None:
        """Columns of a line are of one height: as tall as their cards, up to a point."""
        px = self._theme.px
        for first in range(0, len(ORDER), self._across):
            line = [self.columns[column] for column in ORDER[first : first + self._across]]
            wanted = max(column.wanted() for column in line)
            lowest = px(LOWEST) if self._across > 1 else 0
            for column in line:
                column.setFixedHeight(max(lowest, min(wanted, px(self._highest))))

    def _step(self, by: int) -> None:
        """To the nearest card of the next column that way which holds one."""
        lists = [self.columns[column].cards for column in ORDER]
        here = next((at for at, cards in enumerate(lists) if cards.hasFocus()), None)
        if here is None:
            return
        way = lists[here + 1 :] if by > 0 else lists[:here][::-1]
        target = next((cards for cards in way if cards.rows()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _push(self, card: BoardCard, by: int) -> None:
        at = ORDER.index(card.column) + by
        if 0 <= at < len(ORDER):
            self._move(card, ORDER[at])

    def _dropped(self, id: UUID, column: BoardColumn) -> None:
        for each in self.columns.values():
            for card in each.cards.rows():
                if card.id == id:
                    self._move(card, column)
                    return
