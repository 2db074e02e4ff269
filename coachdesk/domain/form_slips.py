"""Which printed forms a mistyped form code could have meant."""

from collections.abc import Iterable
from itertools import islice

MOST_MEANT = 3
_ALIKE = ("0OQD", "1ILJ", "2Z", "5S", "6G", "8B", "UV")
_FOLDED = str.maketrans({sign: group[0] for group in _ALIKE for sign in group})


def is_one_slip_away(typed: str, code: str) -> bool:
    """Whether one wrong symbol, two swapped neighbours or look-alikes make `typed` of `code`."""
    typed = typed.upper()
    if len(typed) != len(code) or typed == code:
        return False
    wrong = [place for place, pair in enumerate(zip(typed, code, strict=True)) if len({*pair}) > 1]
    if len(wrong) == 1 or typed.translate(_FOLDED) == code.translate(_FOLDED):
        return True
    first, last = wrong[0], wrong[-1]
    return len(wrong) == 2 and last - first == 1 and typed[first:][:2] == code[first:][1::-1]


def codes_meant(typed: str, codes: Iterable[str]) -> tuple[str, ...]:
    """The first three of `codes` that `typed` is one slip away from, in their order."""
    near = (code for code in codes if is_one_slip_away(typed, code))
    return tuple(islice(near, MOST_MEANT))
