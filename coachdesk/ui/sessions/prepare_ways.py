"""Where the page before a talk leads: into the talk, to another day, to a form on paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachdesk.domain.errors import UserError
from coachdesk.domain.vocabulary import TalkState
from coachdesk.language import gettext as _
from coachdesk.services.talk_questions import bank_for
from coachdesk.services.talks import start_talk
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.parts.filled_form import read_form
from coachdesk.ui.parts.preparation_out import preparation_sheet
from coachdesk.ui.parts.talk_sheets import (
    CANCEL_KEY,
    HELD_KEY,
    MOVE_KEY,
    CancelSheet,
    HoldSheet,
    MoveSheet,
)
from coachdesk.ui.sessions.brief_sheet import brief_sheet
from coachdesk.ui.sessions.form_sheet import FormSheet
from coachdesk.ui.sessions.prepare_chooser import QuestionChooser

if TYPE_CHECKING:
    from coachdesk.ui.sessions.prepare_page import PreparePage


class PrepareWays(QObject):
    """Each way writes what was typed on the page before it is taken."""

    def __init__(self, page: PreparePage) -> None:
        super().__init__(page)
        self._page = page

    def start_talk(self) -> None:
        """Begin the talk, or go on with it."""
        if self._page.state is None or self._page.session_id is None or not self._page.write():
            return
        now = self._page.state.head.state
        if now in (TalkState.HELD, TalkState.WRAPPED_UP):
            self._page.workplace.open_talk(self._page.session_id, "wrap_up")
            return
        if now is not TalkState.RUNNING:
            try:
                self._page.workplace.do(start_talk, self._page.session_id, by=self._page)
            except UserError as refusal:
                self._page.foot.refuse(refusal.message, refusal.next_step)
                return
            self._page.read_again()
        self._page.workplace.open_talk(self._page.session_id, "run")

    def open_menu(self) -> None:
        """Move, cancel, enter as held; the rep's own form."""
        if self._page.view is None or self._page.state is None:
            return
        why = self._page.workplace.why_not_write
        name = self._page.state.head.first_name
        to_fill = _("Save a form for {name} to fill in").format(name=name)
        choices = [
            Choice("move", _("Move the talk"), MOVE_KEY),
            Choice("cancel", _("Cancel the talk"), CANCEL_KEY),
            Choice("hold", _("Enter it as held"), HELD_KEY),
            Choice("preparation", to_fill, why_not=why),
            Choice("read_form", _("Read a filled-in form"), why_not=why),
        ]
        popup = Popup(
            self._page.workplace.theme, choices, name=_("More"), parent=self._page.view.menu
        )
        popup.chosen.connect(self._menu_chosen)
        popup.drop_from(self._page.view.menu)

    def _menu_chosen(self, key: str) -> None:
        {
            "move": self.move_talk,
            "cancel": self.cancel_talk,
            "hold": self.hold_talk,
            "preparation": self.print_preparation,
            "read_form": self.read_form,
        }[key]()

    def move_talk(self) -> None:
        """Ask for another day, who asked and why; then the new talk is prepared."""
        self._open_sheet(MoveSheet, partial(self._page.workplace.open_talk, step="prepare"))

    def cancel_talk(self) -> None:
        """Ask who cancelled and why."""
        self._open_sheet(CancelSheet, partial(self._page.workplace.open_page, "today"))

    def hold_talk(self) -> None:
        """Ask on which day it was held."""
        self._open_sheet(HoldSheet)

    def _open_sheet(self, sheet: Callable[..., object], *then: Callable[..., None]) -> None:
        if self._page.state is not None and self._page.write():
            sheet(self._page.workplace, self._page.widget.window(), self._page.state.head, *then)

    def choose_question(self) -> None:
        """Take any other question of the bank, by typing."""
        page = self._page
        if page.view is None or page.state is None:
            return
        bank = page.workplace.ask(bank_for, page.session_id, page.state.page.focus)
        shown = {row.id for row in page.view.questions.rows()}
        others = [row for row in bank if row.id not in shown]
        chooser = QuestionChooser(page.workplace.theme, page.widget.window(), others)
        chooser.chosen.connect(page.take_question)
        chooser.open_panel(chooser.field)

    def print_form(self) -> None:
        """The observation form of this rep: preview, print, save or print later."""
        if self._page.state is not None:
            head = self._page.state.head
            FormSheet(
                self._page.workplace, self._page.widget.window(), head.rep_id, head.first_name
            ).ask()

    def print_preparation(self) -> None:
        """The form for the rep's own preparation: preview, save or print."""
        page = self._page
        if page.state is not None:
            head = page.state.head
            preparation_sheet(
                page.workplace, page.widget.window(), head.rep_id, head.first_name
            ).ask()

    def read_form(self, path: Path | None = None) -> None:
        """A form that came back, from a file that is asked for or was dropped here."""
        if self._page.state is not None and self._page.write():
            read_form(self._page.workplace, self._page.widget.window(), path)

    def print_brief(self) -> None:
        """The manager's own brief, with the private lines: preview, print or save."""
        page = self._page
        if page.state is not None and page.session_id is not None:
            brief_sheet(page.workplace, page.widget.window(), page.session_id).ask()

    def go_to_expectations(self) -> None:
        """The expectations that concern the rep, those never agreed first."""
        if self._page.state is not None:
            self._page.expected.go_to(self._page.state.head.first_name)
