"""An Inbox row is completed part by part, whatever it came from."""

from datetime import date

import pytest

from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.vocabulary import BehaviourKey, DraftSource, DraftState
from coachdesk.services.capture import capture_line, read_line
from coachdesk.services.desk import Desk
from coachdesk.services.inbox import add_to_draft, read_draft
from coachdesk.services.pages import today
from coachdesk.store.unit_of_work import UnitOfWork
from tests.services.making import TODAY, TRANSITION, again, all_of, on, refused, rep_called

SEEN = "Brought Stefan in with a clear hand-off"


def waiting(desk: Desk, line: str) -> Draft:
    record = desk.do(capture_line, desk.ask(read_line, line)).result.record
    assert isinstance(record, Draft)
    return record


def of_a_talk(work: UnitOfWork, rep_id: object, comment: str) -> Draft:
    return work.put(
        Draft(
            id=work.new_id(Draft),
            source=DraftSource.SESSION_NOTE,
            rep_id=rep_id,
            day=on(-3),
            comment=comment,
        )
    )


def rated(desk: Desk) -> list[tuple[BehaviourKey, int]]:
    return [(rating.behaviour_key, rating.value) for rating in all_of(desk, Rating)]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (f"Priya {SEEN}", [{"behaviour": TRANSITION}, {"value": 4}]),
        (f"Priya {SEEN}", [{"value": 4}, {"behaviour": TRANSITION}]),
        (f"Priya transition {SEEN}", [{"value": 4}]),
        (f"Priya 4 {SEEN}", [{"behaviour": TRANSITION}]),
        (f"t4 {SEEN}", [{"rep": "Priya"}]),
        (f"transition {SEEN} @Cobalt", [{"rep": "Priya"}, {"value": 4}]),
        (SEEN, [{"value": 4}, {"rep": "Priya"}, {"behaviour": TRANSITION}]),
        (f"Pryia t4 {SEEN}", [{"rep": "Priya"}]),
    ],
)
def test_a_captured_line_takes_its_parts_in_any_order(
    office: Desk, line: str, parts: list[dict[str, object]]
) -> None:
    draft = waiting(office, line)
    for part in parts:
        assert again(office, draft).state is DraftState.WAITING
        if "rep" in part:
            part = {"rep_id": rep_called(office, "Priya").id}
        result = office.do(add_to_draft, draft.id, **part).result
    assert isinstance(result.record, Observation)
    assert result.record.comment == SEEN
    assert rated(office) == [(TRANSITION, 4)]
    assert again(office, draft).state is DraftState.PROMOTED


def test_what_was_added_stands_in_the_line_that_the_overlay_opens(office: Desk) -> None:
    draft = waiting(office, f"Priya {SEEN}")
    office.do(add_to_draft, draft.id, behaviour=TRANSITION)
    assert again(office, draft).raw == f"Priya T {SEEN}"
    (row,) = today(office).inbox
    assert (row.behaviour, row.missing) == (TRANSITION, ("rating",))


def test_a_second_letter_changes_the_behaviour(office: Desk) -> None:
    draft = waiting(office, f"t4 {SEEN}")
    office.do(add_to_draft, draft.id, behaviour=BehaviourKey.NEED_IDENTIFICATION)
    assert again(office, draft).raw == f"N4 {SEEN}"


@pytest.mark.parametrize("made", ["captured", "of a talk"])
def test_no_rating_before_the_evidence(office: Desk, made: str) -> None:
    priya = rep_called(office, "Priya").id
    draft = (
        waiting(office, "Priya t short")
        if made == "captured"
        else office.do(of_a_talk, priya, "short").result
    )
    assert refused(lambda: office.do(add_to_draft, draft.id, value=4)) == "E-OBS-02"
    assert again(office, draft) == draft
    (row,) = today(office).inbox
    assert "comment" in row.missing


def test_a_line_of_a_talk_keeps_its_day_and_its_words(office: Desk) -> None:
    comment = "Tom 4 was named by the client as the one who listens"
    draft = office.do(of_a_talk, rep_called(office, "Priya").id, comment).result
    office.do(add_to_draft, draft.id, behaviour=TRANSITION)
    seen = office.do(add_to_draft, draft.id, value=5).result.record
    assert (seen.comment, seen.day) == (comment, on(-3))


def test_a_line_of_yesterday_is_not_dated_today(office: Desk, clock) -> None:
    draft = waiting(office, f"Priya yesterday {SEEN}")
    clock.wait(days=3)
    office.do(add_to_draft, draft.id, behaviour=TRANSITION)
    seen = office.do(add_to_draft, draft.id, value=5).result.record
    assert seen.day == date(2026, 3, 9) == on(-1)


def test_one_key_is_taken_back_alone(office: Desk) -> None:
    draft = waiting(office, f"Priya transition {SEEN}")
    office.do(add_to_draft, draft.id, value=4)
    office.undo()
    assert again(office, draft) == draft
    assert all_of(office, Observation) == []


def test_a_line_with_an_unknown_customer_goes_on_waiting(office: Desk) -> None:
    draft = waiting(office, f"Priya transition {SEEN} @Unheardof")
    result = office.do(add_to_draft, draft.id, value=4).result
    assert result.missing == ("account",)
    assert office.ask(read_draft, again(office, draft)).questions


def test_the_private_line_takes_its_rep_and_stays_private(office: Desk) -> None:
    draft = waiting(office, "p Worried about the new boss")
    office.do(add_to_draft, draft.id, rep_id=rep_called(office, "Tom").id)
    kept = again(office, draft)
    assert (kept.private, kept.raw) == (True, "p Tom Hartley Worried about the new boss")
    assert kept.day == TODAY
