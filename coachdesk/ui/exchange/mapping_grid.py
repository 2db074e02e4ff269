"""A table turned on its side: each of its columns is a row with its meaning and its first cells."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


class _Meaning(ChoiceButton):
    """What one column means."""

    picked = Signal(int, str)

    def __init__(
        self, theme: Theme, at: int, head: str, options: Sequence[tuple[str, str]], value: str
    ) -> None:
        super().__init__(theme, options, value, name=head)
        self._at = at
        self.chosen.connect(self._tell)

    def _tell(self, key: str) -> None:
        self.picked.emit(self._at, key)


class MappingGrid(QWidget):
    """`picked` tells the column (from 0) and what it means now."""

    picked = Signal(int, str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(4))
        self._meanings: list[_Meaning] = []
        self._shape: object = None

    def show_columns(
        self,
        columns: Sequence[tuple[str, Sequence[str]]],
        meanings: Sequence[str],
        options: Sequence[tuple[str, str]],
    ) -> None:
        """Show these; the widgets of the same table stay, and so does the focus."""
        shape = (tuple((head, tuple(cells)) for head, cells in columns), tuple(options))
        if shape != self._shape:
            self._shape = shape
            self._build(columns, options)
        for meaning, value in zip(self._meanings, meanings, strict=True):
            meaning.set_value(value)

    def first(self) -> QWidget | None:
        """The first column that means nothing yet, else the first one."""
        unused = (meaning for meaning in self._meanings if not meaning.value())
        return next(unused, self._meanings[0] if self._meanings else None)

    def _build(
        self, columns: Sequence[tuple[str, Sequence[str]]], options: Sequence[tuple[str, str]]
    ) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            widget.hide()
            widget.deleteLater()
        self._meanings = []
        for at, (head, cells) in enumerate(columns):
            meaning = _Meaning(self._theme, at, head, options, "")
            meaning.picked.connect(self.picked)
            self._meanings.append(meaning)
            self._grid.addWidget(Text(self._theme, head, "bodyMedium", elide=True), at, 0)
            self._grid.addWidget(meaning, at, 1, Qt.AlignmentFlag.AlignLeft)
            for place, cell in enumerate(cells):
                sample = Text(self._theme, cell, "small", "ink2", elide=True)
                self._grid.addWidget(sample, at, 2 + place)
                self._grid.setColumnStretch(2 + place, 1)
        for child in self.findChildren(QWidget):
            child.show()  # at once, so that one of them can have the keys
