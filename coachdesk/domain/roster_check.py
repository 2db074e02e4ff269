"""The check of a roster before anything is created: what each line becomes, and what needs a look.

Every finding names its line, what is so, and the ways out. A line with an open finding is neither
created nor dropped: a person decides.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from coachdesk.domain.entity import Id
from coachdesk.domain.names import fold, one_typo_apart
from coachdesk.domain.people import Rep
from coachdesk.domain.roster import RosterRow
from coachdesk.language import gettext as _
from coachdesk.language import ngettext, quoted

MOST_REPS = 200
LONGEST_NAME, LONGEST_ROLE = 40, 60
_SHOWN = 40


class FindingKind(StrEnum):
    """What can be the matter with a line."""

    NO_PERSON = "no_person"
    TOO_LONG = "too_long"
    ODD_SLOT = "odd_slot"
    KNOWN = "known"
    ALIKE = "alike"
    DOUBLE = "double"
    TOO_MANY = "too_many"


class Way(StrEnum):
    """A way out of a finding; KEEP takes the line as it is, without what cannot be read."""

    MERGE = "merge"
    SKIP = "skip"
    KEEP = "keep"
    CHANGE = "change"


Decisions = Mapping[tuple[int, FindingKind], Way]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What needs a look in a line; the first of its `ways` is the one that is suggested.

    `other` is the name of the rep or line it was taken for.
    """

    line: int
    kind: FindingKind
    words: str
    ways: tuple[Way, ...]
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedRow:
    """A row with its open finding, or the rep or line it is merged into."""

    row: RosterRow
    finding: Finding | None = None
    into_rep: Id[Rep] | None = None
    into_line: int | None = None

    @property
    def is_ready(self) -> bool:
        """Whether a new rep can be made of it."""
        return self.finding is None and self.into_rep is None and self.into_line is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """All rows that are not skipped, the numbers of those that are, and what is only said."""

    rows: tuple[CheckedRow, ...]
    skipped: tuple[int, ...]
    notices: tuple[str, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What still needs a look."""
        return tuple(checked.finding for checked in self.rows if checked.finding)

    @property
    def new_rows(self) -> tuple[RosterRow, ...]:
        """What becomes reps, each with what was merged into it."""
        merged: dict[int, RosterRow] = {c.row.line: c.row for c in self.rows if c.is_ready}
        for checked in self.rows:
            if checked.into_line in merged:
                merged[checked.into_line] = filled_up(merged[checked.into_line], checked.row)
        return tuple(merged.values())

    @property
    def merges(self) -> tuple[tuple[Id[Rep], RosterRow], ...]:
        """What fills up reps that are there already."""
        return tuple((c.into_rep, c.row) for c in self.rows if c.into_rep is not None)


def filled_up(row: RosterRow, by: RosterRow) -> RosterRow:
    """The row with what the other one knows and it does not."""
    return replace(
        row,
        role=row.role or by.role,
        rhythm_days=row.rhythm_days or by.rhythm_days,
        weekday=by.weekday if row.weekday is None else row.weekday,
        start=by.start if row.start is None else row.start,
        minutes=row.minutes or by.minutes,
        joined=row.joined or by.joined,
        left=row.left or by.left,
    )


def check_roster(
    rows: Sequence[RosterRow],
    known: Sequence[Rep],
    decisions: Decisions,
    *,
    unread_columns: Sequence[str] = (),
) -> Checked:
    """Look at every line in turn; what was decided about a line stands."""
    check = _Check(known, decisions)
    for row in rows:
        check.look(row)
    return Checked(
        rows=tuple(check.rows),
        skipped=tuple(check.skipped),
        notices=_notices(rows, unread_columns),
    )


def _notices(rows: Sequence[RosterRow], unread_columns: Sequence[str]) -> tuple[str, ...]:
    said = []
    if unread_columns:
        said.append(
            ngettext(
                "Nothing is read from the column {names}.",
                "Nothing is read from the columns {names}.",
                len(unread_columns),
            ).format(names=", ".join(quoted(name) for name in unread_columns))
        )
    if any(row.has_mail for row in rows):
        said.append(_("E-mail addresses are not kept."))
    return tuple(said)


class _Check:
    """Goes through the lines and remembers the names it met."""

    def __init__(self, known: Sequence[Rep], decisions: Decisions) -> None:
        self._decisions = decisions
        self._known = {_key(rep.name): rep for rep in known}
        self._met: dict[str, RosterRow] = {}
        self._count = 0
        self.rows: list[CheckedRow] = []
        self.skipped: list[int] = []

    def look(self, row: RosterRow) -> None:
        for finding in self._findings(row):
            way = self._decisions.get((row.line, finding.kind))
            if way is None or way not in finding.ways:
                self.rows.append(CheckedRow(row=row, finding=finding))
                return
            if way is Way.SKIP:
                self.skipped.append(row.line)
                return
            if way is Way.MERGE:
                self.rows.append(self._merged(row, finding))
                return
        self._met.setdefault(_key(row.name), row)
        self._count += 1
        self.rows.append(CheckedRow(row=row))

    def _merged(self, row: RosterRow, finding: Finding) -> CheckedRow:
        key = _key(finding.other)
        if finding.kind is FindingKind.DOUBLE:
            return CheckedRow(row=row, into_line=self._met[key].line)
        if key in self._met:
            return CheckedRow(row=row, into_line=self._met[key].line)
        return CheckedRow(row=row, into_rep=self._known[key].id)

    def _findings(self, row: RosterRow) -> list[Finding]:
        """All that is the matter with a line, what concerns the line alone first."""
        checks = (self._person, self._length, self._slot, self._double, self._many)
        return [found for check in checks if (found := check(row)) is not None]

    def _person(self, row: RosterRow) -> Finding | None:
        if row.has_person:
            return None
        words = _("“{words}” has no person.").format(words=_short(row.words))
        # Without a letter there is no name that could be kept.
        ways = (Way.SKIP, Way.KEEP) if row.first_name else (Way.SKIP,)
        return Finding(line=row.line, kind=FindingKind.NO_PERSON, words=words, ways=ways)

    def _length(self, row: RosterRow) -> Finding | None:
        limits = (
            (row.first_name, LONGEST_NAME, _("The first name “{words}” is over {n} characters.")),
            (row.last_name, LONGEST_NAME, _("The last name “{words}” is over {n} characters.")),
            (row.role, LONGEST_ROLE, _("The role “{words}” is over {n} characters.")),
        )
        for text, most, sentence in limits:
            if len(text) > most:
                words = sentence.format(words=_short(text), n=most)
                ways = (Way.CHANGE, Way.SKIP)
                return Finding(line=row.line, kind=FindingKind.TOO_LONG, words=words, ways=ways)
        return None

    def _slot(self, row: RosterRow) -> Finding | None:
        if not row.problems:
            return None
        words = f"{_short(row.name)}: {' '.join(row.problems)}"
        ways = (Way.KEEP, Way.CHANGE, Way.SKIP)
        return Finding(line=row.line, kind=FindingKind.ODD_SLOT, words=words, ways=ways)

    def _double(self, row: RosterRow) -> Finding | None:
        key = _key(row.name)
        ways = (Way.MERGE, Way.SKIP, Way.KEEP)
        if key in self._known:
            words = _("“{words}” looks like a rep you have.").format(words=_short(row.words))
            other = self._known[key].name
            return Finding(
                line=row.line, kind=FindingKind.KNOWN, words=words, ways=ways, other=other
            )
        if key in self._met:
            before = self._met[key]
            words = _("“{words}” stands in line {line} already.").format(
                words=_short(row.words), line=before.line
            )
            kind = FindingKind.DOUBLE
            return Finding(line=row.line, kind=kind, words=words, ways=ways, other=before.name)
        return self._alike(row, key)

    def _alike(self, row: RosterRow, key: str) -> Finding | None:
        for other in (*self._known, *self._met):
            if not _are_alike(key, other):
                continue
            name = (self._known.get(other) or self._met[other]).name
            words = _("“{words}” looks like {name}.").format(words=_short(row.words), name=name)
            ways = (Way.KEEP, Way.MERGE, Way.SKIP)
            kind = FindingKind.ALIKE
            return Finding(line=row.line, kind=kind, words=words, ways=ways, other=name)
        return None

    def _many(self, row: RosterRow) -> Finding | None:
        if self._count < MOST_REPS:
            return None
        words = _("“{words}” is more than {n} people.").format(words=_short(row.name), n=MOST_REPS)
        kind = FindingKind.TOO_MANY
        return Finding(line=row.line, kind=kind, words=words, ways=(Way.SKIP,))


def suggested(findings: Sequence[Finding]) -> dict[tuple[int, FindingKind], Way]:
    """The first way of every finding, of those that a person does not have to type anything for."""
    return {(f.line, f.kind): _without_typing(f.ways) for f in findings}


def _without_typing(ways: tuple[Way, ...]) -> Way:
    return next(way for way in ways if way is not Way.CHANGE)


def _key(name: str) -> str:
    """The form in which "Lena Ortiz" and "Ortiz Lena" are the same name."""
    return " ".join(sorted(fold(name).split()))


def _are_alike(one: str, other: str) -> bool:
    """One letter apart, or the same last name with an initial: "l. ortiz", "lena ortiz"."""
    if one_typo_apart(one, other):
        return True
    words, others = one.split(), other.split()
    if len(words) != 2 or len(others) != 2:
        return False
    short = min((words, others), key=lambda pair: min(len(word.strip(".")) for word in pair))
    long = others if short is words else words
    initial = min(short, key=len).strip(".")
    last = max(short, key=len)
    if len(initial) != 1 or last not in long:
        return False
    rest = [word for word in long if word != last]
    return bool(rest) and rest[0].startswith(initial)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
