"""The one to three ratings of an event that is edited, each beside its anchor."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.evidence_rules import MOST_RATINGS, Rated
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import ChoiceButton, Segmented
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme


class _RatingRow(QWidget):
    """A behaviour, its five figures, and the sentence of the one that is picked."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, theme: Theme, playbook: Playbook, version: int | None) -> None:
        super().__init__()
        self._playbook, self._version = playbook, version
        self.rated: Rated | None = None
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(4))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        titles = [(key.value, guide.title) for key, guide in playbook.behaviours.items()]
        self.behaviour = ChoiceButton(
            theme, [("", _("Which behaviour?")), *titles], name=_("Behaviour")
        )
        self.behaviour.chosen.connect(self._chosen)
        figures = [(str(n), str(n)) for n in range(1, 6)]
        self.value = Segmented(theme, figures, name=_("Rating"))
        self.value.chosen.connect(self._chosen)
        self.away = Button(theme, _("Take it away"), "link")
        self.away.clicked.connect(self._remove)
        self._title = Text(theme, "", "bodyStrong")
        self._title.hide()
        row.addWidget(self._title)
        row.addWidget(self.behaviour)
        row.addWidget(self.value)
        row.addStretch(1)
        row.addWidget(self.away)
        stack.addLayout(row)
        self._anchor = Text(theme, "", "small", "ink2", wrap=True)
        stack.addWidget(self._anchor)
        self._show()

    def show_rated(self, rated: Rated) -> None:
        """Show a rating that is stored; its behaviour stays."""
        self.rated = rated
        self.behaviour.set_value(rated.behaviour.value)
        self.behaviour.hide()
        title = self._playbook.behaviours[rated.behaviour].title
        self._title.show_runs(title)
        self._title.show()
        self.value.setAccessibleName(_("Rating of {behaviour}").format(behaviour=title))
        self.value.set_value(str(rated.value))
        self._show()

    @property
    def key(self) -> BehaviourKey | None:
        """The behaviour that is rated."""
        value = self.behaviour.value()
        return BehaviourKey(value) if value else None

    def reading(self) -> Rated | None:
        """The rating, once both parts are chosen."""
        if self.key is None or not self.value.value():
            return None
        words = "" if self.rated is None else self.rated.words
        return Rated(self.key, int(self.value.value()), words)

    def _chosen(self, _key: str) -> None:
        self._show()
        self.changed.emit()

    def _remove(self) -> None:
        self.removed.emit(self)

    def _show(self) -> None:
        words = ""
        if self.key is not None:
            guide = self._playbook.behaviours[self.key]
            if self._version is not None:
                guide = self._playbook.wording(self.key, self._version)
            figure = self.value.value()
            words = guide.anchors[int(figure)] if figure else guide.definition
        self._anchor.show_runs(words)
        self._anchor.setVisible(bool(words))


class RatingFields(QWidget):
    """Rows of ratings and a way to one more; `changed` tells that something was picked."""

    changed = Signal()

    def __init__(self, theme: Theme, playbook: Playbook) -> None:
        super().__init__()
        self._theme, self._playbook = theme, playbook
        self.rows: list[_RatingRow] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(theme.px(10))
        self.more = Button(theme, _("Rate another behaviour"), "link")
        self.more.clicked.connect(self.add_row)
        self._stack.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_ratings(self, ratings: Sequence[Rated], versions: Mapping[BehaviourKey, int]) -> None:
        """Show what is stored, each in the wording it was given under."""
        for rated in ratings:
            self._new_row(versions.get(rated.behaviour)).show_rated(rated)
        self._count()

    def add_row(self) -> None:
        """One more, empty."""
        row = self._new_row(None)
        self._count()
        row.behaviour.setFocus()
        self.changed.emit()

    def keys(self) -> set[BehaviourKey]:
        """The behaviours chosen so far."""
        return {row.key for row in self.rows if row.key is not None}

    def ratings(self) -> tuple[Rated, ...]:
        """The ratings that are whole; a row without both parts is no rating."""
        found = (row.reading() for row in self.rows)
        return tuple(rated for rated in found if rated is not None)

    def _new_row(self, version: int | None) -> _RatingRow:
        row = _RatingRow(self._theme, self._playbook, version)
        row.changed.connect(self.changed)
        row.removed.connect(self._remove)
        self._stack.insertWidget(len(self.rows), row)
        self.rows.append(row)
        return row

    def _remove(self, row: _RatingRow) -> None:
        self.rows.remove(row)
        self._stack.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._count()
        (self.rows[-1].value if self.rows else self.more).setFocus()
        self.changed.emit()

    def _count(self) -> None:
        self.more.setVisible(len(self.rows) < MOST_RATINGS)
        for row in self.rows:
            row.away.setVisible(len(self.rows) > 1)
