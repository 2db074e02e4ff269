"""A captured line is stored whole, or waits in the Inbox; nothing is guessed or cut."""

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.vocabulary import DraftState
from coachdesk.services import capture
from coachdesk.services.desk import Desk
from coachdesk.services.pages import figures_of, today
from coachdesk.store.unit_of_work import UnitOfWork
from tests.services.making import account_called, again, all_of, everything, refused, rep_called

WHOLE = "Priya t4 Brought Stefan in with a clear hand-off @Cobalt"


def captured(desk: Desk, line: str, **kwargs: bool) -> capture.Captured:
    return desk.do(capture.capture_line, desk.ask(capture.read_line, line), **kwargs).result


def test_a_whole_line_becomes_an_observation(office: Desk) -> None:
    result = captured(office, WHOLE)
    assert isinstance(result.record, Observation)
    assert result.record.account_id == account_called(office, "Cobalt").id
    assert result.missing == ()
    assert all_of(office, Draft) == []


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("t4 Brought Stefan in with a clear hand-off", ("rep",)),
        ("Priya Brought Stefan in with a clear hand-off", ("behaviour", "rating")),
        ("Priya t4 short", ("comment",)),
    ],
)
def test_an_incomplete_line_waits_and_says_what_it_lacks(
    office: Desk, line: str, missing: tuple[str, ...]
) -> None:
    result = captured(office, line)
    assert isinstance(result.record, Draft)
    assert result.missing == missing
    assert result.record.raw == line
    (row,) = today(office).inbox
    assert row.id == result.record.id


def test_a_waiting_line_is_promoted_once_it_is_whole(office: Desk) -> None:
    waiting = captured(office, "Priya t4 short").record
    short = office.ask(capture.read_line, "t4 Brought Stefan in with a clear hand-off")
    assert refused(lambda: office.do(capture.complete_draft, waiting.id, short)) == "E-CAP-01"
    whole = office.ask(capture.read_line, WHOLE)
    result = office.do(capture.complete_draft, waiting.id, whole).result
    draft = again(office, waiting)
    assert (draft.state, draft.became_id) == (DraftState.PROMOTED, result.record.id)
    assert today(office).inbox == ()


def test_a_discarded_line_leaves_the_inbox_and_undo_brings_it_back(office: Desk) -> None:
    waiting = captured(office, "Priya t4 short").record
    office.do(capture.discard_draft, waiting.id)
    assert today(office).inbox == ()
    office.undo()
    assert [row.id for row in today(office).inbox] == [waiting.id]


def test_a_line_of_forty_thousand_characters_waits_whole_with_its_surplus(office: Desk) -> None:
    line = "Priya t4 " + "x" * (40_000 - 9)
    result = captured(office, line)
    assert isinstance(result.record, Draft)
    assert (result.record.raw, result.too_many) == (line, 40_000 - 9 - 600)


def test_a_longer_line_is_refused_and_nothing_is_stored(office: Desk) -> None:
    with pytest.raises(InputError, match="1 too many") as refusal:
        captured(office, "Priya " + "x" * 39_995)
    assert refusal.value.code == "E-CAP-02"
    assert all_of(office, Draft) == []


def test_a_private_line_waits_covered_until_the_notice_was_seen(office: Desk) -> None:
    result = captured(office, "p Priya zanzibar")
    assert isinstance(result.record, Draft)
    assert result.record.private
    assert "zanzibar" not in repr(today(office))
    kept = office.do(
        capture.complete_draft,
        result.record.id,
        office.ask(capture.read_line, "p Priya zanzibar"),
    ).result
    assert isinstance(kept.record, PrivateNote)
    draft = again(office, result.record)
    assert (draft.raw, draft.comment) == ("", "")


def test_a_private_line_becomes_a_private_note_when_that_is_known(office: Desk) -> None:
    result = captured(office, "p Priya zanzibar", keep_private=True)
    assert isinstance(result.record, PrivateNote)
    assert result.record.rep_id == rep_called(office, "Priya").id


def test_a_misspelt_customer_is_asked_about_never_guessed(office: Desk) -> None:
    reading = office.ask(
        capture.read_line, "Priya t4 Brought Stefan in with a clear hand-off @Cobaltt"
    )
    (question,) = reading.questions
    assert question.kind == "account"
    waiting = office.do(capture.capture_line, reading).result
    assert isinstance(waiting.record, Draft)
    meant = capture.answered(reading, question, account_called(office, "Cobalt").id)
    saved = office.do(capture.capture_line, meant).result
    assert isinstance(saved.record, Observation)
    assert saved.record.account_id == account_called(office, "Cobalt").id


def test_a_new_customer_is_made_with_the_observation_and_undone_with_it(office: Desk) -> None:
    before = all_of(office, Account)
    captured(office, 'Priya t4 Brought Stefan in with a clear hand-off @"Elm and Oak"')
    assert len(all_of(office, Account)) == len(before) + 1
    office.undo()
    assert all_of(office, Account) == before


def test_a_rep_is_named_by_the_start_of_a_name_and_doubt_is_told(office: Desk) -> None:
    priya = rep_called(office, "Priya")
    for typed in ("Priya Raman", "pri", "RAMAN", str(priya.id)):
        assert office.ask(capture.rep_named, typed) == priya
    with pytest.raises(InputError, match="No rep is called “Zoe”") as refusal:
        office.ask(capture.rep_named, "Zoe")
    assert "Priya Raman, Tom Hartley, Aisha Bello" in refusal.value.message


def without_reps(work: UnitOfWork) -> None:
    for rep in work.find(Rep):
        work.remove(rep)


def test_a_storewithout_reps_says_so(office: Desk) -> None:
    office.do(without_reps)
    with pytest.raises(InputError, match="There are no reps in this store yet"):
        office.ask(capture.rep_named, "Priya")


@pytest.mark.parametrize("line", ["", "   ", "Priya t4 on 31 February they said a lot"])
def test_what_cannot_be_read_is_refused_and_nothing_is_stored(office: Desk, line: str) -> None:
    before = everything(office)
    with pytest.raises(InputError):
        captured(office, line)
    assert everything(office) == before


def test_what_waits_in_the_inbox_changes_no_figure(office: Desk) -> None:
    captured(office, WHOLE)
    rep = rep_called(office, "Priya")
    before = figures_of(office, rep.id)
    captured(office, "Priya t4 short")
    captured(office, "Priya t1 n2 @Cobaltt and what was said there at length")
    assert figures_of(office, rep.id) == before
