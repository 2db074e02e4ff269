"""Trust in one of theirs, noted as evidence: behind the curtain, and a line to add a note."""

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.day_names import short_day
from coachdesk.domain.errors import UserError
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.vocabulary import NoteAbout, NoteAspect
from coachdesk.language import gettext as _
from coachdesk.services.partner_people import notes_about_person
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.private_notes import is_first_private_note, write_private_note
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.curtain import Curtain
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.kept_line import KeptLine
from coachdesk.ui.parts.trust_words import NOTE, about_options, trust_words
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.partner_team import PersonRow

PLACE, NOBODY = "private line of a partner’s person", ""


class TrustNotes(QWidget):
    """About the person whose row is current; the words stay in no widget."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        theme = workplace.theme
        self._row: PersonRow | None = None
        self._notice_shown = False
        self._title = Text(theme, "", "small", "ink2", wrap=True)
        self.curtain = Curtain(theme, 0, self._reveal)
        words = _("What you saw that speaks of trust")
        self.line = Field(theme, words, name=_("Add a private note"), icon="lock")
        self.line.setMaxLength(600)
        self._kept = KeptLine(workplace, self.line, PLACE, placeholder=words, private=True)
        self.about = ChoiceButton(
            theme, about_options(), NOTE, name=_("What the private note is about")
        )
        self.rep = ChoiceButton(
            theme, [(NOBODY, _("no rep"))], NOBODY, name=_("Toward whom of ours")
        )
        self._reps: dict[str, UUID] = {}
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.about)
        row.addWidget(self.rep)
        row.addWidget(self.line, 1)
        self._notice = Text(theme, "", "small", "ink2", wrap=True)
        self._notice.hide()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(8))
        for widget in (self._title, self.curtain):
            stack.addWidget(widget)
        stack.addLayout(row)
        stack.addWidget(self._notice)
        self.line.returnPressed.connect(self._write)
        workplace.hold(self.about, self.rep, self.line)

    def show_person(self, row: PersonRow | None) -> None:
        """Count the notes about this person."""
        self.setVisible(row is not None)
        if row is None:
            self.keep_typed()
            self._row = None
            return
        if self._row is None or row.id != self._row.id:
            self._kept.open(row.id)
            self._notice.hide()
            self._notice_shown = False
            self.about.set_value(NOTE)
            self.rep.set_value(NOBODY)
        self._row = row
        self._title.show_runs(_("Trust in {name}").format(name=row.name))
        self._reps = {str(id): id for id, _name in row.works_with}
        options = [(NOBODY, _("no rep"))]
        options += [(str(id), _("toward {name}").format(name=name)) for id, name in row.works_with]
        self.rep.set_options(options)
        self.rep.setVisible(bool(row.works_with))
        self.curtain.set_count(row.notes)

    def keep_typed(self) -> None:
        """Write at once what would be written a moment later."""
        self._kept.keep()

    def _reveal(self) -> list[str]:
        if self._row is None:
            return []
        return [_revealed(note) for note in self._workplace.ask(notes_about_person, self._row.id)]

    def _write(self) -> None:
        if self._kept.is_covered:
            self._kept.uncover()
            return
        text = self.line.text().strip()
        if not text or self._row is None:
            return
        if not self._notice_shown and self._workplace.ask(is_first_private_note):
            self._notice_shown = True
            self._say(shipped_playbook().private_note_notice)
            return
        try:
            self._workplace.do(
                write_private_note,
                about=NoteAbout.PARTNER_PERSON,
                aspect=NoteAspect(self.about.value()) if self.about.value() else None,
                about_id=self._row.id,
                rep_id=self._reps.get(self.rep.value()),
                text=text,
                said=_("Private note kept. It is never printed or shared."),
            )
        except UserError as error:
            self._say(f"{error.message} {error.next_step}".strip())
            return
        self._kept.done()
        self.about.set_value(NOTE)
        self.rep.set_value(NOBODY)
        self._notice.hide()

    def _say(self, words: str) -> None:
        self._notice.show_runs(words)
        self._notice.show()


def _revealed(note: PrivateNote) -> str:
    """“3 Mar, trust, respect: …”, behind the curtain only."""
    day = short_day(note.day)
    if note.aspect is None:
        return _("{day}: {text}").format(day=day, text=note.text)
    aspect = trust_words().get(note.aspect, "")
    return _("{day}, trust, {aspect}: {text}").format(day=day, aspect=aspect, text=note.text)
