"""Customers and partner teams: all of them by name, renamed, given an owner, merged."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.names import fold
from coachdesk.language import gettext as _
from coachdesk.services import parties, people
from coachdesk.services.links import links_of_customer
from coachdesk.services.partner_teams import (
    delete_partner_team,
    is_at_rest,
    resume_partner_team,
)
from coachdesk.services.situations import situation_of, situations
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.known_of_customer import KnownOfCustomer
from coachdesk.ui.parts.link_rows import LinkRows
from coachdesk.ui.parts.sheet import ENTER_KEYS, Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.merge_sheet import MergeSheet, found_by
from coachdesk.ui.team.team_rows import NamePainter
from coachdesk.views.team import NameRow, TeamPage

MOST = 10
NOBODY = ""
RENAMING: dict[str, Callable[..., object]] = {
    "contact": parties.rename_contact,
    "team": people.rename_partner_team,
    "person": people.rename_partner_person,
    "peer": parties.rename_peer_manager,
}
# Kinds of which one entry is another only at the same place.
WITHIN = ("contact", "person", "peer")


class NamesList(Overlay):
    """Typing finds, Up and Down choose, Enter opens."""

    opened = Signal(object)  # NameRow

    def __init__(
        self, workplace: Workplace, window: QWidget, title: str, rows: Sequence[NameRow]
    ) -> None:
        super().__init__(workplace.theme, window, title, width=520)
        theme, px = workplace.theme, workplace.theme.px
        self._rows = rows
        body = QVBoxLayout()
        body.setSpacing(px(10))
        body.addWidget(Text(theme, title, "title"))
        self.field = Field(theme, _("Type a name"), name=title, icon="search")
        body.addWidget(self.field)
        self.card.add(body, pad=(20, 16, 20, 10))
        self.found = Rows(theme, NamePainter(theme, 20), name=title, select=True, round_last=True)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card.add(self.found, rule=True)
        self._none = Text(theme, _("Nothing has that name."), "body", "ink2")
        self._empty = self.card.add(self._none, rule=True, pad=(20, 10, 20, 12))
        self._more = Text(theme, "", "small", "ink2")
        self._rest = self.card.add(self._more, rule=True, pad=(20, 8, 20, 10))
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.found.opened.connect(self._choose)
        self._look()
        self.open_panel(self.field)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.found.current_row()
        if event.key() in ENTER_KEYS and row is not None:
            self._choose(row)
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key())
            if event.type() == QEvent.Type.KeyPress and step and self.found.rows():
                at = self.found.currentIndex().row() + step
                self.found.set_current(min(max(at, 0), len(self.found.rows()) - 1))
                return True
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        typed = fold(self.field.text().strip())
        fitting = found_by(typed, self._rows)
        self.found.set_rows(fitting[:MOST])
        if fitting:
            self.found.set_current(0)
        self.found.setVisible(bool(fitting))
        self._empty.setVisible(not fitting)
        left = len(fitting) - MOST
        self._more.show_runs(_("{n} more: type a part of the name").format(n=left))
        self._rest.setVisible(left > 0)
        self.fit()

    def _choose(self, row: NameRow) -> None:
        self.close_panel()
        self.opened.emit(row)


class NameSheet(Sheet):
    """Another name, for a customer another owner too; or it is merged with another entry."""

    def __init__(self, workplace: Workplace, window: QWidget, row: NameRow, page: TeamPage) -> None:
        sentence = _("The new name stands everywhere, but for pages that were received.")
        super().__init__(workplace, window, row.name, sentence, _("Keep it"))
        theme = workplace.theme
        self._ground, self._row, self._page = window, row, page
        self.name = self.add_line(_("Name"), text=row.name)
        owners = [(NOBODY, _("nobody"))]
        owners += [(str(rep.id), rep.name) for rep in (*page.rows, *page.left)]
        chosen = NOBODY if row.of_id is None else str(row.of_id)
        self.owner = ChoiceButton(theme, owners, chosen, name=_("Owner"))
        if row.kind == "account":
            self._add_owner_and_situation()
            self.body.addWidget(KnownOfCustomer(workplace, row.id))
            self._add_links(row)
        self.merge = Button(theme, _("Merge with another entry…"), "link")
        self.merge.clicked.connect(self._merge)
        line = QHBoxLayout()
        line.addWidget(self.merge)
        if row.kind == "team":
            line.addWidget(self._resting())
        line.addStretch(1)
        self.body.addLayout(line)
        self.ask(self.name)

    def act(self) -> None:
        name, row, work = self.name.text(), self._row, self.workplace
        said = _("Kept: {name}").format(name=name.strip())
        if row.kind == "account":
            chosen = self.owner.value()
            owner = next(
                (rep.id for rep in (*self._page.rows, *self._page.left) if str(rep.id) == chosen),
                None,
            )
            situation = self.situation.value() or None
            work.do(people.edit_account, row.id, name, owner=owner, situation=situation, said=said)
        else:
            work.do(RENAMING[row.kind], row.id, name, said=said)

    def _add_owner_and_situation(self) -> None:
        """Whose customer it is, and what is expected there."""
        theme, now = self.workplace.theme, self.workplace.ask(situation_of, self._row.id)
        known = self.workplace.ask(situations).values()
        options = [(NOBODY, _("none"))]
        options += [(e.key, e.title) for e in known if e.key == now or not e.is_archived]
        self.situation = ChoiceButton(theme, options, now or NOBODY, name=_("Situation"))
        line = QHBoxLayout()
        line.setSpacing(theme.px(24))
        line.addWidget(Labeled(theme, _("Owner"), self.owner))
        line.addWidget(Labeled(theme, _("Situation"), self.situation))
        line.addStretch(1)
        self.body.addLayout(line)

    def _add_links(self, row: NameRow) -> None:
        """What is under way with the customer, and where it is seen."""
        found = links_of_customer(self.workplace.desk, row.id)
        if not found:
            return
        theme, title = self.workplace.theme, _("With this customer")
        self.links = LinkRows(self.workplace, title, self.close_panel)
        self.links.set_rows(found)
        self.body.addWidget(Text(theme, title, "label", "ink2"))
        card = Card(theme, title)
        card.add(self.links)
        self.body.addWidget(card)

    def _resting(self) -> Button:
        """A team at rest can be worked with again, another one deleted."""
        rests = self.workplace.ask(is_at_rest, self._row.id)
        words = _("Work with this team again") if rests else _("Delete this team")
        button = Button(self.workplace.theme, words, "link")
        button.clicked.connect(self._resume if rests else self._delete)
        self.workplace.hold(button)
        return button

    def _resume(self) -> None:
        said = _("Worked with again: {name}").format(name=self._row.name)
        self.workplace.do(resume_partner_team, self._row.id, said=said)
        self.close_panel()

    def _delete(self) -> None:
        said = _("No longer worked with: {name}").format(name=self._row.name)
        try:
            self.workplace.do(delete_partner_team, self._row.id, said=said)
        except UserError as refused:
            self.refuse(refused)
        else:
            self.close_panel()

    def _merge(self) -> None:
        kind, of_id = self._row.kind, self._row.of_id
        others = (*self._page.accounts, *self._page.contacts, *self._page.partners)
        if kind in WITHIN:
            others = tuple(row for row in others if row.of_id == of_id)
        self.close_panel()
        MergeSheet(self.workplace, self._ground, self._row, others)


def open_names(
    workplace: Workplace, window: QWidget, title: str, rows: Sequence[NameRow], page: TeamPage
) -> NamesList:
    """The list, from which Enter leads to the sheet of one name."""
    names = NamesList(workplace, window, title, rows)
    names.opened.connect(partial(_open_name, workplace, window, page))
    return names


def _open_name(workplace: Workplace, window: QWidget, page: TeamPage, row: NameRow) -> None:
    NameSheet(workplace, window, row, page)
