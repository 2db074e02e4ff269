"""The history says in words what was changed, and no private word."""

from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.vocabulary import NoteAbout, ShareKind
from coachdesk.services.capture import capture_line, read_line
from coachdesk.services.evidence import amend_rating
from coachdesk.services.history_entries import history
from coachdesk.services.private_notes import reword_private_note, write_private_note
from coachdesk.services.shares import give_share
from tests.services.making import all_of, rep_called

SEEN = "Priya n4 Asked what the delay costs them, and waited"


def told(desk, **about):
    return [(e.kind, e.what, e.reps, e.details) for e in desk.ask(history, **about)]


def seen(office):
    office.do(capture_line, office.ask(read_line, SEEN))
    return all_of(office, Observation)[0], all_of(office, Rating)[0]


def test_a_change_says_what_became_what(office):
    event, rating = seen(office)
    office.do(amend_rating, event.id, rating.id, 5)
    changed, made = told(office)[:2]
    assert changed == (
        "do",
        "changed rating",
        ("Priya Raman",),
        ("Need identification, rating: 4 → 5",),
    )
    assert made[1] == "observation"
    assert made[3][0] == "Asked what the delay costs them, and waited"


def test_a_record_and_a_person_have_their_own_history(office):
    event, rating = seen(office)
    office.do(amend_rating, event.id, rating.id, 5)
    tom = rep_called(office, "Tom")
    office.do(give_share, rep_id=tom.id, kind=ShareKind.STORY, text="How it began")
    assert [what for _kind, what, *_ in told(office, rep_id=tom.id)] == ["share"]
    assert [what for _kind, what, *_ in told(office, record_ids=(rating.id,))] == [
        "changed rating",
        "observation",
    ]


def test_what_was_taken_back_is_marked_until_it_is_done_again(office):
    seen(office)
    assert [e.is_undone for e in office.ask(history)][:1] == [False]
    office.undo()
    assert [(e.kind, e.is_undone) for e in office.ask(history)][:2] == [
        ("undo", False),
        ("do", True),
    ]
    office.redo()
    assert [e.is_undone for e in office.ask(history)][:3] == [False, False, False]
    office.undo()
    assert [e.is_undone for e in office.ask(history)][:4] == [False, False, False, True]


def test_of_a_private_note_only_that_there_was_one(office):
    rep = rep_called(office, "Priya")
    note = office.do(
        write_private_note, about=NoteAbout.REP, about_id=rep.id, rep_id=rep.id, text="Quibble"
    ).result
    office.do(reword_private_note, note.id, "Frotz")
    office.undo()
    words = str(told(office))
    assert "private note" in words
    assert "Quibble" not in words
    assert "Frotz" not in words


def test_reading_goes_on_where_it_stopped(office):
    for n in range(5):
        share = f"Story number {n}"
        office.do(give_share, rep_id=rep_called(office, "Tom").id, kind=ShareKind.STORY, text=share)
    first = office.ask(history, most=3)
    rest = office.ask(history, most=3, before=first[-1].n)
    assert [e.details for e in (*first, *rest)][:5] == [
        (f"Story number {n}",) for n in (4, 3, 2, 1, 0)
    ]
