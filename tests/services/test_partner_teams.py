"""A partner team that is deleted: refused, gone, or at rest with its history."""

from coachdesk.domain.errors import RuleError
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import PartnerPerson, PartnerTeam
from coachdesk.services import hand_offs as commands
from coachdesk.services.desk import Desk
from coachdesk.services.partner_teams import (
    delete_partner_team,
    is_at_rest,
    resume_partner_team,
)
from tests.services.making import account_called, again, all_of, rep_called


def handed_over(desk: Desk) -> HandOff:
    (team,) = all_of(desk, PartnerTeam)
    return desk.do(
        commands.plan_hand_off,
        rep_id=rep_called(desk, "Priya").id,
        account_id=account_called(desk, "Cobalt").id,
        team_id=team.id,
        need="One price for two countries",
    ).result


def refusal(desk: Desk, team: PartnerTeam) -> RuleError | None:
    try:
        desk.do(delete_partner_team, team.id)
    except RuleError as refused:
        return refused
    return None


def test_a_team_with_open_hand_offs_stays_and_the_way_out_is_said(office: Desk) -> None:
    handed_over(office)
    (team,) = all_of(office, PartnerTeam)
    refused = refusal(office, team)
    assert refused is not None
    assert (refused.code, refused.message) == ("E-TEA-01", "Integration has 1 open hand-off.")
    assert refused.next_step.startswith("Close or withdraw them on Partners")
    assert again(office, team) == team


def test_a_team_nobody_has_a_record_of_goes_with_its_people(office: Desk) -> None:
    (team,) = all_of(office, PartnerTeam)
    office.do(delete_partner_team, team.id)
    assert (all_of(office, PartnerTeam), all_of(office, PartnerPerson)) == ([], [])
    office.undo()
    assert all_of(office, PartnerTeam) == [team]
    assert len(all_of(office, PartnerPerson)) == 1


def test_a_team_with_a_past_rests_until_it_is_needed_again(office: Desk) -> None:
    made = handed_over(office)
    office.do(commands.withdraw_hand_off, made.id, office.as_of, "No budget")
    (team,) = all_of(office, PartnerTeam)
    office.do(delete_partner_team, team.id)
    assert office.ask(is_at_rest, team.id)
    assert again(office, made).team_id == team.id
    office.do(resume_partner_team, team.id)
    assert not office.ask(is_at_rest, team.id)
