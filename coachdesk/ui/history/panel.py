"""The history of everything, of one rep, or of one record, over the page."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.services.history_entries import MOST, history
from coachdesk.ui.history.rows import ChangePainter
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.history import HistoryEntry

EVERYTHING, REP = "all", "rep"


class HistoryPanel(Overlay):
    """Arrows read along, Esc closes. With a rep it begins with that rep's changes."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        *,
        rep: tuple[UUID, str] | None = None,
        record: tuple[tuple[UUID, ...], str] | None = None,
    ) -> None:
        super().__init__(workplace.theme, window, _("History"), width=720)
        theme = workplace.theme
        self._workplace, self._rep, self._record = workplace, rep, record
        self._found: list[HistoryEntry] = []
        self.choice: Segmented | None = None
        head = QHBoxLayout()
        title = _("History of “{what}”").format(what=record[1]) if record else _("History")
        head.addWidget(Text(theme, title, "title"), 1)
        if rep is not None and record is None:
            options = [(REP, rep[1]), (EVERYTHING, _("Everything"))]
            self.choice = Segmented(theme, options, name=_("Whose history"))
            self.choice.set_value(REP)
            self.choice.chosen.connect(self._chosen)
            head.addWidget(self.choice)
        self.card.add(head, pad=(20, 16, 20, 12))
        self.list = Rows(
            theme, ChangePainter(theme, workplace.as_of), name=_("History"), select=True
        )
        self._none = Text(theme, _("Nothing was changed yet."), "body", "ink2")
        self._older = Button(theme, _("Show older"), "link")
        self._older.clicked.connect(self._read_on)
        inner = QWidget()
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(0, 0, 0, theme.px(10))
        stack.setSpacing(0)
        stack.addWidget(self.list)
        for part in (self._none, self._older):
            row = QHBoxLayout()
            row.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), 0)
            row.addWidget(part)
            row.addStretch(1)
            stack.addLayout(row)
        stack.addStretch(1)
        self._scroll = ScrollPage(theme, _("History"), content=inner)
        self._most_height = max(theme.px(160), window.height() - theme.px(160))
        self._inner = inner
        self.card.add(self._scroll, rule=True)
        self._follow = Follow(self._scroll, self.list)
        self._chosen(REP)

    def ask(self) -> None:
        """Open it with the keys on the newest change."""
        self.open_panel(self.list if self._found else None)

    def _chosen(self, whose: str) -> None:
        self._whose = whose
        self._found = []
        self._read_on()
        if self._found:
            self.list.set_current(0)

    def _read_on(self) -> None:
        before = self._found[-1].n if self._found else None
        fresh = self._workplace.ask(
            partial(history, before=before, rep_id=self._rep_id, record_ids=self._record_ids)
        )
        at = self.list.currentIndex().row()
        self._found += fresh
        self.list.set_rows(self._found)
        self.list.set_current(max(0, at))
        self.list.setVisible(bool(self._found))
        self._none.setVisible(not self._found)
        self._older.setVisible(len(fresh) == MOST)
        self._inner.layout().activate()
        self._scroll.setFixedHeight(min(self._inner.sizeHint().height(), self._most_height))
        self.fit()

    @property
    def _rep_id(self) -> UUID | None:
        return self._rep[0] if self._rep is not None and self._whose == REP else None

    @property
    def _record_ids(self) -> tuple[UUID, ...]:
        return () if self._record is None else self._record[0]


class HistoryDesk(QObject):
    """Opens the history over a window: a person's, a record's, or everything's."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._workplace, self._window = workplace, window
        workplace.history_asked.connect(self.open_record)

    def open(self, rep: tuple[UUID, str] | None = None) -> None:
        """The rep's history if one is in sight, else everything's."""
        HistoryPanel(self._workplace, self._window, rep=rep).ask()

    def open_record(self, record_ids: tuple[UUID, ...], title: str) -> None:
        """What became of one record and what belongs to it."""
        HistoryPanel(self._workplace, self._window, record=(record_ids, title)).ask()
