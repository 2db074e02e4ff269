"""Sheets of the section: a new story, a worry with its answer, a lesson."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.services.capture import rep_named
from coachdesk.services.change_stories import add_story, add_worry, answer_worry, write_lesson
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.fields import Labeled, TextArea
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.change_stories import LessonPage, Worry

NONE = ""


class StorySheet(Sheet):
    """Asks what a new way of working is called; `made` gets its id."""

    def __init__(self, workplace: Workplace, window: QWidget, made: Callable[[UUID], None]) -> None:
        words = _("Then say why, before you say what.")
        super().__init__(workplace, window, _("New way of working"), words, _("Begin it"))
        self._made = made
        self.title = self.add_line(_("What it is called"), _("For example: Hand-offs on one sheet"))
        self.title.setMaxLength(60)
        self.ask(self.title)

    def act(self) -> Callable[[], None] | None:
        story = self.workplace.do(add_story, self.title.text())
        return lambda: self._made(story.id)


class WorrySheet(Sheet):
    """Who worries about what, and the answer; a known worry is changed."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        story_id: UUID | None,
        worry: Worry | None = None,
    ) -> None:
        title = _("A worry") if worry is None else _("{name} worries").format(name=worry.rep)
        words = _("In the rep’s words. An answer may come later; only together they can print.")
        super().__init__(workplace, window, title, words, _("Keep it"))
        self._story_id, self._worry = story_id, worry
        self.who = self.add_line(_("Rep"), _("A first name is enough"), icon="users")
        self.concern = self.add_line(_("What the worry is"), _("For example: It takes too long"))
        self.answer = self.add_line(_("Your answer"), _("What you say to it, or will do"))
        for field in (self.concern, self.answer):
            field.setMaxLength(300)
        if worry is None:
            self.ask(self.who)
            return
        self.who.setText(worry.rep)
        self.who.setEnabled(False)
        self.concern.setText(worry.concern)
        self.answer.setText(worry.answer)
        self.ask(self.answer)

    def act(self) -> Callable[[], None] | None:
        words, answer = self.concern.text(), self.answer.text()
        if self._worry is not None:
            self.workplace.do(answer_worry, self._worry.id, concern=words, answer=answer)
            return None
        if not self.who.text().strip():
            raise InputError(_("Who worries?"), _("Type a rep’s first name."))
        rep = self.workplace.ask(rep_named, self.who.text().strip())
        self.workplace.do(add_worry, rep.id, words, self._story_id, answer=answer)
        return None


class LessonSheet(Sheet):
    """A page of two thousand characters at most; Ctrl+Enter keeps it."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        stories: Sequence[tuple[UUID, str]],
        made: Callable[[UUID], None],
        lesson: LessonPage | None = None,
    ) -> None:
        title = _("Write a lesson") if lesson is None else _("The lesson in other words")
        words = _("A page in place of a training day: one thing, how to do it, an example.")
        super().__init__(workplace, window, title, words, _("Keep it"), width=620)
        self._lesson, self._made = lesson, made
        theme = workplace.theme
        self.title = self.add_line(_("Title"), _("For example: Brief a partner in five minutes"))
        self.title.setMaxLength(60)
        self.text = TextArea(theme, _("What to do, step by step"), name=_("Text"), lines=8, most=12)
        self.body.addWidget(Labeled(theme, _("Text"), self.text))
        self._ids = {str(id): id for id, _title in stories}
        options = [(NONE, _("no way of working")), *((str(id), name) for id, name in stories)]
        chosen = str(lesson.story_id) if lesson is not None and lesson.story_id else NONE
        self.story = ChoiceButton(theme, options, chosen, name=_("Belongs to"))
        self.body.addWidget(Labeled(theme, _("Belongs to"), self.story))
        self.act_button.set_hint(_("Ctrl+Enter"))
        if lesson is not None:
            self.title.setText(lesson.title)
            self.text.setPlainText(lesson.text)
        self.ask(self.title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return
        super().keyPressEvent(event)

    def act(self) -> Callable[[], None] | None:
        made = self.workplace.do(
            write_lesson,
            self.title.text(),
            self.text.toPlainText(),
            id=None if self._lesson is None else self._lesson.id,
            story_id=self._ids.get(self.story.value()),
        )
        return lambda: self._made(made.id)
