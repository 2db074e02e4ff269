"""An event edited as a whole: one change, each rule in its place."""

from dataclasses import replace

import pytest

from coachdesk.domain.evidence import GainStatement, Observation, Rating
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.vocabulary import BehaviourKey, Cause, Gain, ReceivedMeans, Side
from coachdesk.services.besides import Besides, GainPart, besides_of
from coachdesk.services.capture import capture_line, complete_draft, read_line
from coachdesk.services.desk import Desk
from coachdesk.services.event_details import event_details
from coachdesk.services.event_edits import EventParts, add_more, edit_event, event_parts
from coachdesk.services.pages import rep_page
from coachdesk.services.talks import receive_summary
from coachdesk.views.event_details import detail_lines
from tests.services.making import (
    NEED,
    TODAY,
    TRANSITION,
    again,
    all_of,
    everything,
    refused,
    rep_called,
    running,
    seen,
    wrapped_up,
)

WIN = BehaviourKey.ALL_WIN
MISSED = Besides(missed=True, cause=Cause.PARTNER_CAPACITY)


def parts_of(desk: Desk, event: Observation) -> EventParts:
    return desk.ask(event_parts, event.id)


def test_an_event_that_is_saved_as_it_stands_changes_nothing(office: Desk) -> None:
    event = seen(office, (NEED, 4), (WIN, 3), gains={Side.REP: Gain.WON})
    before = everything(office)
    office.do(edit_event, event.id, parts_of(office, event))
    assert everything(office) == before


def test_words_ratings_cause_and_gains_are_one_change_that_is_taken_back(office: Desk) -> None:
    event = seen(office, (NEED, 4), (TRANSITION, 2))
    before = everything(office)
    parts = EventParts(
        comment="Asked what the delay costs them, then left the date open",
        ratings=(Rated(TRANSITION, 3), Rated(WIN, 4)),
        besides=Besides(
            missed=True,
            cause=Cause.OTHER,
            cause_note="The plant stood still",
            gains={Side.CUSTOMER: GainPart(Gain.WON, "Two days saved")},
        ),
    )
    office.do(edit_event, event.id, parts)
    now = parts_of(office, event)
    assert (now.comment, now.ratings, now.besides) == (parts.comment, parts.ratings, parts.besides)
    office.undo()
    assert everything(office) == before


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"comment": "Too short"}, "E-OBS-02"),
        ({"ratings": ()}, "E-OBS-07"),
        ({"ratings": (Rated(NEED, 3),), "besides": MISSED}, "E-OBS-05"),
        ({"besides": Besides(missed=True)}, "E-OBS-08"),
        ({"besides": Besides(missed=True, cause=Cause.OTHER)}, "E-OBS-06"),
        ({"ratings": tuple(Rated(key, 3) for key in list(BehaviourKey)[:4])}, "E-OBS-03"),
    ],
)
def test_an_edit_that_breaks_a_rule_is_refused_and_changes_nothing(
    office: Desk, change: dict[str, object], code: str
) -> None:
    event = seen(office, (TRANSITION, 2))
    before = everything(office)
    parts = replace(parts_of(office, event), **change)  # type: ignore[arg-type]
    assert refused(lambda: office.do(edit_event, event.id, parts)) == code
    assert everything(office) == before


def test_an_event_in_a_received_page_is_corrected_not_edited(office: Desk) -> None:
    event = seen(office, (TRANSITION, 2))
    talk = wrapped_up(office, running(office))
    office.do(receive_summary, talk.id, TODAY, ReceivedMeans.SIGNATURE)
    parts = replace(parts_of(office, event), besides=MISSED)
    assert refused(lambda: office.do(edit_event, event.id, parts)) == "E-OBS-10"


def test_gains_go_with_the_rating_of_all_win(office: Desk) -> None:
    event = seen(office, (NEED, 4), (WIN, 3), gains={Side.REP: Gain.WON})
    parts = replace(parts_of(office, event), ratings=(Rated(NEED, 4),))
    office.do(edit_event, event.id, parts)
    assert all_of(office, GainStatement) == []
    assert [rating.behaviour_key for rating in all_of(office, Rating)] == [NEED]


def test_an_unfolded_event_says_its_anchor_its_cause_and_who_gained(office: Desk) -> None:
    event = seen(office, (WIN, 3), cause=Cause.REP, gains={Side.REP: Gain.WON})
    row = rep_page(office, rep_called(office, "Priya").id).events[0]
    lines = detail_lines(row, office.ask(event_details, event.id))
    assert lines == (f"3: {row.anchor}", "Expectation missed, rep", "Priya won")


def test_a_captured_line_carries_its_cause_and_waits_with_it_in_the_inbox(office: Desk) -> None:
    line = "Priya t2 Checked only after the date had passed"
    reading = office.ask(read_line, line)
    saved = office.do(capture_line, reading, besides=MISSED).result.record
    assert (saved.expectation_missed, saved.cause_code) == (True, Cause.PARTNER_CAPACITY)
    no_cause = Besides(missed=True)
    assert refused(lambda: office.do(capture_line, reading, besides=no_cause)) == "E-OBS-08"
    short = office.ask(read_line, "Priya t2 Checked late")
    waiting = office.do(capture_line, short, besides=MISSED).result.record
    assert besides_of(again(office, waiting)) == MISSED
    done = office.do(complete_draft, waiting.id, reading).result.record
    assert again(office, done).cause_code is Cause.PARTNER_CAPACITY


def test_more_words_on_an_event_can_say_that_the_expectation_was_missed(office: Desk) -> None:
    event = seen(office, (TRANSITION, 3))
    office.do(add_more, event.id, "The date was moved later", (Rated(TRANSITION, 2),), MISSED)
    now = again(office, event)
    assert (now.expectation_missed, now.cause_code) == (True, Cause.PARTNER_CAPACITY)
    assert now.comment.endswith("The date was moved later")
