"""Private notes of one rep: behind the curtain, and a line to add one."""

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.day_names import short_day
from coachdesk.domain.errors import UserError
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.vocabulary import NoteAbout, NoteAspect
from coachdesk.language import gettext as _
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.private_notes import (
    is_first_private_note,
    private_notes_of,
    write_private_note,
)
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.curtain import Curtain
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.kept_line import KeptLine
from coachdesk.ui.parts.trust_words import NOTE, about_options, trust_words
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.rep import RepPage as RepRecord

PLACE = "private line"


class PrivateNotes(QWidget):
    """The words are read while the button is held and stay in no widget."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        theme = workplace.theme
        self._rep_id: UUID | None = None
        self._notice_shown = False
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(8))
        self.curtain = Curtain(theme, 0, self._reveal)
        words = _("Add a private note")
        self.line = Field(theme, words, name=words, icon="lock")
        self._kept = KeptLine(workplace, self.line, PLACE, placeholder=words, private=True)
        self.about = ChoiceButton(
            theme, about_options(), NOTE, name=_("What the private note is about")
        )
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.about)
        row.addWidget(self.line, 1)
        self._notice = Text(theme, "", "small", "ink2", wrap=True)
        self._notice.hide()
        stack.addWidget(self.curtain)
        stack.addLayout(row)
        stack.addWidget(self._notice)
        self.line.returnPressed.connect(self._write)
        workplace.hold(self.about, self.line)

    def show_page(self, page: RepRecord) -> None:
        """Count this rep's notes."""
        if page.rep_id != self._rep_id:
            self._kept.open(page.rep_id)
            self._notice.hide()
            self._notice_shown = False
            self.about.set_value(NOTE)
        self._rep_id = page.rep_id
        self.curtain.set_count(page.private_notes)

    def keep_typed(self) -> None:
        """Write at once what would be written a moment later."""
        self._kept.keep()

    def _reveal(self) -> list[str]:
        if self._rep_id is None:
            return []
        notes = self._workplace.ask(private_notes_of, self._rep_id)
        return [_revealed(note) for note in notes]

    def _write(self) -> None:
        if self._kept.is_covered:
            self._kept.uncover()
            return
        text = self.line.text().strip()
        if not text or self._rep_id is None:
            return
        if not self._notice_shown and self._workplace.ask(is_first_private_note):
            self._notice_shown = True
            self._notice.show_runs(shipped_playbook().private_note_notice)
            self._notice.show()
            return
        aspect = NoteAspect(self.about.value()) if self.about.value() else None
        try:
            self._workplace.do(
                write_private_note,
                about=NoteAbout.REP if aspect is None else NoteAbout.TRUST,
                aspect=aspect,
                about_id=self._rep_id,
                rep_id=self._rep_id,
                text=text,
                said=_("Private note kept. It is never printed or shared."),
            )
        except UserError as error:
            self._notice.show_runs(f"{error.message} {error.next_step}".strip())
            self._notice.show()
            return
        self._kept.done()
        self.about.set_value(NOTE)
        self._notice.hide()


def _revealed(note: PrivateNote) -> str:
    """“3 Mar, trust, respect: …”, behind the curtain only."""
    day = short_day(note.day)
    if note.about is NoteAbout.TRUST and note.aspect is not None:
        word = trust_words().get(note.aspect, "")
        return _("{day}, trust, {aspect}: {text}").format(day=day, aspect=word, text=note.text)
    return _("{day}: {text}").format(day=day, text=note.text)
