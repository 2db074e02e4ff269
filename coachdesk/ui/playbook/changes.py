"""“New ways of working”: stories told why before what, worries, and short lessons."""

from uuid import UUID

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.change_stories import AdoptionConcern, ChangeStory, Lesson
from coachdesk.domain.people import Rep
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services import change_stories as stories
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.states import EmptyState
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.playbook.head import section_head, section_page
from coachdesk.ui.playbook.section import Section, Side, SideRow
from coachdesk.ui.playbook.story_page import HeardCard, StoryWords, WorriesCard, first_of
from coachdesk.ui.playbook.story_rows import HearerPainter
from coachdesk.ui.playbook.story_sheets import LessonSheet, StorySheet
from coachdesk.views.change_stories import Changes, Hearer, LessonPage, StoryPage

OTHERS = "others"


class NewWays(Section):
    """The list at the left holds the stories, the other worries, then the lessons."""

    id = "changes"
    shows = frozenset({AdoptionConcern, ChangeStory, Lesson, Rep})

    _found: Changes | None = None
    _current = ""
    _asked: UUID | None = None
    _words: StoryWords | None = None
    _first: QWidget | None = None

    @property
    def title(self) -> str:
        return _("New ways of working")

    def count(self) -> str:
        n = len(self._read().stories) + len(self._read().lessons)
        return str(n) if n else ""

    def side(self) -> Side:
        found = self._read()
        of = _("{n} of {of}")
        rows = [
            SideRow(
                str(story.id),
                story.title,
                _("ended") if story.ended_on else of.format(n=story.heard, of=len(story.hearers)),
            )
            for story in found.stories
        ]
        rows.append(SideRow(OTHERS, _("Other worries"), str(len(found.worries) or "")))
        rows += [
            SideRow(str(lesson.id), lesson.title, of.format(n=lesson.read, of=len(lesson.readers)))
            for lesson in found.lessons
        ]
        return Side(
            title=_("Stories and lessons"),
            rows=tuple(rows),
            current=self._shown_id(),
            add=_("New story"),
            foot=_("How many reps heard or read it."),
        )

    def choose(self, id: str) -> None:
        self._current = id
        self.host.show_section()

    def add(self) -> None:
        StorySheet(self.workplace, self.host.window(), self._show)

    def reveal(self, id: UUID) -> bool:
        found = self._read()
        for story in found.stories:
            if story.id == id or any(worry.id == id for worry in story.worries):
                self._current, self._asked = str(story.id), id
                return True
        if any(worry.id == id for worry in found.worries):
            self._current, self._asked = OTHERS, id
            return True
        if any(lesson.id == id for lesson in found.lessons):
            self._current = str(id)
            return True
        return False

    def refresh(self) -> None:
        before, self._found = self._found, self.workplace.ask(stories.changes)
        if self.is_built and before != self._found:
            self.host.show_section()

    def leave(self) -> None:
        if self._words is not None:
            self._words.write()

    def first_focus(self) -> QWidget | None:
        return self._first

    def build(self) -> QWidget:
        """The page of what is chosen."""
        self._words, self._first = None, None
        shown = self._shown()
        if isinstance(shown, LessonPage):
            return self._lesson_page(shown)
        if isinstance(shown, StoryPage):
            return self._story_page(shown)
        return self._others_page()

    # --- the pages ------------------------------------------------------------------------------

    def _story_page(self, story: StoryPage) -> QWidget:
        theme = self.theme
        copy = Button(theme, _("Copy as a message"), icon="copy")
        copy.clicked.connect(self._copy)
        end = Button(theme, _("End it") if story.ended_on is None else _("Take it up again"))
        end.clicked.connect(self._end)
        words = _("Why and what is in it for a rep come first; then what, how and when.")
        self.workplace.hold(end)
        content, stack = section_page(
            self, section_head(self, self.title, words, copy, end, self._lesson_button())
        )
        self._words = StoryWords(self.workplace, story)
        stack.addWidget(self._words)
        heard = HeardCard(self.workplace, self.host, story)
        stack.addWidget(heard)
        heard.fill(story.hearers)
        self.heard = heard.rows
        worries = self._add_worries(stack, story.id, story)
        stack.addStretch(1)
        if self._asked is not None and self._reveal_worry(worries.rows):
            self._first = worries.rows
        elif not story.why:
            self._first = self._words.fields["why"]
        else:
            self._first = first_of(heard.rows, self._words.title)
        self._asked = None
        return content

    def _others_page(self) -> QWidget:
        found = self._read()
        words = _("What changes is told with its reason; who worries gets an answer.")
        content, stack = section_page(
            self, section_head(self, self.title, words, self._lesson_button())
        )
        if not found.stories:
            card = Card(self.theme, self.title)
            empty = EmptyState(
                self.theme,
                _("No change is being told."),
                _("“New story” at the left begins one: why, what is in it for you, what, how."),
            )
            card.add(empty)
            stack.addWidget(card)
        worries = self._add_worries(stack, None, found)
        stack.addStretch(1)
        self._reveal_worry(worries.rows)
        self._asked = None
        self._first = worries.rows if worries.rows.rows() else None
        return content

    def _lesson_page(self, lesson: LessonPage) -> QWidget:
        theme = self.theme
        change = Button(theme, _("Other words"), icon="pencil")
        change.clicked.connect(self._change_lesson)
        remove = Button(theme, _("Remove"))
        remove.clicked.connect(self._remove_lesson)
        self.workplace.hold(change, remove)
        read = ngettext("{n} minute to read", "{n} minutes to read", lesson.minutes)
        parts = (read.format(n=lesson.minutes), lesson.story)
        words = " · ".join(part for part in parts if part)
        content, stack = section_page(self, section_head(self, lesson.title, words, change, remove))
        page = Card(theme, lesson.title)
        for paragraph in lesson.text.split("\n"):
            if paragraph.strip():
                page.add(Text(theme, paragraph, "lead", wrap=True), pad=(20, 8, 20, 8))
        stack.addWidget(page)
        title = _("Who has read it")
        painter = HearerPainter(theme, self.workplace.as_of, _("not read yet"))
        rows = Rows(theme, painter, name=title, round_last=True)
        rows.opened.connect(self._read_it)
        rows.ticked.connect(self._read_it)
        self.workplace.hold_rows(rows, "opened", "ticked")
        self.host.follow(rows)
        card = ListCard(theme, rows, title=title, right=_("Space: today"), stays=True)
        stack.addWidget(card)
        card.fill(lesson.readers)
        stack.addStretch(1)
        self._first = rows if rows.rows() else None
        return content

    def _add_worries(
        self, stack: QVBoxLayout, story_id: UUID | None, of: StoryPage | Changes
    ) -> WorriesCard:
        card = WorriesCard(self.workplace, self.host, story_id, of.worries)
        stack.addWidget(card)
        card.fill(of.worries)
        self._worries, self.worries = card, card.rows
        return card

    def _reveal_worry(self, rows: Rows) -> bool:
        for at, worry in enumerate(rows.rows()):
            if worry.id == self._asked:
                rows.set_current(at)
                return True
        return False

    def _lesson_button(self) -> Button:
        button = Button(self.theme, _("Write a lesson"), icon="plus")
        button.clicked.connect(self._write_lesson)
        self.workplace.hold(button)
        return button

    # --- what is asked --------------------------------------------------------------------------

    def _show(self, id: UUID) -> None:
        self._current = str(id)
        self.host.show_section(self.id)
        first = self.first_focus()
        if first is not None:
            first.setFocus()

    def add_worry(self) -> None:
        """Ask who worries about what of this story, or of none."""
        self._worries.add_one()

    def _copy(self) -> None:
        story = self._shown()
        if isinstance(story, StoryPage):
            QGuiApplication.clipboard().setText(stories.message(story))
            self.workplace.say(_("The story is on the clipboard, why before what."))

    def _end(self) -> None:
        story = self._shown()
        if isinstance(story, StoryPage):
            command = stories.take_up_story if story.ended_on else stories.end_story
            self.workplace.do(command, story.id)

    def _write_lesson(self) -> None:
        self._lesson_sheet(None)

    def _change_lesson(self) -> None:
        lesson = self._shown()
        if isinstance(lesson, LessonPage):
            self._lesson_sheet(lesson)

    def _lesson_sheet(self, lesson: LessonPage | None) -> None:
        offered = [(story.id, story.title) for story in self._read().stories]
        LessonSheet(self.workplace, self.host.window(), offered, self._show, lesson)

    def _remove_lesson(self) -> None:
        lesson = self._shown()
        if isinstance(lesson, LessonPage):
            self.workplace.do(stories.remove_lesson, lesson.id)

    def _read_it(self, row: Hearer) -> None:
        lesson = self._shown()
        if isinstance(lesson, LessonPage):
            command = stories.read_lesson if row.day is None else stories.unread_lesson
            self.workplace.do(command, lesson.id, row.id)

    # --- what is shown --------------------------------------------------------------------------

    def _read(self) -> Changes:
        if self._found is None:
            self._found = self.workplace.ask(stories.changes)
        return self._found

    def _shown(self) -> StoryPage | LessonPage | None:
        found = self._read()
        pages = {str(page.id): page for page in (*found.stories, *found.lessons)}
        if self._current in pages:
            return pages[self._current]
        if self._current == OTHERS or not found.stories:
            return None
        return found.stories[0]

    def _shown_id(self) -> str:
        shown = self._shown()
        return OTHERS if shown is None else str(shown.id)
