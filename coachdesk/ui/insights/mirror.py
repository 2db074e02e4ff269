"""The manager's own mirror: the talks held, the plans that ended, one question a month."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.day_names import month_names
from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.services.mirror import answer_reflection, unwritten_answer
from coachdesk.ui.insights.mirror_rows import EndedPlanPainter, MirrorPainter
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.columns import Columns
from coachdesk.ui.kit.fields import TextArea
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.states import ErrorInPlace
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.follow import Follow, FollowCaret
from coachdesk.ui.parts.kept_line import Kept
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.mirror import Answer, EndedPlan, Mirror, MirrorRow

PLACE, PAD = "reflection", (16, 10, 16, 10)


class MirrorSection(Columns):
    """Left the talks with each rep, right the question; nobody but the manager sees it."""

    def __init__(self, workplace: Workplace, page: ScrollPage) -> None:
        super().__init__(workplace.theme, shares=(58, 42))
        self._workplace = workplace
        theme = workplace.theme
        self.rows = Rows(theme, MirrorPainter(theme), name=_("Your own coaching"), select=True)
        self.rows.opened.connect(self._open_rep)
        self.rows.on_key("O", self._open_talks)
        self.talks = ListCard(
            theme,
            self.rows,
            title=_("Your own coaching"),
            extra=_("for your eyes only; never printed"),
            stays=True,
        )
        self._summary = Text(theme, "", "body", "ink2", wrap=True)
        self._promises = Text(theme, "", "body", "ink2", wrap=True)
        self.talks.add(self._summary, rule=True, sunk=True, pad=PAD)
        self.talks.add(self._promises, rule=True, sunk=True, pad=PAD)
        self.question = QuestionCard(workplace)
        self._plan_rows = Rows(
            theme, EndedPlanPainter(theme), name=_("Coaching plans that ended"), select=True
        )
        self._plan_rows.opened.connect(self._open_plan)
        self._plans = ListCard(
            theme,
            self._plan_rows,
            title=_("Coaching plans that ended"),
            extra=_("a year"),
            stays=True,
            none=_("No coaching plan ended in the last year."),
        )
        self.left.addWidget(self.talks)
        self.left.addStretch(1)
        self.right.addWidget(self.question)
        self.right.addWidget(self._plans)
        self.right.addStretch(1)
        self._follow = Follow(page, self.rows), Follow(page, self._plan_rows)
        # The page outlives this section: another zoom makes it anew.
        FollowCaret(page, self, self.question.area).setParent(self)

    def show_mirror(self, found: Mirror) -> None:
        """Show these figures; what is being typed stays."""
        self.talks.fill(found.rows)
        self._summary.show_runs(found.summary)
        self._promises.show_runs(found.promises_words)
        self._plans.fill(found.plans)
        self.question.show_mirror(found)

    def _open_rep(self, row: MirrorRow) -> None:
        self._workplace.open_rep(row.id)

    def _open_talks(self, row: MirrorRow) -> None:
        self._workplace.open_talks(row.name)

    def _open_plan(self, row: EndedPlan) -> None:
        self._workplace.open_rep(row.rep_id)


class QuestionCard(Card):
    """The question of the month, answered in place; earlier answers unfold below."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("One question a month"))
        self._workplace, theme = workplace, workplace.theme
        self._mirror: Mirror | None = None
        self._earlier: tuple[Answer, ...] = ()
        self._kept: Kept | None = None
        self.header = SectionHeader(theme, _("One question a month"), right=" ")
        self.add(self.header)
        self._question = Text(theme, "", "bodyStrong", wrap=True)
        self.add(self._question, rule=True, pad=(16, 12, 16, 6))
        hint = _("What you will change in your own coaching")
        self.area = TextArea(theme, hint, name=_("Your answer"), lines=3)
        self.area.settled.connect(self.keep_typed)
        self.area.left.connect(self.keep_typed)
        self.add(self.area, pad=(16, 0, 16, 8))
        self._problem = ErrorInPlace(theme)
        self._refused = self.add(self._problem, pad=(16, 0, 16, 8))
        self._refused.hide()
        self.add(self._foot(), pad=(16, 0, 16, 12))
        self._past = QWidget()
        self._past_lines = QVBoxLayout(self._past)
        self._past_lines.setContentsMargins(*(theme.px(m) for m in (16, 8, 16, 12)))
        self._past_lines.setSpacing(theme.px(4))
        self.add(self._past, rule=True, sunk=True)
        self._past.hide()

    def show_mirror(self, found: Mirror) -> None:
        """The question of this month with its answer; what is being typed stays."""
        before, self._mirror = self._mirror, found
        self.header.title.show_runs(_("One question a month"))
        right = _month(found.month.month, found.month.year)
        if isinstance(self.header.right, Text):
            self.header.right.show_runs([Run(right, "small", "ink2")])
        self._question.show_runs(found.question)
        if before is None or before.month != found.month:
            self._kept = Kept(self._workplace, PLACE, unwritten_answer(found.month))
            self.area.setPlainText(self._kept.read()[0] or found.answer)
        elif before.answer != found.answer:
            self.area.setPlainText(found.answer)
        self.button.set_label(_("Change the answer") if found.answer else _("Keep the answer"))
        self._show_earlier(found.earlier)

    def keep_typed(self, _typed: str = "") -> None:
        """Keep what is being typed, outside the history."""
        if self._kept is None or self._mirror is None:
            return
        words = self.area.toPlainText()
        is_written = words.strip() == self._mirror.answer
        self._kept.forget() if is_written else self._kept.keep(words, private=True)

    def answer(self) -> None:
        """Write the answer, or say why not."""
        if self._mirror is None or not self.button.isEnabled():
            return
        words = self.area.toPlainText()
        said = _("Your answer is kept") if words.strip() else _("Your answer is taken back")
        try:
            self._workplace.do(answer_reflection, self._mirror.month, words, said=said)
        except UserError as refused:
            self._problem.say(refused.message, refused.next_step)
            self._refused.show()
            return
        self._refused.hide()
        if self._kept is not None:
            self._kept.forget()

    def _foot(self) -> QHBoxLayout:
        theme = self._workplace.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.more = Button(theme, _("Earlier answers"), "link")
        self.more.clicked.connect(self._unfold)
        self.button = Button(theme, _("Keep the answer"), hint="Ctrl+↵")
        self.button.clicked.connect(self.answer)
        self._workplace.hold(self.area, self.button)
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(self.more)
        return row

    def _show_earlier(self, earlier: tuple[Answer, ...]) -> None:
        self.more.setVisible(bool(earlier))
        if earlier == self._earlier:
            return
        self._earlier = earlier
        while (item := self._past_lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        theme = self._workplace.theme
        for each in earlier:
            month = _month(each.month.month, each.month.year)
            self._past_lines.addWidget(Text(theme, month, "label", "ink2"))
            self._past_lines.addWidget(Text(theme, each.question, "small", "ink2", wrap=True))
            self._past_lines.addWidget(Text(theme, each.answer, "body", wrap=True))

    def _unfold(self) -> None:
        is_open = self._past.isHidden()
        self._past.setVisible(is_open)
        self.more.set_label(_("Fold") if is_open else _("Earlier answers"))


def _month(month: int, year: int) -> str:
    return _("{month} {year}").format(month=month_names()[month - 1], year=year)
