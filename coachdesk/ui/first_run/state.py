"""What was typed on the first run, and what it becomes. No Qt, no store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from coachdesk.domain.day_names import short_weekday_names
from coachdesk.domain.people import Rep
from coachdesk.domain.roster import Roster, RosterLine, RosterRow, read_list, read_row, read_typed
from coachdesk.domain.roster_check import (
    Checked,
    CheckedRow,
    Decisions,
    Finding,
    FindingKind,
    Way,
    check_roster,
    suggested,
)
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import clock

_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamState:
    """Lines in their order, what was decided about them, the line being typed, partner teams."""

    lines: tuple[RosterLine, ...] = ()
    decisions: Decisions = field(default_factory=dict)
    unread_columns: tuple[str, ...] = ()
    entry: str = ""
    partner_teams: tuple[str, ...] = ()
    own_teams: tuple[str, ...] = ()
    removed: tuple[RosterLine, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing that would have to be kept."""
        return self == TeamState()

    @property
    def _last(self) -> int:
        """The highest number of a line, also of one that can come back."""
        return max((line.number for line in (*self.lines, *self.removed)), default=0)

    def with_list(self, text: str) -> "TeamState":
        """Every line of a pasted list behind the lines there are."""
        return self.with_roster(read_list(text))

    def with_roster(self, roster: Roster) -> "TeamState":
        """Every line of a list that was read; the numbers go on from the last one."""
        last = self._last
        more = tuple(replace(line, number=last + line.number) for line in roster.lines)
        columns = dict.fromkeys((*self.unread_columns, *roster.unread_columns))
        return replace(self, lines=(*self.lines, *more), unread_columns=tuple(columns))

    def with_entry_added(self) -> "TeamState":
        """The line being typed, if it says anything, is one of the lines."""
        line = read_typed(self.entry, self._last + 1)
        if not line.cells:
            return replace(self, entry="")
        return replace(self, lines=(*self.lines, line), entry="")

    def without(self, number: int) -> "TeamState":
        """One line less, and nothing remembered about it."""
        return replace(
            self,
            lines=tuple(line for line in self.lines if line.number != number),
            decisions={key: way for key, way in self.decisions.items() if key[0] != number},
        )

    def with_removed(self, number: int) -> "TeamState":
        """One line less; it can be brought back."""
        gone = tuple(line for line in self.lines if line.number == number)
        return replace(self.without(number), removed=(*self.removed, *gone))

    def with_removed_back(self) -> "TeamState":
        """Every line that was removed stands where it stood."""
        lines = sorted((*self.lines, *self.removed), key=lambda line: line.number)
        return replace(self, lines=tuple(lines), removed=())

    def taken_up(self, number: int) -> "TeamState":
        """A line is in the field again, to be changed; what stood there is a line."""
        words = next(line.words for line in self.lines if line.number == number)
        return replace(self.with_entry_added().without(number), entry=words)

    def decided(self, finding: Finding, way: Way) -> "TeamState":
        """What a person chose about a line."""
        return replace(self, decisions={**self.decisions, (finding.line, finding.kind): way})

    def settled(self, findings: Sequence[Finding]) -> "TeamState":
        """Every finding as it is suggested."""
        return replace(self, decisions={**self.decisions, **suggested(findings)})

    def with_skipped_back(self) -> "TeamState":
        """Every line that was skipped is looked at again."""
        kept = {key: way for key, way in self.decisions.items() if way is not Way.SKIP}
        return replace(self, decisions=kept)

    def with_team(self, name: str, *, on: bool) -> "TeamState":
        """A partner team is chosen, or not."""
        others = tuple(team for team in self.partner_teams if team != name)
        return replace(self, partner_teams=(*others, name) if on else others)

    def with_own_team(self, name: str) -> "TeamState":
        """A partner team of the person's own words is offered, and chosen."""
        if name not in self.own_teams:
            return replace(self, own_teams=(*self.own_teams, name)).with_team(name, on=True)
        return self.with_team(name, on=True)

    def checked(self, known: Sequence[Rep], as_of: date, *, with_entry: bool = False) -> Checked:
        """The check of all lines; with the one being typed, as Create would take it."""
        state = self.with_entry_added() if with_entry else self
        rows = [read_row(line, as_of=as_of) for line in state.lines]
        return check_roster(rows, known, self.decisions, unread_columns=self.unread_columns)

    # --- kept while the window is closed ----------------------------------------------------------

    def content(self) -> dict[str, Any]:
        """Everything typed, as an unsaved draft keeps it."""
        return {
            "lines": [_kept(line) for line in self.lines],
            "removed": [_kept(line) for line in self.removed],
            "decisions": [[n, kind.value, way.value] for (n, kind), way in self.decisions.items()],
            "unread_columns": list(self.unread_columns),
            "entry": self.entry,
            "partner_teams": list(self.partner_teams),
            "own_teams": list(self.own_teams),
        }


def restored(content: Mapping[str, Any]) -> TeamState:
    """What an unsaved draft kept."""
    return TeamState(
        lines=_lines(content.get("lines", ())),
        removed=_lines(content.get("removed", ())),
        decisions={
            (number, FindingKind(kind)): Way(way)
            for number, kind, way in content.get("decisions", ())
        },
        unread_columns=tuple(content.get("unread_columns", ())),
        entry=str(content.get("entry", "")),
        partner_teams=tuple(content.get("partner_teams", ())),
        own_teams=tuple(content.get("own_teams", ())),
    )


def _kept(line: RosterLine) -> list[Any]:
    return [line.number, list(line.cells), list(line.columns)]


def _lines(kept: Sequence[Any]) -> tuple[RosterLine, ...]:
    return tuple(
        RosterLine(number, tuple(cells), tuple(columns)) for number, cells, columns in kept
    )


# --- words ----------------------------------------------------------------------------------------


def slot_words(row: RosterRow) -> str:
    """ "every 2 weeks, Tue 10:30, 45 min", as far as it is known."""
    when = [] if row.weekday is None else [short_weekday_names()[row.weekday]]
    if row.start is not None:
        when.append(clock(row.start))
    parts = [_rhythm_words(row.rhythm_days), " ".join(when)]
    if row.minutes is not None:
        parts.append(_("{n} min").format(n=row.minutes))
    return ", ".join(part for part in parts if part)


def _rhythm_words(days: int | None) -> str:
    if days is None:
        return ""
    weeks, rest = divmod(days, _WEEK)
    if rest:
        return _("every {n} days").format(n=days)
    return ngettext("every week", "every {n} weeks", weeks).format(n=weeks)


def row_sentence(checked: CheckedRow) -> str:
    """What a screen reader says of a line."""
    row = checked.row
    parts = [row.name or row.words, row.role, slot_words(row)]
    if checked.finding is not None:
        parts.append(_("needs a look: {words}").format(words=checked.finding.words))
    elif not checked.is_ready:
        parts.append(_("joined with another line or rep"))
    return ", ".join(part for part in parts if part)


def way_words(finding: Finding, way: Way) -> str:
    """The button of a way out."""
    if way is Way.MERGE:
        first_name = finding.other.split()[0]
        return _("Merge with {name}").format(name=first_name)
    if way is Way.SKIP:
        return _("Skip line {n}").format(n=finding.line)
    if way is Way.CHANGE:
        return _("Change it")
    return {
        FindingKind.NO_PERSON: _("Keep as a name"),
        FindingKind.ODD_SLOT: _("Go on without it"),
    }.get(finding.kind, _("Keep both"))


def findings_title(findings: Sequence[Finding]) -> str:
    """How many lines need a look."""
    n = len(findings)
    return ngettext("{n} line needs a look", "{n} lines need a look", n).format(n=n)


def skipped_words(numbers: Sequence[int]) -> str:
    """Which lines are left out."""
    listed = ", ".join(str(n) for n in numbers)
    return ngettext("Line {lines} is skipped.", "Lines {lines} are skipped.", len(numbers)).format(
        lines=listed
    )


def removed_words(lines: Sequence[RosterLine]) -> str:
    """What was taken out."""
    if len(lines) == 1:
        return _("Removed: {words}.").format(words=lines[0].words)
    return ngettext("{n} line removed.", "{n} lines removed.", len(lines)).format(n=len(lines))


def read_words(n: int) -> str:
    """How many lines a list had."""
    return ngettext("{n} line was read.", "{n} lines were read.", n).format(n=n)


def create_words(checked: Checked) -> str:
    """The words of the button."""
    n = len(checked.new_rows)
    if not n and checked.merges:
        m = len(checked.merges)
        return ngettext("Update {n} rep", "Update {n} reps", m).format(n=m)
    return _("Create team of {n}").format(n=n) if n else _("Create the team")


def add_words(checked: Checked) -> str:
    """The words of the button where there is a team already."""
    n = len(checked.new_rows)
    if not n:
        return create_words(checked) if checked.merges else _("Add reps")
    return ngettext("Add {n} rep", "Add {n} reps", n).format(n=n)


def created_words(new: int, merged: int, *, is_first: bool) -> str:
    """What was done, for the undo bar."""
    if not new:
        return ngettext("{n} rep updated", "{n} reps updated", merged).format(n=merged)
    if is_first:
        return _("Team of {n} created").format(n=new)
    return ngettext("{n} rep added", "{n} reps added", new).format(n=new)
