"""What is typed on the page of a peer meeting: kept at once, written when its field is left."""

from coachdesk.domain.errors import UserError
from coachdesk.domain.partner_vocabulary import PeerTopic
from coachdesk.language import gettext as _
from coachdesk.services import peer_meetings as commands
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.ui.parts.kept_line import KeptLine
from coachdesk.ui.peers.agenda_card import AgendaCard
from coachdesk.ui.peers.record_card import RecordCard
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.peers import PeerMeetingPage

PLACE, DECISION, PROBLEM = "peer meeting", "peer meeting decision", "peer meeting problem"


class TypedRecord:
    """The words of the items and the two lines below, of the meeting that was opened last."""

    def __init__(self, workplace: Workplace, agenda: AgendaCard, record: RecordCard) -> None:
        self._workplace, self._record = workplace, record
        self._page: PeerMeetingPage | None = None
        self.decision = KeptLine(
            workplace, record.line, DECISION, placeholder=_("Who, what, by when")
        )
        self.problem = KeptLine(
            workplace, agenda.line, PROBLEM, placeholder=_("A problem that came up")
        )
        record.settled.connect(self._keep)
        record.left.connect(self.write)

    def restore(self, page: PeerMeetingPage) -> None:
        """What was typed in this meeting and not written comes back."""
        kept = self._workplace.ask(unsaved_at, PLACE, page.meeting.id)
        content = {} if kept is None else dict(kept.content or {})
        typed = {key: str(words) for key, words in content.items() if "." in key}
        if typed:
            self._workplace.say(_("What you were typing is back."))
        self.take_over(page, typed)

    def take_over(self, page: PeerMeetingPage, typed: dict[str, str]) -> None:
        """Begin with these words, by topic and field, in new widgets or another meeting."""
        self.show_page(page)
        self._record.typed = typed
        self.decision.open(page.meeting.id)
        self.problem.open(page.meeting.id)

    def show_page(self, page: PeerMeetingPage) -> None:
        """The same meeting, read again."""
        self._page = page

    def leave(self) -> None:
        """Keep the lines, write the words."""
        self.decision.keep()
        self.problem.keep()
        self._record.people.keep_typed()
        self.write()

    def write(self) -> None:
        """What was typed as one change; words that are too long stay, with the reason."""
        page = self._page
        typed = dict(self._record.changed())
        if page is None or not typed or self._workplace.why_not_write:
            return
        said = [_said(page, topic, typed) for topic in {_topic(key) for key in typed}]
        try:
            self._workplace.do(commands.record_topics, page.meeting.id, *said, said="", by=None)
        except UserError as refused:
            self._record.say(f"{refused.message} {refused.next_step}".strip())
            self._keep()
            return
        self._record.say("")
        self._record.typed = {}
        draft = unsaved_draft(PLACE, page.meeting.id, {}, self._workplace.as_of)
        self._workplace.forget(draft)

    def _keep(self) -> None:
        if self._page is not None:
            content = dict(self._record.typed)
            day = self._workplace.as_of
            self._workplace.autosave(unsaved_draft(PLACE, self._page.meeting.id, content, day))


def _topic(key: str) -> PeerTopic:
    return PeerTopic(key.partition(".")[0])


def _said(page: PeerMeetingPage, topic: PeerTopic, typed: dict[str, str]) -> commands.Said:
    """Both fields of an item: as typed, else as they were."""
    before = page.said.get(topic)
    words = {
        field: typed.get(f"{topic.value}.{field}", "" if before is None else getattr(before, field))
        for field in ("text", "peer_text")
    }
    return commands.Said(topic=topic, **words)
