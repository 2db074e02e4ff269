"""Integrals of smooth functions by composite Gauss-Legendre, five points a panel.

A `Grid` names the points; a function is given by the list of its values there.
Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 25.4.29-30.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import prod, sqrt

_INNER = sqrt(5.0 - 2.0 * sqrt(10.0 / 7.0)) / 3.0
_OUTER = sqrt(5.0 + 2.0 * sqrt(10.0 / 7.0)) / 3.0
_HEAVY = (322.0 + 13.0 * sqrt(70.0)) / 1800.0
_LIGHT = (322.0 - 13.0 * sqrt(70.0)) / 1800.0
# Places within a panel of width 1, and their weights.
_PLACES = tuple((1.0 + x) / 2.0 for x in (-_OUTER, -_INNER, 0.0, _INNER, _OUTER))
_WEIGHTS = (_LIGHT, _HEAVY, 64.0 / 225.0, _HEAVY, _LIGHT)


@dataclass(frozen=True, slots=True)
class Grid:
    """Five points in each of `panels` panels of equal `width`, from 0 on."""

    panels: int
    width: float

    def points(self) -> list[float]:
        """The points in rising order."""
        return [self.width * (k + place) for k in range(self.panels) for place in _PLACES]

    def integral(self, values: Sequence[float]) -> float:
        """The integral over all panels."""
        return sum(self._whole_panels(values))

    def running(self, values: Sequence[float]) -> list[float]:
        """The integral from 0 up to each point.

        Within a panel it is that of the polynomial through the panel's five values.
        """
        before = accumulate(self._whole_panels(values), initial=0.0)
        found = []
        for start, sofar in zip(range(0, len(values), 5), before, strict=False):
            v0, v1, v2, v3, v4 = values[start : start + 5]
            for w0, w1, w2, w3, w4 in _PARTIAL:
                part = w0 * v0 + w1 * v1 + w2 * v2 + w3 * v3 + w4 * v4
                found.append(sofar + self.width * part)
        return found

    def _whole_panels(self, values: Sequence[float]) -> list[float]:
        w0, w1, w2 = (self.width * weight for weight in _WEIGHTS[:3])
        return [
            w0 * (values[k] + values[k + 4])
            + w1 * (values[k + 1] + values[k + 3])
            + w2 * values[k + 2]
            for k in range(0, len(values), 5)
        ]


def _basis(j: int, point: float) -> float:
    """The polynomial that is 1 at place j and 0 at the other four (Lagrange)."""
    own = _PLACES[j]
    return prod((point - place) / (own - place) for place in _PLACES if place != own)


# Weights of the five values in the integral from the panel's start to each of its places; five
# points integrate the basis, of degree four, exactly.
_PARTIAL = tuple(
    tuple(
        end * sum(w * _basis(j, end * place) for w, place in zip(_WEIGHTS, _PLACES, strict=True))
        for j in range(5)
    )
    for end in _PLACES
)
