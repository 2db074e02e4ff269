"""The closed hand-offs in which not all three won."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.partners import state
from coachdesk.ui.partners.cards import TALL, CardPainter
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.partners import BoardCard, PartnersPage


class OthersPanel(Overlay):
    """Enter opens one; Esc closes."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        page: PartnersPage,
        open_card: Callable[[BoardCard], None],
    ) -> None:
        title = _("Not all three won")
        super().__init__(workplace.theme, window, title, width=520)
        theme, cards = workplace.theme, page.closed.others
        self._open_card = open_card
        self.card.add(Text(theme, title, "title"), pad=(20, 16, 20, 0))
        about = f"{state.closed_title()}: {state.closed_words(page.closed)}."
        self.card.add(Text(theme, about, "body", "ink2", wrap=True), pad=(20, 0, 20, 10))
        places = {card.id: (n, len(cards)) for n, card in enumerate(cards, start=1)}
        painter = CardPainter(theme, page.as_of, True, page.longest_days, places)
        self.list = Rows(theme, painter, name=title, ruled=False, hover="")
        self.list.set_rows(cards)
        self.list.opened.connect(self._opened)
        scroll = ScrollPage(theme, title, content=self.list)
        self._follow = Follow(scroll, self.list)
        room = max(theme.px(TALL), window.height() - theme.px(280))
        scroll.setFixedHeight(min(theme.px(TALL) * len(cards) + theme.px(4), room))
        self.card.add(scroll, pad=(16, 0, 16, 14))
        self.open_panel(self.list)
        self.fit()

    def _opened(self, card: BoardCard) -> None:
        self.close_panel()
        self._open_card(card)
