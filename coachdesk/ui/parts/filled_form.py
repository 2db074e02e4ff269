"""A form that came back from a rep: which file, then its rows, each to be kept or left out."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.vocabulary import TalkState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.filled_forms import (
    Filled,
    FilledCheck,
    FilledRow,
    check_filled,
    keep_filled,
    read_filled_file,
)
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Check
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.dropping import FileDrop
from coachdesk.ui.parts.places import documents_folder
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import medium_day

LONGEST_PATH, INDENT = 4096, 24


def read_form(workplace: Workplace, window: QWidget, path: Path | None = None) -> None:
    """Ask for the file of a form and show its rows; a path is read at once."""
    sheet = ReadFormSheet(workplace, window)
    sheet.open(path)


class ReadFormSheet(Sheet):
    """The path of the file; Enter reads it, nothing is kept before its rows were seen."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(
            workplace,
            window,
            _("Read a filled-in form"),
            _("The PDF that a rep filled in, saved and sent back."),
            _("Read it"),
            width=600,
        )
        self._ground = window
        self.source = Field(
            workplace.theme, _("Path of the PDF"), name=_("Path of the file"), icon="file"
        )
        self.source.setMaxLength(LONGEST_PATH)
        self.source.setAcceptDrops(False)
        self.labeled = Labeled(workplace.theme, _("Path of the file"), self.source)
        row = QHBoxLayout()
        row.setSpacing(workplace.theme.px(8))
        row.addWidget(self.labeled, 1)
        self.body.addLayout(row)
        self.body.addWidget(Text(workplace.theme, _("Or drop a file here."), "small", "ink2"))
        self.browse_button = Button(workplace.theme, _("Choose a file…"))
        self.foot.insertWidget(0, self.browse_button)
        self._drop = FileDrop(self)
        self._drop.dropped.connect(self._take)
        self.browse_button.clicked.connect(self.browse)
        self.source.textEdited.connect(self._forget)

    def open(self, path: Path | None = None) -> None:
        """Open it with the keys on the path; a path that is known is read at once."""
        self.ask(self.source)
        if path is not None:
            self._take(path)

    def act(self) -> Callable[[], None]:
        path = Path(self.source.text().strip()).expanduser()
        filled = read_filled_file(path)
        check = self.workplace.ask(check_filled, filled)
        return partial(show_filled, self.workplace, self._ground, filled, check)

    def browse(self) -> None:
        """Choose a file in the system's own dialog."""
        dialog = QFileDialog(self, _("Read a filled-in form"), str(documents_folder()))
        dialog.setNameFilter(_("PDF (*.pdf)"))
        dialog.fileSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _forget(self, _typed: str) -> None:
        """Another path: what was refused belongs to the last one."""
        self.refuse(None)

    def _take(self, path: Path | str) -> None:
        self.source.setText(str(path))
        self.run()


def show_filled(workplace: Workplace, window: QWidget, filled: Filled, check: FilledCheck) -> None:
    """The rows of a form that is new; one that was read before opens what it became."""
    if check.was_read:
        _open_talk(workplace, check)
        words = _("{name}’s form was read before; this is its one-on-one.")
        workplace.say(words.format(name=check.rep.first_name))
        return
    FilledSheet(workplace, window, filled, check)


def _open_talk(workplace: Workplace, check: FilledCheck) -> None:
    steps = {TalkState.RUNNING: "run", TalkState.HELD: "wrap_up", TalkState.WRAPPED_UP: "wrap_up"}
    workplace.open_talk(check.talk.id, steps.get(check.talk.state, "prepare"))


class FilledSheet(Sheet):
    """Each row with what it becomes; what is unticked is left out. Enter keeps the rest."""

    def __init__(
        self, workplace: Workplace, window: QWidget, filled: Filled, check: FilledCheck
    ) -> None:
        sentence = _("Untick what is not to be kept. Ctrl+Z takes the whole form back.")
        if not check.rows:
            sentence = _("Nothing was filled in on this form.")
        super().__init__(workplace, window, check.title, sentence, "", width=680)
        self._filled, self._check = filled, check
        self.rows = [FilledLine(workplace.theme, row) for row in check.rows]
        for line in self.rows:
            self.body.addWidget(line)
            line.check.toggled.connect(self._count)
        self._count()
        self.ask(next((line.check for line in self.rows if line.row.can_keep), self.close_button))

    def act(self) -> Callable[[], None]:
        day = medium_day(self._check.talk.day)
        said = _("{name}’s form is kept with the one-on-one of {day}")
        said = said.format(name=self._check.rep.first_name, day=day)
        try:
            self.workplace.do(keep_filled, self._filled, self._chosen(), said=said)
        except UserError:
            # The store may have changed since the rows were read.
            self._check = self.workplace.ask(check_filled, self._filled)
            raise
        return partial(_open_talk, self.workplace, self._check)

    def _chosen(self) -> list[str]:
        return [line.row.key for line in self.rows if line.check.isChecked()]

    def _count(self, _on: bool = False) -> None:
        n = len(self._chosen())
        self.act_button.set_label(ngettext("Keep {n} row", "Keep {n} rows", n).format(n=n))
        self.act_button.setEnabled(n > 0 and not self.workplace.why_not_write)


class FilledLine(QWidget):
    """What a row becomes with its tick, its words below, and what is to be known of it."""

    def __init__(self, theme: Theme, row: FilledRow) -> None:
        super().__init__()
        self.row = row
        name = ", ".join(part for part in (row.becomes, row.words, row.note) if part)
        self.check = Check(theme, row.becomes, row.can_keep, name=name, role="label")
        self.check.setEnabled(row.can_keep)
        words = Text(theme, row.words, "body", "ink" if row.can_keep else "ink2", wrap=True)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(2))
        stack.addWidget(self.check)
        below = QVBoxLayout()
        below.setContentsMargins(theme.px(INDENT), 0, 0, 0)
        below.setSpacing(theme.px(1))
        below.addWidget(words)
        if row.note:
            below.addWidget(Text(theme, row.note, "small", "warnText", wrap=True))
        stack.addLayout(below)
