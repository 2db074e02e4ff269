"""Labels are written once a month, follow evidence that is changed, and never the settings."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachdesk.app import App
from coachdesk.domain.entity import Id
from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.people import Account, Rep, Workspace
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import BehaviourKey, Label, SnapshotCause
from coachdesk.services import merging
from coachdesk.services.desk import Desk
from coachdesk.services.evidence import (
    ObservationDraft,
    add_rating,
    amend_comment,
    amend_rating,
    remove_observation,
    save_observation,
    void_observation,
)
from coachdesk.services.labels import evaluate_months, months_missed
from coachdesk.services.opening import build_store, write_missed_labels
from coachdesk.services.talk_pages import prepare_page
from coachdesk.store.opening import open_store
from coachdesk.store.unit_of_work import UnitOfWork
from tests.services.making import (
    NEED,
    TRANSITION,
    account_called,
    all_of,
    everything,
    fill_small_team,
    refused,
    rep_called,
)
from tests.store.making import FakeClock

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)
WORDS = "Named the goal and stayed until it was clear."


def saw(
    desk: Desk, clock: FakeClock, day: date, *values: int, name: str = "Priya", at: str = "Cobalt"
) -> Observation:
    """An event that was saved on its day: need first, then transition."""
    moment, clock.moment = clock.moment, datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    draft = ObservationDraft(
        rep_id=rep_called(desk, name).id,
        day=day,
        comment=WORDS,
        ratings=tuple(Rated(key, v) for key, v in zip((NEED, TRANSITION), values, strict=False)),
        account_id=account_called(desk, at).id,
    )
    saved = desk.do(save_observation, draft).result
    clock.moment = moment
    return saved


@pytest.fixture
def events(office: Desk, clock: FakeClock) -> list[Observation]:
    """Six events of Priya in January and one in February, all well done, at two customers."""
    days = [date(2026, 1, 5) + timedelta(days=4 * n) for n in range(6)] + [date(2026, 2, 12)]
    return [saw(office, clock, day, 5, at=("Cobalt", "Birch")[n % 2]) for n, day in enumerate(days)]


def newest(desk: Desk, name: str = "Priya", key: BehaviourKey = NEED) -> dict[date, LabelSnapshot]:
    rep = rep_called(desk, name)
    found = all_of(desk, LabelSnapshot, rep_id=rep.id, behaviour_key=key)
    return {one.eval_day: one for one in sorted(found, key=lambda one: one.revision)}


def months(desk: Desk, name: str = "Priya") -> dict[date, tuple[int, int, str, int]]:
    return {
        day: (one.x, one.n, one.label.value, one.revision)
        for day, one in newest(desk, name).items()
    }


def rating_of(desk: Desk, observation: Observation) -> Id[Rating]:
    return all_of(desk, Rating, observation_id=observation.id)[0].id


def test_every_missed_month_is_written_once(office: Desk, events: list[Observation]) -> None:
    write_missed_labels(office)
    once = everything(office)
    write_missed_labels(office)
    assert months(office) == {
        FEBRUARY: (6, 6, "not enough evidence", 1),
        MARCH: (7, 7, "Strength", 1),
    }
    assert everything(office) == once
    assert office.ask(months_missed) == []


def test_a_store_that_was_open_last_month_only_gets_the_new_month(
    office: Desk, clock: FakeClock, events: list[Observation]
) -> None:
    write_missed_labels(office)
    clock.moment = datetime(2026, 4, 3, 9, tzinfo=UTC)
    assert [month.day for month in office.ask(months_missed)] == [date(2026, 4, 1)]


def test_undo_takes_back_the_last_change_and_no_label(
    office: Desk, clock: FakeClock, events: list[Observation]
) -> None:
    saw(office, clock, date(2026, 3, 9), 2)
    write_missed_labels(office)
    before = months(office)
    undone, _changes = office.undo()
    assert undone.command == "save_observation"
    assert months(office) == before


def test_a_store_that_is_only_read_is_left_alone(
    tmp_path: Path, office: Desk, clock: FakeClock, events: list[Observation]
) -> None:
    office.close()
    reading = Desk(open_store(office.store.path, now=clock(), read_only=True), clock)
    write_missed_labels(reading)
    assert all_of(reading, LabelSnapshot) == []
    reading.close()


def test_another_rating_writes_a_revision_of_its_months_and_undo_takes_both_back(
    office: Desk, events: list[Observation]
) -> None:
    write_missed_labels(office)
    before = everything(office)
    office.do(amend_rating, events[0].id, rating_of(office, events[0]), 2)
    assert months(office) == {
        FEBRUARY: (5, 6, "not enough evidence", 2),
        MARCH: (6, 7, "not enough evidence", 2),
    }
    assert newest(office)[MARCH].cause is SnapshotCause.AMEND
    assert len(all_of(office, LabelSnapshot)) == 4
    office.undo()
    assert everything(office) == before
    office.redo()
    assert months(office)[MARCH] == (6, 7, "not enough evidence", 2)


def test_a_month_before_the_event_keeps_its_label(office: Desk, events: list[Observation]) -> None:
    write_missed_labels(office)
    office.do(void_observation, events[-1].id, "Entered by mistake")
    found = newest(office)
    assert (found[FEBRUARY].revision, found[MARCH].revision) == (1, 2)
    assert found[MARCH].cause is SnapshotCause.VOID
    assert found[MARCH].n == 6


def test_a_label_that_rested_on_the_month_before_goes_with_it(
    office: Desk, events: list[Observation]
) -> None:
    write_missed_labels(office)
    office.do(void_observation, events[0].id, "Entered by mistake")
    assert months(office)[MARCH] == (6, 6, "not enough evidence", 2)


def test_words_alone_change_no_label(office: Desk, events: list[Observation]) -> None:
    write_missed_labels(office)
    office.do(amend_comment, events[0].id, f"{WORDS} Then it went on.")
    office.do(amend_rating, events[0].id, rating_of(office, events[0]), 4)
    assert {one.revision for one in all_of(office, LabelSnapshot)} == {1}


def test_a_behaviour_rated_later_on_an_old_event_counts_in_its_months(
    office: Desk, events: list[Observation]
) -> None:
    write_missed_labels(office)
    office.do(add_rating, events[0].id, Rated(TRANSITION, 2))
    found = newest(office, key=TRANSITION)
    assert {day: (one.n, one.cause.value) for day, one in found.items()} == {
        FEBRUARY: (1, "amend"),
        MARCH: (1, "amend"),
    }


def test_a_removed_event_leaves_an_empty_month_behind(office: Desk, clock: FakeClock) -> None:
    only = saw(office, clock, date(2026, 2, 12), 5)
    write_missed_labels(office)
    office.do(remove_observation, only.id)
    assert months(office) == {MARCH: (0, 0, "not enough evidence", 2)}


def test_an_event_that_is_entered_late_changes_no_past_month(
    office: Desk, events: list[Observation]
) -> None:
    write_missed_labels(office)
    draft = ObservationDraft(
        rep_id=rep_called(office, "Priya").id,
        day=date(2026, 2, 20),
        comment=WORDS,
        ratings=(Rated(NEED, 1),),
    )
    office.do(save_observation, draft)
    assert {one.revision for one in all_of(office, LabelSnapshot)} == {1}


def test_other_settings_change_no_label_and_an_amended_month_keeps_its_own(
    office: Desk, events: list[Observation]
) -> None:
    write_missed_labels(office)
    (space,) = all_of(office, Workspace)
    strict = replace(space, settings=replace(space.settings, target_share=0.95))
    office.do(keep_workspace, strict)
    assert months(office)[MARCH] == (7, 7, "Strength", 1)
    office.do(amend_rating, events[0].id, rating_of(office, events[0]), 2)
    office.do(amend_rating, events[0].id, rating_of(office, events[0]), 5)
    assert months(office)[MARCH] == (7, 7, "Strength", 3)
    assert newest(office)[MARCH].settings.target_share == 0.70


def keep_workspace(work: UnitOfWork, space: Workspace) -> None:
    work.put(space)


def test_taking_back_what_came_before_a_label_leaves_no_label_behind(
    office: Desk, clock: FakeClock
) -> None:
    def add_owen(work: UnitOfWork) -> Rep:
        return work.put(Rep(id=work.new_id(Rep), first_name="Owen"))

    office.do(add_owen)
    saw(office, clock, date(2026, 2, 12), 5, name="Owen")
    write_missed_labels(office)
    office.undo()
    assert months(office, "Owen") == {MARCH: (0, 0, "not enough evidence", 2)}
    office.undo()
    assert all_of(office, LabelSnapshot) == []
    office.redo()
    office.redo()
    assert months(office, "Owen") == {MARCH: (1, 1, "not enough evidence", 1)}


def test_a_store_that_is_opened_gets_the_labels_it_missed(
    office: Desk, clock: FakeClock, events: list[Observation]
) -> None:
    office.close()
    app = App(clock=clock, environment={})
    opened = app.open_desk(office.store.path)
    assert months(opened)[MARCH] == (7, 7, "Strength", 1)
    opened.close()


def test_the_break_point_is_what_a_brief_proposes_and_says_why(desk: Desk) -> None:
    ahead = all_of(desk, CoachingSession, rep_id=rep_called(desk, "Aisha").id, state="planned")
    page = desk.ask(prepare_page, ahead[0].id)
    assert page.focus is BehaviourKey.FOLLOW_THROUGH
    assert page.why_focus == "the chain probably breaks here"
    assert page.brief.break_words.startswith("The chain probably breaks at Follow-through")


# --- two entries of one person ---------------------------------------------------------------


def test_labels_of_a_person_entered_twice_become_one_and_undo_takes_it_back(
    office: Desk, clock: FakeClock, events: list[Observation]
) -> None:
    for day in (date(2026, 1, 8), date(2026, 2, 3)):
        saw(office, clock, day, 2, 3, name="Tom")
    write_missed_labels(office)
    before = everything(office)
    kept, lost = rep_called(office, "Priya"), rep_called(office, "Tom")
    office.do(merging.merge_reps, kept.id, lost.id)
    assert months(office) == {
        FEBRUARY: (6, 7, "not enough evidence", 2),
        MARCH: (7, 9, "not enough evidence", 2),
    }
    assert newest(office, key=TRANSITION)[MARCH].n == 2
    assert {one.rep_id for one in all_of(office, LabelSnapshot)} == {kept.id}
    office.undo()
    assert everything(office) == before


def test_one_customer_entered_twice_is_one_place_in_past_labels_too(
    office: Desk, events: list[Observation]
) -> None:
    write_missed_labels(office)
    kept, lost = account_called(office, "Cobalt"), account_called(office, "Birch")
    office.do(merging.merge_accounts, kept.id, lost.id)
    found = newest(office)[MARCH]
    assert (found.accounts, found.label, found.revision) == (1, Label.NOT_ENOUGH, 2)


def test_two_plans_that_go_on_must_be_one_before_two_people_become_one(office: Desk) -> None:
    people = [rep_called(office, name) for name in ("Priya", "Tom")]

    def plan_both(work: UnitOfWork) -> None:
        for rep in people:
            work.put(
                CoachingPlan(
                    id=work.new_id(CoachingPlan),
                    rep_id=rep.id,
                    behaviour_key=NEED,
                    good_looks_like="The need in the customer’s words",
                    start_day=work.as_of,
                    start_x=0,
                    start_n=0,
                )
            )

    office.do(plan_both)
    first, second = (rep.id for rep in people)
    assert refused(lambda: office.do(merging.merge_reps, first, second)) == "E-PLA-02"


# --- what holds for any evidence -------------------------------------------------------------


@st.composite
def teams_evidence(draw: st.DrawFn) -> list[tuple[str, int, int, str]]:
    """(rep, days before 10 March, rating, customer) of up to two dozen events."""
    one = st.tuples(
        st.sampled_from(["Priya", "Tom"]),
        st.integers(8, 120),
        st.sampled_from([1, 2, 5, 5]),
        st.sampled_from(["Cobalt", "Birch"]),
    )
    return draw(st.lists(one, min_size=8, max_size=24))


def labels_from(path: Path, events: list[tuple[str, int, int, str]]) -> dict[object, object]:
    """What a fresh store says of Priya, without ids."""
    clock = FakeClock()
    path.unlink(missing_ok=True)

    def fill(desk: Desk) -> None:
        desk.load(fill_small_team)
        desk.load(save_all, events, clock)

    build_store(path, clock, fill)
    desk = Desk(open_store(path, now=clock()), clock)
    desk.derive(evaluate_months)
    found = months(desk)
    desk.close()
    return dict(found)


def save_all(work: UnitOfWork, events: list[tuple[str, int, int, str]], clock: FakeClock) -> None:
    reps = {rep.first_name: rep for rep in work.find(Rep)}

    accounts = {account.name: account for account in work.find(Account)}
    for seq, (name, ago, value, at) in enumerate(events, start=1):
        day = clock().date() - timedelta(days=ago)
        seen = work.put(
            Observation(
                id=work.new_id(Observation),
                seq=seq,
                rep_id=reps[name].id,
                day=day,
                recorded_day=day,
                account_id=accounts[at].id,
                comment=WORDS,
            )
        )
        work.put(
            Rating(id=work.new_id(Rating), observation_id=seen.id, behaviour_key=NEED, value=value)
        )


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(teams_evidence(), st.integers(0, 1000))
def test_a_label_rests_on_the_own_evidence_alone_in_any_order(
    tmp_path: Path, events: list[tuple[str, int, int, str]], seed: int
) -> None:
    mixed = [event for event in events if event[0] == "Priya"]
    Random(seed).shuffle(mixed)
    path = tmp_path / "labels.coachdesk"
    assert labels_from(path, mixed) == labels_from(path, events)
