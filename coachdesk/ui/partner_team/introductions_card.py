"""Warm introductions of a team: what is due first, the months they saved by estimate."""

from uuid import UUID

from PySide6.QtCore import Signal

from coachdesk.language import gettext as _
from coachdesk.services.introductions import remove_introduction
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.partner_team.introduction_steps import IntroductionSheet
from coachdesk.ui.partner_team.rows import IntroductionPainter
from coachdesk.ui.partner_team.sheets import DecidersSheet
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.parts.reveal import put_keys_on
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.partner_team import IntroductionRow, PartnerTeamPage, months_words
from coachdesk.views.search import Place

NEW_KEY, DECIDES_KEY, REP_KEY, CUSTOMER_KEY = "I", "D", "G", "C"


class IntroductionsCard(ListCard):
    """Enter takes the next step; letters lead to who decides, the rep and the customer."""

    new_asked = Signal()

    def __init__(self, workplace: Workplace) -> None:
        theme = workplace.theme
        self._painter = IntroductionPainter(theme, workplace.as_of)
        rows = Rows(theme, self._painter, name=_("Introductions"), select=True, round_last=True)
        new = Button(theme, _("Introduction"), icon="plus", hint=NEW_KEY, small=True)
        new.setAccessibleName(_("New introduction"))
        none = _("Whom do they know at a customer you would like to meet? Ask for the door.")
        super().__init__(
            theme, rows, title=_("Introductions"), extra=" ", right=new, stays=True, none=none
        )
        self._workplace = workplace
        self.new = new
        new.clicked.connect(self.new_asked)
        rows.opened.connect(self._open)
        rows.removed.connect(self._remove)
        rows.on_key(DECIDES_KEY, self._decides)
        rows.on_key(REP_KEY, self._to_rep)
        rows.on_key(CUSTOMER_KEY, self._to_customer)
        workplace.hold(new)
        workplace.hold_rows(rows, "opened", "removed", DECIDES_KEY)

    def show_page(self, page: PartnerTeamPage) -> None:
        """Show the introductions of this team."""
        self._painter.as_of = page.as_of
        self.fill(page.introductions)
        self.say(months_words(*page.months_saved))

    def reveal(self, id: UUID) -> bool:
        """Put the keys on an introduction."""
        return put_keys_on((self.rows,), id)

    def _open(self, row: IntroductionRow) -> None:
        IntroductionSheet(self._workplace, self.window(), row)

    def _remove(self, row: IntroductionRow) -> None:
        said = _("Removed: introduction to {account}").format(account=row.account)
        self._workplace.do(remove_introduction, row.id, said=said)

    def _decides(self, row: IntroductionRow) -> None:
        DecidersSheet(self._workplace, self.window(), row.account_id, row.account, row.deciders)

    def _to_rep(self, row: IntroductionRow) -> None:
        self._workplace.open_rep(row.rep_id)

    def _to_customer(self, row: IntroductionRow) -> None:
        self._workplace.open_place(Place("name", row.account_id))
