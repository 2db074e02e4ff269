"""One figure from near: what it says, what it lacks, its ratings over time, what was different."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachdesk.domain.day_names import short_day
from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.services.shifts import answer_shift
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.scene import SceneView
from coachdesk.ui.kit.states import ErrorInPlace
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.chart_series import series_scene
from coachdesk.views.charts import Target
from coachdesk.views.insights import Cell, Series, Shift, Trend


class CellPanel(Overlay):
    """Arrows walk the ratings, Enter opens the event of one; Esc goes back to the heat map."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        *,
        name: str,
        cell: Cell,
        trend: Trend,
        series: Series,
        next_occasion: str = "",
    ) -> None:
        title = _("{name} · {behaviour}").format(name=name, behaviour=cell.title)
        super().__init__(workplace.theme, window, title, width=640)
        self._workplace, self._cell, self._series = workplace, cell, series
        theme = workplace.theme
        self.card.add(Text(theme, title, "title", wrap=True), pad=(20, 16, 20, 4))
        for words in _sentences(cell, trend, series, next_occasion):
            self.card.add(Text(theme, words, "body", "ink2", wrap=True), pad=(20, 0, 20, 4))
        self._view = SceneView(theme, partial(series_scene, series, workplace.as_of))
        self._view.opened.connect(self._open_event)
        self.card.add(self._view, pad=(20, 8, 20, 12))
        self._answer = Field(theme, _("What was different?"), name=_("What was different"))
        self._problem = ErrorInPlace(theme)
        if series.shift is not None:
            self._ask_about(series.shift)
        self.card.add(self._foot(cell), rule=True, sunk=True, pad=(20, 10, 20, 10))

    def ask(self) -> None:
        """Open it with the keys on the newest rating."""
        targets = self._view.scene.targets
        if targets:
            self._view.go_to(targets[-1])
        self.open_panel(self._view if targets else None)
        self.fit()

    def _ask_about(self, shift: Shift) -> None:
        theme = self._workplace.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._answer, 1)
        keep = Button(theme, _("Keep the answer"))
        keep.clicked.connect(self._keep)
        self._answer.returnPressed.connect(self._keep)
        self._workplace.hold(keep, self._answer)
        row.addWidget(keep)
        self.card.add(Text(theme, shift.words, "bodyStrong", wrap=True), rule=True)
        self.card.add(row, pad=(20, 0, 20, 6))
        self._said = self.card.add(self._problem, pad=(20, 0, 20, 8))
        self._said.hide()

    def _keep(self) -> None:
        shift = self._series.shift
        if shift is None:
            return
        try:
            self._workplace.do(
                answer_shift,
                rep_id=shift.rep_id,
                behaviour=shift.behaviour,
                observation_id=shift.start.observation_id,
                words=self._answer.text(),
                said=_("Kept; the ratings since {day} are the new baseline").format(
                    day=short_day(shift.start.day)
                ),
            )
        except UserError as refused:
            self._problem.say(refused.message, refused.next_step)
            self._said.show()
            self.fit()
            return
        self.close_panel()

    def _foot(self, cell: Cell) -> QHBoxLayout:
        theme = self._workplace.theme
        row = QHBoxLayout()
        row.addWidget(Text(theme, _("Enter opens the event of a rating."), "small", "ink2"), 1)
        every = Button(theme, _("See the {n} events").format(n=cell.n))
        every.clicked.connect(self._open_all)
        every.setEnabled(cell.n > 0)
        row.addWidget(every)
        return row

    def _open_event(self, target: Target) -> None:
        point = next(p for p in self._series.ratings if str(p.observation_id) == target.key)
        self.close_panel()
        self._workplace.open_event(self._series.rep_id, point.observation_id)

    def _open_all(self) -> None:
        self.close_panel()
        window = self._cell.settings.level_window_days
        self._workplace.open_evidence(self._cell.rep_id, self._cell.behaviour.value, window)


def _sentences(cell: Cell, trend: Trend, series: Series, next_occasion: str) -> list[str]:
    said = [cell.words, cell.label_words]
    if cell.missing:
        said.append(_("Needs {missing}.").format(missing=cell.missing))
    said += [next_occasion, trend.words, series.words]
    if series.shift is None and len(series.ratings) >= 9:
        said.append(series.shift_words)
    change = series.change
    if change is not None:
        said.append(_("“{what}”: {words}").format(what=change.what, words=change.words))
    return [_sentence(words) for words in said if words]


def _sentence(words: str) -> str:
    begun = words[0].upper() + words[1:]
    return begun if begun.endswith((".", "?")) else f"{begun}."
