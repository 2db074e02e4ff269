"""The head of a rep's page: who, the next talk, and the talks behind “last talked”."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.signs import Initials
from coachdesk.ui.parts.talk_words import day_and_hour, starts_in
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.state import about_words, rhythm_words
from coachdesk.views.dates import near_day
from coachdesk.views.rep import RepPage as RepRecord

MOST_TALKS = 12
NAME_ROOM, NARROW = 260, 520


class RepHead(QWidget):
    """The page connects `prepare`, `start` and `more`."""

    def __init__(self, workplace: Workplace, page: RepRecord) -> None:
        super().__init__()
        self._workplace, self._theme, self._page = workplace, workplace.theme, page
        theme = self._theme
        self.prepare = Button(theme, _("Prepare"))
        self.start = Button(theme, _("Start the talk"), "primary", hint="Ctrl+Enter")
        name = _("What else can become of the talk")
        self.more = Button(theme, "", "plain", icon="more-horizontal", name=name)
        self.talks = Button(theme, rhythm_words(page), "link")
        self.talks.clicked.connect(self._open_talks)
        self._when = Text(theme, "", "body")
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(theme.px(16))
        who, buttons = QHBoxLayout(), QHBoxLayout()
        self._go = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        who.setSpacing(theme.px(12))
        self._go.setSpacing(theme.px(16))
        buttons.setSpacing(theme.px(8))
        who.addWidget(Initials(theme, page.initials))
        who.addLayout(self._names(theme), 1)
        self._go.addWidget(self._times(theme), 1)
        for button in (self.prepare, self.start, self.more):
            buttons.addWidget(button)
        self._go.addLayout(buttons)
        self._both.addLayout(who, 1)
        self._both.addLayout(self._go)
        self.tick(workplace.now)

    def set_room(self, content: int) -> None:
        """Who, when and the buttons beside each other, or one under the other."""
        direction, theme = QBoxLayout.Direction, self._theme
        self._go.setDirection(direction.LeftToRight)
        # How long the words are is a matter of the language.
        one_line = theme.px(NAME_ROOM) + self._go.sizeHint().width()
        room = theme.px(content)
        for box, wanted in ((self._both, one_line), (self._go, theme.px(NARROW))):
            beside = room >= wanted
            box.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def tick(self, now: datetime) -> None:
        """A minute passed."""
        head = self._page.next_talk
        if head is None:
            self._when.show_runs(_("no talk planned"))
            return
        day = day_and_hour(head, now.date())
        soon = starts_in(head, now)
        self._when.show_runs(
            [Run(day[:1].upper() + day[1:], "bodyStrong"), Run(f" {soon}", "body", "ink2")]
        )

    def _names(self, theme: Theme) -> QVBoxLayout:
        stack = QVBoxLayout()
        stack.setSpacing(0)
        stack.addWidget(Text(theme, self._page.name, "page", elide=True))
        stack.addWidget(Text(theme, about_words(self._page), "body", "ink2", wrap=True))
        return stack

    def _times(self, theme: Theme) -> QWidget:
        """A widget of its own, so that Tab meets it before the buttons beside it."""
        times = QWidget()
        stack = QVBoxLayout(times)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        right = Qt.AlignmentFlag.AlignRight
        stack.addWidget(self._when, 0, right)
        stack.addWidget(self.talks, 0, right)
        if not self._page.past_talks:
            self.talks.disable(_("There is no past talk."))
        return times

    def _open_talks(self) -> None:
        as_of = self._workplace.as_of
        choices = [
            Choice(str(n), _("{day} · {about}").format(day=near_day(t.day, as_of), about=_about(t)))
            for n, t in enumerate(self._page.past_talks[:MOST_TALKS])
        ]
        popup = Popup(self._theme, choices, name=_("Past talks"), parent=self.talks)
        popup.chosen.connect(self._open_talk)
        popup.drop_from(self.talks)

    def _open_talk(self, key: str) -> None:
        talk = self._page.past_talks[int(key)]
        self._workplace.open_talk(talk.session_id, "wrap_up")


def _about(talk: object) -> str:
    focus = getattr(talk, "focus", "")
    if getattr(talk, "state", "") == "held":
        return ", ".join(part for part in (focus, _("not wrapped up")) if part)
    return focus or _("talk")
