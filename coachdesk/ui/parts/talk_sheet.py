"""What else can become of a planned talk: moved, cancelled, or entered as held."""

from collections.abc import Callable
from gettext import gettext as _

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import UserError
from coachdesk.domain.slot_phrases import parse_slot
from coachdesk.domain.vocabulary import WhoAsked
from coachdesk.services.talks import cancel_talk, hold_talk, move_talk
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.talk_words import day_and_hour
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.talks import TalkHead

MOVE, CANCEL, HELD = "move", "cancel", "held"


class TalkSheet(Overlay):
    """One question about one talk; a refusal stands above the buttons, nothing typed is lost."""

    def __init__(self, workplace: Workplace, window: QWidget, head: TalkHead, kind: str) -> None:
        title, verb = _words(kind, head)
        super().__init__(workplace.theme, window, title, width=480)
        self._workplace, self._head, self._kind = workplace, head, kind
        theme = workplace.theme
        self.day = Labeled(theme, _("Day"), Field(theme, name=_("Day")))
        self.who = Segmented(
            theme,
            [
                (WhoAsked.MANAGER.value, _("Me")),
                (WhoAsked.REP.value, head.first_name),
                (WhoAsked.OTHER.value, _("Someone else")),
            ],
            name=_("Who asked"),
        )
        self.reason = Labeled(theme, _("Why"), Field(theme, name=_("Why")))
        self.problem = Text(theme, "", "small", "badText", wrap=True)
        self.problem.hide()
        self._build(title, verb)
        self.open_panel(self.day.field if kind != CANCEL else self.reason.field)

    def _build(self, title: str, verb: str) -> None:
        theme, stack = self._theme, QVBoxLayout()
        stack.setSpacing(theme.px(12))
        now = day_and_hour(self._head, self._workplace.as_of)
        stack.addWidget(Text(theme, [Run(title, "title"), Run(f"   {now}", "small", "ink2")]))
        if self._kind == MOVE:
            self.day.field.set_placeholder(_("Thu 10:30, 24 Mar, in a week"))
        if self._kind == HELD:
            is_past = self._head.day < self._workplace.as_of
            self.day.field.setText(self._head.day.isoformat() if is_past else _("today"))
            self.day.field.selectAll()
        if self._kind != CANCEL:
            stack.addWidget(self.day)
        if self._kind != HELD:
            stack.addWidget(self.reason)
            asked = QHBoxLayout()
            asked.addWidget(Text(theme, _("Who asked"), "label", "ink2"))
            asked.addSpacing(theme.px(8))
            asked.addWidget(self.who)
            asked.addStretch(1)
            stack.addLayout(asked)
        stack.addWidget(self.problem)
        self.card.add(stack, pad=(20, 16, 20, 16))
        self._add_footer(verb)
        for field in (self.day.field, self.reason.field):
            field.returnPressed.connect(self.accept)

    def _add_footer(self, verb: str) -> None:
        theme, footer = self._theme, Footer(self._theme)
        row = QHBoxLayout(footer)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.addStretch(1)
        back = Button(theme, _("Leave it"), hint=_("Esc"))
        back.clicked.connect(self.close_panel)
        self.go = Button(theme, verb, "primary", hint=_("Enter"))
        self.go.clicked.connect(self.accept)
        row.addWidget(back)
        row.addWidget(self.go)
        self.card.add(footer)

    def accept(self) -> None:
        """Do it, or say in place why not."""
        steps: dict[str, Callable[[], None]] = {
            MOVE: self._move,
            CANCEL: self._cancel,
            HELD: self._hold,
        }
        try:
            steps[self._kind]()
        except UserError as error:
            self.problem.show_runs(f"{error.message} {error.next_step}".strip())
            self.problem.show()
            self.fit()
            return
        self.close_panel()

    def _move(self) -> None:
        work = self._workplace
        day, start = parse_slot(self.day.field.text(), as_of=work.as_of)
        work.do(
            move_talk,
            self._head.session_id,
            day,
            start,
            who=self._asked(),
            reason=self.reason.field.text(),
            said=_("The talk with {name} was moved.").format(name=self._head.first_name),
        )

    def _cancel(self) -> None:
        self._workplace.do(
            cancel_talk,
            self._head.session_id,
            who=self._asked(),
            reason=self.reason.field.text(),
            said=_("The talk with {name} was cancelled.").format(name=self._head.first_name),
        )

    def _hold(self) -> None:
        work = self._workplace
        day = parse_day(self.day.field.text(), as_of=work.as_of, toward="past")
        work.do(
            hold_talk,
            self._head.session_id,
            day,
            said=_("The talk with {name} was entered as held.").format(name=self._head.first_name),
        )
        work.open_talk(self._head.session_id, "wrap_up")

    def _asked(self) -> WhoAsked | None:
        value = self.who.value()
        return WhoAsked(value) if value else None


def _words(kind: str, head: TalkHead) -> tuple[str, str]:
    titles = {
        MOVE: (_("Move the talk with {name}"), _("Move it")),
        CANCEL: (_("Cancel the talk with {name}"), _("Cancel the talk")),
        HELD: (_("Enter the talk with {name} as held"), _("Enter as held")),
    }
    title, verb = titles[kind]
    return title.format(name=head.name), verb
