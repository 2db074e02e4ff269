"""Whether an opportunity is pursued: twelve criteria by key, a suggestion, the team's decision."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain import pursuit_rules as rules
from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import InputError
from coachdesk.domain.partner_vocabulary import PursuitChoice
from coachdesk.domain.pursuits import PursuitMember
from coachdesk.language import gettext as _
from coachdesk.services.playbook import pursuit_guide
from coachdesk.services.pursuits import (
    PursuitDraft,
    decide_pursuit,
    member_called,
    pursuit_page,
)
from coachdesk.ui.kit.canvas import RIGHT, Canvas, Run, text
from coachdesk.ui.kit.choices import Check
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day
from coachdesk.views.deals import OpportunityLine
from coachdesk.views.pursuits import Criterion, EarlierDecision, choice_title

UNSCORED = -1
NO_DECISION = "scored"


@dataclass(frozen=True, slots=True)
class Scored:
    """A criterion and its score so far."""

    criterion: Criterion
    score: int = UNSCORED


@dataclass(slots=True)
class CriterionPainter:
    """The criterion, and 0, 1 or 2 at the right."""

    theme: Theme

    def height(self, row: Scored, width: int) -> int:
        return self.theme.px(28)

    def name(self, row: Scored) -> str:
        score = str(row.score) if row.score != UNSCORED else _("not scored")
        return f"{row.criterion.id}, {row.criterion.text}, {score}"

    def tip(self, row: Scored) -> str:
        return row.criterion.text

    def paint(self, c: Canvas, rect: QRectF, row: Scored, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(8), 0, -px(10), 0)
        score = str(row.score) if row.score != UNSCORED else "–"
        taken = text(c, inner, score, "bodyStrong", "ink", RIGHT)
        taken_id = text(c, inner, row.criterion.id, "small#", "ink2")
        text(c, inner.adjusted(max(taken_id, px(22)) + px(8), 0, -taken - px(12), 0),
             row.criterion.text, "body")  # fmt: skip


class PursuitSheet(Sheet):
    """0, 1 and 2 score and go on; the sums suggest, the team decides; Enter keeps it."""

    def __init__(self, workplace: Workplace, window: QWidget, line: OpportunityLine) -> None:
        self._line, self._guide = line, pursuit_guide()
        title = _("Pursue, hold or let go: {title}").format(title=line.title)
        sentence = _("{account} · win or lose fast. {scale}; the keys 0, 1 and 2 score.").format(
            account=line.account, scale=self._guide.scale
        )
        super().__init__(workplace, window, title, sentence, _("Keep it"), width=620)
        theme = workplace.theme
        self._before = workplace.ask(pursuit_page, line.id)
        known = self._before.scores or (UNSCORED,) * len(self._guide.criteria)
        self._rows = [
            Scored(criterion, score)
            for criterion, score in zip(self._guide.criteria, known, strict=True)
        ]
        self.criteria = Rows(theme, CriterionPainter(theme), name=_("Criteria"), select=True)
        for score in range(rules.MOST + 1):
            self.criteria.on_key(str(score), self._scorer(score))
        self.body.addWidget(self.criteria)
        self._reading = Text(theme, "", "body", wrap=True)
        self.body.addWidget(self._reading)
        choices = [(choice.value, choice_title(choice)) for choice in PursuitChoice]
        self.choice = self.add_one_of(
            _("What the team decides"), [(NO_DECISION, _("Not yet")), *choices]
        )
        self.choice.set_value(NO_DECISION)
        self.choice.chosen.connect(self._chosen)
        self._add_answers()
        self._show_history(self._before.earlier)
        self._show()
        self.ask(self.criteria)
        self.criteria.set_current(0)

    def act(self) -> None:
        work = self.workplace
        chosen = self.choice.value()
        decision = None if chosen == NO_DECISION else PursuitChoice(chosen)
        scores = tuple(row.score for row in self._rows)
        rules.check_scores(scores)
        draft = PursuitDraft(
            scores=scores,
            decision=decision,
            reason=self.reason.text(),
            fact=self.fact.text() if decision is PursuitChoice.HOLD else "",
            decide_by=self._day() if decision is PursuitChoice.HOLD else None,
            team_told=self.told.isChecked(),
            members=self._members(),
        )
        said = _("Decided: {title}") if decision else _("Scored: {title}")
        work.do(decide_pursuit, self._line.id, draft, said=said.format(title=self._line.title))

    def _add_answers(self) -> None:
        theme = self.workplace.theme
        self.reason = self.add_line(_("Reason"), _("One line: why"))
        self.reason.setMaxLength(300)
        self.who = self.add_line(
            _("Who helps, with which part"),
            _("Service: proposal; Priya: leads the talks until 3 Apr"),
        )
        self.who.setMaxLength(600)
        self.who.setText("; ".join(_member_words(*each) for each in self._before.members))
        self.fact = self.add_line(_("Fact to find out"), _("Who holds the budget?"))
        self.fact.setMaxLength(300)
        self.by = self.add_line(_("Looked at again on"), _("in two weeks, 24 Mar"), icon="calendar")
        self.told = Check(theme, _("The partner teams were told"))
        self.body.addWidget(self.told)
        self._chosen(NO_DECISION)

    def _day(self) -> date | None:
        typed = self.by.text().strip()
        return parse_day(typed, as_of=self.workplace.as_of, toward="future") if typed else None

    def _members(self) -> tuple[PursuitMember, ...]:
        """“Service: proposal; Priya: leads the talks until 3 Apr”."""
        found = []
        for piece in self.who.text().split(";"):
            name, _colon, part = piece.partition(":")
            if not name.strip():
                continue
            if not part.strip():
                raise InputError(
                    _("Which part has {name}?").format(name=name.strip()),
                    _("Write it after a colon: {name}: proposal.").format(name=name.strip()),
                )
            found.append(self._member(name, part))
        return tuple(found)

    def _member(self, name: str, part: str) -> PursuitMember:
        words, days = part, {"from": None, "until": None}
        for word in ("until", "from"):
            before, found, typed = words.rpartition(f" {_(word)} ")
            if found:
                days[word] = parse_day(typed, as_of=self.workplace.as_of, toward="future")
                words = before
        member: PursuitMember = self.workplace.ask(
            member_called, name, words, from_day=days["from"], to_day=days["until"]
        )
        return member

    def _scorer(self, score: int) -> object:
        def put(row: Scored) -> None:
            at = self._rows.index(row)
            self._rows[at] = replace(row, score=score)
            self._show()
            self.criteria.set_current(min(at + 1, len(self._rows) - 1))

        return put

    def _show(self) -> None:
        self.criteria.set_rows(self._rows)
        left = sum(row.score == UNSCORED for row in self._rows)
        if left:
            words = _("{n} of 12 still without a score; choose 1 if unknown.").format(n=left)
            self._reading.show_runs([Run(words, "body", "ink2")])
        else:
            scores = tuple(row.score for row in self._rows)
            found, suggested = rules.sums(scores), rules.suggestion(scores)
            sums = _("Offence {o}, defence {d}.").format(o=found.offence, d=found.defence)
            words = f"{choice_title(suggested)}: {self._guide.reading(suggested)}."
            self._reading.show_runs([Run(f"{sums} ", "bodyStrong#"), Run(words, "body", "ink2")])
        self.fit()

    def _chosen(self, value: str) -> None:
        """Only what this decision asks for is shown."""
        hold, release = PursuitChoice.HOLD.value, PursuitChoice.RELEASE.value
        for field in (self.fact, self.by):
            field.parentWidget().setVisible(value == hold)
        self.told.setVisible(value == release)
        self.reason.parentWidget().setVisible(value != NO_DECISION)
        self.who.parentWidget().setVisible(value not in (NO_DECISION, release))
        self.fit()

    def _show_history(self, earlier: Sequence[EarlierDecision]) -> None:
        if not earlier:
            return
        theme, as_of = self.workplace.theme, self.workplace.as_of
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(2))
        stack.addWidget(Text(theme, _("Earlier"), "label", "ink2"))
        for each in earlier[:4]:
            decided = choice_title(each.decision) if each.decision else _("scored only")
            parts = [near_day(each.day, as_of), f"{each.offence} : {each.defence}", decided]
            parts += [words for words in (each.reason, each.fact) if words]
            stack.addWidget(Text(theme, " · ".join(parts), "small", "ink2", wrap=True))
        self.body.addLayout(stack)


def _member_words(member: PursuitMember, name: str) -> str:
    parts = [f"{name}: {member.part}"]
    for word, day in ((_("from"), member.from_day), (_("until"), member.to_day)):
        if day is not None:
            parts.append(f"{word} {day.isoformat()}")
    return " ".join(parts)
