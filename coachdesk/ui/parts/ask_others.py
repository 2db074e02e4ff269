"""Asking somebody who is no rep: who asks, who is asked, and for what; the answers come next."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError, UserError
from coachdesk.domain.vocabulary import Party
from coachdesk.language import gettext as _
from coachdesk.services.pages import asks_of_others
from coachdesk.services.parties import PartyDraft, ask_party, party_called, party_names
from coachdesk.ui.kit.fields import Labeled
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.ask_steps import open_ask_sheet
from coachdesk.ui.parts.ask_talk import Talk
from coachdesk.ui.parts.clarity_line import ClarityLine
from coachdesk.ui.parts.offering_field import OfferingField
from coachdesk.ui.parts.settle_sheet import SettleSheet, Step
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.rep import AskRow

LONGEST_ASK, LONGEST_NAME = 300, 160
OF_MANAGER = (
    Party.PEER_MANAGER,
    Party.PARTNER_DEPARTMENT,
    Party.OWN_MANAGER,
    Party.CUSTOMER_CONTACT,
)
OF_REP = (Party.CUSTOMER_CONTACT, Party.PARTNER_DEPARTMENT, Party.PEER_MANAGER)


def party_title(party: Party) -> str:
    """Who is asked, as a choice says it."""
    return {
        Party.REP: _("Rep"),
        Party.PEER_MANAGER: _("Peer manager"),
        Party.PARTNER_DEPARTMENT: _("Department"),
        Party.OWN_MANAGER: _("Your manager"),
        Party.CUSTOMER_CONTACT: _("Customer"),
    }[party]


class AskOthersSheet(Sheet):
    """Enter notes the request and goes on to its answers; Esc there leaves it unfinished.

    `rep` is the id and first name of the rep who asks; None where the manager does.
    """

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        rep: tuple[UUID, str] | None = None,
        *more: Step,
    ) -> None:
        title = _("Ask somebody else") if rep is None else _("What {name} asks others")
        if rep is not None:
            title = title.format(name=rep[1])
        sentence = _("The same ladder: a request, asked again, and only then a requirement.")
        super().__init__(workplace, window, title, sentence, _("Note it"), width=520)
        self._window, self._rep, self._more = window, rep, more
        theme = workplace.theme
        parties = OF_MANAGER if rep is None else OF_REP
        options = [(party.value, party_title(party)) for party in parties]
        self.party = self.add_one_of(_("Who is asked"), options)
        self.party.set_value(parties[0].value)
        self.who = OfferingField(theme, self._known, _("People you know"), icon="users")
        self.who.setAccessibleName(_("Name"))
        self.who.setMaxLength(LONGEST_NAME)
        self._named = Labeled(theme, _("Name"), self.who)
        self.body.addWidget(self._named)
        self._meant = Text(theme, "", "small", "ink2", wrap=True)
        self._meant.hide()
        self.body.addWidget(self._meant)
        self.what = self.add_line(_("What"), _("One thing, with a verb"))
        self.what.setMaxLength(LONGEST_ASK)
        self._clarity = ClarityLine(theme)
        self.body.addWidget(self._clarity)
        self.party.chosen.connect(self._choose)
        self.who.textChanged.connect(self._look)
        self.what.textChanged.connect(self._read)
        self._choose(self.party.value())
        self.ask(self.who)

    def act(self) -> Callable[[], None]:
        work, what = self.workplace, self.what.text().strip()
        if not what:
            raise InputError(_("What is asked?"), _("One line is enough."))
        draft = PartyDraft(
            party=Party(self.party.value()),
            who=self.who.text(),
            rep_id=None if self._rep is None else self._rep[0],
        )
        said = _("Noted, unfinished: {what}").format(what=what)
        noted = work.do(ask_party, draft, what, said=said)
        return partial(self._go_on, noted.id)

    def _go_on(self, id: UUID) -> None:
        sheet = open_other(self.workplace, self._window, self._rep, id, self._more)
        if sheet is not None:
            sheet.begin()

    def _choose(self, party: str) -> None:
        examples = {
            Party.PEER_MANAGER: _("Mei Tanaka, Integration Services"),
            Party.PARTNER_DEPARTMENT: _("A partner team"),
            Party.CUSTOMER_CONTACT: _("C. Adeyemi, Cobalt"),
        }
        chosen = Party(party)
        needs_name = chosen is not Party.OWN_MANAGER
        self.who.set_placeholder(examples.get(chosen, ""))
        self._named.setVisible(needs_name)
        self._look(self.who.text() if needs_name else "")

    def _known(self) -> tuple[str, ...]:
        found: tuple[str, ...] = self.workplace.ask(party_names, Party(self.party.value()))
        return found

    def _look(self, typed: str) -> None:
        words = ""
        if typed.strip():
            words = self._who_is(typed)
        self._meant.show_runs(words)
        self._meant.setVisible(bool(words))
        self.fit()

    def _who_is(self, typed: str) -> str:
        try:
            named = self.workplace.ask(party_called, Party(self.party.value()), typed)
        except UserError as unclear:
            return f"{unclear.message} {unclear.next_step}".strip()
        if named.id is not None or not named.name:
            return str(named.words)
        return _("{who} is new and will be added.").format(who=named.words)

    def _read(self, typed: str) -> None:
        self._clarity.show_for(typed, has_day=True)
        self.fit()


def open_other(
    workplace: Workplace,
    window: QWidget,
    rep: tuple[UUID, str] | None,
    row_id: UUID,
    more: tuple[Step, ...] = (),
) -> SettleSheet | None:
    """The steps of a request to somebody else; None if it is gone."""
    rows = asks_of_others(workplace.desk, None if rep is None else rep[0])
    row = next((row for row in rows if row.id == row_id), None)
    if row is None:
        return None
    return open_ask_sheet(workplace, window, talk_about(rows, row, rep), row, *more)


def talk_about(rows: tuple[AskRow, ...], row: AskRow, rep: tuple[UUID, str] | None = None) -> Talk:
    """Between whom this row stands."""
    own = [other for other in rows if other.to_words == row.to_words]
    return Talk(row.to, own, None, "" if rep is None else rep[1])
