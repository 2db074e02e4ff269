"""Search follows every change, and finds nothing that is private."""

from dataclasses import replace
from datetime import timedelta

import pytest

from coachdesk.domain.people import Account, Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import ShareKind, TalkState
from coachdesk.services.capture import capture_line, read_line
from coachdesk.services.people import add_rep
from coachdesk.services.search import search
from coachdesk.services.shares import give_share
from coachdesk.store.connection import transaction
from coachdesk.store.search_index import rebuild
from tests.services.making import account_called, all_of, rep_called


def found(desk, typed):
    return [(hit.title, hit.rep, hit.excerpt.text) for hit in desk.ask(search, typed)]


def share(desk, text):
    rep = rep_called(desk, "Priya")
    return desk.do(give_share, rep_id=rep.id, kind=ShareKind.STORY, text=text).result


def test_a_record_is_found_by_beginnings_of_its_words_with_its_rep(office):
    share(office, "How Zürich was won in one call")
    assert found(office, "zuri won") == [("share", "Priya Raman", "How Zürich was won in one call")]
    assert found(office, "priya zurich") == found(office, "zurich")
    assert found(office, "tom zurich") == []


def test_search_follows_undo_and_redo(office):
    share(office, "How Zürich was won")
    office.undo()
    assert found(office, "zurich") == []
    office.redo()
    assert len(found(office, "zurich")) == 1


def rename(work, kind, id, **fields):
    return work.put(replace(work.get(kind, id), **fields))


def test_a_new_name_finds_what_was_written_under_the_old_one(office):
    share(office, "How the price was kept")
    office.do(rename, Rep, rep_called(office, "Priya").id, first_name="Pryia-Ann")
    assert [title for title, *_ in found(office, "ann price")] == ["share"]
    assert found(office, "priya price") == []


def test_names_stand_first_then_the_newest(desk):
    hits = desk.ask(search, "priya", most=500)
    assert hits[0].title == "rep"
    days = [hit.day for hit in hits if hit.day is not None]
    assert days == sorted(days, reverse=True)
    assert len(days) > 50


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("brackwater director fair", "introduction"),
        ("northern region response", "what a department can do"),
        ("service eleven machines before sale", "request to a department"),
        ("integration capacity checked", "goal with a peer manager"),
        ("safety certificate", "what is coming"),
        ("two deciders partner agrees", "decision on an opportunity"),
        ("standstill costs size", "message for a buyer"),
        ("corrections before billed", "joint meeting"),
        ("eleven hand-offs eight met", "note on a meeting of peers"),
    ],
)
def test_what_is_between_us_and_partners_is_found(desk, typed, title):
    assert title in [found[0] for found in found(desk, typed)]


def test_no_private_word_of_the_sample_is_found(desk):
    """A private note's own sentence is nowhere; a shared word may be somewhere else."""
    notes = all_of(desk, PrivateNote)
    assert len(notes) > 20
    for note in notes:
        for hit in desk.ask(search, " ".join(note.text.split()[:8])):
            assert note.text[:30] not in hit.excerpt.text
            assert hit.id != note.id


def test_the_index_is_the_same_when_it_is_built_anew(desk):
    desk.do(add_rep, "Ann Zoe")
    line = "Ann n4 Asked what the delay costs them @Cobalt"
    desk.do(capture_line, desk.ask(read_line, line))
    talk = all_of(desk, CoachingSession, state=TalkState.PLANNED)[0]
    desk.do(rename, CoachingSession, talk.id, day=talk.day + timedelta(days=1))
    desk.undo()
    kept = _index(desk)
    with transaction(desk.store.connection, write=True):
        rebuild(desk.store.connection)
    assert _index(desk) == kept


def _index(desk):
    with transaction(desk.store.connection, write=False):
        rows = desk.store.connection.exec_driver_sql(
            "SELECT entity, entity_id, parent_id, rep_id, account_id, team_id, day, words"
            " FROM search_doc JOIN search_text ON search_text.rowid = n"
        ).all()
    return sorted(tuple(str(part) for part in row) for row in rows)


def test_erased_words_are_nowhere_in_the_file(office):
    made = share(office, "Quibblefrotz was said")
    office.do(lambda work: work.remove(work.get(type(made), made.id)))
    path = office.store.path
    with transaction(office.store.connection, write=True):
        office.store.connection.exec_driver_sql("DELETE FROM journal_change")
    office.close()
    assert b"uibblefrotz" not in path.read_bytes()


def test_customers_are_found_by_a_part_of_a_name_in_any_script(office):
    account = account_called(office, "Cobalt")
    office.do(rename, Account, account.id, name="東京海上")
    assert [title for title, *_ in found(office, "海上")] == ["customer"]
