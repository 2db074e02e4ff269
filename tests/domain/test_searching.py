"""What of a record can be found, and how words are compared."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.asks import Ask
from coachdesk.domain.evidence import Draft
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.searchables import searchable
from coachdesk.domain.searching import (
    excerpt,
    folded,
    indexed,
    phrase,
    search_words,
)
from coachdesk.domain.talks import SessionNote
from coachdesk.domain.vocabulary import AskForm, DraftSource, DraftState, NoteAbout, NoteMark
from tests.domain.making import TODAY


@pytest.mark.parametrize(
    ("typed", "written"),
    [("zurich", "Zürich"), ("strasse", "Straße"), ("MUELLER", "Mueller"), ("fi", "ﬁnance")],
)
def test_case_accents_and_ligatures_make_no_difference(typed, written):
    assert folded(written).startswith(folded(typed))


def test_signs_written_without_spaces_are_words_of_their_own():
    assert indexed(("客户需求",)).split() == ["客", "户", "需", "求"]
    assert phrase("需求") == '"需 求" *'


@given(st.text())
def test_nothing_that_is_typed_can_be_a_query_of_its_own(typed):
    for word in search_words(typed):
        assert '"' not in word
        assert phrase(word).count('"') == 2


def test_what_is_private_or_unfinished_is_not_found():
    note = PrivateNote(
        id=uuid4(), about=NoteAbout.REP, about_id=uuid4(), day=TODAY, text="Wants to leave"
    )
    drafts = [
        Draft(id=uuid4(), source=DraftSource.CAPTURE, raw="secret", day=TODAY, private=True),
        Draft(id=uuid4(), source=DraftSource.UNSAVED, raw="half", day=TODAY),
        Draft(
            id=uuid4(),
            source=DraftSource.CAPTURE,
            raw="gone",
            day=TODAY,
            state=DraftState.DISCARDED,
        ),
    ]
    covered = SessionNote(
        id=uuid4(), session_id=uuid4(), order=1, time=None, mark=NoteMark.PRIVATE, text=""
    )
    assert [searchable(each) for each in (note, *drafts, covered)] == [None] * 5


def test_the_form_of_a_request_is_no_word_of_it():
    ask = Ask(
        id=uuid4(), thread_id=uuid4(), form=AskForm.LOSS_OF_FAITH, text="Call first", day=TODAY
    )
    found = searchable(ask)
    assert found is not None
    assert not any("faith" in text for text in found.texts)


def test_an_excerpt_shows_the_word_that_was_found():
    long = "Nothing here. " * 20 + "They asked about the Straße twice. " + "More words. " * 20
    piece = excerpt(("First text", long), search_words("strasse asked"))
    assert "Straße" in piece.text
    assert len(piece.text) < 100
    assert [piece.text[a:b] for a, b in piece.at] == ["asked", "Straße"]


@given(st.lists(st.text(max_size=200), max_size=3), st.text(max_size=20))
def test_marks_of_an_excerpt_lie_inside_it(texts, typed):
    piece = excerpt(tuple(texts), search_words(typed))
    assert all(0 <= a < b <= len(piece.text) for a, b in piece.at)
