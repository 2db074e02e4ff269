"""The head of a joint meeting: where, with whom, how far the customer is, and what comes next."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.partner_vocabulary import JointMeetingState
from coachdesk.language import gettext as _
from coachdesk.ui.joint_meetings import state
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.flow import Flow
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.move_or_cancel import MoveOrCancel
from coachdesk.views.joint_meetings import JointMeetingPage

NONE = ""
"""The choice of a stage that nobody noted."""


class MeetingHead(QWidget):
    """Title and buttons in one line; below, links to customer, rep and team, and the stage."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = Text(theme, "", "page", elide=True)
        self._about = Text(theme, "", "body", "ink2")
        self.stage = ChoiceButton(theme, [(NONE, "")], NONE, name=_("Where the customer stands"))
        self.print_button = Button(theme, _("Print"), icon="printer", hint="Ctrl+P")
        self.primary = Button(theme, _("It took place"), "primary", hint="Ctrl+Enter")
        self.more = MoveOrCancel(theme, _("What else can become of the meeting"))
        self.account, self.rep, self.team = (Button(theme, "", "link") for _link in range(3))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._title, 1)
        for button in (self.print_button, self.primary, self.more):
            row.addWidget(button)
        self._below = Flow(theme, gap=10, name=_("Where, with whom and how far the customer is"))
        for widget in (self._about, self.account, self.rep, self.team, self.stage):
            self._below.add(widget)
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(theme.px(4))
        both.addLayout(row)
        both.addWidget(self._below)

    def show_page(self, page: JointMeetingPage) -> None:
        """The names and the stage; a meeting that is not ahead can no longer be moved."""
        self._title.show_runs(_("Joint meeting at {customer}").format(customer=page.account))
        self._about.show_runs(state.when_words(page))
        self.account.set_label(page.account)
        self.rep.set_label(page.rep_name)
        self.team.set_label(page.team)
        stages = [(key.value, title) for key, title in page.stages]
        self.stage.set_options([(NONE, _("stage not noted")), *stages])
        self.stage.set_value(page.stage.value if page.stage else NONE)
        self._below.rearrange()
        is_planned = page.state is JointMeetingState.PLANNED
        self.primary.set_label(_("It took place") if is_planned else _("Done"))
        self.more.setVisible(is_planned)
