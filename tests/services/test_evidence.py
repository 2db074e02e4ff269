"""Observations: saved whole, amended until the rep has the page, corrected and voided."""

from dataclasses import replace

import pytest

from coachdesk.domain.evidence import GainStatement, Observation, Rating
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    Cause,
    Gain,
    ObservationState,
    ReceivedMeans,
    Side,
)
from coachdesk.services import evidence
from coachdesk.services.desk import Desk
from coachdesk.services.evidence import ObservationDraft
from coachdesk.services.pages import figures_of
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.talks import receive_summary, unreceive_summary
from coachdesk.store.queries.evidence import events
from coachdesk.store.unit_of_work import UnitOfWork
from tests.services.making import (
    NEED,
    TODAY,
    TRANSITION,
    again,
    all_of,
    everything,
    on,
    page_of,
    refused,
    rep_called,
    running,
    seen,
    wrapped_up,
)

WIN = BehaviourKey.ALL_WIN


def received(desk: Desk) -> None:
    """Wrap a talk with Priya up and hand its page over."""
    talk = wrapped_up(desk, running(desk))
    desk.do(receive_summary, talk.id, TODAY, ReceivedMeans.SIGNATURE)


def employed_from(work: UnitOfWork, rep: Rep, first: int) -> None:
    work.put(replace(rep, employed=((on(first), None),)))


def test_an_observation_is_saved_with_its_ratings_and_gains(office: Desk) -> None:
    made = seen(office, (NEED, 4), (WIN, 5), gains={Side.CUSTOMER: Gain.WON})
    ratings = {r.behaviour_key: r.value for r in all_of(office, Rating, observation_id=made.id)}
    assert ratings == {NEED: 4, WIN: 5}
    assert [gain.side for gain in all_of(office, GainStatement)] == [Side.CUSTOMER]
    assert made.recorded_day == TODAY


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"day": on(1)}, "E-OBS-01"),
        ({"comment": "Asked what it costs"}, "E-OBS-02"),
        ({"ratings": tuple(Rated(key, 3) for key in list(BehaviourKey)[:4])}, "E-OBS-03"),
        ({"ratings": (Rated(NEED, 6),)}, "E-OBS-04"),
        ({"cause": Cause.REP}, "E-OBS-05"),
        (
            {"cause": Cause.OTHER, "ratings": (Rated(TRANSITION, 2),)},
            "E-OBS-06",
        ),
        ({"ratings": ()}, "E-OBS-07"),
        ({"ratings": (Rated(NEED, 3), Rated(NEED, 4))}, "E-OBS-09"),
        ({"day": on(-60)}, "E-OBS-12"),
    ],
)
def test_an_observation_that_is_not_whole_is_refused_and_nothing_is_stored(
    office: Desk, change: dict, code: str
) -> None:
    rep = rep_called(office, "Priya")
    office.do(employed_from, rep, -30)
    whole = ObservationDraft(
        rep_id=rep.id,
        day=TODAY,
        comment="Asked what the delay costs them",
        ratings=(Rated(NEED, 4),),
    )
    before = everything(office)
    assert refused(lambda: office.do(evidence.save_observation, replace(whole, **change))) == code
    assert everything(office) == before


def test_an_amend_keeps_evidence_whole(office: Desk) -> None:
    made = seen(office, (NEED, 4))
    (rating,) = all_of(office, Rating)
    assert refused(lambda: office.do(evidence.amend_comment, made.id, "Short")) == "E-OBS-02"
    six = lambda: office.do(evidence.amend_rating, made.id, rating.id, 6)  # noqa: E731
    assert refused(six) == "E-OBS-04"
    twice = lambda: office.do(evidence.add_rating, made.id, Rated(NEED, 5))  # noqa: E731
    assert refused(twice) == "E-OBS-09"
    for key in (TRANSITION, WIN):
        office.do(evidence.add_rating, made.id, Rated(key, 3))
    fourth = Rated(BehaviourKey.FOLLOW_THROUGH, 3)
    assert refused(lambda: office.do(evidence.add_rating, made.id, fourth)) == "E-OBS-03"
    assert {rating.value for rating in all_of(office, Rating)} == {4, 3}


def test_a_ratings_sentence_goes_when_the_comment_loses_it(office: Desk) -> None:
    rep = rep_called(office, "Priya")
    words = "Asked what the delay costs."
    draft = ObservationDraft(
        rep_id=rep.id,
        day=TODAY,
        comment=f"{words} Then named Stefan by name.",
        ratings=(Rated(NEED, 4, words), Rated(TRANSITION, 4, "Never said.")),
    )
    made = office.do(evidence.save_observation, draft).result

    def kept() -> dict[BehaviourKey, str]:
        return {r.behaviour_key: r.words for r in all_of(office, Rating)}

    assert kept() == {NEED: words, TRANSITION: ""}
    office.do(evidence.amend_comment, made.id, f"{words} And more after it.")
    assert kept()[NEED] == words
    office.do(evidence.amend_comment, made.id, "Something else was said entirely.")
    assert kept()[NEED] == ""


def test_what_a_received_page_contains_is_corrected_not_changed(office: Desk) -> None:
    made = seen(office, (NEED, 4))
    (rating,) = all_of(office, Rating)
    received(office)
    for act in (
        lambda: office.do(evidence.amend_comment, made.id, "Something else was said."),
        lambda: office.do(evidence.amend_rating, made.id, rating.id, 2),
        lambda: office.do(evidence.add_rating, made.id, Rated(WIN, 2)),
        lambda: office.do(evidence.void_observation, made.id, "Not Priya"),
    ):
        assert refused(act) == "E-OBS-10"
    office.do(evidence.correct_observation, made.id, "It was Birch, not Cobalt")
    corrected = again(office, made)
    assert replace(corrected, addenda=()) == made
    assert [line.text for line in corrected.addenda] == ["It was Birch, not Cobalt"]


def test_once_the_receipt_is_taken_back_an_observation_may_change(office: Desk) -> None:
    made = seen(office, (NEED, 4))
    talk = wrapped_up(office, running(office))
    office.do(receive_summary, talk.id, TODAY, ReceivedMeans.SIGNATURE)
    office.do(unreceive_summary, talk.id, "The wrong page")
    assert refused(lambda: office.do(evidence.void_observation, made.id, "Not Priya")) == ""


def test_a_void_observation_counts_and_prints_nowhere_but_stays(office: Desk) -> None:
    kept, void = seen(office, (NEED, 5)), seen(office, (NEED, 2))
    assert refused(lambda: office.do(evidence.void_observation, void.id, " ")) == "E-OBS-11"
    office.do(evidence.void_observation, void.id, "It was Tom")
    figure = figures_of(office, kept.rep_id)[NEED]
    assert (figure.x, figure.n) == (1, 1)
    page = page_of(office, running(office))
    assert page.went_well is not None
    assert len(page.went_well) == 1
    assert page.work_on == ()
    assert again(office, void).state is ObservationState.VOIDED


def test_figures_do_not_depend_on_the_order_of_entry(office: Desk) -> None:
    rows = [(NEED, 4), (NEED, 2), (TRANSITION, 5), (NEED, 5)]
    for key, value in rows:
        seen(office, (key, value))
    for key, value in reversed(rows):
        seen(office, (key, value), rep="Tom")
    mine = figures_of(office, rep_called(office, "Priya").id)
    toms = figures_of(office, rep_called(office, "Tom").id)
    assert {k: (f.x, f.n) for k, f in mine.items()} == {k: (f.x, f.n) for k, f in toms.items()}


def test_observations_of_one_day_are_ordered_by_their_sequence(office: Desk) -> None:
    made = [seen(office, (NEED, value)) for value in (3, 4, 5)]
    found = office.ask(events, shipped_playbook(), after=on(-1), until=TODAY)
    assert [event.observation_id for event in found] == [each.id for each in reversed(made)]


def test_a_second_line_on_one_event_is_noticed_and_can_join_it(office: Desk) -> None:
    made = seen(office, (NEED, 3))
    draft = ObservationDraft(
        rep_id=made.rep_id,
        day=TODAY,
        comment="And then summed it up",
        ratings=(Rated(NEED, 4), Rated(TRANSITION, 5)),
        account_id=made.account_id,
    )
    assert office.ask(evidence.same_event, draft) == made
    assert office.ask(evidence.same_event, replace(draft, day=on(-1))) is None
    office.do(evidence.add_to_event, made.id, draft.comment, draft.ratings)
    (joined,) = all_of(office, Observation)
    assert joined.comment.endswith("And then summed it up")
    assert {r.behaviour_key: r.value for r in all_of(office, Rating)} == {NEED: 4, TRANSITION: 5}
