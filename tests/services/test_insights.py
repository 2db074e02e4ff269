"""The figures of Insights: what they count, what they leave out, and how little they may read."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.labels import ShiftNote
from coachdesk.domain.people import Account
from coachdesk.domain.vocabulary import BehaviourKey, ShareKind
from coachdesk.services.evidence import ObservationDraft, save_observation, void_observation
from coachdesk.services.insights import InsightsKept, every_series, insights, series_of, shifts
from coachdesk.services.sample import sample_id
from coachdesk.services.shares import give_share, void_share
from tests.ui.screens import sample_desk

PRIYA, VIKTOR = sample_id("priya"), sample_id("viktor")
NEED = BehaviourKey.NEED_IDENTIFICATION
WORDS = "Asked the plant lead what an hour of downtime costs, and waited for the answer"


@pytest.fixture
def desk(tmp_path):
    made = sample_desk(tmp_path)
    yield made
    made.close()


def cell(desk, rep=PRIYA, key=NEED, **options):
    found = insights(desk, **options).cells
    return next(c for c in found if c.rep_id == rep and c.behaviour is key)


def seen(desk, value=4, *, day=None, rep=PRIYA, key=NEED):
    draft = ObservationDraft(
        rep_id=rep,
        day=day or desk.as_of,
        comment=WORDS,
        ratings=(Rated(key, value),),
        account_id=desk.ask(lambda reads: reads.find(Account))[0].id,
    )
    return desk.do(save_observation, draft).result


def test_a_store_without_reps_has_figures_that_say_what_is_missing(tmp_path):
    desk = sample_desk(tmp_path, sample=False)
    found = insights(desk)
    assert (found.people, found.cells, found.events) == ((), (), 0)
    assert found.balance.words == "In 13 weeks: 0 requests, 0 shares, 0 requirements."
    assert [step.figure.rate for step in found.needs.steps] == [None] * 4
    assert found.waiting.curve is None
    assert "Needs 8 hand-offs" in found.waiting.words
    assert found.prepared.difference is None
    assert desk.ask(every_series) == []
    desk.close()


def test_voided_evidence_changes_no_figure(desk):
    before = insights(desk)
    event_of_today = seen(desk)
    assert cell(desk).n == before.cells[9].n + 1
    desk.do(void_observation, event_of_today.id, "Noted by mistake")
    assert insights(desk) == before


def test_the_window_ends_with_its_first_day(desk):
    first = desk.as_of - timedelta(days=90)
    before = cell(desk, window_days=91).n
    seen(desk, day=first)
    seen(desk, day=first - timedelta(days=1))
    assert cell(desk, window_days=91).n == before + 1


def test_a_cell_below_six_says_how_many_more_and_from_where(desk):
    empty = next(c for c in insights(desk).cells if c.n == 0)
    assert empty.words == "0 of 0 – needs 6 more"
    assert empty.missing == "6 more events from 2 accounts in 2 weeks"
    assert (empty.lo, empty.hi, empty.is_shown) == (None, None, False)


def test_what_was_shared_counts_until_it_is_void(desk):
    before = insights(desk).balance
    share = desk.do(
        give_share, rep_id=PRIYA, kind=ShareKind.STORY, text="How I brief a colleague"
    ).result
    assert insights(desk).balance.share == before.share + 1
    desk.do(void_share, share.id, "Told to somebody else")
    assert insights(desk).balance == before


def test_a_rep_who_left_is_in_no_figure_of_today(desk):
    today = insights(desk)
    assert len(today.people) == 8
    assert [p.id for p in insights(desk, rep_id=VIKTOR).people] == [VIKTOR]
    assert {c.rep_id for c in insights(desk, rep_id=VIKTOR).cells} == {VIKTOR}


def test_an_answered_shift_begins_a_new_baseline(desk):
    found = next(one for one in desk.ask(every_series) if one.shift is not None)
    begin = found.shift.start.observation_id
    note = ShiftNote(
        id=sample_id("note"),
        rep_id=found.rep_id,
        behaviour_key=found.behaviour,
        observation_id=begin,
        day=desk.as_of,
    )
    desk.do(lambda work: work.put(note))
    later = desk.ask(series_of, found.rep_id, found.behaviour)
    assert later.shift is None
    assert later.ratings == found.ratings


def test_all_shifts_at_once_are_those_of_the_single_cells(desk):
    alone = tuple(one.shift for one in desk.ask(every_series) if one.shift is not None)
    assert desk.ask(shifts) == alone != ()


def test_figures_are_kept_until_something_changes(desk):
    kept = InsightsKept(desk)
    first = kept.insights()
    assert kept.insights() is first
    seen(desk)
    assert kept.insights() is not first
    desk.undo()
    assert kept.insights() == first


def test_the_page_reads_a_fixed_number_of_times(desk):
    def reads():
        sent = []

        def note(_connection, _cursor, statement, *_rest):
            sent.append(statement)

        engine = desk.store.connection.engine
        event.listen(engine, "before_cursor_execute", note)
        insights(desk)
        event.remove(engine, "before_cursor_execute", note)
        return len([s for s in sent if s.lstrip().upper().startswith("SELECT")])

    before = reads()
    for value in (2, 3, 4, 5):
        seen(desk, value)
    assert reads() == before < 20


def test_the_day_of_the_figures_may_lie_in_the_past(desk):
    earlier = insights(desk, until=date(2026, 1, 10))
    assert earlier.until == date(2026, 1, 10)
    assert earlier.events < insights(desk).events
    assert earlier.waiting.n <= insights(desk).waiting.n
