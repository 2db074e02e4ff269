"""Small sheets over a page: move a talk, cancel it, or enter it as held."""

from collections.abc import Callable
from functools import partial
from gettext import gettext as _

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.slot_phrases import parse_slot
from coachdesk.domain.vocabulary import WhoAsked
from coachdesk.services.talks import cancel_talk, hold_talk, move_talk
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.states import ErrorInPlace
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day, print_day
from coachdesk.views.talks import TalkHead

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TalkSheet(Overlay):
    """A few fields and one button; Enter does it, what is refused is said in place."""

    def __init__(self, workplace: Workplace, window: QWidget, head: TalkHead) -> None:
        title, sentence, action = self.words(head)
        super().__init__(workplace.theme, window, title, width=480)
        self.workplace, self.head = workplace, head
        theme = workplace.theme
        top = QVBoxLayout()
        top.setSpacing(theme.px(2))
        top.addWidget(Text(theme, title, "title", wrap=True))
        top.addWidget(Text(theme, sentence, "body", "ink2", wrap=True))
        self.card.add(top, pad=(20, 18, 20, 6))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        self.build()
        self.problem = ErrorInPlace(theme)
        self.body.addWidget(self.problem)
        self.card.add(self.body, pad=(20, 8, 20, 16))
        self.card.add(self._build_foot(action))

    def words(self, head: TalkHead) -> tuple[str, str, str]:
        """The title, a sentence, and what the button says."""
        raise NotImplementedError

    def build(self) -> None:
        """Add the fields to `body`."""
        raise NotImplementedError

    def act(self) -> Callable[[], None]:
        """Do it; returns where the person goes then. A UserError is shown in place."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """The field that gets the keys."""
        raise NotImplementedError

    def ask(self) -> None:
        """Open it."""
        self.open_panel(self.first())
        self.fit()

    def _build_foot(self, action: str) -> Footer:
        theme = self.workplace.theme
        foot = Footer(theme)
        row = QHBoxLayout(foot)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        self.close_button = Button(theme, _("Not now"), hint="Esc")
        self.act_button = Button(theme, action, "primary", hint="Enter")
        row.addWidget(self.close_button)
        row.addWidget(self.act_button)
        self.close_button.clicked.connect(self.close_panel)
        self.act_button.clicked.connect(self.run)
        return foot

    def run(self) -> None:
        """Do it, or say why not."""
        try:
            go = self.act()
        except UserError as refusal:
            self.problem.say(refusal.message, refusal.next_step)
            self.fit()
            return
        self.close_panel()
        go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.run()
            return
        super().keyPressEvent(event)

    def _add_when(self, label: str, text: str) -> Field:
        field = Field(self.workplace.theme, name=label, icon="calendar")
        field.setText(text)
        field.selectAll()
        self.body.addWidget(Labeled(self.workplace.theme, label, field))
        return field

    def _add_who(self, label: str) -> Segmented:
        theme = self.workplace.theme
        options = [
            (WhoAsked.MANAGER.value, _("You")),
            (WhoAsked.REP.value, self.head.first_name),
            (WhoAsked.OTHER.value, _("Someone else")),
        ]
        chosen = Segmented(theme, options, name=label)
        row = QHBoxLayout()
        row.addWidget(chosen)
        row.addStretch(1)
        holder = QVBoxLayout()
        holder.setSpacing(theme.px(4))
        holder.addWidget(Text(theme, label, "label", "ink2"))
        holder.addLayout(row)
        self.body.addLayout(holder)
        return chosen

    def _add_why(self) -> Field:
        field = Field(self.workplace.theme, _("One line, for later"), name=_("Why"))
        field.setMaxLength(200)
        self.body.addWidget(Labeled(self.workplace.theme, _("Why"), field))
        return field


def _nowhere() -> None:
    """The person stays on the page."""


def _who(chosen: Segmented) -> WhoAsked | None:
    return WhoAsked(chosen.value()) if chosen.value() else None


class MoveSheet(TalkSheet):
    """Another day for a talk; its preparation goes along. With `stay`, so does the person."""

    def __init__(
        self, workplace: Workplace, window: QWidget, head: TalkHead, *, stay: bool = False
    ) -> None:
        self._stay = stay
        super().__init__(workplace, window, head)

    def words(self, head: TalkHead) -> tuple[str, str, str]:
        title = _("Move the talk with {name}").format(name=head.first_name)
        return title, _("The preparation goes along to the new day."), _("Move")

    def build(self) -> None:
        self.when = self._add_when(_("New day and time"), "")
        self.when.set_placeholder(_("Fri 10:30, 24 Mar, in a week"))
        self.who = self._add_who(_("Who asked"))
        self.why = self._add_why()

    def first(self) -> QWidget:
        return self.when

    def act(self) -> Callable[[], None]:
        day, start = parse_slot(self.when.text(), as_of=self.workplace.as_of)
        successor = self.workplace.do(
            move_talk,
            self.head.session_id,
            day,
            start,
            who=_who(self.who),
            reason=self.why.text(),
            said=_("Moved to {day}").format(day=near_day(day, self.workplace.as_of)),
        )
        if self._stay:
            return _nowhere
        return partial(self.workplace.open_talk, successor.id, "prepare")


class CancelSheet(TalkSheet):
    """No talk this time; who and why is kept."""

    def words(self, head: TalkHead) -> tuple[str, str, str]:
        title = _("Cancel the talk with {name}").format(name=head.first_name)
        return title, _("It stays in the list as cancelled, with who and why."), _("Cancel it")

    def build(self) -> None:
        self.who = self._add_who(_("Who cancelled"))
        self.why = self._add_why()

    def first(self) -> QWidget:
        return self.why

    def act(self) -> Callable[[], None]:
        self.workplace.do(
            cancel_talk,
            self.head.session_id,
            who=_who(self.who),
            reason=self.why.text(),
            said=_("Talk cancelled"),
        )
        return partial(self.workplace.open_page, "today")


class HoldSheet(TalkSheet):
    """It was held without the program; then it is wrapped up."""

    def words(self, head: TalkHead) -> tuple[str, str, str]:
        title = _("Enter the talk with {name} as held").format(name=head.first_name)
        return title, _("Then write one line about it and wrap it up."), _("Enter as held")

    def build(self) -> None:
        as_of = self.workplace.as_of
        self.when = self._add_when(_("Held on"), print_day(min(self.head.day, as_of)))

    def first(self) -> QWidget:
        return self.when

    def act(self) -> Callable[[], None]:
        day, _start = parse_slot(self.when.text(), as_of=self.workplace.as_of)
        self.workplace.do(hold_talk, self.head.session_id, day, said=_("Entered as held"))
        return partial(self.workplace.open_talk, self.head.session_id, "wrap_up")
