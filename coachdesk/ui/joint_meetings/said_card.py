"""Who says what, in which order, in how many minutes; one line carries the customer's issue."""

from collections.abc import Sequence

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout

from coachdesk.domain.joint_meeting_rules import About
from coachdesk.domain.joint_meetings import MeetingMessage
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.joint_meetings.hint_strip import HintStrip
from coachdesk.ui.joint_meetings.typed_lines import TypedLine, TypedLines
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.choices import Check
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.joint_meetings import JointMeetingPage

MOST, MOST_MINUTES = 12, 240


class MessageLine(TypedLine):
    """The words, who says them, the minutes, and whether it is about the customer's issue."""

    def __init__(self, workplace: Workplace) -> None:
        theme = workplace.theme
        super().__init__(theme, workplace)
        self.words = self.add_field(_("What is said"), 160, 7)
        self.owner = self.add_field(_("Who says it"), 80, 3)
        self.minutes = self.add_field(_("min"), 3, 0)
        self.minutes.setFixedWidth(theme.px(52))
        self.minutes.setValidator(QIntValidator(0, MOST_MINUTES, self))
        self.issue = Check(theme, _("the issue"))
        self.issue.toggled.connect(self._marked)
        workplace.hold(self.issue)
        self.row.addWidget(self.issue)

    def value(self) -> MeetingMessage | None:
        words = self.words.text().strip()
        if not words:
            return None
        return MeetingMessage(
            text=words,
            owner=self.owner.text().strip(),
            minutes=min(int(self.minutes.text() or 0), MOST_MINUTES),
            issue=self.issue.isChecked(),
        )

    def show_value(self, value: MeetingMessage | None, place: int) -> None:
        self.put(self.words, value.text if value else "")
        self.put(self.owner, value.owner if value else "")
        self.put(self.minutes, str(value.minutes) if value and value.minutes else "")
        self.issue.blockSignals(True)
        self.issue.setChecked(value is not None and value.issue)
        self.issue.blockSignals(False)
        self.issue.setVisible(value is not None)
        spoken = _("Message {n}").format(n=place + 1)
        self.words.setAccessibleName(_("{line}, what is said").format(line=spoken))
        self.owner.setAccessibleName(_("{line}, who says it").format(line=spoken))
        self.minutes.setAccessibleName(_("{line}, minutes").format(line=spoken))
        self.issue.setAccessibleName(_("{line}, is about the customer’s issue").format(line=spoken))

    def _marked(self, _on: bool) -> None:
        self.changed()


class SaidCard(Card):
    """The messages in their order, the sum of their minutes, and what is odd about their owners."""

    def __init__(self, workplace: Workplace) -> None:
        theme = workplace.theme
        super().__init__(theme, _("Who says what"))
        self._workplace = workplace
        self._sum = Text(theme, "", "small#", "ink2")
        header = SectionHeader(
            theme, _("Who says what"), _("in this order; Alt+Up and Alt+Down move"), self._sum
        )
        self.add(header)
        self.hints = HintStrip(theme)
        self.lines = TypedLines(theme, self._line, MOST, _("Who says what"))
        body = QVBoxLayout()
        body.setSpacing(theme.px(8))
        body.addWidget(self.hints)
        body.addWidget(self.lines)
        self.add(body, pad=(16, 4, 16, 14))

    def show_page(self, page: JointMeetingPage, messages: Sequence[MeetingMessage] | None) -> None:
        """Show the messages, or what was typed since."""
        self.lines.show_values(page.messages if messages is None else messages)
        n = page.minutes
        words = ngettext("{n} minute", "{n} minutes", n).format(n=n) if n else ""
        self._sum.show_runs([Run(words, "small#", "ink2")])
        self.hints.show_hints(page.hints_at(About.MESSAGES))

    def messages(self) -> tuple[MeetingMessage, ...]:
        """What is said, in order; the mark of the issue stands on one of them at most."""
        found: tuple[MeetingMessage, ...] = self.lines.values()
        return found

    def _line(self) -> MessageLine:
        line = MessageLine(self._workplace)
        line.issue.toggled.connect(self._only_one)
        return line

    def _only_one(self, on: bool) -> None:
        sender = self.sender()
        for line in self.lines.lines:
            if on and isinstance(line, MessageLine) and line.issue is not sender:
                line.issue.blockSignals(True)
                line.issue.setChecked(False)
                line.issue.blockSignals(False)
