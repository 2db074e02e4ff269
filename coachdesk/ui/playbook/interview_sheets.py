"""Small sheets of the interviews: begin or change one, take the second sheet, erase."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.interviews import Interview
from coachdesk.language import gettext as _
from coachdesk.services.interview_files import (
    read_second_sheet,
    save_blank_sheet,
    sheet_file_name,
)
from coachdesk.services.interviews import (
    change_interview,
    erase_interview,
    open_second_sheet,
    start_interview,
)
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.parts.places import documents_folder
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import long_day
from coachdesk.views.interviews import InterviewPage

Go = Callable[[UUID], None]


class CandidateSheet(Sheet):
    """A new candidate, or another code, position or day of one."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        go: Go,
        *,
        code: str,
        known: InterviewPage | None = None,
    ) -> None:
        super().__init__(
            workplace,
            window,
            _("New interview") if known is None else _("Candidate {code}").format(code=code),
            _("A code is enough; no name is needed. Nothing here is linked to a rep."),
            _("Begin") if known is None else _("Keep"),
        )
        self._go, self._known = go, known
        self.code = self.add_line(_("Candidate’s code"), text=code)
        self.code.setMaxLength(20)
        position = known.position if known else ""
        self.position = self.add_line(_("Position"), _("Field sales, north"), position)
        self.position.setMaxLength(80)
        day = long_day(known.day) if known else _("today")
        self.day = self.add_line(_("Day"), _("today, Fri, 24 Mar"), day, icon="calendar")
        self.ask(self.code)

    def act(self) -> Callable[[], None] | None:
        day = _day(self.day.text(), self._known, self.workplace.as_of)
        words = {"code": self.code.text(), "position": self.position.text(), "day": day}
        if self._known is None:
            made: Interview = self.workplace.do(start_interview, **words)
        else:
            made = self.workplace.do(change_interview, self._known.id, **words)
        return lambda: self._go(made.id)


def _day(typed: str, known: InterviewPage | None, as_of: date) -> date:
    if known is not None and typed == long_day(known.day):
        return known.day
    return parse_day(typed or _("today"), as_of=as_of, toward="future")


class SecondSheet(Sheet):
    """The other interviewer's sheet, to be typed from paper."""

    def __init__(self, workplace: Workplace, window: QWidget, page: InterviewPage, go: Go) -> None:
        super().__init__(
            workplace,
            window,
            _("Second interviewer’s sheet"),
            _("Type it from paper. Both sheets are seen side by side once this one is closed."),
            _("Open it"),
        )
        self._page, self._go = page, go
        self.name = self.add_line(_("Name of the interviewer"))
        self.name.setMaxLength(80)
        self.ask(self.name)

    def act(self) -> Callable[[], None] | None:
        self.workplace.do(open_second_sheet, self._page.id, self.name.text())
        return lambda: self._go(self._page.id)


class _FileSheet(Sheet):
    """A sheet that asks for the path of a text file."""

    def add_path(self, path: str) -> Field:
        """The path, and the system's own dialog beside it."""
        theme = self.workplace.theme
        field = Field(theme, _("Path of a text file"), name=_("Path of the file"), icon="file")
        field.setText(path)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(Labeled(theme, _("Path of the file"), field), 1)
        self.body.addLayout(row)
        self.field = field
        self.browse_button = Button(theme, _("Choose a file…"))
        self.browse_button.clicked.connect(self.browse)
        self.foot.insertWidget(0, self.browse_button)
        return field

    @property
    def path(self) -> Path:
        """The file that is meant."""
        return Path(self.field.text().strip()).expanduser()

    def browse(self) -> None:
        """Choose a file in the system's own dialog."""
        dialog = QFileDialog(self, self.accessibleName(), str(documents_folder()))
        dialog.setNameFilter(_("Interview sheets") + " (*.txt)")
        if isinstance(self, BlankFile):
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix("txt")
        dialog.fileSelected.connect(self.field.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class SecondFromFile(_FileSheet):
    """Reads the text file that came back; what is wrong in it is said by line and field."""

    def __init__(self, workplace: Workplace, window: QWidget, page: InterviewPage, go: Go) -> None:
        super().__init__(
            workplace,
            window,
            _("Second sheet from a file"),
            _("The text file that the other interviewer filled in. Look through it, then close."),
            _("Read it"),
            width=600,
        )
        self._page, self._go = page, go
        self.ask(self.add_path(""))

    def act(self) -> Callable[[], None] | None:
        outcome = read_second_sheet(self.workplace.desk, self._page.id, self.path)
        self.workplace.tell(outcome.changes)
        said = _("The sheet of {name} was read").format(name=outcome.result.interviewer)
        self.workplace.say(said, can_undo=True)
        return lambda: self._go(self._page.id)


class BlankFile(_FileSheet):
    """Writes an empty sheet as a text file, for the other interviewer to fill in."""

    writes = False

    def __init__(self, workplace: Workplace, window: QWidget, page: InterviewPage) -> None:
        super().__init__(
            workplace,
            window,
            _("Blank sheet as a file"),
            _("A small text file with the nine questions; it is read back here when it is filled."),
            _("Save"),
            width=600,
        )
        self._page = page
        name = f"{sheet_file_name(page.code, page.day)}.txt"
        self.ask(self.add_path(str(documents_folder() / name)))

    def act(self) -> Callable[[], None] | None:
        save_blank_sheet(self.workplace.desk, self._page.id, self.path)
        said = _("The blank sheet is in {path}").format(path=self.path)
        return lambda: self.workplace.say(said)


class EraseSheet(Sheet):
    """The one step that cannot be taken back, so it is asked for once more."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        page: InterviewPage,
        go: Callable[[], None],
    ) -> None:
        super().__init__(
            workplace,
            window,
            _("Erase everything about {code}").format(code=page.code),
            _(
                "The interview, its sheets and what the history kept of them leave this file "
                "for good: this cannot be taken back. Copies and exports you made before "
                "still hold them, and so does paper."
            ),
            _("Erase for good"),
        )
        self._page, self._go = page, go
        # Enter leaves it: the keys are on the other button.
        self.act_button.set_kind("danger")
        self.act_button.set_hint("")
        self.ask(self.close_button)

    def act(self) -> Callable[[], None] | None:
        outcome = self.workplace.desk.erase(erase_interview, self._page.id)
        self.workplace.tell(outcome.changes)
        self.workplace.say(_("{code} is erased").format(code=self._page.code))
        return self._go
