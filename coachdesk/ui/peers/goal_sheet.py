"""A goal with a peer manager in words: written down, kept as a draft, proposed, worded anew."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.agreement_rules import Wording
from coachdesk.domain.agreements import Contribution, PeerAgreement
from coachdesk.domain.day_names import short_day
from coachdesk.domain.day_phrases import day_phrases, parse_day
from coachdesk.domain.errors import InputError, UserError
from coachdesk.domain.partner_vocabulary import AgreementState, ContributionSide, GoalSetBy
from coachdesk.language import gettext as _
from coachdesk.services import agreements as commands
from coachdesk.services.agreements import Goal
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.fields import Field, Labeled, TextArea
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace

DAYS_IN_WEEK, USUAL_WEEKS = 7, 6


class GoalSheet(Sheet):
    """Ctrl+Enter or the button proposes it; what is missing is named, and a draft may be kept.

    A goal that is under way is worded anew, by the one who is chosen; both confirm it again.
    """

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        peer_id: UUID,
        name: str,
        goal: PeerAgreement | None = None,
    ) -> None:
        self._peer_id, self._name, self._goal = peer_id, name, goal
        self._is_draft = goal is None or goal.state is AgreementState.DRAFT
        title = _("A goal with {name}") if self._is_draft else _("Word the goal with {name} anew")
        sentence = _("Both of you contribute, and both say yes before it runs.")
        if not self._is_draft:
            sentence = _("Both confirm the new words; the old ones can still be read.")
        verb = _("Propose it") if self._is_draft else _("Word it so")
        super().__init__(workplace, window, title.format(name=name), sentence, verb, width=620)
        self._add_goal()
        self._add_contributions()
        self._add_ways()
        if self._is_draft:
            self.draft_button = Button(workplace.theme, _("Keep as a draft"))
            self.draft_button.clicked.connect(self._keep_draft)
            self.foot.insertWidget(0, self.draft_button)
            workplace.hold(self.draft_button)
        self.ask(self.goal)

    def act(self) -> Callable[[], None] | None:
        goal = self._written()
        if self._is_draft:
            known = None if self._goal is None else self._goal.id
            said = _("Proposed: both confirm it now.")
            self.workplace.do(commands.propose_goal, self._peer_id, goal, known, said=said)
        else:
            assert self._goal is not None
            by = ContributionSide(self.side.value() or "own")
            said = _("Worded anew: both confirm it again.")
            self.workplace.do(commands.reword_agreement, self._goal.id, goal, by, said=said)
        return None

    def _keep_draft(self) -> None:
        try:
            goal = self._written()
            if self._goal is None:
                self.workplace.do(commands.draft_agreement, self._peer_id, goal)
            else:
                self.workplace.do(commands.reword_agreement, self._goal.id, goal)
        except UserError as refused:
            self.refuse(refused)
            return
        self.close_panel()

    def _add_goal(self) -> None:
        known = self._goal
        self.goal = self.add_line(
            _("The goal"), _("No customer tells the story twice"), known.goal if known else ""
        )
        self.measure = Field(
            self.workplace.theme, _("Count of hand-offs with a call, monthly"), name=_("Measure")
        )
        self.measure.setMaxLength(120)
        self.measure.setText(known.measure if known else "")
        due = "" if known is None or known.due_day is None else _full(known.due_day)
        self.due = Field(
            self.workplace.theme, _("30 June, in three months"), name=_("Due"), icon="calendar"
        )
        self.due.setText(due)
        self._two((_("How it is measured"), self.measure), (_("Due"), self.due))
        names = [
            ("both", _("Both of us")),
            ("own", _("I alone")),
            ("peer", _("{name} alone").format(name=self._name)),
        ]
        if self._is_draft:
            self.set_by = self.add_one_of(_("Who set it"), names)
            self.set_by.set_value(known.set_by.value if known else "both")
        else:
            self.side = self.add_one_of(_("Whose words are these"), _sides(self._name))
            self.side.set_value("own")

    def _add_contributions(self) -> None:
        theme = self.workplace.theme
        self.parts: dict[ContributionSide, TextArea] = {}
        boxes = []
        titles = (_("I commit to"), _("{name} commits to").format(name=self._name))
        for side, title in zip(ContributionSide, titles, strict=True):
            area = TextArea(theme, _("One a line"), name=title, lines=3, most=5)
            area.setPlainText(self._lines_of(side))
            area.textChanged.connect(self.fit)
            self.parts[side] = area
            boxes.append((title, area))
        self._two(*boxes)
        words = _("A day at the end of a line says by when; without one it is the goal’s day.")
        self.body.addWidget(Text(theme, words, "small", "ink2", wrap=True))

    def _add_ways(self) -> None:
        theme, known = self.workplace.theme, self._goal
        days = known.rhythm_days if known and known.rhythm_days else USUAL_WEEKS * DAYS_IN_WEEK
        self.rhythm = Field(theme, "6", name=_("Talk every how many weeks"))
        self.rhythm.setText(f"{days / DAYS_IN_WEEK:g}")
        self.path = Field(
            theme, _("Same day, by phone, the two of us first"), name=_("How problems are solved")
        )
        self.path.setMaxLength(300)
        self.path.setText(known.problem_path if known else "")
        self._two(
            (_("Talk every … weeks"), self.rhythm),
            (_("If a problem comes up"), self.path),
            shares=(1, 3),
        )

    def _two(self, *fields: tuple[str, QWidget], shares: tuple[int, int] = (1, 1)) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.workplace.theme.px(12))
        for (label, field), share in zip(fields, shares, strict=True):
            holder = QVBoxLayout()
            holder.addWidget(Labeled(self.workplace.theme, label, field))
            holder.addStretch(1)
            row.addLayout(holder, share)
        self.body.addLayout(row)

    def _lines_of(self, side: ContributionSide) -> str:
        if self._goal is None:
            return ""
        return "\n".join(
            part.text
            if part.due_day == self._goal.due_day
            else f"{part.text}, {_full(part.due_day)}"
            for part in self._goal.contributions
            if part.side is side
        )

    def _written(self) -> Goal:
        as_of, typed = self.workplace.as_of, self.due.text().strip()
        due = parse_day(typed, as_of=as_of, toward="future") if typed else None
        parts = tuple(
            part
            for side, area in self.parts.items()
            for part in _contributions(area.toPlainText(), side, due, as_of)
        )
        known = self._goal.set_by if self._goal else GoalSetBy.BOTH
        return Goal(
            wording=Wording(
                goal=self.goal.text(),
                measure=self.measure.text(),
                due_day=due,
                contributions=parts,
                problem_path=self.path.text(),
            ),
            set_by=GoalSetBy(self.set_by.value() or "both") if self._is_draft else known,
            rhythm_days=weeks_typed(self.rhythm.text()),
        )


def weeks_typed(typed: str) -> int | None:
    """So many weeks as days; None for nothing, InputError for what is no number of weeks."""
    words = typed.strip().replace(",", ".")
    if not words:
        return None
    try:
        days = round(float(words) * DAYS_IN_WEEK)
    except (ValueError, OverflowError):
        days = 0
    if not DAYS_IN_WEEK <= days <= 92:
        raise InputError(
            _("“{typed}” is no rhythm.").format(typed=typed.strip()),
            _("Type a number of weeks from 1 to 13."),
        )
    return days


def _contributions(
    typed: str, side: ContributionSide, due: date | None, as_of: date
) -> list[Contribution]:
    found = []
    for line in typed.splitlines():
        words, day = line.strip(), due
        if not words:
            continue
        for phrase in day_phrases(words, as_of=as_of, toward="future"):
            if phrase.end == len(words) and phrase.day is not None:
                day, words = phrase.day, words[: phrase.start].rstrip(" ,;")
        if day is None:
            raise InputError(
                _("By when is “{words}” due?").format(words=words),
                _("Give the goal a day, or the line one at its end."),
            )
        found.append(Contribution(side=side, text=words, due_day=day))
    return found


def _sides(name: str) -> list[tuple[str, str]]:
    return [("own", _("Mine")), ("peer", _("{name}’s").format(name=name))]


def _full(day: date) -> str:
    return _("{date} {year}").format(date=short_day(day), year=day.year)
