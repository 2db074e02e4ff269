"""What a rep asks of others as a topic of the one-on-one: the same balance, one level on."""

from dataclasses import replace

from coachdesk.domain.asks import AskThread
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Rep
from coachdesk.domain.talks import AgendaItem, CoachingSession
from coachdesk.language import gettext as _
from coachdesk.services.agendas import add_own_point
from coachdesk.store.queries.ladders import rep_asks
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.requests import topic_words

MINUTES = 5


def coach_ask(
    work: UnitOfWork, session_id: Id[CoachingSession], thread_id: Id[AskThread]
) -> AgendaItem:
    """A point of the manager’s on what the rep asks of others; one that is there is returned."""
    talk = work.get(CoachingSession, session_id)
    found = [row for row in rep_asks(work, talk.rep_id) if row.thread_id == thread_id]
    if not found:
        raise InputError(
            _("This request is settled, or another rep’s."), _("Choose one that is open.")
        )
    words = topic_words(work.get(Rep, talk.rep_id).first_name, found[0])
    for item in work.find(AgendaItem, session_id=session_id):
        if item.text == words:
            return item
    return work.put(replace(add_own_point(work, session_id, words), minutes=MINUTES))


def coach_late_notice(
    work: UnitOfWork, session_id: Id[CoachingSession], question: str
) -> AgendaItem:
    """A point of the manager’s on needs that are heard of late; one that is there is returned."""
    words = _("Needs we hear of late: {question}").format(question=question)
    for item in work.find(AgendaItem, session_id=session_id):
        if item.text == words:
            return item
    return work.put(replace(add_own_point(work, session_id, words), minutes=MINUTES))
