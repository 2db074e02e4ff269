"""A line that is being typed: kept outside the journal, found again, covered if it is private."""

from uuid import UUID

from PySide6.QtCore import QObject

from coachdesk.domain.evidence import Draft
from coachdesk.language import gettext as _
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.shell.workplace import Workplace


def covered_words() -> str:
    """What stands where a private line is kept."""
    return _("A private line was kept: Enter shows it")


class Kept:
    """The one line kept at a place about something; nothing is written for an empty one."""

    def __init__(self, workplace: Workplace, place: str, about: UUID) -> None:
        self._workplace, self._place, self._about = workplace, place, about

    def read(self) -> tuple[str, bool]:
        """The line, and whether it is private."""
        kept: Draft | None = self._workplace.ask(unsaved_at, self._place, self._about)
        if kept is None:
            return "", False
        return str((kept.content or {}).get("line", "")), kept.private

    def keep(self, line: str, *, private: bool) -> None:
        """Keep it in place of the one before."""
        if not line.strip():
            self.forget()
            return
        day, content = self._workplace.as_of, {"line": line}
        draft = unsaved_draft(self._place, self._about, content, day, private=private)
        self._workplace.autosave(draft)

    def forget(self) -> None:
        """It is saved by now, or was deleted."""
        draft = unsaved_draft(self._place, self._about, {}, self._workplace.as_of)
        self._workplace.forget(draft)


class KeptLine(QObject):
    """Keeps what is typed into a field for the rep that is shown; `done` when it is saved.

    A private line is covered whenever the keys leave it; Enter shows it again.
    """

    def __init__(
        self,
        workplace: Workplace,
        field: Field,
        place: str,
        *,
        placeholder: str,
        private: bool = False,
    ) -> None:
        super().__init__(field)
        self._workplace, self._field = workplace, field
        self._place, self._private = place, private
        self._placeholder = placeholder
        self._kept: Kept | None = None
        self._line = ""
        self.is_covered = False
        field.settled.connect(self.keep)
        field.left.connect(self._left)

    def open(self, about: UUID) -> None:
        """Show what was typed about this one; what stands in the field is kept first."""
        self.keep()
        self._kept = Kept(self._workplace, self._place, about)
        self._line, _is_private = self._kept.read()
        self._show()

    def keep(self) -> None:
        """Write at once what would be written a moment later."""
        line = self._field.text()
        if self._kept is None or self.is_covered or line == self._line:
            return
        self._line = line
        self._kept.keep(line, private=self._private or _says_private(line))

    def uncover(self) -> None:
        """Show a private line that was asked for."""
        if self._kept is not None:
            self._cover(False)
            self._field.setText(self._kept.read()[0])

    def done(self) -> None:
        """It is saved, and the field is empty again."""
        self._line = ""
        self._field.clear()
        if self._kept is not None:
            self._kept.forget()

    def _left(self) -> None:
        self.keep()
        if self._private:
            self._show()

    def _show(self) -> None:
        covered = self._private and bool(self._line.strip())
        self._field.setText("" if covered else self._line)
        self._cover(covered)

    def _cover(self, covered: bool) -> None:
        self.is_covered = covered
        self._field.setReadOnly(covered)
        self._field.set_placeholder(covered_words() if covered else self._placeholder)
        self._field.setAccessibleDescription(covered_words() if covered else "")


def _says_private(line: str) -> bool:
    """A captured line that begins with `p` is private from its first letter on."""
    return line.split()[:1] in (["p"], ["P"])
