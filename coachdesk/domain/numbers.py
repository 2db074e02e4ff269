"""Numbers as the language writes them: its decimal mark and what stands between thousands."""

from coachdesk.language import pgettext


def decimal(value: float, places: int = 1) -> str:
    """A number with that many decimal places: "1.5", "1,5"."""
    return _in_its_marks(f"{value:,.{places}f}")


def whole(value: int) -> str:
    """A whole number with its thousands apart: "12,000", "12.000"."""
    return _in_its_marks(f"{value:,}")


def _in_its_marks(english: str) -> str:
    """The English number with the marks of the language's own "1,234.5"."""
    pattern = pgettext("how a number is written", "1,234.5")
    marks = str.maketrans({",": pattern[1:2], ".": pattern[-2:-1]})
    return english.translate(marks)
