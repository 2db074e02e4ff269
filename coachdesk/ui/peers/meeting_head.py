"""The head of a peer meeting: with whom, when, how often, and what else can become of it."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.partner_vocabulary import PeerMeetingState
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import LEFT, RIGHT, Run
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.move_or_cancel import MoveOrCancel
from coachdesk.ui.parts.signs import Initials
from coachdesk.ui.peers import state
from coachdesk.views.peers import PeerMeetingPage


class MeetingHead(QWidget):
    """Names and days side by side, or one under the other; two buttons."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._crumb = Text(theme, "", "small", "ink2", elide=True)
        self._title = Text(theme, "", "page", elide=True)
        self._when = Text(theme, "", "body", align=RIGHT)
        self._rhythm = Text(theme, "", "small", "ink2", align=RIGHT)
        self._sign = Initials(theme, "")
        self.print_button = Button(theme, _("Print agenda"), icon="printer")
        self.more = MoveOrCancel(theme, _("What else can become of the meeting"))
        self._arrange()

    def show_page(self, page: PeerMeetingPage) -> None:
        """The names and the day; a meeting that is not ahead can no longer be moved."""
        meeting = page.meeting
        self._crumb.show_runs(_("Partners / {team}").format(team=page.team))
        self._title.show_runs(_("Meet {name}").format(name=page.name))
        self._sign.show_initials(page.initials)
        minutes = state.minutes_words(meeting.minutes)
        self._when.show_runs(
            [Run(state.when_words(page), "bodyStrong"), Run(f"  {minutes}", "body", "ink2")]
        )
        due = state.time_words(page.due) or state.rhythm_words(page.due)
        planned = meeting.state is PeerMeetingState.PLANNED
        self._rhythm.show_runs(due if planned else state.state_words(meeting.state))
        self.more.setVisible(planned)

    def set_wide(self, wide: bool) -> None:
        """The days at the right edge, or under the names."""
        way = QBoxLayout.Direction
        self._words.setDirection(way.LeftToRight if wide else way.TopToBottom)
        for line in (self._when, self._rhythm):
            line.set_align(RIGHT if wide else LEFT)

    def _arrange(self) -> None:
        theme = self._theme
        names, days = QVBoxLayout(), QVBoxLayout()
        for column, widgets in (
            (names, (self._crumb, self._title)),
            (days, (self._when, self._rhythm)),
        ):
            column.setSpacing(theme.px(2))
            for widget in widgets:
                column.addWidget(widget)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addLayout(names, 1)
        self._words.addLayout(days)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._sign)
        row.addLayout(self._words, 1)
        row.addWidget(self.print_button)
        row.addWidget(self.more)
