"""What a team knows of customers: the newest answers, customer by customer."""

from uuid import UUID

from PySide6.QtCore import Signal

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.partner_team.answers_sheet import AnswersPanel
from coachdesk.ui.partner_team.rows import CustomerPainter
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.parts.reveal import put_keys_on
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.partner_team import CustomerRow, PartnerTeamPage
from coachdesk.views.search import Place

NEW_KEY, CUSTOMER_KEY = "Q", "C"


class KnowledgeCard(ListCard):
    """Enter opens the answers about a customer, earlier ones too."""

    new_asked = Signal()

    def __init__(self, workplace: Workplace, rule: str) -> None:
        theme = workplace.theme
        title = _("What they know of customers")
        self._painter = CustomerPainter(theme, workplace.as_of)
        rows = Rows(theme, self._painter, name=title, select=True)
        new = Button(theme, _("Answers"), icon="plus", hint=NEW_KEY, small=True)
        new.setAccessibleName(_("Ask the four questions about a customer"))
        none = _("Four questions can save months: put them to whoever has worked with a customer.")
        super().__init__(theme, rows, title=title, right=new, stays=True, none=none)
        self._workplace = workplace
        self._page: PartnerTeamPage | None = None
        self.new = new
        self.add(Text(theme, rule, "small", "ink2", wrap=True), rule=True, pad=(16, 8, 16, 10))
        new.clicked.connect(self.new_asked)
        rows.opened.connect(self._open)
        rows.on_key(CUSTOMER_KEY, self._to_customer)
        workplace.hold(new)

    def show_page(self, page: PartnerTeamPage) -> None:
        """Show what this team knows."""
        self._page = page
        self._painter.as_of = page.as_of
        self.fill(page.customers)

    def reveal(self, id: UUID) -> bool:
        """Put the keys on a customer."""
        return put_keys_on((self.rows,), id)

    def _open(self, row: CustomerRow) -> None:
        if self._page is not None:
            AnswersPanel(self._workplace, self.window(), self._page, row, self._done)

    def _done(self, account_id: UUID) -> None:
        self.reveal(account_id)

    def _to_customer(self, row: CustomerRow) -> None:
        self._workplace.open_place(Place("name", row.id))
