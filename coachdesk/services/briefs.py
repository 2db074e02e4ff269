"""The brief of a rep's next talk, and which talk a document is about."""

from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Rep
from coachdesk.domain.talks import CoachingSession
from coachdesk.language import gettext as _
from coachdesk.services import balance
from coachdesk.services.desk import Desk
from coachdesk.services.documents import newest_held
from coachdesk.services.pages import talk_brief
from coachdesk.store.queries.ladders import ask_rows, rep_asks
from coachdesk.store.queries.talks import near_talks, next_talk
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.requests import (
    BriefBalance,
    BriefRequest,
    brief_request,
    help_first,
    who_words,
)
from coachdesk.views.talks import TalkBrief

LATEST = "latest"
NEXT = "next"
LEAST_INTERACTIONS = 3


def next_brief(desk: Desk, rep_id: Id[Rep]) -> TalkBrief | None:
    """The brief of the rep's next talk; None if none is planned."""
    talk = desk.ask(next_talk_of, rep_id)
    return None if talk is None else talk_brief(desk, talk.id)


def requests_with(reads: Snapshot, rep_id: Id[Rep]) -> tuple[BriefRequest, ...]:
    """What is asked of the rep, then what the rep asks of others; without the private form."""
    name = reads.get(Rep, rep_id).name
    asked, asks = help_first(ask_rows(reads, rep_id)), help_first(rep_asks(reads, rep_id))
    return (
        *(brief_request(row, name, is_reps=False) for row in asked),
        *(brief_request(row, who_words(row), is_reps=True) for row in asks),
    )


def brief_balance(reads: Snapshot, rep_id: Id[Rep]) -> BriefBalance | None:
    """What was asked, shared and required in thirteen weeks; None below three of them."""
    counts = balance.balance_with(reads, rep_id)
    if counts.n < LEAST_INTERACTIONS:
        return None
    return BriefBalance(ask=counts.ask, share=counts.share, mandate=counts.mandate)


def next_talk_of(reads: Snapshot, rep_id: Id[Rep] | None) -> CoachingSession | None:
    """The earliest talk of today not started, else the next by date; of one rep if given."""
    own = [talk for talk in near_talks(reads) if rep_id is None or talk.rep_id == rep_id]
    return next_talk(own, reads.as_of)


def talk_meant(reads: Snapshot, which: str, rep: Rep | None) -> CoachingSession:
    """The talk that `latest`, `next` or an id means; InputError if there is none."""
    rep_id = None if rep is None else rep.id
    if which == LATEST:
        return _found(newest_held(reads, rep_id), rep, _("No one-on-one was held yet"))
    if which == NEXT:
        return _found(next_talk_of(reads, rep_id), rep, _("No one-on-one is planned"))
    talk = _by_id(reads, which)
    if talk is None or (rep is not None and talk.rep_id != rep.id):
        raise InputError(
            _("No one-on-one{with_rep} has the id “{id}”.").format(with_rep=_with(rep), id=which),
            _("Name latest, next or the id of one."),
            code="session",
        )
    return talk


def _by_id(reads: Snapshot, typed: str) -> CoachingSession | None:
    try:
        id = UUID(typed)
    except ValueError:
        return None
    return reads.peek(CoachingSession, as_id(id))


def _found(talk: CoachingSession | None, rep: Rep | None, sentence: str) -> CoachingSession:
    if talk is None:
        raise InputError(
            f"{sentence}{_with(rep)}.", _("Name latest, next or the id of one."), code="session"
        )
    return talk


def _with(rep: Rep | None) -> str:
    return "" if rep is None else _(" with {name}").format(name=rep.name)
