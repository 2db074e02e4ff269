"""Customers and events from a table: tried line by line first, then made in one command."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from coachdesk.domain import tables
from coachdesk.domain.account_lines import AccountCheck, AccountLine
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.import_findings import LineFinding, Names, Outcome
from coachdesk.domain.import_mapping import (
    Mapping,
    TableKind,
    guessed_kind,
    header_separator,
    lines_of,
    proposed,
)
from coachdesk.domain.numbers import whole
from coachdesk.domain.observation_lines import (
    KnownNames,
    ObservationCheck,
    ObservationLine,
    SeenEvent,
    asks_for_order,
    event_key,
    with_found_order,
)
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam
from coachdesk.domain.reading import KnownBehaviour, known_behaviours
from coachdesk.domain.tables import Table, TableRow
from coachdesk.domain.vocabulary import DraftSource, DraftState, TeamKind
from coachdesk.language import gettext as _
from coachdesk.services.capture import LONGEST_COMMENT, LONGEST_LINE, least_comment
from coachdesk.services.evidence import ObservationDraft, save_observation
from coachdesk.services.people import add_account
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.spreadsheet import undefused
from coachdesk.store.queries.people import account_names, reps_in_order, team_names
from coachdesk.store.schema import BY_KIND
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork

# Two thousand lines are written in some three seconds; more would hold the window too long.
MOST_LINES = 2_000
_STEP = 100

Report = Callable[[float, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a table would make, and what its lines are not ready for.

    `question` says what a person must choose before anything can be made.
    """

    mapping: Mapping
    accounts: tuple[AccountLine, ...] = ()
    observations: tuple[ObservationLine, ...] = ()
    drafts: tuple[ObservationLine, ...] = ()
    new_customers: tuple[str, ...] = ()
    new_teams: tuple[str, ...] = ()
    findings: tuple[LineFinding, ...] = ()
    lacks: tuple[str, ...] = ()
    asks_day_order: bool = False

    def having(self, outcome: Outcome) -> tuple[LineFinding, ...]:
        """The findings whose lines end like that."""
        return tuple(finding for finding in self.findings if finding.outcome is outcome)

    @property
    def created(self) -> dict[str, int]:
        """How many of each entity would be made."""
        made = {
            "account": len(self.accounts) + len(self.new_customers),
            "partner_team": len(self.new_teams),
            "observation": len(self.observations),
            "rating": sum(len(event.ratings) for event in self.observations),
            "draft": len(self.drafts),
        }
        return {entity: n for entity, n in made.items() if n}

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be made."""
        return not (self.accounts or self.observations or self.drafts)


def behaviours() -> tuple[KnownBehaviour, ...]:
    """The behaviours by the words a table names them with."""
    return known_behaviours(shipped_playbook().behaviours.values())


def table_of(text: str) -> Table:
    """The rows of a text, with cells as they were before a spreadsheet was kept from running them.

    InputError if there are too many, or a quote mark is left open.
    """
    table = tables.read_table(text, separator=header_separator(text))
    if len(table.rows) > MOST_LINES + 1:
        raise InputError(
            _("The table has {n} lines; {most} can be read at once.").format(
                n=whole(len(table.rows)), most=whole(MOST_LINES)
            ),
            _("Split it."),
            code="too_many",
        )
    rows = (TableRow(row.line, tuple(map(undefused, row.cells))) for row in table.rows)
    return replace(table, rows=tuple(rows))


def kind_of(table: Table) -> TableKind:
    """What the header says the lines are; a list without one is a list of reps."""
    return guessed_kind(table, behaviours()) or TableKind.ROSTER


def mapping_of(table: Table, kind: TableKind) -> Mapping:
    """The meaning of the columns as it is proposed."""
    return proposed(table, kind, behaviours())


def preview(
    reads: Snapshot, table: Table, mapping: Mapping, report: Report | None = None
) -> Preview:
    """The dry run: every line is checked, nothing is made."""
    if mapping.lacks:
        return Preview(mapping=mapping, lacks=mapping.lacks)
    rows = lines_of(table, mapping)
    if mapping.kind is TableKind.ACCOUNTS:
        return _preview_accounts(reads, rows, mapping, report)
    return _preview_observations(reads, rows, mapping, report)


def _preview_accounts(
    reads: Snapshot, rows: Sequence[TableRow], mapping: Mapping, report: Report | None
) -> Preview:
    check = AccountCheck(mapping, reps_in_order(reads), _names(account_names(reads)))
    _look(check.look, rows, report)
    return Preview(mapping=mapping, accounts=tuple(check.found), findings=tuple(check.findings))


def _preview_observations(
    reads: Snapshot, rows: Sequence[TableRow], mapping: Mapping, report: Report | None
) -> Preview:
    if asks_for_order(rows, mapping):
        return Preview(mapping=mapping, asks_day_order=True)
    mapping = with_found_order(rows, mapping)
    known = KnownNames(
        reps=reps_in_order(reads),
        accounts=_names(account_names(reads)),
        teams=_names(team_names(reads)),
        people=reads.find(PartnerPerson),
        behaviours=behaviours(),
        seen=_seen(reads),
        least_comment=least_comment(reads),
    )
    check = ObservationCheck(mapping, known, as_of=reads.as_of)
    _look(check.look, rows, report)
    check.finish()
    return Preview(
        mapping=mapping,
        observations=tuple(event for event in check.found if not event.waits),
        drafts=tuple(event for event in check.found if event.waits),
        new_customers=_new(known.accounts, [event.customer for event in check.found]),
        new_teams=_new(known.teams, [event.department for event in check.found]),
        findings=tuple(check.findings),
    )


def _seen(reads: Snapshot) -> frozenset[SeenEvent]:
    """Events that are here, and those that wait in the Inbox."""
    events = [event_key(o.rep_id, o.day, o.comment) for o in reads.find(Observation)]
    waiting = reads.find(Draft, state=DraftState.WAITING, source=DraftSource.CAPTURE)
    drafts = [event_key(d.rep_id, d.day, d.comment) for d in waiting if d.rep_id is not None]
    return frozenset((*events, *drafts))


def _look(
    look: Callable[[TableRow], None], rows: Sequence[TableRow], report: Report | None
) -> None:
    for done, row in enumerate(rows):
        if report is not None and done % _STEP == 0:
            report(done / len(rows), _("Checking the lines"))
        look(row)


def _new(known: Names, names: Sequence[str]) -> tuple[str, ...]:
    """Those that are nobody's id, each once."""
    return tuple(dict.fromkeys(n for n in names if n and known.known(n) is None))


def _names(names: dict[UUID, str]) -> Names:
    return Names({str(id): name for id, name in names.items()})


def import_table(work: UnitOfWork, table: Table, mapping: Mapping) -> dict[str, int]:
    """Make what the preview promised; returns how many of each entity were made.

    RuleError if there is nothing to be made.
    """
    seen = preview(work, table, mapping)
    if seen.is_empty:
        raise RuleError("E-IMP-02", _("There is nothing to import."), _("See what is in the way."))
    for line in seen.accounts:
        _make_account(work, line)
    made = _Made(work)
    for event in seen.observations:
        made.observe(event)
    for event in seen.drafts:
        made.let_wait(event)
    fresh = (kind for (kind, _id), before in work.before.items() if before is None)
    return dict(Counter(BY_KIND[kind].key for kind in fresh))


def _make_account(work: UnitOfWork, line: AccountLine) -> None:
    work.put(
        Account(
            id=work.new_id(Account),
            name=line.name,
            industry=line.industry,
            size_class=line.size,
            situation=line.situation,
            owner_rep_id=line.owner,
            selection_stage=line.stage,
        )
    )


class _Made:
    """Makes events, and the customers and departments that they name for the first time."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._accounts: dict[str, Any] = {str(id): id for id in account_names(work)}
        self._teams: dict[str, Any] = {str(id): id for id in team_names(work)}

    def observe(self, event: ObservationLine) -> None:
        save_observation(
            self._work,
            ObservationDraft(
                rep_id=event.rep.id,
                day=event.day,
                comment=event.comment,
                ratings=event.ratings,
                account_id=self._account(event),
                team_id=self._team(event),
                partner_person_id=_person(event),
                origin=event.origin,
                cause=event.cause,
                cause_note=event.cause_note if event.cause else "",
            ),
        )

    def let_wait(self, event: ObservationLine) -> None:
        """A row of the Inbox that can be completed as a captured line."""
        account = self._account(event)
        first = event.ratings[0] if event.ratings else None
        raw = self._as_captured(event, account)
        if len(raw) > LONGEST_LINE:
            raw = raw[:LONGEST_LINE]
        self._work.put(
            Draft(
                id=self._work.new_id(Draft),
                source=DraftSource.CAPTURE,
                raw=raw,
                rep_id=event.rep.id,
                account_id=account,
                team_id=self._team(event),
                partner_person_id=_person(event),
                behaviour_key=first.behaviour if first else None,
                value=first.value if first else None,
                day=event.day,
                comment=event.comment if len(event.comment) <= LONGEST_COMMENT else "",
            )
        )

    def _as_captured(self, event: ObservationLine, account: Id[Account] | None) -> str:
        """The event as a person would have typed it."""
        titles = {b.key: b.words[-1].lower() for b in behaviours()}
        parts = [event.rep.name]
        parts += [f"{titles[rated.behaviour]} {rated.value}" for rated in event.ratings]
        parts += [event.day.isoformat(), event.comment]
        if account is not None:
            parts.append(f"@{self._work.get(Account, account).name}")
        return " ".join(part for part in parts if part)

    def _account(self, event: ObservationLine) -> Id[Account] | None:
        name = event.customer
        if not name:
            return None
        if name not in self._accounts:
            self._accounts[name] = add_account(self._work, name, owner=event.rep.id).id
        found: Id[Account] = self._accounts[name]
        return found

    def _team(self, event: ObservationLine) -> Id[PartnerTeam] | None:
        name = event.department
        if not name:
            return None
        if name not in self._teams:
            fresh = PartnerTeam(id=self._work.new_id(PartnerTeam), name=name, kind=TeamKind.OTHER)
            self._teams[name] = self._work.put(fresh).id
        found: Id[PartnerTeam] = self._teams[name]
        return found


def _person(event: ObservationLine) -> Id[PartnerPerson] | None:
    return as_id(UUID(event.person)) if event.person else None


def field_words(field: str) -> str:
    """What a column is called on screen."""
    titles = {b.key.value: b.words[0] for b in behaviours()}
    return titles.get(field) or {
        "name": _("Customer"),
        "industry": _("Industry"),
        "size": _("Size"),
        "situation": _("Situation"),
        "owner": _("Rep in charge"),
        "stage": _("Buying stage"),
        "rep": _("Rep"),
        "day": _("Day"),
        "comment": _("What was seen"),
        "customer": _("Customer"),
        "department": _("Partner team"),
        "person": _("Partner’s person"),
        "behaviour": _("Behaviour"),
        "rating": _("Rating"),
        "origin": _("How you know"),
        "missed": _("Expectation missed"),
        "cause": _("Cause"),
        "cause_note": _("Note on the cause"),
        "id": _("Id (own tables)"),
    }.get(field, field)
