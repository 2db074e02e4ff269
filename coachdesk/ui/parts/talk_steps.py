"""Going into a talk from a page: prepare, start, and what else can become of it."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import RuleError
from coachdesk.domain.vocabulary import TalkState
from coachdesk.language import gettext as _
from coachdesk.services.talks import start_talk, start_unplanned
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.parts.plan_sheet import PlanSheet
from coachdesk.ui.parts.talk_sheets import (
    CANCEL,
    CANCEL_KEY,
    HELD,
    HELD_KEY,
    MOVE,
    MOVE_KEY,
    CancelSheet,
    HoldSheet,
    MoveSheet,
)
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.talks import TalkHead


class TalkSteps(QObject):
    """The steps of the talk a page shows; `head` gives it at the moment of asking."""

    def __init__(
        self, workplace: Workplace, page: QWidget, head: Callable[[], TalkHead | None]
    ) -> None:
        super().__init__(page)
        self._workplace, self._page, self._head = workplace, page, head

    def why_not(self) -> str:
        """Why there is nothing to prepare or start."""
        return "" if self._head() is not None else _("No talk is planned.")

    def prepare(self) -> None:
        """Open the three minutes before the talk."""
        head = self._head()
        if head is not None:
            self._workplace.open_talk(head.session_id, "prepare")

    def start(self) -> None:
        """Begin the talk now."""
        head = self._head()
        if head is None:
            return
        if head.state is not TalkState.RUNNING:
            try:
                self._workplace.do(start_talk, head.session_id)
            except RuleError as error:
                self._workplace.say(f"{error.message} {error.next_step}")
                return
        self._workplace.open_talk(head.session_id, "run")

    def move(self) -> None:
        """Ask for another day."""
        self.run(MOVE)

    def cancel(self) -> None:
        """Ask who cancelled and why."""
        self.run(CANCEL)

    def held(self) -> None:
        """Ask on which day it was held."""
        self.run(HELD)

    def open_menu(self, button: QWidget) -> None:
        """Move, cancel, enter as held: from a button."""
        name = _("What else can become of the talk")
        popup = Popup(self._workplace.theme, self.choices(), name=name, parent=button)
        popup.chosen.connect(self.run)
        popup.drop_from(button)

    def choices(self) -> list[Choice]:
        """What a menu offers."""
        why = self._workplace.why_not_write
        return [
            Choice(MOVE, _("Move"), MOVE_KEY, why_not=why),
            Choice(CANCEL, _("Cancel"), CANCEL_KEY, why_not=why),
            Choice(HELD, _("Enter as held"), HELD_KEY, why_not=why),
        ]

    def run(self, kind: str) -> None:
        """One line of the menu."""
        head = self._head()
        if head is not None:
            sheets = {MOVE: MoveSheet, CANCEL: CancelSheet, HELD: HoldSheet}
            sheets[kind](self._workplace, self._page.window(), head)


class RepSteps(TalkSteps):
    """The steps on a rep's page: where no talk is planned, one is planned, or begun at once."""

    def __init__(
        self,
        workplace: Workplace,
        page: QWidget,
        head: Callable[[], TalkHead | None],
        who: Callable[[], tuple[UUID, str] | None],
    ) -> None:
        super().__init__(workplace, page, head)
        self._who = who

    def why_not(self) -> str:
        """Why nothing can be planned or started."""
        return "" if self._who() is not None else _("No talk can be planned with this rep.")

    def prepare(self) -> None:
        """Open the three minutes before the talk, or plan one."""
        who = self._who()
        if self._head() is None and who is not None:
            PlanSheet(self._workplace, self._page.window(), *who)
        else:
            super().prepare()

    def start(self) -> None:
        """Begin the talk now, also one that nobody planned."""
        who = self._who()
        if self._head() is not None or who is None:
            super().start()
            return
        try:
            talk = self._workplace.do(start_unplanned, who[0])
        except RuleError as error:
            self._workplace.say(f"{error.message} {error.next_step}")
            return
        self._workplace.open_talk(talk.id, "run")
