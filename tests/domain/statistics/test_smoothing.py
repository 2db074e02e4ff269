"""The smoothed line agrees with pandas."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.statistics import ewma
from tests.domain.statistics.cells import ratings


@pytest.mark.parametrize(
    ("given_ratings", "line"),
    [
        ([3, 4, 2, 5], [3.0, 3.3, 2.91, 3.537]),
        ([2, 2, 3, 4, 4], [2.0, 2.0, 2.3, 2.81, 3.167]),
        ([5, 5, 5], [5.0, 5.0, 5.0]),
        ([4], [4]),
        ([], []),
    ],
)
def test_the_worked_examples_of_a_smoothed_line_hold(given_ratings, line):
    assert ewma(ratings=given_ratings, weight=0.3) == pytest.approx(line, abs=1e-9)


@given(ratings(), st.floats(0.05, 1))
def test_the_line_agrees_with_pandas_and_stays_among_the_ratings(given_ratings, weight):
    line = ewma(ratings=given_ratings, weight=weight)
    theirs = pd.Series(given_ratings, dtype=float).ewm(alpha=weight, adjust=False).mean()
    assert line == pytest.approx(list(theirs), abs=1e-9)
    for place, value in enumerate(line, start=1):
        assert min(given_ratings[:place]) - 1e-9 <= value <= max(given_ratings[:place]) + 1e-9


@pytest.mark.parametrize("weight", [0.0, 0.04, 1.01, -1])
def test_a_weight_outside_its_range_is_refused_with_the_range(weight):
    with pytest.raises(ValueError, match=r"between 0\.05 and 1"):
        ewma(ratings=[3, 4, 5], weight=weight)
