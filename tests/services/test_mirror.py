"""The manager's own mirror: what it counts, whom it names, and that it stays with the manager."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Workspace
from coachdesk.domain.reflections import Reflection
from coachdesk.domain.vocabulary import OwnerSide, PlanStop, WhoAsked
from coachdesk.services.desk import Desk
from coachdesk.services.exchange import export_bytes
from coachdesk.services.history_entries import history
from coachdesk.services.mirror import answer_reflection, mirror
from coachdesk.services.plans import start_plan, stop_plan
from coachdesk.services.promises import keep_promise
from coachdesk.services.search import search
from coachdesk.services.talks import cancel_talk, enter_held, move_talk
from coachdesk.views.mirror import MirrorRow
from tests.services.making import (
    NEED,
    TODAY,
    TRANSITION,
    all_of,
    on,
    planned,
    promised,
    refused,
    rep_called,
    seen,
)
from tests.store.making import FakeClock

MARCH = TODAY.replace(day=1)


def row(desk: Desk, name: str) -> MirrorRow:
    return next(each for each in mirror(desk).rows if each.first_name == name)


def held(desk: Desk, days: int, name: str = "Priya") -> None:
    desk.do(enter_held, rep_called(desk, name).id, on(days))


def test_talks_are_counted_by_what_became_of_them_and_who_asked(office: Desk) -> None:
    held(office, -20)
    held(office, -3)
    held(office, -91)  # lies before the window
    talk = planned(office, "Priya")
    office.do(move_talk, talk.id, on(1), None, who=WhoAsked.REP, reason="Ill")
    office.do(cancel_talk, planned(office, "Tom").id, who=WhoAsked.MANAGER, reason="Board meeting")
    priya, tom = row(office, "Priya"), row(office, "Tom")
    assert (priya.held, priya.minutes) == (2, 90)
    assert priya.moved == ((WhoAsked.REP, 1),)
    assert tom.cancelled == ((WhoAsked.MANAGER, 1),)
    assert "1 cancelled (you asked)" in tom.words
    assert [each.first_name for each in mirror(office).rows] == ["Priya", "Tom", "Aisha"]


def test_who_was_skipped_is_named_once_days_away_are_taken_off(office: Desk) -> None:
    held(office, -29)
    assert row(office, "Priya").is_skipped
    assert "no talk for 29 days" in row(office, "Priya").words
    assert "Priya" in mirror(office).summary
    space = all_of(office, Workspace)[0]
    office.do(lambda work: work.put(replace(space, away=((on(-10), on(-6)),))))
    assert not row(office, "Priya").is_skipped


def test_a_rep_without_any_talk_is_not_called_skipped(office: Desk) -> None:
    assert not row(office, "Aisha").is_skipped
    assert row(office, "Aisha").notice == "no talk yet · no event this month"
    assert mirror(office).summary == "No talk was held in these 91 days."


def test_an_event_of_this_month_is_evidence_and_one_of_the_last_is_not(office: Desk) -> None:
    seen(office, (NEED, 4), day=MARCH - timedelta(days=1))
    assert not row(office, "Priya").has_evidence
    seen(office, (NEED, 4), day=MARCH)
    assert row(office, "Priya").has_evidence
    assert not row(office, "Tom").has_evidence


def test_the_managers_promises_alone_make_the_rate(office: Desk) -> None:
    for n in range(5):
        made = promised(office, OwnerSide.MANAGER, f"Send example {n}", due=0)
        if n < 4:
            office.do(keep_promise, made.id)
    promised(office, OwnerSide.REP, due=0)
    words = mirror(office).promises_words
    assert words.startswith("Your promises: 4 of 4 kept on time (0 late, 0 missed, 0 overdue)")
    assert words.endswith("a rate needs 1 more.")


def test_a_plan_that_ended_shows_where_it_began_and_where_it_came(
    office: Desk, clock: FakeClock
) -> None:
    seen(office, (TRANSITION, 2), day=on(-2))
    plan = office.do(
        start_plan, rep_called(office, "Priya").id, TRANSITION, "Five sentences"
    ).result
    clock.wait(days=7)
    for n, value in enumerate((4, 5, 2)):
        seen(office, (TRANSITION, value), day=on(1 + n))
        seen(office, (NEED, 1), day=on(1 + n), comment="Told what we do before asking anything")
    assert mirror(office).plans == ()
    office.do(stop_plan, plan.id, PlanStop.CHANGED, "Another link matters more")
    (ended,) = mirror(office).plans
    assert ended.outcome == "changed 17 Mar · 0 of 1 → 2 of 3 rated 4 or 5"
    assert ended.title.startswith("Transition")
    assert ended.note in ended.words


def test_one_answer_a_month_is_written_reworded_and_taken_back(
    office: Desk, clock: FakeClock
) -> None:
    question = mirror(office).question
    with pytest.raises(InputError):
        office.do(answer_reflection, MARCH, "  ")
    office.do(answer_reflection, MARCH, "Ask first")
    office.do(answer_reflection, MARCH, "Ask first, then wait")
    (kept,) = all_of(office, Reflection)
    assert (kept.month, kept.question, kept.answer) == (MARCH, question, "Ask first, then wait")
    office.undo()
    assert mirror(office).answer == "Ask first"
    office.do(answer_reflection, MARCH, "")
    assert all_of(office, Reflection) == []
    office.undo()
    clock.wait(days=31)
    assert refused(lambda: office.do(answer_reflection, MARCH, "Later")) == "E-MIR-01"
    found = mirror(office)
    assert (found.answer, [each.answer for each in found.earlier]) == ("", ["Ask first"])
    assert found.question != question


def test_an_answer_is_in_the_export_and_nowhere_else(office: Desk) -> None:
    office.do(answer_reflection, MARCH, "Zebras before horses")
    assert json.loads(office.ask(export_bytes))["entities"]["reflection"]
    assert office.ask(search, "Zebras") == []
    (newest,) = office.ask(history, most=1)
    assert "Zebras" not in f"{newest.what}{newest.details}"
    assert newest.what == "answer to the question of the month"


def test_the_mirror_reads_a_fixed_number_of_times(desk: Desk) -> None:
    def reads() -> int:
        sent: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            sent.append(statement)

        engine = desk.store.connection.engine
        event.listen(engine, "before_cursor_execute", note)
        mirror(desk)
        event.remove(engine, "before_cursor_execute", note)
        return len([s for s in sent if s.lstrip().upper().startswith("SELECT")])

    before = reads()
    for days in (-5, -4, -3):
        held(desk, days)
    assert reads() == before < 14
