"""A sheet that asks for a customer: a name, or the beginning of one; a new one is added."""

from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Account
from coachdesk.language import gettext as _
from coachdesk.services.visits import customer_called
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.known_of_customer import known_words
from coachdesk.ui.parts.sheet import Sheet


class CustomerSheet(Sheet):
    """`where` is the field; below it stands who is meant, or that the customer is new."""

    where: Field

    def add_customer(self, name: str = "") -> None:
        """The field, and the words below it."""
        theme = self.workplace.theme
        examples = _("A name, or the beginning of one")
        self.where = self.add_line(_("Customer"), examples, name)
        self._known = Text(theme, "", "small", "ink2", wrap=True)
        self._known.hide()
        self.body.addWidget(self._known)
        self.where.textChanged.connect(self._look)

    def customer(self) -> Account | None:
        """Who is meant; None for a new one. InputError where it is unclear or empty."""
        found: Account | None = self.workplace.ask(customer_called, self.where.text())
        return found

    def customer_changed(self, account: Account | None) -> None:
        """Another customer is meant now, or none that is known."""

    def _words_of(self, account: Account) -> str:
        known = known_words(self.workplace, account.id)
        return f"{account.name} · {known}" if known else account.name

    def _look(self, typed: str) -> None:
        words, account = "", None
        if typed.strip():
            try:
                account = self.customer()
            except InputError as unclear:
                words = f"{unclear.message} {unclear.next_step}"
            else:
                new = _("“{name}” is new and will be added.").format(name=typed.strip())
                words = new if account is None else self._words_of(account)
        self._known.show_runs(words)
        self._known.setVisible(bool(words))
        self.customer_changed(account)
        self.fit()
