"""The work area: the team's lines, what needs a look, partner teams, and where the file lives."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.domain.roster_check import Checked
from coachdesk.language import gettext as _
from coachdesk.services.roster import usual_partner_teams
from coachdesk.ui.first_run.findings import FindingsCard
from coachdesk.ui.first_run.lines import FILE, PASTE, TYPE, LinesCard
from coachdesk.ui.first_run.partner_teams import PartnerTeams
from coachdesk.ui.first_run.place import FilePlace
from coachdesk.ui.first_run.state import TeamState
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run, canvas, rule
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.states import ErrorInPlace
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


class TeamView(QWidget):
    """Shows a `TeamState`; its parts say what a person did."""

    def __init__(self, theme: Theme, way: str, path: Path, *, is_first: bool) -> None:
        super().__init__()
        px = theme.px
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(16))
        head = QHBoxLayout()
        titles = QVBoxLayout()
        titles.setSpacing(px(2))
        title = _("Your team") if is_first else _("Add several reps")
        titles.addWidget(Text(theme, title, "page"))
        words = _("One rep per line. Paste a column or drop a CSV, it works the same.")
        titles.addWidget(Text(theme, words, "body", "ink2", wrap=True))
        head.addLayout(titles, 1)
        options = [(TYPE, _("Type")), (PASTE, _("Paste")), (FILE, _("CSV file"))]
        self.ways = Segmented(theme, options, way, name=_("How to bring your team"))
        head.addWidget(self.ways, 0, Qt.AlignmentFlag.AlignVCenter)
        stack.addLayout(head)
        self.card = LinesCard(theme, way)
        stack.addWidget(self.card)
        words = _("Name, role and rhythm with commas. Only the name is needed.")
        stack.addWidget(Text(theme, words, "body", "ink2", wrap=True))
        self.problem = ErrorInPlace(theme)
        self.problem.hide()
        stack.addWidget(self.problem)
        self.findings = FindingsCard(theme)
        stack.addWidget(self.findings)
        self.teams, self.place = PartnerTeams(theme), FilePlace(theme, path)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(px(24))
        for widget in (self.teams, self.place):
            policy = widget.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            policy.setHorizontalStretch(1)
            widget.setSizePolicy(policy)
            self._both.addWidget(widget, 1)
            if not is_first:
                widget.hide()  # never shown before it has a place: it would be a window
        stack.addLayout(self._both)
        stack.addStretch(1)

    def set_beside(self, beside: bool) -> None:
        """Partner teams and the file side by side, or one under the other."""
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def show_state(self, state: TeamState, checked: Checked) -> None:
        """Show what was typed and what it becomes."""
        self.card.show_rows(checked.rows)
        if self.card.entry.text() != state.entry:
            self.card.entry.setText(state.entry)
        self.findings.show_checked(checked, state.removed)
        names = dict.fromkeys((*usual_partner_teams().values(), *state.own_teams))
        self.teams.show_teams(tuple(names), state.partner_teams)


class Foot(QWidget):
    """The bar under the work: what comes next, or what is in the way, and two buttons."""

    def __init__(self, theme: Theme, *, is_first: bool) -> None:
        super().__init__()
        self._theme = theme
        px = theme.px
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(px(72))
        row = QHBoxLayout(self)
        row.setContentsMargins(*(px(m) for m in (40, 12, 40, 16)))
        row.setSpacing(px(10))
        self._next = _("Next: your first note. You can add everything else later.")
        self.words = Text(theme, self._next, "body", "ink2", wrap=True)
        skip = _("Skip for now") if is_first else _("Leave it")
        self.skip = Button(theme, skip)
        self.create = Button(theme, "", "primary", hint="Ctrl+Enter")
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.skip)
        row.addWidget(self.create)

    def refuse(self, words: str) -> None:
        """What is in the way; empty brings the next step back."""
        shown = [Run(words, "bodyMedium", "badText")] if words else self._next
        self.words.show_runs(shown)

    def tell(self, words: str) -> None:
        """What was just done, in place of the next step."""
        self.words.show_runs(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inset = self._theme.px(40)
        rule(canvas(painter, self._theme), QRectF(inset, 0, self.width() - 2 * inset, 2))
