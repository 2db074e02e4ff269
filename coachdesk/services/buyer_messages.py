"""Value messages by what a person has to do with buying, and by the customer's stage."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.joint_meetings import BuyerMessage
from coachdesk.domain.people import PartnerTeam
from coachdesk.domain.vocabulary import BuyingRole, SelectionStage
from coachdesk.language import gettext as _
from coachdesk.store.unit_of_work import UnitOfWork


def keep_buyer_message(
    work: UnitOfWork,
    *,
    buying_role: BuyingRole,
    stage: SelectionStage,
    text: str,
    team_id: Id[PartnerTeam] | None = None,
) -> BuyerMessage | None:
    """What to say to that role at that stage, in place of the words before; none takes it back."""
    known = work.find(BuyerMessage, buying_role=buying_role, stage=stage, team_id=team_id)
    if not text.strip():
        for each in known:
            work.remove(each)
        return None
    if known:
        return work.put(replace(known[0], text=text.strip()))
    return add_buyer_message(work, buying_role=buying_role, stage=stage, text=text, team_id=team_id)


def add_buyer_message(
    work: UnitOfWork,
    *,
    buying_role: BuyingRole,
    stage: SelectionStage,
    text: str,
    team_id: Id[PartnerTeam] | None = None,
) -> BuyerMessage:
    """A message for a role and stage that has none yet, of a team or of all (E-JME-04)."""
    if work.find(BuyerMessage, buying_role=buying_role, stage=stage, team_id=team_id):
        raise RuleError(
            "E-JME-04",
            _("There is a message for this role and stage already."),
            _("Change its words instead."),
        )
    return work.put(
        BuyerMessage(
            id=work.new_id(BuyerMessage),
            buying_role=buying_role,
            stage=stage,
            team_id=team_id,
            text=text.strip(),
        )
    )


def message_for(
    known: Iterable[BuyerMessage],
    buying_role: BuyingRole,
    stage: SelectionStage | None,
    team_id: UUID,
) -> BuyerMessage | None:
    """The team's own message for that role and stage, else the one for all teams."""
    fitting = [
        each
        for each in known
        if each.buying_role is buying_role
        and each.stage is stage
        and each.team_id in (None, team_id)
    ]
    return min(fitting, key=lambda each: each.team_id is None, default=None)
