"""What leads on from a customer or a rep: hand-offs, joint meetings, opportunities."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.partner_vocabulary import JointMeetingState
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.vocabulary import HandOffState, OpportunityResult
from coachdesk.language import gettext as _
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.links import LinkRow
from coachdesk.views.search import Place

MEETINGS = 3
_OPEN = (HandOffState.DRAFT, HandOffState.SET, HandOffState.MISSED)


def of_customer(reads: Snapshot, account_id: UUID) -> tuple[LinkRow, ...]:
    """The rep, what is under way with partners, the newest joint meetings, what may be sold."""
    account = reads.get(Account, as_id(account_id))
    rows = []
    if account.owner_rep_id is not None:
        rep = reads.get(Rep, account.owner_rep_id)
        place = Place("rep", rep.id, rep.id)
        rows.append(LinkRow(id=rep.id, title=_("rep"), words=rep.name, day=None, place=place))
    teams = {team.id: team.name for team in reads.find(PartnerTeam)}
    given = reads.find(HandOff, account_id=account.id, state=_OPEN)
    for each in sorted(given, key=lambda item: item.due_day or date.max):
        words = f"{each.expectation or each.need} · {teams[each.team_id]}"
        place = Place("hand_off", each.id)
        day = each.due_day
        rows.append(LinkRow(id=each.id, title=_("hand-off"), words=words, day=day, place=place))
    rows += _meetings(reads.find(JointMeeting, account_id=account.id), teams)
    possible = reads.find(Opportunity, account_id=account.id, result=OpportunityResult.OPEN)
    for deal in possible:
        place = Place("opportunity", deal.id)
        rows.append(
            LinkRow(id=deal.id, title=_("opportunity"), words=deal.title, day=None, place=place)
        )
    return tuple(rows)


def meetings_of_rep(reads: Snapshot, rep_id: UUID) -> tuple[LinkRow, ...]:
    """The newest joint meetings of a rep, those ahead first."""
    names = {account.id: account.name for account in reads.find(Account)}
    return tuple(_meetings(reads.find(JointMeeting, rep_id=rep_id), names, by="account_id"))


def _meetings(
    found: list[JointMeeting], names: Mapping[Any, str], by: str = "team_id"
) -> list[LinkRow]:
    held = [each for each in found if each.state is not JointMeetingState.CANCELLED]
    newest = sorted(held, key=lambda each: each.day, reverse=True)[:MEETINGS]
    return [
        LinkRow(
            id=each.id,
            title=_("joint meeting"),
            words=names[getattr(each, by)],
            day=each.day,
            place=Place("joint_meeting", each.id),
        )
        for each in newest
    ]
