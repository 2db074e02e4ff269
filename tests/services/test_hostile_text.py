"""What a person types is kept as it was, or refused in words; nothing in between, no crash."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.capture import read_capture
from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.reading import Vocabulary, known_behaviours
from coachdesk.domain.vocabulary import (
    NoteAbout,
    NoteMark,
    OwnerSide,
    PromiseOrigin,
    ShareKind,
    Whose,
)
from coachdesk.services.agendas import AgendaDraft, set_agenda
from coachdesk.services.capture import capture_line, read_line, vocabulary
from coachdesk.services.commitments import make_promise
from coachdesk.services.desk import Desk
from coachdesk.services.evidence import amend_comment
from coachdesk.services.line_records import LineDraft
from coachdesk.services.people import add_account, add_rep
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.private_notes import write_private_note
from coachdesk.services.shares import give_share
from coachdesk.services.talk_notes import (
    keep_line,
)
from coachdesk.services.wrap_up import keep_wrap_up
from coachdesk.store.unit_of_work import UnitOfWork
from tests.hostile import hostile_strings
from tests.services.making import (
    NEED,
    TODAY,
    all_of,
    choices,
    everything,
    rep_called,
    running,
    seen,
)

KNOWN = Vocabulary(
    reps=(),
    accounts=(),
    teams=(),
    people=(),
    behaviours=known_behaviours(shipped_playbook().behaviours.values()),
)
T = TypeVar("T")
Write = Callable[[UnitOfWork, str], str]


def kept_by(act: Callable[[], T]) -> T | None:
    """What the act made; None if it was refused in words."""
    try:
        return act()
    except UserError as refusal:
        if not refusal.message:
            raise
        return None


def ways(desk: Desk) -> dict[str, Write]:
    """Each way a text gets in by hand, and what is stored of it."""
    rep = rep_called(desk, "Priya").id
    talk = running(desk)
    event = seen(desk, (NEED, 4))

    def agenda(work: UnitOfWork, text: str) -> str:
        set_agenda(work, talk.id, (AgendaDraft(whose=Whose.MANAGER, text=text),))
        return text

    def line(mark: NoteMark) -> Write:
        def write(work: UnitOfWork, text: str) -> str:
            kept = keep_line(work, talk.id, LineDraft(order=9, mark=mark, text=text))
            if mark is NoteMark.PRIVATE:
                (note,) = work.find(PrivateNote, id=kept.created_id)
                return note.text
            return kept.text

        return write

    def promise(work: UnitOfWork, text: str) -> str:
        return make_promise(
            work,
            rep_id=rep,
            side=OwnerSide.MANAGER,
            text=text,
            due_day=TODAY,
            origin=PromiseOrigin.SESSION,
            origin_id=talk.id,
        ).text

    def private(work: UnitOfWork, text: str) -> str:
        about: Any = {"about": NoteAbout.REP, "about_id": rep, "rep_id": rep}
        return write_private_note(work, text=text, **about).text

    def share(work: UnitOfWork, text: str) -> str:
        return give_share(work, rep_id=rep, kind=ShareKind.STORY, text=text).text

    return {
        "a rep’s name": lambda work, text: add_rep(work, text).name,
        "a customer’s name": lambda work, text: add_account(work, text).name,
        "an amended comment": lambda work, text: amend_comment(work, event.id, text).comment,
        "the summary": lambda work, text: (
            keep_wrap_up(work, talk.id, choices(summary=text)).summary or ""
        ),
        "the agenda": agenda,
        "a promise": promise,
        "a private note": private,
        "a share": share,
        **{f"a line, {mark}": line(mark) for mark in NoteMark if mark is not NoteMark.MANDATE},
    }


def test_every_way_in_keeps_the_text_or_refuses_it_in_words(office: Desk) -> None:
    kept: dict[str, int] = {}

    def write_all(work: UnitOfWork) -> None:
        for place, (way, write) in enumerate(into.items()):
            for text in hostile_strings()[place % 4 :: 4]:
                padded = f"Asked for twenty characters: {text}" if "comment" in way else text
                stored = kept_by(partial(write, work, padded))
                if stored is None:
                    continue
                assert " ".join(stored.split()) == " ".join(padded.split()), way
                kept[way] = kept.get(way, 0) + 1

    into = ways(office)
    before = everything(office)
    office.do(write_all)
    assert {way: n for way, n in kept.items() if n < 40} == {}
    office.undo()
    assert everything(office) == before


def test_a_captured_line_is_kept_whole_whatever_stands_in_it(office: Desk) -> None:
    def capture_all(work: UnitOfWork) -> None:
        for text in hostile_strings():
            line = f"Priya t4 {text}"
            record = kept_by(partial(captured, work, line))
            if record is None:
                continue
            if isinstance(record, Draft):
                assert record.raw == line
            assert isinstance(record, Draft | Observation | PrivateNote)

    office.do(capture_all)
    assert len(all_of(office, Draft)) + len(all_of(office, Observation)) > 400


def captured(work: UnitOfWork, line: str) -> Draft | Observation | PrivateNote:
    return capture_line(work, read_line(work, line)).record


@given(st.text(max_size=200))
def test_no_line_is_too_odd_to_read(line: str) -> None:
    read = kept_by(lambda: read_capture(line, KNOWN, as_of=TODAY, comment_min_chars=20).line)
    assert read in (line, None)


def test_forty_thousand_characters_wait_whole_and_say_how_many_are_too_many(office: Desk) -> None:
    line = "Priya t4 " + "漢" * 39_991
    captured = office.do(capture_line, office.ask(read_line, line)).result
    assert isinstance(captured.record, Draft)
    assert captured.record.raw == line
    assert captured.too_many > 39_000
    with pytest.raises(UserError, match="1 too many"):
        office.ask(read_line, f"{line}x")


def test_names_of_any_kind_are_found_again_in_a_line(office: Desk) -> None:
    office.do(add_rep, "דנה כהן")
    office.do(add_account, "株式会社コバルト")
    reading = office.ask(read_line, "דנה t4 Asked what the delay costs them @株式会社コバルト")
    assert reading.rep == rep_called(office, "דנה").id
    assert reading.account is not None
    assert len(office.ask(vocabulary).reps) == 4
