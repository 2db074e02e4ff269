"""The note of a line: what is left, as typed, when the understood pieces are taken out."""

from collections.abc import Sequence

from coachdesk.domain.reading import Piece


def note_without(pieces: Sequence[Piece], text: str, start: int, end: int) -> str:
    """Return `text[start:end]` without the pieces in it, and without loose ends around."""
    note = ""
    for piece in pieces:
        if start <= piece.start < end:
            note = _joined(note, text[start : piece.start])
            start = piece.end
    note = _joined(note, text[start:end])
    return note.strip().lstrip(",;:–—").rstrip(",;:–—-").strip()


def blanked(pieces: Sequence[Piece], text: str, start: int, end: int) -> str:
    """Return `text[start:end]` with blanks for the pieces in it, so that places stay the same."""
    shown = text[start:end]
    for piece in pieces:
        if start <= piece.start < end:
            at, size = piece.start - start, piece.end - piece.start
            shown = shown[:at] + " " * size + shown[at + size :]
    return shown


def _joined(left: str, right: str) -> str:
    if not left.strip() or not right.strip():
        return left if left.strip() else right
    right = right.lstrip()
    if left.endswith("(") and right.startswith(")"):
        return _joined(left[:-1], right[1:])
    tight = right[0] in ",.;:!?)"
    return left.rstrip() + ("" if tight else " ") + right
