"""The people of a partner team: their value, who met whom last, trust, and their manager."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.services.partner_people import add_partner_person
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.partner_team.rows import PersonPainter
from coachdesk.ui.partner_team.sheets import ContactSheet, PersonSheet
from coachdesk.ui.partner_team.trust_notes import TrustNotes
from coachdesk.ui.parts.added_line import AddedLine
from coachdesk.ui.parts.reveal import put_keys_on
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.partner_team import PartnerTeamPage, PeerRow, PersonRow


class PeopleCard(Card):
    """Enter notes the values of a person, G goes to the rep who met them last."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("People"))
        self._workplace = workplace
        self._page: PartnerTeamPage | None = None
        self._shown_peers: tuple[PeerRow, ...] = ()
        self._holders: list[QWidget] = []
        theme = workplace.theme
        self._header = SectionHeader(theme, _("People"), right=_("who met them last"))
        self.add(self._header)
        self._painter = PersonPainter(theme, workplace.as_of)
        self.rows = Rows(theme, self._painter, name=_("People"), select=True)
        self.rows.opened.connect(self._open)
        self.rows.on_key("G", self._go)
        self.rows.moved_to.connect(self._chosen)
        workplace.hold_rows(self.rows, "opened")
        self._list = self.add(self.rows, rule=True)
        self._peers = QVBoxLayout()
        self._peers.setSpacing(theme.px(4))
        self._peer_section = self.add(self._peers, rule=True, pad=(16, 8, 16, 8))
        self._peer_section.hide()
        words = _("Somebody of theirs: a name")
        self.line = Field(theme, words, name=_("Add a person"), icon="plus")
        self.line.setMaxLength(80)
        self._below = AddedLine(theme, self.line)
        self.line.returnPressed.connect(self._add)
        workplace.hold(self.line)
        self.add(self._below, rule=True, pad=(12, 10, 12, 10))
        self.trust = TrustNotes(workplace)
        self._trust_section = self.add(self.trust, rule=True, pad=(12, 10, 12, 12))

    def show_page(self, page: PartnerTeamPage) -> None:
        """Show the people of this team."""
        is_other = self._page is None or self._page.team_id != page.team_id
        self._page = page
        self._painter.as_of = page.as_of
        if is_other:
            self.line.clear()
            self._below.say("")
        self.rows.set_rows(page.people)
        if is_other and page.people:
            self.rows.set_current(0)
        self._list.setVisible(bool(page.people))
        self._header.right.setVisible(bool(page.people))
        self._show_peers(page.peers)
        self._chosen(self.rows.current_row())

    def reveal(self, id: UUID) -> bool:
        """Put the keys on a person."""
        return put_keys_on((self.rows,), id)

    def keep_typed(self) -> None:
        """Write at once what would be written a moment later."""
        self.trust.keep_typed()

    def _show_peers(self, peers: tuple[PeerRow, ...]) -> None:
        if peers == self._shown_peers:
            return
        self._shown_peers = peers
        for holder in self._holders:
            self._peers.removeWidget(holder)
            holder.hide()
            holder.deleteLater()
        self._holders.clear()
        theme = self._workplace.theme
        for peer in peers:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(8))
            row.addWidget(Text(theme, _("Their manager"), "small", "ink2"))
            row.addWidget(Text(theme, peer.name, "bodyStrong"))
            row.addWidget(Text(theme, peer.contact, "body", "ink2", elide=True), 1)
            words = _("Change the contact") if peer.contact else _("Note the contact")
            name = _("{words} of {name}").format(words=words, name=peer.name)
            button = Button(theme, words, "link", name=name)
            button.clicked.connect(partial(self._contact, peer))
            self._workplace.hold(button)
            row.addWidget(button)
            self._peers.addWidget(holder)
            self._holders.append(holder)
        self._peer_section.setVisible(bool(peers))

    def _chosen(self, row: PersonRow | None) -> None:
        self.trust.show_person(row)
        self._trust_section.setVisible(row is not None)

    def _contact(self, peer: PeerRow, _checked: bool = False) -> None:
        ContactSheet(self._workplace, self.window(), peer)

    def _open(self, row: PersonRow) -> None:
        PersonSheet(self._workplace, self.window(), row)

    def _go(self, row: PersonRow) -> None:
        if row.last is None:
            self._workplace.say(_("Nobody has met {name} yet.").format(name=row.name))
        else:
            self._workplace.open_rep(row.last.rep_id)

    def _add(self) -> None:
        page, typed = self._page, self.line.text().strip()
        if page is None or not typed:
            return
        said = _("Added: {name}").format(name=typed)
        try:
            made = self._workplace.do(add_partner_person, page.team_id, typed, said=said)
        except UserError as refused:
            self._below.refuse(refused)
            return
        self.line.clear()
        self._below.say("")
        self.reveal(made.id)
