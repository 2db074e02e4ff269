"""Thresholds lie within their ranges, and a refusal names the range."""

from dataclasses import fields

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Settings
from coachdesk.domain.thresholds import RANGES, threshold_words


def test_every_threshold_has_a_range_that_its_default_lies_in():
    assert set(RANGES) == {field.name for field in fields(Settings)}
    for name, (least, most) in RANGES.items():
        assert least <= getattr(Settings(), name) <= most
        assert threshold_words(name)


@pytest.mark.parametrize("name", RANGES)
def test_the_ends_of_a_range_are_taken_and_what_lies_beyond_is_refused_with_the_range(name):
    least, most = RANGES[name]
    step = 0.01 if isinstance(least, float) else 1
    assert getattr(Settings(**{name: least}), name) == least
    assert getattr(Settings(**{name: most}), name) == most
    for beyond in (least - step, most + step, True, "7"):
        with pytest.raises(InputError) as refusal:
            Settings(**{name: beyond})
        by = 100 if isinstance(least, float) else 1
        assert f"between {round(least * by)} and {round(most * by)}" in refusal.value.message


def test_a_count_is_a_whole_number():
    with pytest.raises(InputError, match="whole number"):
        Settings(min_events=6.5)  # type: ignore[arg-type]
