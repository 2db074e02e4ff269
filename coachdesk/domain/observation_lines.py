"""Events from a table: each line is one, or one rating of one, and is checked by the rules.

Lines with the same rep, day, customer and comment are the ratings of one event, where a line has
a behaviour and its rating. What only lacks words or a rating waits in the Inbox.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from gettext import gettext as _  # its sentences name the words that a cell may hold

from coachdesk.domain import evidence_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.import_cells import (
    found_order,
    is_unrated,
    read_choice,
    read_day,
    read_rating,
    read_yes,
)
from coachdesk.domain.import_findings import (
    LineFinding,
    Names,
    OddLine,
    Outcome,
    Reps,
    already_there,
    longer_than,
    odd_by,
    short,
)
from coachdesk.domain.import_mapping import Mapping, behaviour_named
from coachdesk.domain.import_words import CAUSES, ORIGINS
from coachdesk.domain.names import fold
from coachdesk.domain.people import PartnerPerson, Rep
from coachdesk.domain.reading import KnownBehaviour
from coachdesk.domain.tables import TableRow
from coachdesk.domain.vocabulary import BehaviourKey, Cause, Origin

LONGEST_COMMENT, LONGEST_NAME, LONGEST_TEAM, LONGEST_NOTE = 600, 80, 60, 200
SeenEvent = tuple[Id[Rep], date, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationLine:
    """An event to be made; with `waits` it goes to the Inbox, and says why."""

    lines: tuple[int, ...]
    rep: Rep
    day: date
    comment: str
    ratings: tuple[Rated, ...] = ()
    customer: str = ""
    department: str = ""
    person: str = ""
    origin: Origin = Origin.IN_PERSON
    cause: Cause | None = None
    cause_note: str = ""
    is_missed: bool = False
    waits: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNames:
    """What the store knows that a line can name."""

    reps: Sequence[Rep]
    accounts: Names
    teams: Names
    people: Sequence[PartnerPerson]
    behaviours: Sequence[KnownBehaviour]
    seen: frozenset[SeenEvent] = field(default_factory=frozenset)
    least_comment: int = 20


def event_key(rep_id: Id[Rep], day: date, comment: str) -> SeenEvent:
    """By what two events are the same one."""
    return rep_id, day, fold(" ".join(comment.split()))


class ObservationCheck:
    """Goes through the lines; `finish` applies the rules to what belongs together."""

    def __init__(self, mapping: Mapping, known: KnownNames, *, as_of: date) -> None:
        self._columns, self._known, self._as_of = mapping.columns, known, as_of
        self._order = mapping.day_order
        self._reps = Reps(known.reps)
        self._titles = {b.key: b.words[0] if b.words else str(b.key) for b in known.behaviours}
        self._events: dict[object, ObservationLine] = {}
        self._by_rating = "behaviour" in self._columns
        self.found: list[ObservationLine] = []
        self.findings: list[LineFinding] = []

    def look(self, row: TableRow) -> None:
        """Read one line, and join it with the event it belongs to."""
        try:
            event = self._read(row)
        except OddLine as odd:
            self.findings.append(odd.at(row.line))
            return
        key: object = (*event_key(event.rep.id, event.day, event.comment), fold(event.customer))
        before = self._events.get(key)
        if before is None or not event.comment:
            self._events[key if event.comment else row.line] = event
        elif self._by_rating and event.ratings and event.ratings != before.ratings:
            self._events[key] = replace(
                before,
                lines=(*before.lines, row.line),
                ratings=(*before.ratings, *event.ratings),
            )
        else:
            words = _("The same event stands in line {n} already.").format(n=before.lines[0])
            self.findings.append(already_there(words).at(row.line))

    def finish(self) -> None:
        """Judge every event by the rules; findings are in the order of the lines."""
        for event in self._events.values():
            try:
                self.found.append(self._judged(event))
            except OddLine as odd:
                self.findings.extend(odd.at(line) for line in event.lines)
        for event in self.found:
            if event.waits:
                finding = LineFinding(event.lines[0], Outcome.INBOX, event.waits)
                self.findings.append(finding)
        self.findings.sort(key=lambda finding: finding.line)

    def _read(self, row: TableRow) -> ObservationLine:
        cells: dict[str, list[str]] = {}
        for column, cell in zip(self._columns, row.cells, strict=False):
            if column:
                cells.setdefault(column, []).append(cell)
        one = {column: found[0] for column, found in cells.items()}
        cause, is_missed = _missed(one)
        for column, most in (("department", LONGEST_TEAM), ("customer", LONGEST_NAME)):
            if len(one.get(column, "")) > most:
                raise longer_than(one[column], most)
        if len(one.get("cause_note", "")) > LONGEST_NOTE:
            raise longer_than(one["cause_note"], LONGEST_NOTE)
        return ObservationLine(
            lines=(row.line,),
            rep=self._reps.named(one.get("rep", "")),
            day=self._day(one.get("day", "")),
            comment=one.get("comment", ""),
            ratings=self._ratings(cells),
            customer=" ".join(one.get("customer", "").split()),
            department=" ".join(one.get("department", "").split()),
            person=" ".join(one.get("person", "").split()),
            origin=_origin(one.get("origin", "")),
            cause=cause,
            cause_note=one.get("cause_note", ""),
            is_missed=is_missed,
        )

    def _day(self, cell: str) -> date:
        day = read_day(cell, self._order, as_of=self._as_of)
        if day is not None:
            return day
        if not cell:
            raise OddLine(_("There is no day."), _("Write the day it was seen."))
        raise OddLine(
            _("“{words}” is not a day.").format(words=short(cell)),
            _("Write it like {day}.").format(day=self._as_of.isoformat()),
        )

    def _ratings(self, cells: dict[str, list[str]]) -> tuple[Rated, ...]:
        found = [
            self._rated(BehaviourKey(column), cell)
            for column, values in cells.items()
            if column in frozenset(BehaviourKey)
            for cell in values
            if not is_unrated(cell)
        ]
        names, values = cells.get("behaviour", []), cells.get("rating", [])
        for at, name in enumerate(names):
            value = values[at] if at < len(values) else ""
            if not name and is_unrated(value):
                continue
            key = behaviour_named(name, self._known.behaviours)
            if key is None:
                raise OddLine(
                    _("“{words}” is not one of the nine behaviours.").format(words=short(name)),
                    _("Write its title or letter."),
                )
            if not is_unrated(value):
                found.append(self._rated(key, value))
        return tuple(found)

    def _rated(self, key: BehaviourKey, cell: str) -> Rated:
        value = read_rating(cell)
        if value is None or not 1 <= value <= 5:
            raise OddLine(
                _("{behaviour} is rated “{words}”.").format(
                    behaviour=self._titles.get(key, key), words=short(cell)
                ),
                _("A rating is a whole number from 1 to 5."),
            )
        return Rated(key, value)

    def _judged(self, event: ObservationLine) -> ObservationLine:
        try:
            rules.check_day(event.day, as_of=self._as_of)
            if event.ratings:
                rules.check_ratings(event.ratings, self._titles)
        except RuleError as refusal:
            raise odd_by(refusal) from None
        if not event.rep.is_active(event.day):
            raise OddLine(
                _("{name} was not on the team that day.").format(name=event.rep.first_name),
                _("Check the date, or the days in the team."),
            )
        if event_key(event.rep.id, event.day, event.comment) in self._known.seen:
            raise already_there(_("This event is here already."))
        event = self._named(event)
        waits = self._why_it_waits(event)
        if waits:
            return replace(event, waits=waits)
        try:
            rules.check_cause(
                missed=event.is_missed or event.cause is not None,
                cause=event.cause,
                note=event.cause_note,
                ratings=event.ratings,
            )
        except RuleError as refusal:
            raise odd_by(refusal) from None
        return event

    def _why_it_waits(self, event: ObservationLine) -> str:
        missing = self._known.least_comment - len(event.comment)
        if missing > 0:
            return _("The comment is {n} characters too short to be rated.").format(n=missing)
        if len(event.comment) > LONGEST_COMMENT:
            n = len(event.comment) - LONGEST_COMMENT
            return _("The comment is {n} characters too long.").format(n=n)
        return "" if event.ratings else _("No behaviour is rated.")

    def _named(self, event: ObservationLine) -> ObservationLine:
        """Customer, department and person: known ones by their id, new ones as first spelt."""
        customer, department = event.customer, event.department
        if customer:
            known = self._known.accounts
            customer = known.known(customer) or known.spelt(customer)
        person = ""
        if event.person:
            person, department = self._person(event)
        elif department:
            department = self._known.teams.known(department) or self._known.teams.spelt(department)
        return replace(event, customer=customer, department=department, person=person)

    def _person(self, event: ObservationLine) -> tuple[str, str]:
        """The person and the department the person is in; somebody unknown is not made up."""
        team = self._known.teams.known(event.department) if event.department else None
        found = [
            person
            for person in self._known.people
            if fold(person.name) == fold(event.person) or str(person.id) == event.person.lower()
        ]
        if event.department:
            found = [person for person in found if str(person.team_id) == team]
        if len(found) == 1:
            return str(found[0].id), str(found[0].team_id)
        raise OddLine(
            _("“{words}” is nobody known in a partner team.").format(words=short(event.person)),
            _("Add the person in an event first, or leave the column out."),
        )


def asks_for_order(rows: Sequence[TableRow], mapping: Mapping) -> bool:
    """Whether nothing in the column says which number of a day is the month."""
    return mapping.day_order is None and found_order(_days(rows, mapping))[1]


def with_found_order(rows: Sequence[TableRow], mapping: Mapping) -> Mapping:
    """The mapping with the order of days that the column itself shows, unless one was chosen."""
    order = mapping.day_order or found_order(_days(rows, mapping))[0]
    return replace(mapping, day_order=order)


def _days(rows: Sequence[TableRow], mapping: Mapping) -> list[str]:
    if "day" not in mapping.columns:
        return []
    at = mapping.columns.index("day")
    return [row.cells[at] for row in rows if at < len(row.cells)]


def _origin(cell: str) -> Origin:
    if not cell:
        return Origin.IN_PERSON
    found = read_choice(cell, ORIGINS)
    if found is None:
        raise OddLine(
            _("“{words}” does not say how you came to know of it.").format(words=short(cell)),
            _("Write in person, call, document, told by partner or told by customer."),
        )
    return Origin(found)


def _missed(one: dict[str, str]) -> tuple[Cause | None, bool]:
    missed, cause = read_yes(one.get("missed", "")), one.get("cause", "")
    found = read_choice(cause, CAUSES) if cause else None
    if cause and found is None:
        raise OddLine(
            _("“{words}” is no cause.").format(words=short(cause)),
            _("Write rep, partner capacity, customer change, unclear hand-off or other."),
        )
    if missed is None:
        raise OddLine(
            _("“{words}” is neither yes nor no.").format(words=short(one["missed"])),
            _("Write yes where an expectation was missed, else leave the cell empty."),
        )
    if not missed and "missed" in one and one["missed"]:
        return None, False
    return (Cause(found) if found else None), missed
