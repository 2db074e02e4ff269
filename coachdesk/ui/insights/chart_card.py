"""A card with one chart: title, legend, the drawing, and the sentence that says it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.scene import SceneView
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.charts import Scene

MARGIN = 8


class ChartCard(Card):
    """`show_chart` draws; `opened` says which place was chosen, T asks for the table."""

    opened = Signal(object)  # Target
    looked = Signal(object)  # Target: what is behind it, without leaving
    table_asked = Signal(object)  # Scene

    def __init__(
        self,
        theme: Theme,
        title: str,
        build: Callable[[float], Scene],
        *,
        extra: str = "",
        right: Sequence[Run] | QWidget = (),
        below: Sequence[Run] = (),
    ) -> None:
        super().__init__(theme, title)
        self.header = SectionHeader(
            theme, title, extra, right if isinstance(right, QWidget) else list(right)
        )
        self.add(self.header)
        if below:
            self.add(Text(theme, list(below), "small", "ink2"), pad=(16, 6, 16, 2))
        self.view = _Chart(theme, build, margin=MARGIN)
        self.view.opened.connect(self.opened)
        self.view.looked.connect(self.looked)
        self.view.table_asked.connect(self.table_asked)
        ground = QVBoxLayout()
        ground.addWidget(self.view)
        ground.addStretch(1)
        self.add(ground, pad=(16 - MARGIN, 4, 16 - MARGIN, 14), stretch=1)
        self.sentence = Text(theme, "", "body", "ink2", wrap=True)
        self._foot = self.add(self.sentence, rule=True, sunk=True, pad=(16, 10, 16, 10))

    def show_chart(self, build: Callable[[float], Scene], sentence: str) -> None:
        """Draw this, and say it; no sentence, no foot."""
        self.view.show_scene(build)
        self.sentence.show_runs(sentence)
        self._foot.setVisible(bool(sentence))


class _Chart(SceneView):
    """Space looks behind a figure, T shows the chart's numbers as a table."""

    looked = Signal(object)
    table_asked = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.current is not None:
            self.looked.emit(self.current)
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.table_asked.emit(self.scene)
        else:
            super().keyPressEvent(event)


def legend(*parts: tuple[str, str]) -> list[Run]:
    """Dots in colours with what they mean: ("ask", "request")."""
    runs = []
    for color, words in parts:
        runs += [Run("● ", "small", color), Run(f"{words}   ", "small", "ink2")]
    runs[-1] = Run(parts[-1][1], "small", "ink2")
    return runs


def hollow(color: str, words: str) -> list[Run]:
    """A hollow dot with what it means."""
    return [Run(_("○ "), "small", color), Run(words, "small", "ink2")]
