"""Another manager's Playbook beside one's own: read from a file, taken item by item."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import InputError, UserError
from coachdesk.domain.playbook_content import Content
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.playbook_exchange import beside_mine, playbook_in, take_playbook
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.parts.places import documents_folder
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.playbook.exchange_rows import DifferencePainter
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.playbook_difference import Compared, DifferenceRow, counted, taken_words

LONGEST_PATH = 4096


class ImportPlaybook(Sheet):
    """Enter reads the file, then takes what is ticked; what is not ticked stays as it is."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(
            workplace,
            window,
            _("Import a playbook"),
            _("Another manager’s words beside yours. Nothing is taken that you did not tick."),
            _("Read the file"),
            width=920,
        )
        self._theirs: Content | None = None
        self._found: Compared | None = None
        theme = workplace.theme
        self.setAcceptDrops(True)
        self.source = Field(
            theme,
            _("Path of a playbook file, or drop one here"),
            name=_("Path of a playbook file"),
            icon="file",
        )
        self.source.setMaxLength(LONGEST_PATH)
        self.source.setAcceptDrops(False)  # a file that is dropped here is for the sheet
        self.browse_button = Button(theme, _("Choose a file…"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.source, 1)
        row.addWidget(self.browse_button)
        self.body.addLayout(row)
        self.body.addWidget(self._build_list())
        self._follow_rows = Follow(self._fields, self.rows)
        self.rows.ticked.connect(self._tick)
        self.rows.opened.connect(self._enter)
        self.rows.on_key("A", self._tick_all)
        self.source.textEdited.connect(self._forget)
        self.browse_button.clicked.connect(self.browse)

    def _build_list(self) -> Card:
        theme = self.workplace.theme
        self.told = Text(theme, "", "bodyStrong", wrap=True)
        self.keys = Text(
            theme,
            _("Arrows move, Space takes one or leaves it, A takes all or none."),
            "small",
            "ink2",
            wrap=True,
        )
        self._painter = DifferencePainter(theme)
        self.rows = Rows(theme, self._painter, name=_("What the file says otherwise"), hover="")
        top = QVBoxLayout()
        top.setSpacing(theme.px(2))
        top.addWidget(self.told)
        top.addWidget(self.keys)
        self._list = Card(theme, _("What the file says otherwise"))
        self._list.add(top, pad=(14, 10, 14, 10))
        self._list.add(self.rows)
        return self._list

    def open(self) -> None:
        """Open it with the keys on the path."""
        self._show()
        self.ask(self.source)

    def act(self) -> Callable[[], None] | None:
        """Take what is ticked."""
        assert self._theirs is not None
        chosen = [row.difference for row in self._items() if row.id in self._painter.taken]
        said = taken_words(len(chosen))
        self.workplace.do(take_playbook, self._theirs, chosen, said=said, by=self)
        return None

    def run(self) -> None:
        """Read the file, take what is ticked, or leave where nothing differs."""
        if self._found is not None and not self._items():
            self.close_panel()
        elif self._found is not None:
            super().run()
        else:
            self._read()

    def browse(self) -> None:
        """Choose a file in the system's own dialog."""
        dialog = QFileDialog(self, _("Import a playbook"), str(documents_folder()))
        dialog.setNameFilter(_("Playbooks") + " (*.yaml *.yml)")
        dialog.fileSelected.connect(self._picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- what was read ----------------------------------------------------------------------------

    def _read(self) -> None:
        typed = self.source.text().strip()
        try:
            if not typed:
                raise InputError(_("Which file?"), _("Type its path, choose it, or drop it here."))
            self._theirs = playbook_in(Path(typed).expanduser())
        except UserError as refusal:
            self.refuse(refusal)
            return
        self.refuse(None)
        found = self.workplace.ask(beside_mine, self._theirs)
        self._found = found
        self._painter.taken = found.taken_at_first
        self.rows.set_rows(found.rows)
        self._show()
        (self.rows if found.items else self.act_button).setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow_rows.show_current()

    def _items(self) -> tuple[DifferenceRow, ...]:
        return () if self._found is None else self._found.items

    def _show(self) -> None:
        found = self._found
        self._list.setVisible(found is not None)
        for widget in (self.keys, self.rows):
            widget.setVisible(bool(self._items()))
        if found is not None:
            nothing = _("Nothing differs: your playbook says all of this already.")
            self.told.show_runs(counted(found) if found.items else nothing)
        self.close_button.setVisible(found is None or bool(found.items))
        self.act_button.set_label(self._act_words())
        self.fit()

    def _act_words(self) -> str:
        if self._found is None:
            return _("Read the file")
        if not self._items():
            return _("Done")
        n = len(self._painter.taken)
        return ngettext("Take {n} item", "Take {n} items", n).format(n=n)

    # --- what a person does -----------------------------------------------------------------------

    def _tick(self, row: DifferenceRow) -> None:
        self._take(self._painter.taken ^ {row.id})

    def _tick_all(self, _row: DifferenceRow) -> None:
        every = frozenset(row.id for row in self._items())
        self._take(frozenset() if self._painter.taken == every else every)

    def _take(self, taken: frozenset[str]) -> None:
        self._painter.taken = taken
        self.refuse(None)
        self.act_button.set_label(self._act_words())
        self.rows.viewport().update()

    def _enter(self, _row: DifferenceRow) -> None:
        self.run()

    def _forget(self, _typed: str) -> None:
        """Another path: what was read belongs to the last one."""
        self._theirs = self._found = None
        self.refuse(None)
        self._show()

    def _picked(self, path: str) -> None:
        self.source.setText(path)
        self._forget(path)
        self._read()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = (url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        path = next(paths, "")
        if path:
            event.acceptProposedAction()
            self._picked(path)
