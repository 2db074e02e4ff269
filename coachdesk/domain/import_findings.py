"""What the check of an imported table says: a finding per line, the names it meets, the outcome."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coachdesk.domain.errors import UserError
from coachdesk.domain.names import fold, one_typo_apart
from coachdesk.domain.people import Rep
from coachdesk.domain.roster import read_name
from coachdesk.language import gettext as _

_MOST_CANDIDATES = 3
_SHOWN = 40


class Outcome(StrEnum):
    """What becomes of a line that has a finding."""

    ODD = "odd"
    INBOX = "inbox"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class LineFinding:
    """What is so in a line, and the way out."""

    line: int
    outcome: Outcome
    words: str
    next_step: str = ""


class OddLine(Exception):
    """The line cannot be taken; goes no further than the check that raised it."""

    def __init__(self, words: str, next_step: str = "", *, outcome: Outcome = Outcome.ODD) -> None:
        super().__init__(words)
        self.words, self.next_step, self.outcome = words, next_step, outcome

    def at(self, line: int) -> LineFinding:
        """The finding of that line."""
        return LineFinding(line, self.outcome, self.words, self.next_step)


def odd_by(refusal: UserError) -> OddLine:
    """What a rule refuses, as the finding of a line."""
    return OddLine(refusal.message, refusal.next_step)


def already_there(words: str) -> OddLine:
    """The line is left out, because the same is here or stands further up."""
    return OddLine(words, outcome=Outcome.SKIPPED)


class Reps:
    """Finds reps by what a table calls them; one who is not sure is not taken."""

    def __init__(self, reps: Sequence[Rep]) -> None:
        self._reps = reps
        self._by_id = {str(rep.id): rep for rep in reps}
        self._by_name: dict[str, list[Rep]] = {}
        for rep in reps:
            for name in {rep.name, rep.first_name, f"{rep.last_name} {rep.first_name}"}:
                self._by_name.setdefault(fold(name).strip(), []).append(rep)
        self._met: dict[str, Rep] = {}

    def named(self, cell: str) -> Rep:
        """The one rep with that name or id; OddLine names who may be meant."""
        if cell not in self._met:
            self._met[cell] = self._find(cell)
        return self._met[cell]

    def _find(self, cell: str) -> Rep:
        if not cell:
            raise OddLine(_("No rep is named."), _("Write the rep’s name into this line."))
        if cell.lower() in self._by_id:
            return self._by_id[cell.lower()]
        found = self._by_name.get(fold(" ".join(read_name(cell))).strip(), [])
        exact = [rep for rep in found if fold(rep.name) == fold(" ".join(read_name(cell))).strip()]
        if len(exact or found) == 1:
            return (exact or found)[0]
        close = found or self._close(cell)
        names = ", ".join(rep.name for rep in close[:_MOST_CANDIDATES])
        if found:
            raise OddLine(
                _("“{typed}” may be {names}.").format(typed=short(cell), names=names),
                _("Write first and last name."),
            )
        if close:
            raise OddLine(
                _("“{typed}” is no rep of yours. Close: {names}.").format(
                    typed=short(cell), names=names
                ),
                _("Correct the name."),
            )
        raise OddLine(
            _("“{typed}” is no rep of yours.").format(typed=short(cell)),
            _("Add the rep first, or correct the name."),
        )

    def _close(self, cell: str) -> list[Rep]:
        words = fold(" ".join(read_name(cell))).split()
        return [
            rep
            for rep in self._reps
            if any(
                word == name or one_typo_apart(word, name)
                for word in words
                for name in fold(rep.name).split()
            )
        ]


class Names:
    """Names of one kind that are known, by name or id; new ones are remembered once."""

    def __init__(self, known: Mapping[str, str]) -> None:
        """`known` holds names by id."""
        self._ids = set(known)
        self._by_name: dict[str, str] = {}
        for id, name in known.items():
            self._by_name.setdefault(fold(name), id)
        self._new: dict[str, str] = {}

    def known(self, cell: str) -> str | None:
        """The id of what is called that, or whose id it is."""
        return cell.lower() if cell.lower() in self._ids else self._by_name.get(fold(cell))

    def spelt(self, cell: str) -> str:
        """The name of something new as it was first spelt here."""
        return self._new.setdefault(fold(cell), cell)


def short(words: str) -> str:
    """Words of a cell as a finding quotes them."""
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def longer_than(cell: str, most: int) -> OddLine:
    """The text of a cell is too long."""
    return OddLine(
        _("“{words}” is over {n} characters.").format(words=short(cell), n=most),
        _("Shorten it."),
    )
