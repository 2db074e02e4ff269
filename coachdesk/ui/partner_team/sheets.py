"""A person's value, a new introduction, who decides over there, and which team to open."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError
from coachdesk.domain.names import fold
from coachdesk.domain.partner_vocabulary import IntroductionForm
from coachdesk.domain.vocabulary import BuyingRole
from coachdesk.language import gettext as _
from coachdesk.services.capture import rep_named
from coachdesk.services.introductions import NewIntroduction, add_contact, add_introduction
from coachdesk.services.partner_people import note_contact, note_values
from coachdesk.services.partners import people_of
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Check, ChoiceButton
from coachdesk.ui.kit.fields import Labeled
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.text import Text
from coachdesk.ui.partner_team.state import form_words, met_words, role_words
from coachdesk.ui.parts.customer_sheet import CustomerSheet
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.partner_team import Decider, PartnerTeamPage, PeerRow, PersonRow

Shown = Callable[[UUID], None]


class PersonSheet(Sheet):
    """What each side knows of the other's value for the customer."""

    def __init__(self, workplace: Workplace, window: QWidget, row: PersonRow) -> None:
        reps = ", ".join(name for _id, name in row.works_with)
        works = _("Works with {reps}.").format(reps=reps) if reps else ""
        last = _("Last met: {who}.").format(who=met_words(row.last, workplace.as_of))
        sentence = f"{works} {last}".strip()
        super().__init__(workplace, window, row.name, sentence, _("Keep it"), width=560)
        self._id, self._name = row.id, row.name
        self.ours = self.add_line(
            _("What we know of their value for the customer"),
            _("Answers the technical question the same day"),
            row.value_we_know,
        )
        self.theirs = self.add_line(
            _("What they know of ours"),
            _("We bring the decision makers to the table"),
            row.value_they_know,
        )
        flow = Flow(workplace.theme, gap=14, name=_("Where it leads"))
        for rep_id, name in row.works_with[:4]:
            words = _("To {name}’s page").format(name=name)
            button = Button(workplace.theme, words, "link")
            button.clicked.connect(partial(self._to_rep, rep_id))
            flow.add(button)
        self.body.addWidget(flow)
        self.ask(self.ours)

    def act(self) -> None:
        values = {"we_know": self.ours.text(), "they_know": self.theirs.text()}
        said = _("Kept: {name}").format(name=self._name)
        self.workplace.do(note_values, self._id, said=said, **values)

    def _to_rep(self, rep_id: UUID, _checked: bool = False) -> None:
        self.close_panel()
        self.workplace.open_rep(rep_id)


class ContactSheet(Sheet):
    """How the team's manager is reached."""

    def __init__(self, workplace: Workplace, window: QWidget, peer: PeerRow) -> None:
        super().__init__(workplace, window, peer.name, _("Peer manager"), _("Keep it"))
        self._peer = peer
        self.contact = self.add_line(_("Contact"), _("Phone, email or room"), peer.contact)
        self.contact.setMaxLength(120)
        self.ask(self.contact)

    def act(self) -> None:
        said = _("Kept: {name}").format(name=self._peer.name)
        self.workplace.do(note_contact, self._peer.id, self.contact.text(), said=said)


class NewIntroductionSheet(CustomerSheet):
    """For whom, to which customer, who of theirs knows whom over there."""

    def __init__(
        self, workplace: Workplace, window: QWidget, page: PartnerTeamPage, done: Shown
    ) -> None:
        sentence = _("Somebody in {team} knows the customer already: ask for the door.")
        super().__init__(
            workplace,
            window,
            _("New introduction"),
            sentence.format(team=page.name),
            _("Note it"),
            width=560,
        )
        self._team_id, self._done = page.team_id, done
        self.who = self.add_line(_("For"), _("A rep: a first name is enough"), icon="users")
        self.add_customer()
        known = ", ".join(workplace.ask(people_of, page.team_id)[:3])
        self.person = self.add_line(_("Who of theirs knows them"), known or _("A name"))
        self.contact = self.add_line(_("Whom they know over there"), _("A name, if it is known"))
        self.note = self.add_line(_("From where"), _("Ran the course there last year"))
        theme = workplace.theme
        forms = [(form.value, words) for form, words in form_words().items()]
        usual = IntroductionForm.IN_PERSON.value
        self.form = ChoiceButton(theme, forms, usual, name=_("How it is made"))
        self.body.addWidget(Labeled(theme, _("How it is made"), self.form))
        self.asked = Check(theme, _("Asked for it today"), on=True)
        self.body.addWidget(self.asked)
        self.ask(self.who)

    def act(self) -> Callable[[], None]:
        work, typed = self.workplace, self.who.text().strip()
        if not typed:
            raise InputError(_("For whom?"), _("Type a rep’s first name."))
        rep, account = work.ask(rep_named, typed), self.customer()
        new = NewIntroduction(
            team_id=self._team_id,  # type: ignore[arg-type]
            rep_id=rep.id,
            account_id=None if account is None else account.id,
            new_account=self.where.text(),
            who=self.person.text(),
            contact=self.contact.text(),
            form=IntroductionForm(self.form.value()),
            note=self.note.text(),
            asked_day=work.as_of if self.asked.isChecked() else None,
        )
        said = _("Introduction noted for {name}").format(name=rep.first_name)
        return partial(self._done, work.do(add_introduction, new, said=said).id)


class DecidersSheet(Sheet):
    """Who else decides over there: those known, and one line to add one."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        account_id: UUID,
        account: str,
        known: Sequence[Decider],
    ) -> None:
        title = _("Who else decides at {account}?").format(account=account)
        super().__init__(workplace, window, title, "", _("Add"), width=520)
        self._account_id = account_id
        theme = workplace.theme
        roles = role_words()
        lines = [f"{each.name}, {roles[each.role]}" for each in known]
        for line in lines or [_("Nobody is known there yet.")]:
            self.body.addWidget(Text(theme, line, "body", "ink" if known else "ink2", wrap=True))
        self.name = self.add_line(_("Somebody else"), _("A name"))
        self.name.setMaxLength(80)
        options = [(role.value, words) for role, words in roles.items()]
        self.role = ChoiceButton(
            theme, options, BuyingRole.DECIDES.value, name=_("What they do in buying")
        )
        self.body.addWidget(Labeled(theme, _("What they do in buying"), self.role))
        self.ask(self.name)

    def act(self) -> None:
        name, role = self.name.text(), BuyingRole(self.role.value())
        said = _("Added: {name}").format(name=name.strip())
        self.workplace.do(add_contact, self._account_id, name, role, said=said)


class TeamSheet(Sheet):
    """Which partner team to open, by its name or the beginning of it."""

    writes = False

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        teams: Sequence[tuple[UUID, str]],
        go: Shown,
    ) -> None:
        names = ", ".join(name for _id, name in teams)
        super().__init__(workplace, window, _("Open a partner team"), names, _("Open"))
        self._teams, self._go = teams, go
        self.name = self.add_line(_("Team"), _("A name, or the beginning of one"), icon="search")
        self.ask(self.name)

    def act(self) -> Callable[[], None]:
        typed = fold(self.name.text().strip())
        found = [(id, name) for id, name in self._teams if fold(name).startswith(typed)]
        found = [each for each in found if fold(each[1]) == typed] or found
        if len(found) != 1:
            words = _("Nothing has that name.") if not found else _("More than one begins so.")
            raise InputError(words, _("Type a little more, or another name."))
        return partial(self._go, found[0][0])
