"""A form comes back from paper: its code line becomes drafts, once."""

from datetime import date

import pytest

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.errors import InputError
from coachdesk.domain.evidence import Draft
from coachdesk.domain.paper import form_code
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    Cause,
    DocumentKind,
    DraftSource,
    PrintMeans,
)
from coachdesk.services.desk import Desk
from coachdesk.services.documents import next_form_number, record_print
from coachdesk.services.paper import make_form_drafts, read_code_line
from tests.store.making import FakeClock


def print_form(desk: Desk, rep: Rep | None) -> str:
    """Record a printed form without drawing it; returns its code."""
    number = desk.ask(next_form_number)
    desk.do_print(
        record_print,
        kind=DocumentKind.FORM,
        means=PrintMeans.PRINT,
        content=b"paper",
        rep_id=None if rep is None else rep.id,
        form_number=number,
    )
    return form_code(number)


def priya(desk: Desk) -> Rep:
    return desk.ask(lambda reads: reads.find(Rep, first_name="Priya"))[0]


def form_drafts(desk: Desk) -> list[Draft]:
    return desk.ask(lambda reads: reads.find(Draft, source=DraftSource.FORM_CODE))


def test_the_check_shows_six_rows_with_rep_and_print_day(desk: Desk) -> None:
    code = print_form(desk, priya(desk))
    check = desk.ask(read_code_line, f"{code.lower()} t4, f2/p, - , n5 1")
    assert check.rep == priya(desk)
    assert check.document.day == date(2026, 3, 10)
    assert [(row.behaviour, row.value, row.cause) for row in check.rows] == [
        (BehaviourKey.TRANSITION, 4, None),
        (BehaviourKey.FOLLOW_THROUGH, 2, Cause.PARTNER_CAPACITY),
        (None, None, None),
        (BehaviourKey.NEED_IDENTIFICATION, 5, None),
        (None, None, None),
        (None, None, None),
    ]
    assert not check.was_read_before
    assert form_drafts(desk) == []


def test_each_rated_row_becomes_a_draft_of_the_print_day(desk: Desk, clock: FakeClock) -> None:
    code = print_form(desk, priya(desk))
    clock.wait(days=2)
    words = ("Brought Stefan in", "Called too late")
    made = desk.do(make_form_drafts, f"{code} T4 F2/P - 6", words).result
    assert [draft.comment for draft in made] == list(words)
    assert {draft.day for draft in made} == {date(2026, 3, 10)}
    assert {draft.rep_id for draft in made} == {priya(desk).id}
    assert [draft.value for draft in made] == [4, 2]
    assert made[1].content == {"row": 2, "cause_code": "partner_capacity"}
    assert sorted(form_drafts(desk), key=lambda d: d.id) == sorted(made, key=lambda d: d.id)


def test_a_line_read_twice_opens_the_drafts_it_made(desk: Desk) -> None:
    code = print_form(desk, priya(desk))
    first = desk.do(make_form_drafts, f"{code} T4 N5 9").result
    assert desk.do(make_form_drafts, f"{code} T4 N5 9").result == first
    assert len(form_drafts(desk)) == 2
    assert desk.ask(read_code_line, f"{code} T4 N5 9").was_read_before


def test_rows_added_to_a_form_later_join_those_read_before(desk: Desk) -> None:
    code = print_form(desk, priya(desk))
    first = desk.do(make_form_drafts, f"{code} T4 4").result
    both = desk.do(make_form_drafts, f"{code} T4 N5 9").result
    assert both[0] == first[0]
    assert len(form_drafts(desk)) == 2


def test_drafts_of_a_blank_form_wait_for_a_rep(desk: Desk) -> None:
    made = desk.do(make_form_drafts, f"{print_form(desk, None)} W3 3").result
    assert made[0].rep_id is None
    assert made[0].behaviour_key is BehaviourKey.ALL_WIN


@pytest.mark.parametrize(
    ("rest", "key"),
    [
        ("", "empty"),
        (" T6 6", "pair"),
        (" N5/p 5", "cause"),
        (" T4 N5 V3 2 2 2", "pair"),
        (" T4 N5 V3 - - - 3", "sum"),
        (" T4", "sum"),
        (" T1 T1 T1 T1 T1 T1 T1 7", "too_many"),
    ],
)
def test_a_line_that_does_not_fit_says_what_does_not(desk: Desk, rest: str, key: str) -> None:
    code = print_form(desk, priya(desk))
    with pytest.raises(InputError) as refusal:
        desk.do(make_form_drafts, code + rest)
    assert refusal.value.code == key
    assert form_drafts(desk) == []


def test_a_form_of_another_store_is_unknown_here(desk: Desk) -> None:
    print_form(desk, priya(desk))
    with pytest.raises(InputError) as refusal:
        desk.ask(read_code_line, "ZZZQ T4 4")
    assert refusal.value.code == "no_form"


def test_a_wrong_code_names_the_forms_it_could_have_meant(desk: Desk, clock: FakeClock) -> None:
    code = print_form(desk, priya(desk))
    with pytest.raises(InputError) as refusal:
        desk.ask(read_code_line, f"{code[:3]}{'9' if code[3] != '9' else '8'} T4 4")
    assert refusal.value.code == "form"
    assert refusal.value.next_step == f"Did you mean {code}, Priya Raman, printed Tue 10 Mar?"
    with pytest.raises(InputError) as refusal:
        desk.ask(read_code_line, f"{form_code(29_000)} T4 4")
    assert refusal.value.next_step.startswith("Compare")


def test_undo_takes_the_drafts_back_and_leaves_the_printed_form(desk: Desk) -> None:
    code = print_form(desk, priya(desk))
    desk.do(make_form_drafts, f"{code} T4 N5 9")
    desk.undo()
    assert form_drafts(desk) == []
    assert desk.ask(read_code_line, f"{code} T4 N5 9").rep == priya(desk)


def test_every_form_has_a_number_of_its_own_to_the_last(desk: Desk) -> None:
    codes = {print_form(desk, priya(desk)) for _ in range(5)}
    assert len(codes) == 5
    last = desk.do_print(
        record_print,
        kind=DocumentKind.FORM,
        means=PrintMeans.PRINT,
        content=b"paper",
        form_number=29_790,
    ).result
    wrapped = print_form(desk, None)
    used = desk.ask(lambda reads: reads.find(PrintedDocument, kind=DocumentKind.FORM))
    numbers = [document.form_number for document in used if document.id != last.id]
    assert len(set(numbers)) == len(numbers) == 6
    assert wrapped not in codes
