"""The sample team fits whatever day it is opened on."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coachdesk.domain.people import Workspace
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import TalkState, WorkspaceKind
from coachdesk.services.desk import Desk
from coachdesk.services.labels import months_missed
from coachdesk.services.opening import build_store, is_sample, sample_day
from coachdesk.services.pages import today
from coachdesk.services.sample import load_sample
from coachdesk.services.talks import plan_talk
from coachdesk.store.opening import open_store
from tests.services.making import all_of, everything, rep_called
from tests.services.test_golden_labels import found, table
from tests.store.making import FakeClock

DAYS = [
    date(2026, 3, 9),  # Monday
    date(2026, 3, 13),  # Friday
    date(2028, 2, 26),  # a Saturday before a leap day
    date(2027, 1, 3),  # the first Sunday of a year
]


@pytest.fixture(params=DAYS, ids=lambda day: f"{day:%A}", scope="module")
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """The sample as it is opened on one day; tests only read it."""
    path: Path = tmp_path_factory.mktemp("sample") / "sample.coachdesk"
    clock = FakeClock(datetime.combine(request.param, time(10, 7), UTC))
    build_store(path, clock, lambda desk: desk.load(load_sample))
    made = Desk(open_store(path, now=clock()), clock)
    yield made
    made.close()


def ids_in(value: object) -> Iterator[UUID]:
    """Every id that an entity holds, however deep."""
    if isinstance(value, UUID):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from ids_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from ids_in(part)


def test_the_store_is_marked_as_the_sample_of_its_day(opened: Desk) -> None:
    (space,) = all_of(opened, Workspace)
    assert space.kind is WorkspaceKind.SAMPLE
    assert opened.ask(is_sample)
    assert opened.ask(sample_day) == opened.as_of


def test_its_labels_do_not_depend_on_the_day_it_is_opened_on(opened: Desk) -> None:
    monday = opened.as_of - timedelta(days=opened.as_of.weekday())
    assert found(opened, monday) == table("Rep")
    assert opened.ask(months_missed) == []


def test_no_row_refers_to_what_was_left_out(opened: Desk) -> None:
    rows = everything(opened)
    there = {row.id for row in rows}
    dangling = {
        f"{type(row).__name__} {id}" for row in rows for id in ids_in(row) if id not in there
    }
    assert dangling == set()


def test_today_is_full(opened: Desk) -> None:
    page = today(opened)
    assert page.is_sample
    assert page.next_talk is not None
    assert page.next_talk.agenda
    assert page.next_talk.focus is not None
    for part in ("inbox", "captured", "promises", "hand_offs", "reps"):
        assert getattr(page, part), part
    assert page.my_promises_today > 0
    assert page.since is not None


def test_no_talk_is_held_in_the_future_or_planned_in_the_past(opened: Desk) -> None:
    for talk in all_of(opened, CoachingSession):
        if talk.state in (TalkState.HELD, TalkState.WRAPPED_UP):
            assert talk.day <= opened.as_of
        elif talk.state in (TalkState.PLANNED, TalkState.PREPARED):
            assert talk.day >= opened.as_of


def test_every_wrapped_up_talk_has_its_page(opened: Desk) -> None:
    wrapped = all_of(opened, CoachingSession, state=TalkState.WRAPPED_UP)
    assert wrapped
    assert all(talk.summary_brief for talk in wrapped)


def test_loading_cannot_be_undone_and_what_follows_can(desk: Desk) -> None:
    before = everything(desk)
    desk.do(plan_talk, rep_called(desk, "Tom").id, desk.as_of + timedelta(days=1))
    desk.undo()
    assert everything(desk) == before
    with pytest.raises(Exception, match="nothing to undo"):
        desk.undo()
