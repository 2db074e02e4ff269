"""The rep's own rating stands beside the manager's and counts nowhere."""

from dataclasses import replace
from datetime import date

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.self_ratings import SelfRating
from coachdesk.domain.talks import CoachingSession
from coachdesk.services.desk import Desk
from coachdesk.services.event_details import event_details
from coachdesk.services.event_edits import edit_event, event_parts
from coachdesk.services.evidence import remove_observation, void_observation
from coachdesk.services.pages import figures_of, rep_page
from coachdesk.services.self_ratings import (
    OwnRating,
    events_to_rate,
    rate_own,
    rate_own_events,
    remove_own,
)
from coachdesk.services.talks import keep_reps_words, prepare_talk
from coachdesk.views.event_details import detail_lines
from coachdesk.views.usefulness import UsefulTalk, useful_sentence, useful_words
from tests.services.making import (
    NEED,
    TRANSITION,
    a_preparation,
    all_of,
    everything,
    on,
    page_of,
    refused,
    rep_called,
    running,
    seen,
)


def values(desk: Desk) -> list[int]:
    return [own.value for own in all_of(desk, SelfRating)]


def test_an_own_rating_is_kept_changed_taken_away_and_undone(office: Desk) -> None:
    event = seen(office, (NEED, 4))
    before = everything(office)
    changes = office.do(rate_own, OwnRating(event.id, NEED, 3)).changes
    assert changes.rep_ids == {event.rep_id}
    office.do(rate_own, OwnRating(event.id, NEED, 5))
    assert values(office) == [5]
    office.do(remove_own, event.id, NEED)
    assert everything(office) == before
    office.undo()
    assert values(office) == [5]


def test_an_own_rating_changes_no_figure_and_stands_beside_the_managers(office: Desk) -> None:
    event = seen(office, (NEED, 4))
    figure = figures_of(office, event.rep_id)[NEED]
    office.do(rate_own, OwnRating(event.id, NEED, 1))
    assert figures_of(office, event.rep_id)[NEED] == figure
    row = rep_page(office, event.rep_id).events[0]
    assert row.self_value == 1
    assert "Priya rates it 1, you 4" in detail_lines(row, office.ask(event_details, event.id))


def test_only_what_counts_and_is_rated_can_be_rated_by_the_rep(office: Desk) -> None:
    event = seen(office, (NEED, 4))
    assert refused(lambda: office.do(rate_own, OwnRating(event.id, NEED, 6))) == "E-OBS-04"
    with pytest.raises(InputError, match="not rated on this event"):
        office.do(rate_own, OwnRating(event.id, TRANSITION, 3))
    office.do(void_observation, event.id, "Another customer")
    with pytest.raises(InputError, match="not rated on this event"):
        office.do(rate_own, OwnRating(event.id, NEED, 3))


def test_an_own_rating_goes_with_the_rating_and_with_the_event(office: Desk) -> None:
    event = seen(office, (NEED, 4), (TRANSITION, 3))
    both = (OwnRating(event.id, NEED, 3), OwnRating(event.id, TRANSITION, 2))
    office.do(rate_own_events, both)
    parts = office.ask(event_parts, event.id)
    office.do(edit_event, event.id, replace(parts, ratings=parts.ratings[1:]))
    assert values(office) == [2]
    office.do(remove_observation, event.id)
    assert values(office) == []


def test_a_talk_asks_about_its_own_events_then_the_newest_of_its_focus(office: Desk) -> None:
    older = [seen(office, (TRANSITION, 3), day=on(-n)) for n in (9, 6, 3)]
    seen(office, (NEED, 3), day=on(-1))
    talk = running(office)
    office.do(prepare_talk, talk.id, a_preparation(focus=TRANSITION))
    noted = seen(office, (NEED, 4), session_id=talk.id, account="Birch")

    def asked() -> list[object]:
        return [event.observation_id for event in office.ask(events_to_rate, talk.id)]

    assert asked() == [noted.id, older[2].id, older[1].id]
    office.do(rate_own, OwnRating(older[2].id, TRANSITION, 4))
    assert asked() == [noted.id, older[1].id, older[0].id]


def test_the_own_rating_prints_beside_the_managers(office: Desk) -> None:
    event = seen(office, (NEED, 4))
    office.do(rate_own, OwnRating(event.id, NEED, 2))
    talk = running(office)
    assert [line.self_value for line in page_of(office, talk).went_well or ()] == [2]


def test_how_useful_the_talks_were_is_said_from_three_on() -> None:
    talks = [UsefulTalk(date(2026, 3, day), value) for day, value in ((3, 4), (10, 2), (17, 5))]
    assert useful_words(()) == "needs 3 talks"
    assert useful_words(talks[:2]) == "2 talks, needs 1 more"
    assert useful_words(talks) == "3 talks"
    assert useful_sentence("Priya", talks) == (
        "How useful Priya found the talks: 3 Mar 4 of 5, 10 Mar 2 of 5, 17 Mar 5 of 5"
    )


def test_the_reps_page_has_a_tap_for_each_talk_that_was_held(desk: Desk) -> None:
    rep = rep_called(desk, "Priya")
    held = [t for t in all_of(desk, CoachingSession, rep_id=rep.id) if t.rep_usefulness]
    shown = rep_page(desk, rep.id).useful
    assert sorted((t.day, t.rep_usefulness) for t in held) == [(t.day, t.value) for t in shown]
    talk = running(desk)
    desk.do(keep_reps_words, talk.id, "", 5)
    assert len(rep_page(desk, rep.id).useful) == len(shown)
