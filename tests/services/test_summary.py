"""What the rep's page says, section by section, and what can never be on it."""

import json
from collections.abc import Iterator

import pytest

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.hand_off_lines import parse_hand_off_line
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import (
    AskForm,
    BehaviourKey,
    Cause,
    Gain,
    NoteMark,
    OwnerSide,
    PrintMeans,
    ReceivedMeans,
    Side,
    TalkState,
)
from coachdesk.reports.render import render_summary
from coachdesk.services.asks import (
    agree_ask,
    close_ask_unmet,
    note_ask,
    require,
    void_ask,
    withdraw_ask,
)
from coachdesk.services.capture import vocabulary
from coachdesk.services.desk import Desk
from coachdesk.services.documents import (
    print_summary,
    printed_line,
    record_summary,
    summary_brief,
)
from coachdesk.services.evidence import amend_comment, correct_observation
from coachdesk.services.hand_offs import add_hand_off_line, meet_hand_off, miss_hand_off
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.promises import close_missed_promise, keep_promise
from coachdesk.services.talk_notes import print_line
from coachdesk.services.talks import (
    correct_summary,
    keep_reps_words,
    prepare_talk,
    receive_summary,
)
from coachdesk.services.wrap_up import amend_wrap_up
from coachdesk.store.queries.evidence import events
from coachdesk.views.brief_json import to_json
from coachdesk.views.briefs import EvidenceLine
from tests.reports.reading import pages_of
from tests.services.making import (
    NEED,
    TODAY,
    TRANSITION,
    a_preparation,
    again,
    all_of,
    choices,
    line,
    on,
    page_of,
    planned,
    promised,
    rep_called,
    running,
    seen,
    wrapped_up,
)
from tests.store.making import FakeClock

EMPATHY = BehaviourKey.EMPATHY


@pytest.fixture
def later(office: Desk, clock: FakeClock) -> Desk:
    """Two weeks after a first talk with Priya that was wrapped up on the tests' Tuesday."""
    wrapped_up(office, running(office))
    clock.wait(days=14)
    return office


def words(lines: tuple[EvidenceLine, ...] | None) -> list[str]:
    return [each.words for each in lines or ()]


def comment(n: int) -> str:
    return f"What was said at meeting number {n}"


# What the page is about


def test_before_wrap_up_the_page_is_a_draft_of_today(office: Desk) -> None:
    page = page_of(office, planned(office, day=on(3)))
    assert (page.draft, page.rep, page.manager) == (True, "Priya Raman", "Dana Whitfield")
    assert (page.day, page.start, page.since) == ("Friday 13 March 2026", "10:30", "")


def test_the_page_names_the_next_talk_and_the_one_before(later: Desk) -> None:
    talk = wrapped_up(later, running(later), next_day=on(28))
    page = page_of(later, talk)
    assert (page.since, page.next_day) == ("Tue 10 Mar", "Tuesday 7 April 2026")


def test_without_a_summary_the_ticked_lines_of_the_talk_stand_for_it(office: Desk) -> None:
    talk = running(office)
    ticked = line(office, talk, NoteMark.NONE, "Forecast is on track.")
    line(office, talk, NoteMark.NONE, "Rather not printed.")
    assert page_of(office, talk).talked.summary == ""
    office.do(print_line, ticked.id, print=True)
    assert page_of(office, talk).talked.summary == "Forecast is on track."
    wrapped_up(office, talk, summary="We agreed on one step.")
    assert page_of(office, talk).talked.summary == "We agreed on one step."


def test_the_behaviour_in_focus_prints_with_what_is_expected(office: Desk) -> None:
    talk = planned(office)
    office.do(prepare_talk, talk.id, a_preparation(focus=TRANSITION, expectation="Name the person"))
    talked = page_of(office, talk).talked
    assert (talked.focus_letter, talked.expectation) == ("T", "Name the person")


# Since the talk before


def test_evidence_is_that_after_the_talk_before_up_to_the_pages_day(later: Desk) -> None:
    for day in (0, 1, 14):
        seen(later, (NEED, 5), day=on(day), comment=comment(day))
    assert words(page_of(later, running(later)).went_well) == [comment(14), comment(1)]


def test_nothing_recorded_after_wrap_up_slips_into_the_page(later: Desk, clock: FakeClock) -> None:
    talk = wrapped_up(later, running(later))
    before = page_of(later, talk)
    clock.wait(days=3)
    seen(later, (NEED, 5), day=on(16))
    promised(later, OwnerSide.MANAGER, due=30)
    assert page_of(later, talk) == before


def test_an_observation_prints_once_in_what_went_well_or_in_what_to_work_on(
    office: Desk,
) -> None:
    both = seen(office, (NEED, 5), (TRANSITION, 2), comment="Asked well but named nobody at all")
    low = seen(office, (TRANSITION, 2), comment="Sent the customer away with a number")
    page = page_of(office, running(office))
    assert words(page.went_well) == [both.comment]
    assert words(page.work_on) == [low.comment]


def test_a_low_rating_is_not_lost_behind_how_many_more_went_well(office: Desk) -> None:
    """Of three that went well one prints with "and 2 more": the second may be worked on."""
    talk = running(office)
    office.do(prepare_talk, talk.id, a_preparation(focus=TRANSITION))
    seen(office, (NEED, 4), comment=comment(1))
    both = seen(office, (NEED, 4), (TRANSITION, 2), comment=comment(2))
    seen(office, (NEED, 5), comment=comment(3))
    page = page_of(office, talk)
    assert words(page.went_well) == [comment(3), comment(1)]
    assert words(page.work_on) == [both.comment]


def test_what_to_work_on_is_the_focus_behaviours_low_ratings(office: Desk) -> None:
    talk = running(office)
    seen(office, (NEED, 1), comment="Talked for ten minutes without a question")
    low = seen(office, (TRANSITION, 3), comment="Named the team but no person there")
    office.do(prepare_talk, talk.id, a_preparation(focus=TRANSITION))
    assert words(page_of(office, talk).work_on) == [low.comment]


def test_without_a_low_rating_of_the_focus_the_lowest_one_is_worked_on(office: Desk) -> None:
    talk = running(office)
    low = seen(office, (NEED, 2), comment="Talked for ten minutes without a question")
    seen(office, (TRANSITION, 4), comment="Brought Stefan in by name and in person")
    office.do(prepare_talk, talk.id, a_preparation(focus=TRANSITION))
    assert words(page_of(office, talk).work_on) == [low.comment]


def test_where_all_went_well_nothing_is_made_up_to_work_on(office: Desk) -> None:
    seen(office, (NEED, 5))
    assert page_of(office, running(office)).work_on == ()


# Figures


def missing(desk: Desk, key: BehaviourKey = NEED) -> str:
    page = page_of(desk, running(desk, "Priya"))
    title = shipped_playbook().behaviours[key].title
    return next(each.missing for each in page.behaviours if each.title == title)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([("Cobalt", 0)] * 5, "needs 1 more observation, 1 more account, 1 more week"),
        ([("Cobalt", 0)] * 6, "needs 1 more account, 1 more week"),
        ([("Cobalt", 0)] * 5 + [("Birch", 0)], "needs 1 more week"),
        ([("Cobalt", 0)] * 5 + [("Cobalt", -7)], "needs 1 more account"),
        ([("Cobalt", 0)] * 5 + [(None, -7)], "needs 1 more account"),
        ([("Cobalt", 0)] * 5 + [("Birch", -7)], ""),
    ],
)
def test_a_figure_says_what_is_missing_and_never_a_label(
    office: Desk, rows: list[tuple[str | None, int]], said: str
) -> None:
    for account, day in rows:
        seen(office, (NEED, 4), account=account, day=on(day))
    assert missing(office) == said
    assert {each.label for each in page_of(office, planned(office)).behaviours} == {""}


def test_a_label_prints_beside_its_count_once_there_is_one(desk: Desk) -> None:
    page = page_of(desk, planned(desk, "Viktor", day=on(1)))
    assert [(each.label, each.is_found) for each in page.behaviours] == [
        ("Strength", True),
        ("not enough evidence", False),
        ("Focus", True),
        ("not enough evidence", False),
        ("not enough evidence", False),
    ]


def test_figures_reach_back_half_a_year_and_no_further(office: Desk) -> None:
    for day in (-182, -181, 0):
        seen(office, (NEED, 4), day=on(day))
    need = page_of(office, running(office)).behaviours[0]
    assert (need.x, need.n) == (2, 2)


def test_qualities_print_only_where_something_was_seen(office: Desk) -> None:
    assert page_of(office, planned(office)).qualities == ()
    seen(office, (EMPATHY, 3))
    (line_,) = page_of(office, planned(office)).qualities
    assert (line_.x, line_.n) == (0, 1)


def test_without_any_observation_the_chain_is_empty(office: Desk) -> None:
    assert page_of(office, running(office)).behaviours == ()


# Promises


def states(desk: Desk, talk: CoachingSession) -> dict[str, str]:
    page = page_of(desk, talk)
    return {each.text: each.state_word for each in (*page.my_promises, *page.rep_promises)}


def test_promises_stand_as_of_the_pages_day(office: Desk, clock: FakeClock) -> None:
    kept = promised(office, OwnerSide.MANAGER, "Kept before", 2)
    after = promised(office, OwnerSide.REP, "Kept afterwards", 5)
    missed = promised(office, OwnerSide.REP, "Missed before", 2)
    clock.wait(days=3)
    office.do(keep_promise, kept.id, on(1))
    office.do(close_missed_promise, missed.id)
    talk = wrapped_up(office, running(office))
    expected = {"Kept before": "kept", "Kept afterwards": "open", "Missed before": "missed"}
    assert states(office, talk) == expected
    clock.wait(days=1)
    office.do(keep_promise, after.id)
    promised(office, OwnerSide.REP, "Made later", 9)
    assert states(office, talk) == expected


def test_a_promise_closed_before_the_talk_before_is_no_news(later: Desk, clock: FakeClock) -> None:
    promise = promised(later, OwnerSide.MANAGER, "Send the example", 20)
    later.do(keep_promise, promise.id)
    first = wrapped_up(later, running(later))
    clock.wait(days=14)
    second = wrapped_up(later, running(later))
    assert states(later, first) == {"Send the example": "kept"}
    assert states(later, second) == {}


def test_promises_of_both_sides_stand_on_their_own_lists_overdue_ones_marked(
    office: Desk, clock: FakeClock
) -> None:
    promised(office, OwnerSide.MANAGER, "Mine to send", 1)
    promised(office, OwnerSide.REP, "Priya calls", 9)
    clock.wait(days=2)
    page = page_of(office, running(office))
    assert [(p.text, p.state_word) for p in page.my_promises] == [("Mine to send", "overdue")]
    assert [(p.text, p.state_word) for p in page.rep_promises] == [("Priya calls", "open")]


# Hand-offs


def handed_off(desk: Desk, text: str):
    read = parse_hand_off_line(text, desk.ask(vocabulary), as_of=desk.as_of)
    return desk.do(add_hand_off_line, rep_called(desk, "Priya").id, read).result


def test_hand_offs_are_open_until_they_are_met_oldest_due_first(
    office: Desk, clock: FakeClock
) -> None:
    handed_off(office, "@Birch #integration Two systems > A plan, Stefan, by 24 March")
    early = handed_off(office, "@Cobalt #integration Typed twice > A plan, Stefan, by 12 March")
    handed_off(office, "@Cobalt #integration Only planned so far")
    clock.wait(days=3)
    page = page_of(office, planned(office, day=on(3)))
    assert [(h.account, h.ageing) for h in page.hand_offs] == [
        ("Cobalt", "1 day over"),
        ("Birch", "on track"),
    ]
    office.do(miss_hand_off, early.id, Cause.PARTNER_CAPACITY, "Two people ill")
    page = page_of(office, planned(office, day=on(3)))
    assert [(m.account, m.cause) for m in page.misses] == [
        ("Cobalt", "Partner capacity: Two people ill")
    ]
    assert len(page.hand_offs) == 2


def test_a_met_hand_off_leaves_the_page(office: Desk) -> None:
    made = handed_off(office, "@Birch #integration Two systems > A plan, Stefan, by 24 March")
    office.do(meet_hand_off, made.id)
    assert page_of(office, running(office)).hand_offs == ()


def test_a_missed_expectation_of_an_observation_prints_with_its_cause(office: Desk) -> None:
    seen(office, (TRANSITION, 2), cause=Cause.REP, gains={Side.CUSTOMER: Gain.LOST})
    page = page_of(office, running(office))
    assert [miss.account for miss in page.misses] == ["Cobalt"]
    assert [(g.side, g.outcome) for g in page.gains] == [("customer", "lost")]


# Requests


def asked(desk: Desk, text: str, form: AskForm = AskForm.CHALLENGE, due: int = 1, **terms):
    rep = rep_called(desk, "Priya")
    ask = desk.do(note_ask, rep_id=rep.id, text=text).result
    usual = {"form": form, "how": "A joint call", "due_day": on(due), "help_none": True}
    return desk.do(agree_ask, ask.id, AskTerms(**usual | terms)).result


def test_requests_are_numbered_through_and_a_requirement_is_called_one(
    office: Desk, clock: FakeClock
) -> None:
    first = asked(office, "Bring Stefan along")
    clock.wait(days=2)
    office.do(close_ask_unmet, first.id, "No time")
    second = asked(office, "Bring Stefan along", AskForm.LOSS_OF_FAITH, due=4)
    page = page_of(office, running(office))
    assert [(r.label, r.state_word) for r in page.requests] == [
        ("Request 1", "not met"),
        ("Request 2", "open"),
    ]
    clock.wait(days=5)
    office.do(close_ask_unmet, second.id)
    office.do(
        require,
        rep_id=rep_called(office, "Priya").id,
        what="Stefan is at every first meeting",
        how="We look at the calendar",
        due_day=on(30),
        thread_id=second.thread_id,
    )
    office.do(note_ask, rep_id=rep_called(office, "Priya").id, text="Only noted so far")
    labels = [request.label for request in page_of(office, planned(office, day=on(8))).requests]
    assert labels == ["Request 1", "Request 2", "Requirement"]


def test_a_requirement_without_a_request_prints_its_reason(office: Desk) -> None:
    office.do(
        require,
        rep_id=rep_called(office, "Priya").id,
        what="No offer without a second reader",
        how="I read each one",
        due_day=on(30),
        skip_reason="The customer has threatened to leave",
    )
    (request,) = page_of(office, running(office)).requests
    assert request.skip_reason == "The customer has threatened to leave"


def test_void_and_withdrawn_requests_do_not_print(office: Desk, clock: FakeClock) -> None:
    void = asked(office, "Bring Stefan along", help="Slides", help_none=False)
    gone = asked(office, "Call Birch first")
    clock.wait(days=2)
    office.do(void_ask, void.id, "Slides never came")
    office.do(withdraw_ask, gone.id, "Priya is ill")
    assert page_of(office, running(office)).requests == ()


# What never prints


def test_the_form_of_a_request_is_on_no_page(office: Desk, clock: FakeClock) -> None:
    first = asked(office, "Bring Stefan along")
    clock.wait(days=2)
    office.do(close_ask_unmet, first.id, "No time")
    asked(office, "Bring Stefan along", AskForm.LOSS_OF_FAITH, due=4)
    talk = wrapped_up(office, running(office))
    page = page_of(office, talk)
    printed = " ".join(pages_of(render_summary(page, "A4").pdf))
    assert "Request 2" in printed
    for word in ("loss of faith", "loss_of_faith", "mandate", "challenge"):
        assert word not in printed.casefold()
        assert word not in json.dumps(to_json(page)).casefold()


def private_words(desk: Desk) -> Iterator[str]:
    for note in all_of(desk, PrivateNote):
        yield note.text
    for draft in all_of(desk, Draft, private=True):
        yield from (text for text in (draft.raw, draft.comment) if text)


def leaks(desk: Desk) -> list[str]:
    """Private words found in any page of any talk."""
    pages = " ".join(
        json.dumps(to_json(desk.ask(summary_brief, talk.id)), ensure_ascii=False)
        for talk in all_of(desk, CoachingSession)
    )
    return [text for text in private_words(desk) if text in pages]


def test_no_private_word_of_the_sample_reaches_any_page(desk: Desk) -> None:
    assert len(list(private_words(desk))) > 30
    assert leaks(desk) == []


def test_the_search_for_private_words_finds_one_that_was_planted(desk: Desk) -> None:
    (held,) = all_of(desk, CoachingSession, state=TalkState.HELD)
    planted = next(private_words(desk))
    wrapped_up(desk, held, summary=planted)
    assert set(leaks(desk)) == {planted}


# Versions and receipt


def test_a_page_changed_after_its_print_gets_a_new_version(office: Desk) -> None:
    made = seen(office, (NEED, 5))
    talk = wrapped_up(office, running(office))
    assert office.ask(printed_line, talk.id) == ""

    def print_it() -> int:
        version = page_of(office, talk).version
        record_summary(office, talk.id, print_summary(office, talk.id), PrintMeans.FILE)
        return version

    assert (print_it(), print_it()) == (1, 1)
    assert office.ask(printed_line, talk.id) == "printed Tue 10 Mar"
    office.do(amend_comment, made.id, "Asked what each week of delay costs them")
    assert office.ask(printed_line, talk.id) == "printed Tue 10 Mar, changed since"
    assert (print_it(), print_it()) == (2, 2)
    assert office.ask(printed_line, talk.id) == "printed Tue 10 Mar"
    office.do(amend_wrap_up, talk.id, choices(summary="Two steps, not one."))
    assert (print_it(), print_it()) == (3, 3)


def test_a_change_before_the_first_print_needs_no_new_version(office: Desk) -> None:
    talk = wrapped_up(office, running(office))
    office.do(amend_wrap_up, talk.id, choices(summary="Two steps, not one."))
    assert page_of(office, talk).version == 1


def test_a_received_page_prints_the_same_bytes_after_later_changes(
    office: Desk, clock: FakeClock
) -> None:
    seen(office, (NEED, 5))
    promise = promised(office, OwnerSide.MANAGER, due=3)
    talk = running(office)
    office.do(keep_reps_words, talk.id, "It helped to see it written down.", 4)
    wrapped_up(office, talk, next_day=on(14))
    first = print_summary(office, talk.id)
    record_summary(office, talk.id, first, PrintMeans.PRINT)
    office.do(receive_summary, talk.id, TODAY, ReceivedMeans.SIGNATURE)
    clock.wait(days=1)
    office.do(keep_promise, promise.id)
    seen(office, (TRANSITION, 1), day=TODAY)
    planned(office, day=on(5))
    office.do(correct_observation, all_of(office, Observation)[0].id, "It was Birch")
    office.do(correct_summary, talk.id, "Priya will call on Thursday")
    assert print_summary(office, talk.id).content == first.content


def test_the_rep_finds_their_own_words_on_the_page_as_written(office: Desk) -> None:
    talk = running(office)
    office.do(keep_reps_words, talk.id, " Ich sehe das <b>anders</b> & sage es. ", 2)
    assert page_of(office, talk).rep_words == "Ich sehe das <b>anders</b> & sage es."


def test_every_evidence_line_of_the_sample_is_of_the_reps_own_rated_events(desk: Desk) -> None:
    playbook = shipped_playbook()
    for talk in all_of(desk, CoachingSession, state=TalkState.WRAPPED_UP):
        page = page_of(desk, talk)
        own = desk.ask(events, playbook, after=on(-2000), until=on(2000), rep_id=talk.rep_id)
        told = {(event.words, event.value) for event in own}
        lines = (*(page.went_well or ()), *(page.work_on or ()))
        assert {(each.words, each.value) for each in lines} <= told
        went = {(each.day, each.words) for each in page.went_well or ()}
        assert not went & {(each.day, each.words) for each in page.work_on or ()}
    assert again(desk, talk) == talk
