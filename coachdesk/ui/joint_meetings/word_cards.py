"""The words of the plan: what it is for, what comes next, what is agreed before; afterwards."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.joint_meeting_rules import About
from coachdesk.language import gettext as _
from coachdesk.services.joint_meetings import MeetingPlan
from coachdesk.ui.joint_meetings.hint_strip import HintStrip
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.choices import Check
from coachdesk.ui.kit.fields import Field, Labeled, TextArea
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.joint_meetings import JointMeetingPage


class WordsCard(Card):
    """Fields under their labels; `settled` asks to keep what is typed, `left` to write it."""

    settled = Signal()
    left = Signal()

    def __init__(self, workplace: Workplace, title: str, quiet: str = "") -> None:
        theme: Theme = workplace.theme
        super().__init__(theme, title)
        self.theme, self.workplace = theme, workplace
        self.header = SectionHeader(theme, title, quiet, right=" ")
        self.add(self.header)
        self.fields: dict[str, Field | TextArea] = {}
        self.labels: dict[str, Labeled] = {}
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(10))
        self.add(self.body, pad=(16, 4, 16, 16))

    def add_area(self, key: str, label: str, hint: str, lines: int = 2) -> TextArea:
        """A field of several lines."""
        area = TextArea(self.theme, hint, name=label, lines=lines, most=6)
        self._add(key, label, area)
        self.body.addWidget(self.labels[key])
        return area

    def add_line(self, key: str, label: str, hint: str, most: int) -> Labeled:
        """A field of one line; the caller puts it somewhere."""
        field = Field(self.theme, hint, name=label)
        field.setMaxLength(most)
        self._add(key, label, field)
        return self.labels[key]

    def show_words(self, words: Mapping[str, str]) -> None:
        """Show these; what is being typed stays."""
        for key, field in self.fields.items():
            text = words.get(key, "")
            if field.hasFocus() or text == words_in(field):
                continue
            if isinstance(field, TextArea):
                field.setPlainText(text)
            else:
                field.setText(text)

    def words(self) -> dict[str, str]:
        """What stands in the fields."""
        return {key: words_in(field) for key, field in self.fields.items()}

    def _add(self, key: str, label: str, field: Field | TextArea) -> None:
        field.settled.connect(self._settle)
        field.left.connect(self._leave)
        self.workplace.hold(field)
        self.fields[key] = field
        self.labels[key] = Labeled(self.theme, label, field)

    def _settle(self, _words: str) -> None:
        self.settled.emit()

    def _leave(self, _words: object = None) -> None:
        self.left.emit()


def words_in(field: Field | TextArea) -> str:
    """What stands in a field of either kind."""
    return field.toPlainText() if isinstance(field, TextArea) else field.text()


class PurposeCard(WordsCard):
    """What the customer should decide, the customer's issue, and what we bring."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, _("What it is for"))
        self.hints = HintStrip(self.theme)
        label = _("What the customer should think or decide")
        self.add_area("J1", label, _("One sentence"))
        self.add_area("customer_issue", _("The customer’s issue"), _("In the customer’s own words"))
        self.body.addWidget(self.hints)
        self.add_area("perspective", _("What we bring"), _("The perspective the customer lacks"))

    def show_page(self, page: JointMeetingPage, words: Mapping[str, str]) -> None:
        """Show the words, and who should own the issue."""
        self.show_words(words)
        self.hints.show_hints(page.hints_at(About.ISSUE))


class NextCard(WordsCard):
    """The next step that is proposed, its owner and day; a promise if that is wanted."""

    promise_asked = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, _("Next step we propose"))
        theme = self.theme
        self.body.addWidget(
            self.add_line("next_step", _("Next step"), _("A trial on one line"), 160)
        )
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.add_line("next_step_owner", _("Who takes it"), _("A name"), 80), 1)
        row.addWidget(self.add_line("day", _("By"), _("Fri, 24 Mar"), 40), 1)
        self.body.addLayout(row)
        self.hints = HintStrip(theme)
        self.body.addWidget(self.hints)
        self.promise = Button(theme, _("Make it a promise"), "link")
        self.promise.clicked.connect(self.promise_asked)
        workplace.hold(self.promise)
        self.body.addWidget(self.promise)

    def show_page(self, page: JointMeetingPage, words: Mapping[str, str]) -> None:
        """Show the words; what is promised already says so."""
        self.show_words(words)
        self.hints.show_hints(page.hints_at(About.NEXT_STEP))
        self.promise.setVisible(bool(page.next_step) and not page.is_promised)
        self.header.right.show_runs(_("stands as a promise") if page.is_promised else "")


class BeforeCard(WordsCard):
    """Who notes and sums up, what stays unsaid, and the ten minutes before."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, _("Among ourselves"))
        unsaid = _("What we will not bring up")
        self.body.addWidget(
            self.add_line("J7", unsaid, _("Leave it empty if there is nothing"), 160)
        )
        notes = _("Who takes notes and who sums up")
        self.body.addWidget(self.add_line("J8", notes, _("Two names"), 120))
        before = _("Ten minutes together before: when and where")
        self.body.addWidget(self.add_line("J10", before, _("not in the lobby"), 120))
        self.aligned = Check(self.theme, _("The ten minutes took place"))
        self.aligned.toggled.connect(self._leave)
        workplace.hold(self.aligned)
        self.body.addWidget(self.aligned)

    def show_page(self, page: JointMeetingPage, words: Mapping[str, str]) -> None:
        """Show the words and the tick."""
        self.show_words(words)
        self.aligned.blockSignals(True)
        self.aligned.setChecked(page.aligned_before)
        self.aligned.blockSignals(False)


class SaidAfterCard(WordsCard):
    """Afterwards: what was said and by whom; the page adds what was seen."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace, _("Afterwards"))
        self.add_area("said", _("What was said, by whom"), _("The customer’s words first"), 3)

    def show_page(self, page: JointMeetingPage, words: Mapping[str, str], why_not: str) -> None:
        """Show the words; they wait until the meeting took place."""
        self.show_words(words)
        for field in self.fields.values():
            field.setEnabled(not why_not)
        self.header.right.show_runs(why_not)

    def add_below(self, widget: QWidget) -> None:
        """Something more of the same card."""
        self.body.addWidget(widget)


def words_of(plan: MeetingPlan, day: str) -> dict[str, str]:
    """Every text of the page by the key of its field."""
    texts = ("customer_issue", "perspective", "next_step", "next_step_owner", "said")
    return {**plan.checklist, "day": day, **{name: getattr(plan, name) for name in texts}}
