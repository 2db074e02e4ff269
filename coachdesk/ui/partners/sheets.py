"""A new hand-off, another team that goes on with one, and a partner team."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError
from coachdesk.domain.vocabulary import TeamKind
from coachdesk.language import gettext as _
from coachdesk.services.capture import rep_named
from coachdesk.services.hand_offs import NewHandOff, continue_hand_off, new_hand_off, note_way
from coachdesk.services.people import NewTeam, add_partner_team
from coachdesk.ui.kit.choices import Check, ChoiceButton
from coachdesk.ui.kit.fields import Labeled
from coachdesk.ui.parts.customer_sheet import CustomerSheet
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.hand_off_page import HandOffPage

Teams = Sequence[tuple[UUID, str]]
Shown = Callable[[UUID], None]


class NewHandOffSheet(CustomerSheet):
    """Who, which customer, which team, what is needed, and why the customer would meet them."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        teams: Teams,
        team_id: UUID | None,
        done: Shown,
    ) -> None:
        sentence = _("A customer’s need goes to a partner team; what they can expect comes next.")
        super().__init__(
            workplace, window, _("New hand-off"), sentence, _("Note the need"), width=520
        )
        self._teams, self._done = {str(id): id for id, _name in teams}, done
        self.who = self.add_line(_("From"), _("A rep: a first name is enough"), icon="users")
        self.add_customer()
        self.team = _team_choice(self, teams, team_id)
        self.need = self.add_line(_("Need"), _("What the customer needs, in a few words"))
        self.value = self.add_line(
            _("Why meet the partner"), _("In the customer’s words, if they said it")
        )
        self.ask(self.who)

    def act(self) -> Callable[[], None]:
        work, typed = self.workplace, self.who.text().strip()
        if not typed:
            raise InputError(_("From whom?"), _("Type a rep’s first name."))
        rep = work.ask(rep_named, typed)
        named = self.where.text().strip()
        account = self.customer() if named else None
        asked = NewHandOff(
            rep_id=rep.id,
            team_id=self._teams.get(self.team.value()),  # type: ignore[arg-type]
            need=self.need.text(),
            account_id=None if account is None else account.id,
            new_account=named,
            value_reason=self.value.text(),
        )
        said = _("Hand-off added for {name}").format(name=rep.first_name)
        made = work.do(new_hand_off, asked, said=said)
        return partial(self._done, made.id)


class ContinueSheet(Sheet):
    """Another partner team goes on: a new need in the same line."""

    def __init__(
        self, workplace: Workplace, window: QWidget, page: HandOffPage, done: Shown
    ) -> None:
        sentence = _("{team} did its part; somebody else goes on with it.")
        super().__init__(
            workplace,
            window,
            _("Go on with another team"),
            sentence.format(team=page.row.team),
            _("Go on"),
        )
        self._id, self._done = page.row.id, done
        others = [(id, name) for id, name in page.teams if id != page.team_id]
        self._teams = {str(id): id for id, _name in others}
        self.team = _team_choice(self, others, None)
        self.need = self.add_line(_("Need"), _("What the customer needs next"))
        self.ask(self.team)

    def act(self) -> Callable[[], None]:
        team_id = self._teams.get(self.team.value())
        made = self.workplace.do(continue_hand_off, self._id, team_id, self.need.text())
        return partial(self._done, made.id)


class WaySheet(Sheet):
    """Whether the partner was asked how they would do it, and whether it was done so."""

    def __init__(self, workplace: Workplace, window: QWidget, page: HandOffPage) -> None:
        title, sentence = _("Their way"), _("Good partners are asked how they would do it.")
        super().__init__(workplace, window, title, sentence, _("Keep it"))
        self._id, team = page.row.id, page.row.team
        asked = _("{team} was asked how they would do it").format(team=team)
        used = _("It was done their way")
        self.asked, self.used = Check(workplace.theme, asked), Check(workplace.theme, used)
        self.asked.setChecked(bool(page.way_asked))
        self.used.setChecked(bool(page.way_used))
        self.used.setEnabled(bool(page.way_asked))
        self.asked.toggled.connect(self.used.setEnabled)
        self.body.addWidget(self.asked)
        self.body.addWidget(self.used)
        self.ask(self.asked)

    def act(self) -> None:
        asked = self.asked.isChecked()
        self.workplace.do(note_way, self._id, asked=asked, used=self.used.isChecked())


class AddTeamSheet(Sheet):
    """A partner team: its name, what it does, how early it wants to know, how it is measured."""

    def __init__(self, workplace: Workplace, window: QWidget, done: Shown) -> None:
        title, sentence = _("Add a partner team"), _("The name is enough; the rest can wait.")
        super().__init__(workplace, window, title, sentence, _("Add it"))
        self._done = done
        theme = workplace.theme
        self.name = self.add_line(_("Name"), _("Creative, Research, Service Contracts"))
        self.name.setMaxLength(60)
        kinds = [(kind.value, words) for kind, words in _kinds().items()]
        self.kind = ChoiceButton(theme, kinds, TeamKind.OTHER.value, name=_("What they do"))
        self.body.addWidget(Labeled(theme, _("What they do"), self.kind))
        self.notice = self.add_line(_("Days of notice they want"), _("7, or leave it empty"))
        self.measured = self.add_line(
            _("What they are measured on"), _("In their words, once you have asked")
        )
        self.ask(self.name)

    def act(self) -> Callable[[], None]:
        new = NewTeam(
            name=self.name.text(),
            kind=TeamKind(self.kind.value()),
            notice_days_wanted=self._days(),
            measured_on=self.measured.text(),
        )
        said = _("Partner team added: {name}").format(name=new.name.strip())
        return partial(self._done, self.workplace.do(add_partner_team, new, said=said).id)

    def _days(self) -> int | None:
        typed = self.notice.text().strip()
        if not typed:
            return None
        if not typed.isdecimal() or int(typed) > MOST_NOTICE:
            raise InputError(
                _("“{typed}” is no number of days up to {most}.").format(
                    typed=typed, most=MOST_NOTICE
                ),
                _("Type a number such as 7, or leave it empty."),
            )
        return int(typed)


MOST_NOTICE = 180


def _team_choice(sheet: Sheet, teams: Teams, chosen: UUID | None) -> ChoiceButton:
    options = [("", _("Choose a team")), *((str(id), name) for id, name in teams)]
    if len(teams) == 1:
        chosen = teams[0][0]
    theme = sheet.workplace.theme
    key = "" if chosen is None else str(chosen)
    button = ChoiceButton(theme, options, key, name=_("Partner team"))
    sheet.body.addWidget(Labeled(theme, _("Partner team"), button))
    return button


def _kinds() -> dict[TeamKind, str]:
    return {
        TeamKind.PRODUCT_SALES: _("sells a product"),
        TeamKind.ACCOUNT_MANAGEMENT: _("looks after accounts"),
        TeamKind.OPERATIONS: _("operations"),
        TeamKind.CREATIVE: _("creative"),
        TeamKind.MARKETING: _("marketing"),
        TeamKind.RESEARCH: _("research"),
        TeamKind.SERVICES: _("services"),
        TeamKind.OTHER: _("something else"),
    }
