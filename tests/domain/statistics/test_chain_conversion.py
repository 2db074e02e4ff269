"""Conversion along the chain counts who could have gone on."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.statistics import conversion, wilson

handoffs = st.lists(
    st.fixed_dictionaries({"stage": st.integers(1, 5), "settled": st.booleans()}), max_size=40
)


def made(unsettled, settled):
    return [
        {"stage": stage, "settled": ended}
        for counts, ended in ((unsettled, False), (settled, True))
        for stage, count in enumerate(counts, start=1)
        for _each in range(count)
    ]


@pytest.mark.parametrize(
    ("unsettled", "settled", "steps"),
    [
        (
            [3, 2, 4, 1, 10],
            [5, 3, 6, 2, 0],
            [
                (28, 33, [0.7199, 0.9242]),
                (23, 26, [0.7438, 0.9529]),
                (13, 19, [0.4955, 0.8270]),
                (10, 12, [0.6008, 0.9432]),
            ],
        ),
        ([0, 0, 0, 0, 8], [0, 0, 0, 0, 0], [(8, 8, [0.7473, 1.0])] * 4),
        (
            [1, 0, 2, 0, 0],
            [4, 0, 3, 0, 0],
            [(5, 9, [0.3035, 0.7820]), (5, 5, None), (0, 3, None), (0, 0, None)],
        ),
    ],
)
def test_the_worked_examples_of_conversion_hold(unsettled, settled, steps):
    found = conversion(handoffs=made(unsettled, settled))
    assert [step.step for step in found] == [1, 2, 3, 4]
    for step, (num, den, interval) in zip(found, steps, strict=True):
        assert (step.num, step.den, step.shown) == (num, den, den >= 8)
        if den == 0:
            assert (step.rate, step.wilson) == (None, None)
            continue
        assert step.rate == pytest.approx(num / den)
        if interval is not None:
            assert step.wilson == pytest.approx(interval, abs=5e-5)


@given(handoffs)
def test_denominators_never_grow_along_a_settled_cohort(every):
    settled = [{**handoff, "settled": True} for handoff in every]
    found = conversion(handoffs=settled)
    assert found == conversion(handoffs=settled[::-1])
    for step, following in pairwise(found):
        assert step.num == following.den


@given(handoffs)
def test_every_step_is_a_share_with_its_range(every):
    for step in conversion(handoffs=every):
        assert 0 <= step.num <= step.den <= len(every)
        assert step.wilson == wilson(x=step.num, n=step.den)


def test_a_stage_beyond_the_chain_is_refused_and_none_counts_nowhere():
    assert conversion(handoffs=[{"stage": 0, "settled": True}]) == conversion(handoffs=[])
    for stage in (-1, 6):
        with pytest.raises(ValueError, match="the chain has 5"):
            conversion(handoffs=[{"stage": stage, "settled": True}])
