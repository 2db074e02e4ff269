"""What is to be looked at again: pursuits whose day has come, the own list, peers not met."""

from coachdesk.domain.peer_meeting_rules import Due
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.own_example import first_point, looks_due
from coachdesk.services.pursuits import due_pursuits
from coachdesk.store.queries.peers import time_to_meet
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.again import AgainRow
from coachdesk.views.dates import due_words
from coachdesk.views.peers import TimeToMeet
from coachdesk.views.pursuits import PursuitDue
from coachdesk.views.search import Place


def look_again(reads: Snapshot) -> tuple[AgainRow, ...]:
    """Pursuits first, the oldest first, then the peer managers met longest ago."""
    pursuits = [_pursuit(each, reads) for each in due_pursuits(reads)]
    return (*pursuits, *_own_list(reads), *(_peer(each) for each in time_to_meet(reads)))


def _own_list(reads: Snapshot) -> tuple[AgainRow, ...]:
    """The monthly look at what reps should see the manager do."""
    n, first = looks_due(reads), first_point(reads)
    if not n or first is None:
        return ()
    return (
        AgainRow(
            id=first,
            title=_("What they see you do"),
            about=_("your own list, once a month"),
            reason=ngettext("{n} to look at", "{n} to look at", n).format(n=n),
            place=Place("playbook", first),
        ),
    )


def _pursuit(due: PursuitDue, reads: Snapshot) -> AgainRow:
    return AgainRow(
        id=due.opportunity_id,
        title=due.account,
        about=due.fact or due.title,
        reason=_("decide, {day}").format(day=due_words(due.decide_by, reads.as_of)),
        place=Place("opportunity", due.opportunity_id),
    )


def _peer(each: TimeToMeet) -> AgainRow:
    ahead = each.ahead
    place = Place("partners", each.team_id) if ahead is None else Place("peer_meeting", ahead.id)
    return AgainRow(
        id=each.peer_id,
        title=_("Meet {name}").format(name=each.name),
        about=each.team,
        reason=_since(each.due),
        place=place,
    )


def _since(due: Due) -> str:
    if due.last_met is None:
        return _("not met yet")
    days = (due.as_of - due.last_met).days
    words = ngettext("{n} of {of} day", "{n} of {of} days", due.rhythm_days)
    return words.format(n=days, of=due.rhythm_days)
