"""After a refusal the database is what it was, also where half of a command was written."""

from collections.abc import Callable
from functools import partial

import pytest

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.errors import InputError, UserError
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.people import Rep
from coachdesk.domain.reading import ReadRating
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    NoteMark,
    OwnerSide,
    PromiseOrigin,
    WhoAsked,
    Whose,
)
from coachdesk.services import agendas, asks, commitments, evidence, promises, talk_notes, talks
from coachdesk.services.agendas import AgendaDraft
from coachdesk.services.desk import Desk
from coachdesk.services.line_records import LineDraft
from coachdesk.services.wrap_up import wrap_up_talk
from coachdesk.store import journal
from coachdesk.store.unit_of_work import UnitOfWork
from tests.services.making import (
    NEED,
    TODAY,
    TRANSITION,
    all_of,
    choices,
    everything,
    line,
    on,
    planned,
    promised,
    rep_called,
    running,
    seen,
)

Command = Callable[[], object]


def past_next_date(desk: Desk) -> Command:
    """The talk is closed and its words are written before the next one is refused."""
    return partial(desk.do, wrap_up_talk, running(desk).id, choices(next_day=on(-1)))


def no_place_for_the_line(desk: Desk) -> Command:
    """The share is written before its line is refused."""
    draft = LineDraft(order=0, mark=NoteMark.SHARE, text="A story")
    return partial(desk.do, talk_notes.keep_line, running(desk).id, draft)


def too_long_for_an_observation(desk: Desk) -> Command:
    """The comment is too long once the new customer was made."""
    rating = ReadRating(behaviour=TRANSITION, value=4)
    text = 'Brought Stefan in with a clear hand-off @"Elm and Oak" ' + "x" * 600
    draft = LineDraft(order=1, mark=NoteMark.OBSERVATION, text=text, rating=rating)
    return partial(desk.do, talk_notes.keep_line, running(desk).id, draft)


def agenda_with_an_empty_point(desk: Desk) -> Command:
    """Old points are removed before the empty one is refused."""
    points = (
        AgendaDraft(whose=Whose.REP, text="Two hand-offs"),
        AgendaDraft(whose=Whose.MANAGER, text=" "),
    )
    return partial(desk.do, agendas.set_agenda, planned(desk).id, points)


def help_due_before_today(desk: Desk) -> Command:
    """The promise of help is refused after the request was opened."""
    ask = desk.do(asks.note_ask, rep_id=rep_called(desk, "Priya").id, text="Bring Stefan").result
    terms = AskTerms(how="A call", due_day=on(7), help="Slides", help_due_day=on(-1))
    return partial(desk.do, asks.agree_ask, ask.id, terms)


def second_half_of_an_event(desk: Desk) -> Command:
    """A second rating is written before the fourth is refused."""
    made = seen(desk, (NEED, 4))
    ratings = tuple(Rated(key, 3) for key in list(BehaviourKey)[1:5])
    return partial(desk.do, evidence.add_to_event, made.id, "And more", ratings)


REFUSED: dict[str, Callable[[Desk], Command]] = {
    "a next date that has passed": past_next_date,
    "a line that cannot be stored": no_place_for_the_line,
    "an observation that is too long": too_long_for_an_observation,
    "an agenda with an empty point": agenda_with_an_empty_point,
    "help that is due before today": help_due_before_today,
    "a fourth rating": second_half_of_an_event,
    "a move without a new day": lambda desk: partial(
        desk.do, talks.move_talk, planned(desk).id, TODAY, None, who=WhoAsked.REP, reason="Ill"
    ),
    "a promise that is not due yet": lambda desk: partial(
        desk.do, promises.close_missed_promise, promised(desk, OwnerSide.REP).id
    ),
    "a promise of four characters": lambda desk: partial(
        desk.do,
        commitments.make_promise,
        rep_id=rep_called(desk, "Priya").id,
        side=OwnerSide.REP,
        text=" Call ",
        due_day=on(1),
        origin=PromiseOrigin.SESSION,
        origin_id=rep_called(desk, "Priya").id,
    ),
    "nothing to say about a talk": lambda desk: partial(
        desk.do, wrap_up_talk, running(desk).id, choices(summary="")
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_after_a_refusal_the_store_and_its_history_are_unchanged(office: Desk, case: str) -> None:
    command = REFUSED[case](office)
    before = everything(office), entries(office)
    with pytest.raises(UserError):
        command()
    assert (everything(office), entries(office)) == before


def entries(desk: Desk) -> list[journal.Entry]:
    connection = desk.store.connection
    with connection.begin():
        return journal.last_entries(connection)


def write_then_fail(work: UnitOfWork) -> None:
    work.remove(work.find(Rep, first_name="Priya")[0])
    raise InputError("no")


def test_a_refused_command_leaves_the_next_one_free_to_run(office: Desk) -> None:
    talk = running(office)
    with pytest.raises(InputError):
        office.do(write_then_fail)
    assert line(office, talk, NoteMark.NONE, "Goes on").text == "Goes on"
    assert len(all_of(office, Rep)) == 3
