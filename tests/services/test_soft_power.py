"""Notices told, requests sorted, and the cards of a partner team, in a real store."""

from typing import Any

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.hand_off_rules import Expectation
from coachdesk.domain.partner_vocabulary import NoticeState, TriageDecision, Verdict
from coachdesk.domain.people import PartnerTeam
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.domain.soft_power_rules import Quality
from coachdesk.domain.talks import AgendaItem
from coachdesk.domain.vocabulary import Cause
from coachdesk.services import early_access, triage
from coachdesk.services.coaching_topics import coach_late_notice
from coachdesk.services.desk import Desk
from coachdesk.services.hand_offs import (
    NewHandOff,
    hand_off_notice,
    miss_hand_off,
    new_hand_off,
    tell_customer,
)
from coachdesk.services.history import undo_last
from coachdesk.services.soft_power import hear_team, soft_power
from coachdesk.store.queries.soft_power import coming_soon
from coachdesk.views.soft_power import notice_text
from tests.services.making import again, all_of, on, planned, reads_by, refused, rep_called
from tests.store.making import FakeClock

Q = Quality


def team_of(desk: Desk) -> PartnerTeam:
    return all_of(desk, PartnerTeam)[0]


def notice_draft(desk: Desk, **fields: Any) -> early_access.NoticeDraft:
    usual: dict[str, Any] = {
        "team_id": team_of(desk).id,
        "rep_id": rep_called(desk, "Priya").id,
        "new_account": "Cedar",
        "what": "Move of the packing hall",
        "earliest": on(20),
    }
    return early_access.NoticeDraft(**usual | fields)


def noted(desk: Desk, **fields: Any) -> EarlyAccessItem:
    return desk.do(early_access.note_notice, notice_draft(desk, **fields)).result


def requested(desk: Desk, text: str = "A report by Friday") -> RequestTriage:
    draft = triage.RequestDraft(
        team_id=team_of(desk).id, rep_id=rep_called(desk, "Priya").id, request=text
    )
    return desk.do(triage.note_request, draft).result


def sorting(decision: TriageDecision = TriageDecision.FIRST) -> triage.Sorting:
    return triage.Sorting(decision=decision, reason="The fair is in May", urgent=1, important=2)


def handed_off(desk: Desk, account: str = "Cedar") -> Any:
    asked = NewHandOff(
        rep_id=rep_called(desk, "Priya").id,
        team_id=team_of(desk).id,
        new_account=account,
        need="Machines must move in May",
    )
    made = desk.do(new_hand_off, asked).result
    told = Expectation(text="Two dates to choose from", due_day=on(2))
    return desk.do(tell_customer, made.id, told, "Stefan Vogt").result


def test_a_notice_is_told_changed_told_again_and_keeps_its_first_day(
    office: Desk, clock: FakeClock
) -> None:
    item = noted(office)
    assert [row.id for row in soft_power(office).untold] == [item.id]
    office.do(early_access.tell_notices, [item.id])
    assert not soft_power(office).untold
    clock.wait(days=3)
    draft = notice_draft(office, account_id=item.account_id, earliest=on(40))
    office.do(early_access.change_notice, item.id, draft)
    (row,) = soft_power(office).untold
    assert "Changed since you heard of it." in notice_text([row], office.as_of)
    office.do(early_access.tell_notices, [item.id])
    assert again(office, item).told_day == on(0)
    assert refused(lambda: office.do(early_access.tell_notices, [item.id])) == "E-EAR-05"


def test_telling_is_one_step_back(office: Desk) -> None:
    items = [noted(office, what=what) for what in ("Move", "Fair")]
    with pytest.raises(InputError):
        office.do(early_access.tell_notices, [])
    office.do(early_access.tell_notices, [item.id for item in items])
    assert "telling" in undo_last(office)
    assert len(soft_power(office).untold) == 2


def test_a_notice_given_to_another_team_is_new_there(office: Desk) -> None:
    item = noted(office)
    office.do(early_access.tell_notices, [item.id])
    other = office.do(lambda work: work.put(PartnerTeam(id=work.new_id(PartnerTeam), name="Film")))
    draft = notice_draft(office, account_id=item.account_id, team_id=other.result.id)
    office.do(early_access.change_notice, item.id, draft)
    assert again(office, item).told_day is None


def test_withdrawn_after_it_was_told_is_told_too_else_it_just_goes(office: Desk) -> None:
    told, untold = noted(office), noted(office, what="Fair")
    office.do(early_access.tell_notices, [told.id])
    for item in (told, untold):
        office.do(early_access.withdraw_notice, item.id)
    (row,) = soft_power(office).coming
    assert (row.id, row.state) == (told.id, NoticeState.WITHDRAWN)
    assert "will not come" in notice_text([row], office.as_of)
    office.do(early_access.tell_notices, [told.id])
    assert soft_power(office).coming == ()


def test_the_day_they_were_told_to_the_day_they_were_asked_is_the_notice(
    office: Desk, clock: FakeClock
) -> None:
    item = noted(office)
    office.do(early_access.tell_notices, [item.id])
    clock.wait(days=12)
    told = Expectation(text="Two dates to choose from", due_day=on(30))
    office.do(hand_off_notice, item.id, told, "Stefan Vogt")
    team = soft_power(office, team_of(office).id).team
    assert team is not None
    early = team.qualities[1]
    assert (early.x, early.n, early.needs, team.median_notice) == (1, 1, 7, 12)
    assert [row.notice_days for row in early.evidence] == [12]


def test_a_request_goes_unsorted_and_stays_marked_when_sorted_later(
    office: Desk, clock: FakeClock
) -> None:
    request = requested(office)
    office.do(triage.hand_on_request, request.id)
    clock.wait(days=1)
    office.do(triage.sort_request, request.id, sorting())
    office.do(triage.judge_request, request.id, Verdict.WORTH_IT)
    shown = soft_power(office, team_of(office).id)
    (row,) = shown.requests
    assert (row.went_unsorted, row.is_agreed) == (True, True)
    assert shown.team is not None
    assert (shown.team.qualities[2].x, shown.team.qualities[2].n) == (0, 1)


def test_sorted_before_it_goes_it_counts_and_their_way_with_it(office: Desk) -> None:
    request = requested(office)
    office.do(triage.sort_request, request.id, sorting())
    office.do(triage.hand_on_request, request.id)
    office.do(triage.note_request_way, request.id, asked=True, used=True)
    team = soft_power(office, team_of(office).id).team
    assert team is not None
    assert [(row.quality, row.x, row.n) for row in team.qualities] == [
        (Q.EMPATHY, 0, 0),
        (Q.EARLY_ACCESS, 0, 1),
        (Q.QUALIFIED_WORK, 1, 1),
        (Q.VOICE, 1, 1),
    ]
    assert team.used == 1


def test_hearing_a_team_counts_from_that_day_on(office: Desk, clock: FakeClock) -> None:
    handed_off(office)
    clock.wait(days=1)
    office.do(hear_team, team_of(office).id, "Machines that run the day after")
    handed_off(office, "Dune")
    team = soft_power(office, team_of(office).id).team
    assert team is not None
    assert (team.qualities[0].x, team.qualities[0].n, team.heard_on) == (1, 2, on(1))


def test_naming_them_as_the_cause_turns_the_question_to_us(office: Desk, clock: FakeClock) -> None:
    item = handed_off(office)
    clock.wait(days=3)
    office.do(miss_hand_off, item.id, Cause.PARTNER_CAPACITY)
    team = soft_power(office, team_of(office).id).team
    assert team is not None
    assert team.blamed == 1


def test_late_notice_asks_the_rep_and_goes_on_the_next_agenda(office: Desk) -> None:
    talk = planned(office, day=on(3))
    for account in ("Cedar", "Dune", "Elm"):
        handed_off(office, account)
    (late,) = soft_power(office).late
    assert (late.first_name, late.late, late.of, late.talk_id) == ("Priya", 3, 3, talk.id)
    for _time in range(2):
        office.do(coach_late_notice, talk.id, late.question)
    points = [item.text for item in all_of(office, AgendaItem, session_id=talk.id)]
    assert sum(late.question in text for text in points) == 1


def test_what_comes_soon_stands_untold_first(office: Desk) -> None:
    told = noted(office, earliest=on(3))
    office.do(early_access.tell_notices, [told.id])
    untold, _far = noted(office, earliest=on(9)), noted(office, earliest=on(15))
    rows = office.ask(coming_soon, days=14)
    assert [row.id for row in rows] == [untold.id, told.id]


def test_the_cards_take_as_many_reads_for_many_rows(desk: Desk) -> None:
    team = soft_power(desk).teams[0][0]
    before = reads_by(desk, lambda: soft_power(desk, team))
    for n in range(12):
        noted(desk, new_account=f"Customer {n}", earliest=on(n))
    assert reads_by(desk, lambda: soft_power(desk, team)) == before


def test_the_sample_shows_all_four_figures_for_every_team(desk: Desk) -> None:
    for id, name in soft_power(desk).teams:
        team = soft_power(desk, id).team
        assert team is not None
        assert [row.quality for row in team.qualities] == list(Quality), name
        assert all(0 <= row.x <= row.n for row in team.qualities)
