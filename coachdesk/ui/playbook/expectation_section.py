"""“Expectations”: a situation in the manager's words, whom it is agreed with, how it is done."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.expectations import ExpectationAgreement, SituationExpectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.situation_words import SituationWords
from coachdesk.domain.wordings import BehaviourDefinition
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services import situations as service
from coachdesk.services.expectations import situation_of_agreement
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.expectation_list import ANEW_KEY
from coachdesk.ui.parts.expectation_rows import ExpectationPainter
from coachdesk.ui.parts.expectation_sheets import AgreeSheet, open_expectation
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.playbook.expectation_earlier import EarlierSheet
from coachdesk.ui.playbook.expectation_links import LinkPainter
from coachdesk.ui.playbook.expectation_titles import NewSituationSheet, RenameSheet
from coachdesk.ui.playbook.expectation_words import WordsCard
from coachdesk.ui.playbook.head import section_head, section_page
from coachdesk.ui.playbook.section import Section, Side, SideRow
from coachdesk.views.expectations import (
    ExpectationRow,
    SituationEntry,
    SituationPage,
    message,
    whose_words,
)


class Expectations(Section):
    """Words are edited in place; Enter on a rep agrees or looks, A agrees anew."""

    id = "expectations"
    shows = frozenset(
        {
            *(ExpectationAgreement, SituationExpectation, Account, Rep, HandOff),
            *(Observation, Rating, BehaviourDefinition),
        }
    )

    _key = ""
    _page: SituationPage | None = None
    _entries: tuple[SituationEntry, ...] = ()

    @property
    def title(self) -> str:
        return _("Expectations")

    def count(self) -> str:
        return str(len(self.workplace.ask(service.open_situations)))

    def side(self) -> Side:
        """The situations; a number says with how many reps there is something to talk about."""
        rows = tuple(SideRow(each.key, each.title, _note(each)) for each in self._entries)
        waiting = any(each.waiting for each in self._entries)
        foot = _("The number: reps to talk with about it.") if waiting else ""
        add = "" if self.workplace.why_not_write else _("New situation")
        return Side(_("Situations"), rows, self._key, add, foot)

    def choose(self, id: str) -> None:
        """Show another situation."""
        if id != self._key:
            self._key = id
            self._read()
            self.host.show_section()

    def add(self) -> None:
        """Ask what the new situation is called."""
        sheet = NewSituationSheet(self.workplace, self.host.window())
        sheet.added.connect(self._added)

    def refresh(self) -> None:
        """Read again; what is being typed stays."""
        before = self._page
        self._read()
        if self.is_built and self._page is not None:
            if before is None or _heading(before) != _heading(self._page):
                self.host.show_section()
            else:
                self._show()

    def build(self) -> QWidget:
        """The words, the reps, the links."""
        if self._page is None:
            self._read()
        page = self._page
        if page is None:  # every situation is archived
            return section_page(self, section_head(self, self.title, _("No situation yet.")))[0]
        content, stack = section_page(self, self._head(page))
        self.words = WordsCard(self.theme)
        self.words.worded.connect(self._word)
        self.workplace.hold(*self.words.fields)
        stack.addWidget(self.words)
        stack.addWidget(self._build_reps())
        stack.addWidget(self._build_links())
        stack.addStretch(1)
        self._show()
        return content

    def leave(self) -> None:
        """What is being typed is written."""
        if self._page is not None:
            self.words.write()

    def first_focus(self) -> QWidget | None:
        return self.words.principle if self._page is not None else None

    def reveal(self, id: UUID) -> bool:
        """The situation of a stored wording or of an agreement."""
        key = self.workplace.ask(service.situation_with, id)
        key = key or self.workplace.ask(situation_of_agreement, id)
        if not key:
            return False
        self._key = key
        self._read()
        return True

    # Making and showing

    def _head(self, page: SituationPage) -> QVBoxLayout:
        theme = self.theme
        self._whose = Text(theme, "", "body", "ink2")
        copy = Button(theme, _("Copy as a message"), icon="copy")
        copy.clicked.connect(self._copy)
        self.menu = Button(theme, "", "plain", icon="more-horizontal", name=_("More"))
        self.menu.clicked.connect(self._open_menu)
        self.workplace.hold(self.menu)
        return section_head(self, page.words.title, _used(page), self._whose, copy, self.menu)

    def _build_reps(self) -> ListCard:
        painter = ExpectationPainter(self.theme, self.workplace.as_of, by_rep=True)
        self.reps = Rows(self.theme, painter, name=_("Agreed with"), round_last=True)
        self.reps.opened.connect(self._open)
        self.reps.on_key(ANEW_KEY, self._agree)
        self.workplace.hold_rows(self.reps, "opened", ANEW_KEY)
        self.host.follow(self.reps)
        none = _("Nobody is on your team yet.")
        self._reps = ListCard(
            self.theme, self.reps, title=_("Agreed with"), right=" ", stays=True, none=none
        )
        return self._reps

    def _build_links(self) -> ListCard:
        title = _("Seen when")
        self.links = Rows(
            self.theme, LinkPainter(self.theme), name=title, round_last=True, hover=""
        )
        self.host.follow(self.links)
        self._links = ListCard(self.theme, self.links, title=title, right=" ", stays=True)
        return self._links

    def _read(self) -> None:
        self._entries = self.workplace.ask(service.situation_entries)
        keys = [each.key for each in self._entries]
        if self._key not in keys:
            self._key = keys[0]
        self._page = self.workplace.ask(service.situation_page, self._key)

    def _show(self) -> None:
        page = self._page
        self._whose.show_runs(whose_words(page.words, page.as_of))
        self.words.show_words(page.words)
        self._reps.fill(page.rows)
        waiting = sum(row.needs_talk for row in page.rows)
        self._reps.say_right(_("{n} to talk about").format(n=waiting) if waiting else "")
        self._links.fill(page.links)
        self._links.say_right(_("rated 4 or 5 on your team, {n} days").format(n=page.window_days))

    # What a person does

    def _word(self, changed: object) -> None:
        """Words of one field, as `word_situation` names them."""
        try:
            self.workplace.do(service.word_situation, self._key, **changed)
        except UserError as refusal:
            self.words.refuse(refusal)
        else:
            self.words.refuse(None)

    def _open(self, row: ExpectationRow) -> None:
        open_expectation(self.workplace, self.host.window(), row)

    def _agree(self, row: ExpectationRow) -> None:
        AgreeSheet(self.workplace, self.host.window(), row)

    def _copy(self) -> None:
        self.words.write()
        QGuiApplication.clipboard().setText(message(self._page.words))
        self.workplace.say(_("The expectation is on the clipboard."))

    def _open_menu(self) -> None:
        popup = Popup(self.theme, _choices(self._page), name=_("More"), parent=self.menu)
        popup.chosen.connect(self._menu_chosen)
        popup.drop_from(self.menu)

    def _menu_chosen(self, key: str) -> None:
        if key == "rename":
            RenameSheet(self.workplace, self.host.window(), self._page.words).renamed.connect(
                self._made_anew
            )
        elif key == "earlier":
            EarlierSheet(self.workplace, self.host.window(), self._page)
        else:
            self._do(
                {
                    "reset": service.reset_situation,
                    "remove": service.remove_situation,
                    "restore": service.restore_situation,
                }[key]
            )

    def _do(self, command: Callable[..., object]) -> None:
        self.workplace.do(command, self._key)
        self._made_anew()
        self.menu.setFocus()

    def _added(self, key: str) -> None:
        self._key = key
        self._made_anew()
        self.words.principle.setFocus()

    def _made_anew(self) -> None:
        self._read()
        self.host.show_section()


def _heading(page: SituationPage) -> tuple[str, str, str]:
    """What stands in the head: it is made anew when this is another."""
    return (page.words.key, page.words.title, _used(page))


def _choices(page: SituationPage) -> list[Choice]:
    words: SituationWords = page.words
    found = [Choice("rename", _("Another title"))]
    if page.earlier:
        found.append(Choice("earlier", _("Compare with earlier words")))
    if not words.is_own and not words.is_shipped:
        found.append(Choice("reset", _("Reset to the shipped words")))
    if words.is_archived:
        found.append(Choice("restore", _("Bring it back")))
    else:
        found.append(Choice("remove", _("Take it off the Playbook")))
    return found


def _note(entry: SituationEntry) -> str:
    if entry.is_archived:
        return _("archived")
    return str(entry.waiting) if entry.waiting else ""


def _used(page: SituationPage) -> str:
    """“7 customers · 26 events”."""
    customers = ngettext("{n} customer", "{n} customers", page.customers)
    events = ngettext("{n} event", "{n} events", page.events)
    if not page.customers and not page.events:
        return _("No customer stands in this situation yet; set it on a customer’s sheet.")
    return " · ".join((customers.format(n=page.customers), events.format(n=page.events)))
