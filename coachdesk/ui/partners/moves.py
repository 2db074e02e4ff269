"""Moving a card: the sheet that asks for what the step needs, or why it cannot be taken."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import RuleError
from coachdesk.domain.hand_off_rules import BoardColumn, Expectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.vocabulary import HandOffState
from coachdesk.services.hand_offs import hand_off_notice, tell_customer
from coachdesk.services.partners import hand_off_page, people_of
from coachdesk.ui.parts.hand_off_steps import HandOffSteps, deliver_steps, open_steps
from coachdesk.ui.parts.tell_sheet import Tell, TellSheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.board_moves import Move, move_into
from coachdesk.views.hand_off_page import HandOffPage
from coachdesk.views.partners import BoardCard
from coachdesk.views.promises import HandOffRow


class Moves:
    """Opens the sheets over a window; `done` shows the card where it stands then."""

    def __init__(
        self, workplace: Workplace, window: Callable[[], QWidget], done: Callable[[UUID], object]
    ) -> None:
        self._work, self._window, self._done = workplace, window, done

    def move(self, card: BoardCard, column: BoardColumn) -> None:
        """Take the step into a column; a refused one is said below, and nothing moves."""
        if why := self._work.why_not_write:
            self._work.say(why)
            return
        try:
            move = move_into(card, column)
        except RuleError as refused:
            self._work.say(f"{refused.message} {refused.next_step}")
            return
        if move is Move.TELL:
            self.tell(card)
        elif move is Move.ACCEPT and card.hand_off is not None:
            accept = HandOffSteps(self._work, card.hand_off).accept()
            step = replace(accept, leads_to=partial(self._done, card.id))
            open_steps(self._work, self._window(), card.hand_off, (step,))
        elif move is Move.DELIVER:
            self.deliver(card.id)

    def tell(self, card: BoardCard) -> None:
        """Ask what the customer was told; a notice becomes a hand-off by it."""
        command = hand_off_notice if card.hand_off is None else tell_customer
        people = self._work.ask(people_of, card.team_id)
        sentence = f"{card.team} · {card.what}"
        self._ask(card.account, sentence, people, partial(self._tell, command, card.id))

    def tell_hand_off(self, page: HandOffPage) -> None:
        """The same for a hand-off that is planned."""
        row = page.row
        tell = partial(self._tell, tell_customer, row.id)
        self._ask(row.account, f"{row.team} · {row.need}", page.people, tell)

    def deliver(self, id: UUID) -> None:
        """How it ends, step after step: the miss, the day it was met, then all three."""
        row = self._row(id)
        if row is None:
            return
        ended = (HandOffState.MET, HandOffState.MET_LATE, HandOffState.CLOSED_UNMET)
        self._done(id)
        if row.state in ended:
            open_steps(self._work, self._window(), row, (HandOffSteps(self._work, row).all_win(),))
        elif row.state in (HandOffState.SET, HandOffState.MISSED):
            steps = deliver_steps(self._work, row, partial(self.deliver, id))
            open_steps(self._work, self._window(), row, steps)

    def _ask(self, account: str, sentence: str, people: Sequence[str], tell: Tell) -> None:
        TellSheet(
            self._work,
            self._window(),
            title=account,
            sentence=sentence,
            people=people,
            tell=tell,
        )

    def _tell(
        self, command: Callable[..., HandOff], id: UUID, expectation: Expectation, person: str
    ) -> Callable[[], None]:
        made = self._work.do(command, id, expectation, person)
        return partial(self._done, made.id)

    def _row(self, id: UUID) -> HandOffRow | None:
        page = hand_off_page(self._work.desk, id)
        return None if page is None else page.row
