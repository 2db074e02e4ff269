"""Hanging a request or a share on a promise to a customer."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError
from coachdesk.domain.vocabulary import ShareKind
from coachdesk.language import gettext as _
from coachdesk.services.batons import ask_about, hang_thread, share_about
from coachdesk.services.pages import asks_of
from coachdesk.services.wordings import playbook_of
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.fields import Labeled
from coachdesk.ui.parts.ask_steps import open_ask_sheet
from coachdesk.ui.parts.ask_talk import Talk
from coachdesk.ui.parts.clarity_line import ClarityLine
from coachdesk.ui.parts.offering_field import OfferingField
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.baton import BatonLine

LONGEST_ASK, LONGEST_SHARE = 300, 400


class AskAboutSheet(Sheet):
    """Enter notes the request and goes on to its answers; Esc there leaves it unfinished."""

    def __init__(self, workplace: Workplace, window: QWidget, line: BatonLine) -> None:
        title = _("Ask {name} about {account}").format(name=line.rep_name, account=line.account)
        super().__init__(workplace, window, title, line.words, _("Note it"), width=520)
        self._window, self._line = window, line
        self.what = self.add_line(_("What"), _("One thing, with a verb"))
        self.what.setMaxLength(LONGEST_ASK)
        self._clarity = ClarityLine(workplace.theme)
        self.body.addWidget(self._clarity)
        self.what.textChanged.connect(self._read)
        self.ask(self.what)

    def act(self) -> Callable[[], None]:
        what = self.what.text().strip()
        if not what:
            raise InputError(_("What is asked?"), _("One line is enough."))
        said = _("Noted, unfinished: {what}").format(what=what)
        noted = self.workplace.do(ask_about, self._line.id, what, said=said)
        return partial(self._go_on, noted.id)

    def _go_on(self, id: UUID) -> None:
        rows = asks_of(self.workplace.desk, self._line.rep_id)
        row = next((row for row in rows if row.id == id), None)
        if row is not None:
            talk = Talk(self._line.rep_name, rows, self._line.rep_id)
            open_ask_sheet(self.workplace, self._window, talk, row).begin()

    def _read(self, typed: str) -> None:
        self._clarity.show_for(typed, has_day=True)
        self.fit()


class ShareAboutSheet(Sheet):
    """Enter gives it: no day, nothing back."""

    def __init__(self, workplace: Workplace, window: QWidget, line: BatonLine) -> None:
        title = _("Share with {name} about {account}").format(
            name=line.rep_name, account=line.account
        )
        super().__init__(
            workplace,
            window,
            title,
            _("Given freely, nothing owed back."),
            _("Share it"),
            width=520,
        )
        self._line = line
        self._kinds = workplace.ask(playbook_of).shares
        options = [(kind.value, guide.title) for kind, guide in self._kinds.items()]
        label = _("Kind of what you share")
        usual = ShareKind.EXPERIENCE.value
        self.kind = ChoiceButton(workplace.theme, options, usual, name=label)
        self.body.addWidget(Labeled(workplace.theme, label, self.kind))
        self.words = self.add_line(_("What you share"))
        self.words.setMaxLength(LONGEST_SHARE)
        self.kind.chosen.connect(self._show_opening)
        self._show_opening(usual)
        self.ask(self.words)

    def act(self) -> None:
        what = self.words.text().strip()
        if not what:
            raise InputError(_("What do you share?"), _("One line is enough."))
        said = _("Shared with {name}: {what}").format(name=self._line.rep_name, what=what)
        kind = ShareKind(self.kind.value())
        self.workplace.do(share_about, self._line.id, kind, what, said=said)

    def _show_opening(self, kind: str) -> None:
        self.words.set_placeholder(self._kinds[ShareKind(kind)].opening)


class HangSheet(Sheet):
    """A request that is there already is put to this promise."""

    def __init__(self, workplace: Workplace, window: QWidget, line: BatonLine) -> None:
        title = _("Put a request to {account}").format(account=line.account)
        super().__init__(workplace, window, title, line.words, _("Put it there"), width=520)
        self._line = line
        self._rows = asks_of(workplace.desk, line.rep_id)
        self.subject = OfferingField(workplace.theme, self._subjects, _("Open requests"))
        self.subject.setAccessibleName(_("Request"))
        self.body.addWidget(Labeled(workplace.theme, _("Request"), self.subject))
        self.ask(self.subject)

    def act(self) -> None:
        typed = self.subject.text().strip().casefold()
        row = next((row for row in self._rows if row.subject.casefold() == typed), None)
        if row is None:
            raise InputError(
                _("No open request to {name} is called that.").format(name=self._line.rep_name),
                _("Press Down to choose one, or A in the list to ask anew."),
            )
        said = _("Put to {account}: {what}").format(account=self._line.account, what=row.subject)
        self.workplace.do(hang_thread, row.thread_id, self._line.id, said=said)

    def _subjects(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(row.subject for row in self._rows))
