"""What needs a look before the team is created, with the ways out as buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.roster import RosterLine
from coachdesk.domain.roster_check import Checked, Finding, Way
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.first_run.state import (
    findings_title,
    removed_words,
    skipped_words,
    way_words,
)
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.states import IconLabel
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme

SHOWN = 3


class _WayButton(Button):
    """One way out of one finding."""

    taken = Signal(object, object)

    def __init__(self, theme: Theme, finding: Finding, way: Way) -> None:
        words = way_words(finding, way)
        super().__init__(theme, words, small=True, name=f"{words}. {finding.words}")
        self._finding, self._way = finding, way
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.taken.emit(self._finding, self._way)


class FindingsCard(Card):
    """The first few findings, the rest counted; what was skipped, and what is only said."""

    decided = Signal(object, object)  # Finding, Way
    all_settled = Signal()
    skipped_back = Signal()
    removed_back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("What needs a look"), sunk=True)
        self._look = theme
        self._held: QWidget | None = None
        self._place = QVBoxLayout()
        self.add(self._place, pad=(16, 12, 16, 12))
        self.first_way: QWidget | None = None
        self.setVisible(False)

    def show_checked(self, checked: Checked, removed: Sequence[RosterLine] = ()) -> None:
        """Show what is open now, and what was removed; nothing at all hides the card."""
        if self._held is not None:
            self._held.hide()
            self._held.deleteLater()
        self.first_way = None
        self.setVisible(bool(checked.findings or checked.skipped or checked.notices or removed))
        self._held = QWidget()
        theme = self._look
        row = QHBoxLayout(self._held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        sign = "triangle-alert" if checked.findings else "check"
        color = "warn" if checked.findings else "ink2"
        row.addWidget(IconLabel(theme, sign, color), 0, Qt.AlignmentFlag.AlignTop)
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(8))
        row.addLayout(stack, 1)
        if checked.findings:
            self._add_findings(stack, checked.findings)
        self._add_words(stack, checked)
        if removed:
            self._add_removed(stack, removed)
        self._place.addWidget(self._held)

    def _add_findings(self, stack: QVBoxLayout, findings: tuple[Finding, ...]) -> None:
        theme = self._look
        head = QHBoxLayout()
        head.addWidget(Text(theme, findings_title(findings), "bodyStrong"), 1)
        if len(findings) > 1:
            every = Button(theme, _("Settle all as suggested"), small=True)
            every.clicked.connect(self.all_settled)
            head.addWidget(every)
        stack.addLayout(head)
        for finding in findings[:SHOWN]:
            stack.addLayout(self._finding(finding))
        more = len(findings) - SHOWN
        if more > 0:
            words = ngettext("… and {n} more.", "… and {n} more.", more).format(n=more)
            stack.addWidget(Text(theme, words, "body", "ink2"))

    def _finding(self, finding: Finding) -> QHBoxLayout:
        """What is so at the left, the ways out at the right."""
        theme = self._look
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        words = _("Line {n}: {words}").format(n=finding.line, words=finding.words)
        said = Text(theme, words, "body", "ink2", wrap=True)
        row.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        for way in finding.ways:
            button = _WayButton(theme, finding, way)
            button.taken.connect(self.decided)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.first_way = self.first_way or button
        return row

    def _add_words(self, stack: QVBoxLayout, checked: Checked) -> None:
        theme = self._look
        for notice in checked.notices:
            stack.addWidget(Text(theme, notice, "body", "ink2", wrap=True))
        if checked.skipped:
            back = Button(theme, _("Bring back"), "link", name=_("Bring the skipped lines back"))
            back.clicked.connect(self.skipped_back)
            stack.addLayout(self._line(skipped_words(checked.skipped), back))

    def _add_removed(self, stack: QVBoxLayout, removed: Sequence[RosterLine]) -> None:
        name = _("Bring the removed lines back")
        back = Button(self._look, _("Bring back"), "link", name=name)
        back.clicked.connect(self.removed_back)
        stack.addLayout(self._line(removed_words(removed), back))

    def _line(self, words: str, button: Button) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Text(self._look, words, "body", "ink2", wrap=True), 1)
        row.addWidget(button)
        return row
