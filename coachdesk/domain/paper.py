"""The code line at the foot of the paper form: form code, up to six ratings, check digit.

`2237 T4 N5 V3 - - - 2` stands for form 1 with three rated rows. The line is what a manager
types from paper; the form code knows nothing but the number of the printed form.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _

SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
FORM_NUMBERS = len(SYMBOLS) ** 3
MOST_ROWS = 6
CODE_LENGTH = 4

_PAIR = re.compile(r"([nvtfw])([1-5])(?:/([rpcuo]))?", re.IGNORECASE | re.ASCII)
_DIGITS = re.compile(r"[0-9]+")
_SEPARATOR = re.compile(r"\s*,\s*|\s+")
_LIKE_A_CODE = re.compile(r"(?=\D*[0-9])[0-9a-z]{4}", re.IGNORECASE | re.ASCII)
_LIKE_A_PAIR = re.compile(r"[a-z][0-9](?:/[a-z]?)?|-", re.IGNORECASE | re.ASCII)
_WEIGHTS = (2, 3, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRow:
    """One rated row: letter n, v, t, f or w, rating 1-5, cause r, p, c, u, o or None."""

    letter: str
    rating: int
    cause: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLine:
    """A code line as read: the form code in capitals and one to six rows, None for an empty one.

    Rows left out at the end count as empty.
    """

    form: str
    rows: tuple[CodeRow | None, ...]


def form_code(number: int) -> str:
    """Return the four symbols of form `number` (0 to 29,790); the last one is a check."""
    if not 0 <= number < FORM_NUMBERS:
        raise ValueError(f"form number {number} is not between 0 and {FORM_NUMBERS - 1}")
    base = len(SYMBOLS)
    values = (number // base**2, number // base % base, number % base)
    return "".join(SYMBOLS[value] for value in (*values, _check_value(values)))


def form_number(code: str) -> int:
    """Return the number a form code stands for; upper and lower case are the same.

    Raises InputError "form" when the check symbol does not fit.
    """
    values = _symbol_values(code)
    if values is None or _check_value(values[:3]) != values[3]:
        raise InputError(
            _("The form code does not fit; please compare '{form}' with the paper.").format(
                form=code
            ),
            code="form",
        )
    base = len(SYMBOLS)
    return (values[0] * base + values[1]) * base + values[2]


def parse_code_line(text: str) -> CodeLine:
    """Read a typed code line.

    Raises InputError with the code "empty", "form", "pair", "too_many", "cause" or "sum": the
    first that applies, in this order.
    """
    form, *tokens = _SEPARATOR.split(text.strip())
    check = tokens.pop() if tokens and _DIGITS.fullmatch(tokens[-1]) else None
    if not any(tokens):
        raise InputError(_("Type the form code, then a pair such as T4."), code="empty")
    form_number(form)
    rows = tuple(_row(token) for token in tokens)
    if len(rows) > MOST_ROWS:
        raise InputError(_("The form has six rows."), code="too_many")
    if any(row and row.cause and row.letter in "nv" for row in rows):
        raise InputError(_("A cause fits T, F and W only."), code="cause")
    expected = _check_digit(rows)
    if check != expected:
        raise InputError(
            _("The ratings add up to a check of {n}; the paper says {m}. Compare the rows.").format(
                n=expected, m=_("nothing") if check is None else check
            ),
            _sums_meant(rows, check),
            code="sum",
        )
    return CodeLine(form=form.upper(), rows=rows)


def format_code_line(line: CodeLine) -> str:
    """Return the line in capitals, `-` for empty rows, one space between."""
    return " ".join([line.form, *map(_pair, line.rows), _check_digit(line.rows)])


def ratings_meant(rows: Iterable[CodeRow | None], check: int) -> tuple[tuple[int, CodeRow], ...]:
    """Each row, counted from 1, as it would be with the one rating that makes the check right."""
    rows = tuple(rows)
    short = check - sum(row.rating for row in rows if row)
    return tuple(
        (number, replace(row, rating=rating))
        for number, row in enumerate(rows, 1)
        if row is not None
        for rating in range(1, 6)
        if rating != row.rating and (rating - row.rating - short) % 10 == 0
    )


def looks_like_form_code(line: str, names: Collection[str] = ()) -> bool:
    """Whether a captured line is a code line, so that the six-row check opens instead.

    The first word has four form symbols and is followed by nothing or by pairs. A code without
    a figure could be a word ("Mark t4"): it must not be one of `names` (first words of reps),
    and either its check symbol fits or the line ends in a check digit.
    """
    form, *tokens = _SEPARATOR.split(line.strip())
    values = _symbol_values(form)
    if values is None:
        # A letter O, an I or an L for a figure: no form has them, but a person writes them.
        pairs = tokens[:-1] if tokens and _DIGITS.fullmatch(tokens[-1]) else tokens
        is_code = bool(_LIKE_A_CODE.fullmatch(form)) and any(map(_PAIR.fullmatch, pairs))
        return is_code and all(map(_LIKE_A_PAIR.fullmatch, pairs))
    if any(letter.isdigit() for letter in form):
        return not tokens or bool(_LIKE_A_PAIR.fullmatch(tokens[0]))
    if form.casefold() in {name.casefold() for name in names}:
        return False
    ends_in_check = len(tokens) > 1 and bool(_DIGITS.fullmatch(tokens[-1]))
    pairs = tokens[:-1] if ends_in_check else tokens
    if not all(_LIKE_A_PAIR.fullmatch(token) for token in pairs):
        return False
    return ends_in_check or _check_value(values[:3]) == values[3]


def _symbol_values(code: str) -> tuple[int, ...] | None:
    if len(code) != CODE_LENGTH or not code.isascii():
        return None
    values = tuple(SYMBOLS.find(symbol) for symbol in code.upper())
    return None if -1 in values else values


def _check_value(values: tuple[int, ...]) -> int:
    weighted = sum(weight * value for weight, value in zip(_WEIGHTS, values, strict=True))
    return weighted % len(SYMBOLS)


def _row(token: str) -> CodeRow | None:
    if token == "-":
        return None
    match = _PAIR.fullmatch(token)
    if match is None:
        raise InputError(
            _("'{token}' is not one of N V T F W with 1–5, or -.").format(token=token),
            code="pair",
        )
    letter, rating, cause = match.groups()
    return CodeRow(
        letter=letter.lower(), rating=int(rating), cause=cause.lower() if cause else None
    )


def _pair(row: CodeRow | None) -> str:
    if row is None:
        return "-"
    return f"{row.letter}{row.rating}{'/' + row.cause if row.cause else ''}".upper()


def _sums_meant(rows: tuple[CodeRow | None, ...], check: str | None) -> str:
    """What to do about a sum that is wrong: which single rating would make it right."""
    if check is None:
        return _("Type the check digit after the last row.")
    if len(check) > 1:
        return _("The check is one digit.")
    meant = ratings_meant(rows, int(check))
    if not meant:
        return ""
    one = _("{pair} in row {n}")
    said = [one.format(pair=_pair(row), n=number) for number, row in meant]
    return _("It would be right with {ways}.").format(ways=_(" or ").join(said))


def _check_digit(rows: tuple[CodeRow | None, ...]) -> str:
    return str(sum(row.rating for row in rows if row) % 10)
