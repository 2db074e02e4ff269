"""Baton lines for screens and briefs, and what hangs on them."""

from dataclasses import replace
from uuid import UUID

from coachdesk.domain.asks import Ask, AskThread
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.shares import Share
from coachdesk.domain.vocabulary import ShareKind
from coachdesk.language import gettext as _
from coachdesk.services.asks import note_ask
from coachdesk.services.desk import Desk
from coachdesk.services.shares import give_share
from coachdesk.store.queries.batons import lines_under_way
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.baton import BatonLine


def team_batons(desk: Desk) -> tuple[BatonLine, ...]:
    """The promises to customers that are under way, of the whole team."""
    return tuple(desk.ask(lines_under_way))


def batons_of(desk: Desk, rep_id: UUID) -> tuple[BatonLine, ...]:
    """The promises to customers that one rep has under way."""
    return tuple(desk.ask(lines_under_way, rep_id))


def ask_about(work: UnitOfWork, hand_off_id: Id[HandOff], text: str) -> Ask:
    """An unfinished request to the rep that hangs on a hand-off."""
    hand_off = work.get(HandOff, hand_off_id)
    return note_ask(work, text=text, rep_id=hand_off.rep_id, hand_off_id=hand_off.id)


def share_about(work: UnitOfWork, hand_off_id: Id[HandOff], kind: ShareKind, text: str) -> Share:
    """Something given to the rep that hangs on a hand-off."""
    hand_off = work.get(HandOff, hand_off_id)
    return give_share(
        work,
        rep_id=hand_off.rep_id,
        kind=kind,
        text=text,
        account_id=hand_off.account_id,
        hand_off_id=hand_off.id,
    )


def hang_thread(
    work: UnitOfWork, thread_id: Id[AskThread], hand_off_id: Id[HandOff] | None
) -> AskThread:
    """Let the requests on one subject hang on a hand-off of the same rep; None takes them off."""
    thread = work.get(AskThread, thread_id)
    if hand_off_id is not None and work.get(HandOff, hand_off_id).rep_id != thread.rep_id:
        raise InputError(
            _("That request is with another rep."),
            _("Choose a request to or of the rep who made the hand-off."),
        )
    return work.put(replace(thread, hand_off_id=hand_off_id))
