"""What the two said about people: private notes about single reps, behind the curtain."""

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.services.peer_meetings import note_on_person, read_person_notes
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.private_notes import is_first_private_note
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.curtain import Curtain
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.kept_line import KeptLine
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.peers import PeerMeetingPage

PLACE = "peer meeting person"
NOBODY = ""


class PeopleNotes(QWidget):
    """The words are read while the button is held and stay in no widget."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        theme = workplace.theme
        self._meeting_id: UUID | None = None
        self._notice_shown = False
        self.curtain = Curtain(theme, 0, self._reveal)
        self.about = ChoiceButton(theme, [(NOBODY, _("about whom?"))], NOBODY, name=_("About whom"))
        words = _("What was said, in a line")
        self.line = Field(theme, words, name=words, icon="lock")
        self._kept = KeptLine(workplace, self.line, PLACE, placeholder=words, private=True)
        self._notice = Text(theme, "", "small", "ink2", wrap=True)
        self._notice.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.about)
        row.addWidget(self.line, 1)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(8))
        stack.addWidget(self.curtain)
        stack.addLayout(row)
        stack.addWidget(self._notice)
        self.line.returnPressed.connect(self._write)
        workplace.hold(self.about, self.line)

    def show_page(self, page: PeerMeetingPage) -> None:
        """Count the notes of this meeting, and offer the team."""
        options = [(NOBODY, _("about whom?")), *((str(id), name) for id, name in page.reps)]
        self.about.set_options(options)
        if page.meeting.id != self._meeting_id:
            self._meeting_id = page.meeting.id
            self._kept.open(page.meeting.id)
            self.about.set_value(NOBODY)
            self._notice.hide()
        self.curtain.set_count(len(page.person_notes))

    def keep_typed(self) -> None:
        """Write at once what would be written a moment later."""
        self._kept.keep()

    def _reveal(self) -> list[str]:
        if self._meeting_id is None:
            return []
        notes: list[tuple[str, str]] = self._workplace.ask(read_person_notes, self._meeting_id)
        return [f"{name}: {words}" for name, words in notes]

    def _write(self) -> None:
        if self._kept.is_covered:
            self._kept.uncover()
            return
        text = self.line.text().strip()
        if not text or self._meeting_id is None:
            return
        if not self.about.value():
            self._say(_("About whom? Choose a name first."))
            self.about.setFocus()
            return
        if not self._notice_shown and self._workplace.ask(is_first_private_note):
            self._notice_shown = True
            self._say(shipped_playbook().private_note_notice)
            return
        try:
            self._workplace.do(
                note_on_person,
                self._meeting_id,
                UUID(self.about.value()),
                text,
                said=_("Private note kept. It is never printed or shared."),
            )
        except UserError as refused:
            self._say(f"{refused.message} {refused.next_step}".strip())
            return
        self._kept.done()
        self.about.set_value(NOBODY)
        self._notice.hide()

    def _say(self, words: str) -> None:
        self._notice.show_runs(words)
        self._notice.show()
