"""What the program says, quietly, about the wording of a request or of other direction."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from coachdesk.domain.ask_clarity import Unclear
from coachdesk.domain.direction_check import Doubt, Part, Piece, PieceKind, doubt, parts
from coachdesk.language import gettext as _
from coachdesk.language import speaks_english, within

MOST_SENTENCES = 2
BLANK = "…"


def clarity_words(found: Sequence[Unclear]) -> str:
    """One quiet line on what a request lacks; "" where it is clear."""
    words = {
        Unclear.SEVERAL: _("Two things: ask one at a time."),
        Unclear.NO_VERB: _("What should be done? A verb helps."),
        Unclear.NO_DAY: _("By which day?"),
        Unclear.HARSH: _("Say it so that you would like to hear it."),
    }
    return " ".join(words[kind] for kind in found[:MOST_SENTENCES])


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A piece of direction with its record: a note, a promise, or none for the summary.

    `longest` is how many characters fit there; a record that is settled is not open any more.
    """

    piece: Piece
    record_id: UUID | None = None
    is_open: bool = True
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a better wording may use; what is empty stays a blank to fill in."""

    name: str
    behaviour: str = ""
    customer: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLook:
    """A piece of direction that is worth a second look, and a wording to begin from."""

    kind: PieceKind
    record_id: UUID | None
    words: str
    hint: str
    better: str
    is_open: bool
    longest: int

    @property
    def id(self) -> str:
        """The same as long as its words are."""
        return f"{self.kind.value}/{self.record_id or ''}/{self.words}"


def second_looks(pieces: Sequence[Placed], known: Known) -> tuple[SecondLook, ...]:
    """One row for each piece there is something to say of, in the order they stand.

    The rules know English words only; in another language there is none.
    """
    if not speaks_english():
        return ()
    found = []
    for placed in pieces:
        why = doubt(placed.piece)
        if why is not None:
            found.append(
                SecondLook(
                    kind=placed.piece.kind,
                    record_id=placed.record_id,
                    words=placed.piece.text,
                    hint=_hint(placed.piece, why, known),
                    better=_better(placed.piece, why, known),
                    is_open=placed.is_open,
                    longest=placed.longest,
                )
            )
    return tuple(found)


def _hint(piece: Piece, why: Doubt, known: Known) -> str:
    match why:
        case Doubt.PERSON:
            return _("About the person. What was done, and when?")
        case Doubt.PRAISE:
            return _("What exactly was good? Named, {name} can do it again.").format(
                name=known.name
            )
        case Doubt.VAGUE:
            return _("What would one see {name} do, and when?").format(name=known.name)
        case Doubt.NO_DAY if Part.INSPECTED in parts(piece):
            return _("By which day?")
        case Doubt.NO_DAY:
            return _("By which day, and how will you look at it?")
        case Doubt.NO_CHECK:
            return _("How will you both see that it was done?")


def _better(piece: Piece, why: Doubt, known: Known) -> str:
    """A sentence of what is known with blanks for the rest: nothing in it is invented."""
    match why:
        case Doubt.PERSON:
            return _("On {day}, …. Next time: …").format(day=known.day or BLANK)
        case Doubt.PRAISE if known.behaviour:
            return _("At {customer}, you … – that is {behaviour}.").format(
                customer=known.customer or BLANK,
                behaviour=within(known.behaviour),
            )
        case Doubt.PRAISE:
            return _("At {customer}, you ….").format(customer=known.customer or BLANK)
        case Doubt.VAGUE:
            return _act(piece, known)
        case Doubt.NO_DAY if Part.INSPECTED in parts(piece):
            return _with_day(piece.text)
        case Doubt.NO_DAY:
            return _with_check(_with_day(piece.text))
        case Doubt.NO_CHECK:
            return _with_check(piece.text)


def _act(piece: Piece, known: Known) -> str:
    match piece.kind:
        case PieceKind.ASK:
            return _("Would you … when …?")
        case PieceKind.REP_PROMISE:
            return _("… when …")
        case PieceKind.MANDATE:
            return _("When …, {name} ….").format(name=known.name)
        case _:
            return _with_check(_("When …, {name} … by ….").format(name=known.name))


def _with_day(text: str) -> str:
    stem = text.rstrip(" .!?")
    asked = text.rstrip().endswith("?")
    return (_("{words} by …?") if asked else _("{words} by ….")).format(words=stem)


def _with_check(text: str) -> str:
    return _("{words} We look at it together on ….").format(words=whole_sentence(text))


def whole_sentence(text: str) -> str:
    """The words with a full stop, unless they end with a mark of their own."""
    words = text.rstrip()
    return words if words.endswith((".", "!", "?")) else f"{words}."
