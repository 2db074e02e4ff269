"""What else can become of a planned talk: moved, cancelled, or entered as held."""

from collections.abc import Callable
from datetime import date, time
from functools import partial

from PySide6.QtWidgets import QWidget

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import UserError
from coachdesk.domain.slot_phrases import parse_slot
from coachdesk.domain.vocabulary import WhoAsked
from coachdesk.language import gettext as _
from coachdesk.services.talk_pages import clash_line
from coachdesk.services.talks import cancel_talk, hold_talk, move_talk
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.parts.talk_words import day_and_hour
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import clock, near_day, print_day
from coachdesk.views.talks import TalkHead

MOVE, CANCEL, HELD = "move", "cancel", "held"
MOVE_KEY, CANCEL_KEY, HELD_KEY = "Ctrl+Shift+M", "Ctrl+Shift+X", "Ctrl+Shift+H"


class TalkSheet(Sheet):
    """A sheet about one talk, which its title names and whose hour stands below."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        head: TalkHead,
        title: str,
        sentence: str,
        action: str,
    ) -> None:
        now = day_and_hour(head, workplace.as_of)
        title = title.format(name=head.first_name)
        super().__init__(workplace, window, title, f"{now} · {sentence}", action)
        self.head = head

    def add_who(self, label: str) -> Segmented:
        """Me, the rep, or someone else."""
        options = [
            (WhoAsked.MANAGER.value, _("Me")),
            (WhoAsked.REP.value, self.head.first_name),
            (WhoAsked.OTHER.value, _("Someone else")),
        ]
        return self.add_one_of(label, options)


class MoveSheet(TalkSheet):
    """Another day for a talk; its preparation goes along. `then` gets the new talk's id."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        head: TalkHead,
        then: Callable[[object], None] | None = None,
    ) -> None:
        super().__init__(
            workplace,
            window,
            head,
            _("Move the talk with {name}"),
            _("the preparation goes along"),
            _("Move it"),
        )
        self._then = then
        examples = _("Fri 10:30, 24 Mar, in a week")
        self.when = self.add_line(_("New day and time"), examples, icon="calendar")
        self.clash = Text(workplace.theme, "", "small", "warnText", wrap=True)
        self.clash.hide()
        self.body.addWidget(self.clash)
        self.who = self.add_who(_("Who asked"))
        self.why = self.add_line(_("Why"), _("One line, for later"))
        self.when.textChanged.connect(self._look)
        self.ask(self.when)

    def act(self) -> Callable[[], None] | None:
        day, start = self._slot()
        successor = self.workplace.do(
            move_talk,
            self.head.session_id,
            day,
            start,
            who=_asked(self.who),
            reason=self.why.text(),
            said=_("The talk with {name} was moved to {day}.").format(
                name=self.head.first_name, day=near_day(day, self.workplace.as_of)
            ),
        )
        return None if self._then is None else partial(self._then, successor.id)

    def _slot(self) -> tuple[date, time | None]:
        return parse_slot(self.when.text(), as_of=self.workplace.as_of)

    def _look(self) -> None:
        """Name whom the day and hour would clash with, and the next free half hour."""
        try:
            day, start = self._slot()
        except UserError:
            against, free = "", None
        else:
            hour = start or self.head.start
            against, free = self.workplace.ask(clash_line, self.head.session_id, day, hour)
        if against and free:
            free_words = _("{clash}, free at {time}")
            against = free_words.format(clash=against, time=clock(free))
        self.clash.show_runs(against)
        if self.clash.isHidden() == bool(against):
            self.clash.setVisible(bool(against))
            self.fit()


class CancelSheet(TalkSheet):
    """No talk this time; who and why is kept. `then` says where the person goes."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        head: TalkHead,
        then: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(
            workplace,
            window,
            head,
            _("Cancel the talk with {name}"),
            _("it stays in the list as cancelled"),
            _("Cancel the talk"),
        )
        self._then = then
        self.who = self.add_who(_("Who cancelled"))
        self.why = self.add_line(_("Why"), _("One line, for later"))
        self.ask(self.why)

    def act(self) -> Callable[[], None] | None:
        said = _("The talk with {name} was cancelled.").format(name=self.head.first_name)
        self.workplace.do(
            cancel_talk,
            self.head.session_id,
            who=_asked(self.who),
            reason=self.why.text(),
            said=said,
        )
        return self._then


class HoldSheet(TalkSheet):
    """It was held without the program; then it is wrapped up."""

    def __init__(self, workplace: Workplace, window: QWidget, head: TalkHead) -> None:
        super().__init__(
            workplace,
            window,
            head,
            _("Enter the talk with {name} as held"),
            _("then write one line about it and wrap it up"),
            _("Enter as held"),
        )
        day = print_day(min(head.day, workplace.as_of))
        self.when = self.add_line(_("Held on"), text=day, icon="calendar")
        self.ask(self.when)

    def act(self) -> Callable[[], None]:
        day = parse_day(self.when.text(), as_of=self.workplace.as_of, toward="past")
        said = _("The talk with {name} was entered as held.").format(name=self.head.first_name)
        self.workplace.do(hold_talk, self.head.session_id, day, said=said)
        return partial(self.workplace.open_talk, self.head.session_id, "wrap_up")


def _asked(chosen: Segmented) -> WhoAsked | None:
    return WhoAsked(chosen.value()) if chosen.value() else None
