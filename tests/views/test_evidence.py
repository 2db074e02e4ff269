"""What a figure says, and which behaviour a brief proposes."""

import pytest

from coachdesk.domain.vocabulary import CHAIN, BehaviourKey
from coachdesk.views.evidence import LinkFigure, break_of, link_figure, proposed_focus


def figure(key: BehaviourKey, x: int, n: int) -> LinkFigure:
    return link_figure(
        behaviour=key,
        letter="N",
        title="Need identification",
        short_title="Need",
        x=x,
        n=n,
        least=6,
        certainty=0.90,
    )


def chain(*counts: tuple[int, int]) -> list[LinkFigure]:
    return [figure(key, *count) for key, count in zip(CHAIN, counts, strict=True)]


@pytest.mark.parametrize(("n", "needs"), [(0, 6), (1, 5), (5, 1)])
def test_below_six_events_a_figure_says_how_many_are_missing_and_no_share(n, needs):
    thin = figure(CHAIN[0], 0, n)
    assert (thin.is_shown, thin.share, thin.lo, thin.hi, thin.needs) == (
        False,
        None,
        None,
        None,
        needs,
    )


def test_from_six_events_on_a_figure_has_its_share_and_range():
    shown = figure(CHAIN[0], 9, 12)
    assert (shown.share, shown.needs) == (0.75, 0)
    assert (shown.lo, shown.hi) == (
        pytest.approx(0.5127, abs=5e-5),
        pytest.approx(0.8953, abs=5e-5),
    )


def test_all_or_none_done_well_keeps_the_range_between_nought_and_one():
    assert figure(CHAIN[0], 6, 6).hi == pytest.approx(1.0)
    assert figure(CHAIN[0], 0, 6).lo == pytest.approx(0.0)


PLENTY = chain((8, 10), (5, 10), (3, 10), (9, 10), (1, 2))


def test_the_last_talks_behaviour_is_proposed_again():
    assert proposed_focus(CHAIN[3], PLENTY) is CHAIN[3]


def test_else_the_lowest_share_with_enough_events_is_proposed():
    assert proposed_focus(None, PLENTY) is CHAIN[2]


def test_a_quality_in_focus_last_time_is_no_link_to_propose():
    assert proposed_focus(BehaviourKey.EMPATHY, PLENTY) is CHAIN[2]


def test_of_equal_shares_the_earlier_link_is_proposed():
    even = chain((5, 10), (5, 10), (5, 10), (5, 10), (5, 10))
    assert proposed_focus(None, even) is CHAIN[0]


def test_without_enough_events_nothing_is_proposed():
    assert proposed_focus(None, chain((0, 5), (1, 5), (0, 0), (2, 2), (3, 5))) is None


# The first example of statistics §8.
BROKEN = ((9, 10), (7, 9), (2, 9), (6, 8), (5, 7))


def test_the_break_point_goes_before_the_last_focus() -> None:
    found = break_of(chain(*BROKEN), {})
    assert found is not None
    assert (found[0], round(found[1], 4)) == (CHAIN[2], 0.9598)
    assert proposed_focus(CHAIN[3], chain(*BROKEN), found[0]) is CHAIN[2]


def test_a_strength_is_never_the_break_and_four_ratings_each_are_needed() -> None:
    assert break_of(chain(*BROKEN), {CHAIN[2]: "Strength"}) is None
    assert break_of(chain(*BROKEN[:4], (3, 3)), {}) is None
