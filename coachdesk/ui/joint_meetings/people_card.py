"""Who attends, for which side, what each asks; beside a customer what to say to that role."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from coachdesk.domain.joint_meetings import Attendee
from coachdesk.domain.partner_vocabulary import AttendeeSide
from coachdesk.domain.vocabulary import BuyingRole
from coachdesk.language import gettext as _
from coachdesk.ui.joint_meetings.typed_lines import TypedLine, TypedLines
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.joint_meetings import (
    AttendeeLine,
    JointMeetingPage,
    buying_title,
    side_title,
)

MOST = 12
SIDES = (AttendeeSide.CUSTOMER, AttendeeSide.REP, AttendeeSide.PARTNER, AttendeeSide.MANAGER)


class PersonLine(TypedLine):
    """Side, name, role, the question asked; below a customer the message for the buying role."""

    message_asked = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        theme = workplace.theme
        super().__init__(theme, workplace)
        self._role: BuyingRole | None = None
        sides = [(side.value, side_title(side)) for side in SIDES]
        self.side = ChoiceButton(
            theme, sides, AttendeeSide.CUSTOMER.value, name=_("For which side")
        )
        self.side.setMinimumWidth(theme.px(92))
        self.side.chosen.connect(self.changed)
        workplace.hold(self.side)
        self.row.addWidget(self.side)
        self.name = self.add_field(_("Name"), 80, 4)
        self.role = self.add_field(_("Role there"), 60, 4)
        self.question = self.add_field(_("Question this person asks"), 160, 6)
        below = QHBoxLayout()
        below.setContentsMargins(theme.px(98), 0, 0, theme.px(4))
        below.setSpacing(theme.px(8))
        self.message = Text(theme, "", "small", "ink2", wrap=True)
        self.write = Button(theme, _("Write one"), "link")
        self.write.clicked.connect(self._ask)
        workplace.hold(self.write)
        below.addWidget(self.message, 1)
        below.addWidget(self.write)
        self.stack.addLayout(below)

    def value(self) -> Attendee | None:
        name = self.name.text().strip()
        if not name:
            return None
        return Attendee(
            side=AttendeeSide(self.side.value()),
            name=name,
            role=self.role.text().strip(),
            question=self.question.text().strip(),
        )

    def show_value(self, value: AttendeeLine | Attendee | None, place: int) -> None:
        line = AttendeeLine(attendee=value) if isinstance(value, Attendee) else value
        attendee = None if line is None else line.attendee
        self.side.set_value((attendee.side if attendee else AttendeeSide.CUSTOMER).value)
        for field, words in (
            (self.name, attendee.name if attendee else ""),
            (self.role, attendee.role if attendee else ""),
            (self.question, attendee.question if attendee else ""),
        ):
            self.put(field, words)
        spoken = _("Attendee {n}").format(n=place + 1)
        self.name.setAccessibleName(_("{line}, name").format(line=spoken))
        self.role.setAccessibleName(_("{line}, role").format(line=spoken))
        self.question.setAccessibleName(_("{line}, question asked").format(line=spoken))
        self._show_message(line)

    def _show_message(self, line: AttendeeLine | None) -> None:
        self._role = None if line is None else line.buying_role
        may = line is not None and line.may_have_message and self._role is not None
        words = ""
        if may and line is not None and self._role is not None:
            title = buying_title(self._role)
            words = line.message or _("no message for this role at this stage yet")
            runs = [Run(f"{title}: ", "smallStrong", "ink2"), Run(words, "small", "ink2")]
            self.message.show_runs(runs)
            self.write.set_label(_("Change it") if line.message else _("Write one"))
        self.message.setVisible(bool(words))
        self.write.setVisible(bool(words))

    def _ask(self) -> None:
        self.message_asked.emit(self._role)


class PeopleCard(Card):
    """`message_asked` tells the buying role whose message is wanted."""

    message_asked = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        theme = workplace.theme
        super().__init__(theme, _("Who attends"))
        self._theme, self._known = theme, ()
        self.add_known = Button(
            theme, _("Add"), small=True, icon="plus", name=_("Add somebody who is known")
        )
        self.add_known.clicked.connect(self._offer)
        workplace.hold(self.add_known)
        self.header = SectionHeader(theme, _("Who attends"), " ", right=self.add_known)
        self.add(self.header)
        self._workplace = workplace
        self.lines = TypedLines(theme, self._line, MOST, _("Who attends"))
        self.add(self.lines, pad=(16, 4, 16, 14))

    def show_page(self, page: JointMeetingPage, attendees: Sequence[Attendee] | None) -> None:
        """Show who is known to attend, or who was typed since."""
        self.lines.show_values(page.attendees if attendees is None else attendees)
        self._known = page.known
        self.add_known.setVisible(bool(page.known))
        self.header.extra.show_runs(
            page.stage_title and _("the customer: {stage}").format(stage=page.stage_title)
        )

    def _line(self) -> PersonLine:
        line = PersonLine(self._workplace)
        line.message_asked.connect(self.message_asked)
        return line

    def _offer(self) -> None:
        choices = [
            Choice(str(at), each.name, side_title(each.side)) for at, each in enumerate(self._known)
        ]
        popup = Popup(self._theme, choices, name=_("People who are known"), parent=self.add_known)
        popup.chosen.connect(partial(self._add_one, self._known))
        popup.drop_from(self.add_known)

    def _add_one(self, known: Sequence[Attendee], key: str) -> None:
        values = self.lines.values()
        self.lines.show_values((*values, known[int(key)]))
        self.lines.left.emit()
