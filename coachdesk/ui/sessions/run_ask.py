"""Right of the notes: the request being agreed, or what was asked already."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.day_phrases import day_phrases, parse_day
from coachdesk.domain.errors import UserError
from coachdesk.domain.vocabulary import AskForm
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import box, canvas
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.fields import Field, Labeled, TextArea
from coachdesk.ui.kit.marks import mark
from coachdesk.ui.kit.states import ErrorInPlace
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.clarity_line import ClarityLine
from coachdesk.ui.parts.ready_words import ReadyWords
from coachdesk.views.dates import print_day
from coachdesk.views.talk_pages import AskedLine


class _Panel(QWidget):
    """A card with a coloured edge and a sign; Enter agrees, Esc puts it off."""

    agreed = Signal()
    put_off = Signal()

    def __init__(self, theme: Theme, kind: str, title: str) -> None:
        super().__init__()
        self._theme, self._kind = theme, kind
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        px = theme.px
        self.stack = QVBoxLayout(self)
        self.stack.setContentsMargins(px(16), px(12), px(16), px(14))
        self.stack.setSpacing(px(8))
        self.title = Text(theme, title, "bodyStrong")
        self.title.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addSpacing(px(28))
        head.addWidget(self.title, 1)
        self.stack.addLayout(head)
        self.error = ErrorInPlace(theme)
        self.setAccessibleName(title)

    def finish(self, agree: str, later: str) -> None:
        """The buttons below the fields."""
        self.agree = Button(self._theme, agree, "primary", hint=_("Enter"), small=True)
        self.later = Button(self._theme, later, "quiet", small=True)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        row.addWidget(self.agree)
        row.addWidget(self.later)
        row.addStretch(1)
        self.stack.addWidget(self.error)
        self.stack.addLayout(row)
        self.agree.clicked.connect(self.agreed)
        self.later.clicked.connect(self.put_off)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.agreed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_off.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        c = canvas(painter, self._theme)
        box(c, QRectF(self.rect()).adjusted(0, 0, 0, 0), 10, "panel", self._kind)
        top = self._theme.px(12) + self._theme.line("bodyStrong") / 2
        mark(c, self._theme.px(16), top, self._kind, 20)


class _Answer(TextArea):
    """Two lines to answer in; Enter belongs to the panel."""

    def __init__(self, theme: Theme, placeholder: str) -> None:
        super().__init__(theme, placeholder, lines=2, most=4)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
            return
        super().keyPressEvent(event)


class AskComposer(_Panel):
    """What, how, by when, what help: Tab walks, Enter agrees, Esc keeps it unfinished."""

    joined = Signal(object)  # thread id

    def __init__(
        self,
        theme: Theme,
        name: str,
        what: str,
        *,
        as_of: date,
        due: date | None,
        threads: Sequence[AskedLine],
    ) -> None:
        super().__init__(theme, "ask", _("Ask {name}").format(name=name))
        self._as_of, self._name, self._threads = as_of, name, tuple(threads)
        self.stack.addWidget(Text(theme, what, wrap=True))
        self.clarity = ClarityLine(theme)
        self.stack.addWidget(self.clarity)
        # The day has its own field below, which asks for itself.
        self.clarity.show_for(what, has_day=True)
        self._offer_threads()
        self.how = _Answer(theme, _("How {name} will do it").format(name=name))
        self.by_when = Field(theme, _("Fri, 13 Mar, in two weeks"))
        self.by_when.setText("" if due is None else print_day(due))
        self.help = Field(theme, _("Empty: none needed"))
        self.how_box = Labeled(theme, _("How will you do it?"), self.how)
        self.when_box = Labeled(theme, _("By when?"), self.by_when)
        self.help_box = Labeled(theme, _("What help do you need from me?"), self.help)
        self.form = ChoiceButton(
            theme,
            [
                (AskForm.QUESTION.value, _("Simple question")),
                (AskForm.CHALLENGE.value, _("Challenge")),
                (AskForm.LOSS_OF_FAITH.value, _("Loss of faith")),
            ],
            AskForm.QUESTION.value,
            name=_("Form of the request, private"),
        )
        self.form.hide()
        for widget in (self.how_box, self.when_box, self.help_box, self.form):
            self.stack.addWidget(widget)
        self._becomes = Text(theme, "", "small", "ink2", wrap=True)
        self.stack.addWidget(self._becomes)
        self.help.textChanged.connect(self._say_help)
        self.by_when.textChanged.connect(self._say_help)
        self._say_help()
        self.finish(_("Agreed"), _("Finish later"))

    def _offer_threads(self) -> None:
        """A subject that is already open or went unmet can be joined."""
        for n, line in enumerate(self._threads[:2], 1):
            offer = Button(
                self._theme,
                _("Join “{subject}”").format(subject=line.subject),
                "quiet",
                hint=f"Alt+{n}",
                small=True,
            )
            offer.setShortcut(f"Alt+{n}")
            offer.setProperty("thread", str(line.thread_id))
            offer.clicked.connect(self._join)
            self.stack.addWidget(offer)

    def _join(self) -> None:
        chosen = self.sender().property("thread")
        self.joined.emit(UUID(chosen))

    def show_form(self, shown: bool) -> None:
        """The form is private: it is in sight only while the key is held."""
        self.form.setVisible(shown)

    def _say_help(self) -> None:
        """What both sides promise by agreeing."""
        due = self._due()
        said = [_("Becomes {name}’s promise.").format(name=self._name)]
        if self.help.text().strip():
            day = self._help_day() or due
            words = _("The help is your promise, due {day}.")
            said.append(words.format(day=print_day(day) if day else _("with the request")))
        self._becomes.show_runs(" ".join(said))

    def _help_day(self) -> date | None:
        found = day_phrases(self.help.text(), as_of=self._as_of, toward="future")
        days = [phrase.day for phrase in found if phrase.day is not None]
        return days[-1] if days else None

    def _due(self) -> date | None:
        try:
            return parse_day(self.by_when.text(), as_of=self._as_of, toward="future")
        except UserError:
            return None

    def terms(self) -> AskTerms | None:
        """What was typed; None, with the reason in place, where a day cannot be read."""
        self.when_box.show_problem("")
        due = None
        if self.by_when.text().strip():
            try:
                due = parse_day(self.by_when.text(), as_of=self._as_of, toward="future")
            except UserError as refused:
                self.when_box.show_problem(str(refused))
                self.by_when.setFocus()
                return None
        words = self.help.text().strip()
        return AskTerms(
            form=AskForm(self.form.value()),
            how=self.how.toPlainText(),
            due_day=due,
            help=words,
            help_none=not words,
            help_due_day=self._help_day() if words else None,
        )

    def refuse(self, refused: UserError) -> None:
        """Say what is missing, and go to the first field that lacks it."""
        self.error.say(refused.message, refused.next_step)
        if len(self.how.toPlainText().strip()) < 3:
            self.how.setFocus()
        elif self._due() is None:
            self.by_when.setFocus()


class RequirementSheet(_Panel):
    """A requirement on an unmet request, or with the ladder skipped for a reason in words."""

    def __init__(
        self,
        theme: Theme,
        what: str,
        *,
        as_of: date,
        due: date | None,
        lines: Sequence[AskedLine],
        steps: Sequence[str] = (),
    ) -> None:
        super().__init__(theme, "mandate", _("Requirement"))
        self._as_of = as_of
        self.stack.addWidget(Text(theme, what, wrap=True))
        self.subject = ChoiceButton(
            theme,
            [*((str(line.thread_id), line.subject) for line in lines), ("", _("Skip the ladder"))],
            str(lines[0].thread_id) if lines else "",
            name=_("On which request that was not met"),
        )
        self.how = Field(theme, _("We look at it together each Friday"))
        self.by_when = Field(theme, _("Fri, 13 Mar, in two weeks"))
        self.by_when.setText("" if due is None else print_day(due))
        self.reason = Field(theme, _("At least 20 characters; it prints"))
        self.how_box = Labeled(theme, _("How will it be checked?"), self.how)
        self.when_box = Labeled(theme, _("By when?"), self.by_when)
        self.reason_box = Labeled(theme, _("Why the requests are skipped"), self.reason)
        self.steps = ReadyWords(theme, self.how, steps, _("One of your steps"))
        self.how_box.layout().addWidget(self.steps)
        for widget in (self.subject, self.how_box, self.when_box, self.reason_box):
            self.stack.addWidget(widget)
        self.subject.chosen.connect(self._choose)
        self._choose(self.subject.value())
        self.finish(_("Set it"), _("Not now"))

    def _choose(self, thread: str) -> None:
        self.reason_box.setVisible(not thread)

    def due(self) -> date | None:
        """The day typed; None, with the reason in place, where it cannot be read."""
        self.when_box.show_problem("")
        try:
            return parse_day(self.by_when.text(), as_of=self._as_of, toward="future")
        except UserError as refused:
            self.when_box.show_problem(str(refused))
            self.by_when.setFocus()
            return None
