"""The Playbook as a file for another manager: what goes with it, and where it is written."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.playbook_content import shared_content
from coachdesk.services.playbook_exchange import (
    names_passed_on,
    playbook_file_name,
    save_playbook,
)
from coachdesk.services.playbook_file import ENDING
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.states import IconLabel
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.places import documents_folder
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.playbook_difference import passed_on

MOST_NAMES = 3


class ExportPlaybook(Sheet):
    """Enter writes it; what is in the way is said in place, with the path still there."""

    writes = False

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(
            workplace,
            window,
            _("Export the playbook"),
            _("One file to read, to change in any text editor, and to pass on."),
            _("Export"),
            width=600,
        )
        theme = workplace.theme
        self.path = self.add_line(
            _("Where"),
            text=str(documents_folder() / playbook_file_name(workplace.as_of)),
            icon="file",
        )
        self.path.setMaxLength(4096)
        self.note = Text(theme, "", "small", "ink2", wrap=True)
        self.holds = Text(
            theme,
            " · ".join(passed_on(workplace.ask(shared_content).items)),
            "body",
            wrap=True,
        )
        people = _("No rep, talk, agreement or candidate goes with it. Your words go as they are.")
        told = QVBoxLayout()
        told.setSpacing(theme.px(6))
        for words in (self.note, self.holds, Text(theme, people, "small", "ink2", wrap=True)):
            told.addWidget(words)
        self.body.addLayout(told)
        names = workplace.ask(names_passed_on)
        if names:
            self.body.addLayout(self._build_names(names))
        self.browse_button = Button(theme, _("Browse…"))
        self.browse_button.clicked.connect(self.browse)
        self.foot.insertWidget(0, self.browse_button)
        self.setTabOrder(self.path, self.browse_button)
        self.path.textChanged.connect(self._look)

    def _build_names(self, names: tuple[tuple[str, str], ...]) -> QHBoxLayout:
        """Somebody of the team is named in one's own words: said before it goes out."""
        theme = self.workplace.theme
        said = _("“{name}” stands in “{item}”.")
        words = [said.format(name=name, item=item) for name, item in names[:MOST_NAMES]]
        more = len(names) - MOST_NAMES
        if more > 0:
            words.append(ngettext("And {n} more name.", "And {n} more names.", more).format(n=more))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel(theme, "triangle-alert"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(theme, " ".join(words), "bodyStrong", wrap=True), 1)
        return row

    def open(self) -> None:
        """Open it, with the file's name selected."""
        self._look()
        self.ask(self.path)
        path = self.path.text()
        self.path.setSelection(len(path) - len(Path(path).name), len(Path(path).stem))

    def act(self) -> Callable[[], None] | None:
        """Write the file."""
        path = self._where()
        save_playbook(self.workplace.desk, path)
        self.workplace.say(_("Saved to {path}").format(path=path))
        return None

    def browse(self) -> None:
        """Choose the place in the system's own dialog."""
        path, _filter = QFileDialog.getSaveFileName(
            self, _("Export the playbook"), self.path.text(), _("Playbooks") + " (*.yaml *.yml)"
        )
        if path:
            self.path.setText(path)

    def _where(self) -> Path:
        path = Path(self.path.text().strip()).expanduser()
        return path if path.suffix else path.with_suffix(ENDING) if path.name else path

    def _look(self) -> None:
        self.refuse(None)
        there = self._where().is_file()
        self.note.show_runs(
            _("Replaces the file that is there.") if there else _("Only you can read it.")
        )
