"""Edits of a captured line: what a key adds to it stands there as if it had been typed."""

from dataclasses import dataclass
from datetime import date

from coachdesk.domain.reading import Piece, Reading, ReadRating


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to put in place of a stretch of the line."""

    start: int
    end: int
    words: str

    def of(self, line: str) -> str:
        """The line with the words in their place."""
        return line[: self.start] + self.words + line[self.end :]


def rating_of(reading: Reading) -> ReadRating | None:
    """The rating the anchors are for: the one still open, else the last."""
    open_ones = [rating for rating in reading.ratings if rating.value is None]
    return next(reversed(open_ones or reading.ratings), None)


def rating_edit(reading: Reading, value: int) -> Edit | None:
    """What to write so that the line says this rating; None where no behaviour is named."""
    line = reading.line
    behaviours = _pieces(reading, "behaviour")
    if not behaviours:
        return None
    last = behaviours[-1]
    if line[last.start : last.end][-1:].isdigit():
        return Edit(last.end - 1, last.end, str(value))
    figures = _pieces(reading, "rating")
    rating = rating_of(reading)
    if figures and rating is not None and rating.value is not None:
        return Edit(figures[-1].start, figures[-1].end, str(value))
    return Edit(last.end, last.end, f" {value}")


def with_rep(reading: Reading, name: str) -> str:
    """The line with the rep named at its head, in place of a name that may be several."""
    named = _pieces(reading, "rep")
    if named:
        return Edit(named[0].start, named[0].end, name).of(reading.line)
    private = _pieces(reading, "private")
    return _put_in(reading.line, private[0].end if private else 0, name)


def with_behaviour(reading: Reading, letter: str) -> str:
    """The line with a behaviour by its letter, in place of the one it names last."""
    line, known = reading.line, _pieces(reading, "behaviour")
    if known:
        last = known[-1]
        figure = line[last.end - 1 : last.end] if line[last.end - 1].isdigit() else ""
        return Edit(last.start, last.end, f"{letter}{figure}").of(line)
    return _put_in(line, _head_end(reading), letter)


def with_rating(reading: Reading, value: int) -> str:
    """The line with a rating of the behaviour it names, or one that waits for a behaviour."""
    edit, figures = rating_edit(reading, value), _pieces(reading, "rating")
    if edit is None and figures:
        edit = Edit(figures[0].start, figures[0].end, str(value))
    if edit is None:
        return _put_in(reading.line, _head_end(reading), str(value))
    return edit.of(reading.line)


def with_day(reading: Reading, day: date) -> str:
    """The line with its day as a date, which means the same whenever it is read."""
    known = _pieces(reading, "day")
    if known:
        return Edit(known[0].start, known[0].end, day.isoformat()).of(reading.line)
    return _put_in(reading.line, _head_end(reading), day.isoformat())


def _head_end(reading: Reading) -> int:
    """Where the rep's name at the head of the line ends."""
    named = [piece for piece in _pieces(reading, "rep") if not reading.line[: piece.start].strip()]
    return named[0].end if named else 0


def _put_in(line: str, at: int, words: str) -> str:
    """The words at that place, with one blank on each side."""
    before, after = line[:at].rstrip(), line[at:].lstrip()
    return " ".join(part for part in (before, words, after) if part)


def _pieces(reading: Reading, kind: str) -> list[Piece]:
    return [piece for piece in reading.pieces if piece.kind == kind]
