"""A team from a list: reps in the order of their lines, their first talks, and partner teams."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time, timedelta

from coachdesk.domain.calendar import first_slot_day
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Employment, PartnerTeam, Rep, Workspace
from coachdesk.domain.roster import Roster, RosterRow, read_row
from coachdesk.domain.roster_check import Checked, FindingKind, Way, check_roster
from coachdesk.domain.vocabulary import TeamKind
from coachdesk.language import gettext as _
from coachdesk.services.odd_lines import refused_lines
from coachdesk.services.talks import plan_talk
from coachdesk.store.queries.people import reps_in_order, team_names
from coachdesk.store.schema import BY_KIND
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork


def usual_partner_teams() -> dict[TeamKind, str]:
    """The teams that most sellers depend on, as they are offered."""
    return {
        TeamKind.CREATIVE: _("Creative"),
        TeamKind.RESEARCH: _("Research"),
        TeamKind.OPERATIONS: _("Ad operations"),
        TeamKind.MARKETING: _("Marketing"),
        TeamKind.ACCOUNT_MANAGEMENT: _("Account management"),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMade:
    """The new reps, those that were filled up, those with a first talk; rows made by entity."""

    reps: tuple[Rep, ...]
    merged: tuple[Rep, ...]
    planned: tuple[Rep, ...]
    created: dict[str, int]


def create_team(
    work: UnitOfWork,
    rows: Sequence[RosterRow],
    partner_team_names: Sequence[str] = (),
    merges: Sequence[tuple[Id[Rep], RosterRow]] = (),
) -> TeamMade:
    """Make a rep of every row, fill up those that are there, and plan the first talks."""
    order = max((rep.sort_order for rep in work.find(Rep)), default=0)
    reps = [work.put(_rep(work, row, order + n)) for n, row in enumerate(rows, 1)]
    merged = [work.put(_filled_up(work.get(Rep, rep_id), row)) for rep_id, row in merges]
    _make_partner_teams(work, partner_team_names)
    planned = [rep for rep in reps if _plan_first_talk(work, rep)]
    return TeamMade(
        reps=tuple(reps),
        merged=tuple(merged),
        planned=tuple(planned),
        created=_created(work),
    )


def _created(work: UnitOfWork) -> dict[str, int]:
    fresh = (kind for (kind, _id), before in work.before.items() if before is None)
    return dict(Counter(BY_KIND[kind].key for kind in fresh))


def _rep(work: UnitOfWork, row: RosterRow, order: int) -> Rep:
    fresh = Rep(
        id=work.new_id(Rep),
        first_name=row.first_name,
        last_name=row.last_name,
        sort_order=order,
    )
    return _filled_up(fresh, row)


def _filled_up(rep: Rep, row: RosterRow) -> Rep:
    """The rep with what the row says and nobody said before; a slot is taken whole."""
    known = replace(rep, role=rep.role or row.role, employed=rep.employed or _employed(row))
    if rep.slot_weekday is not None or rep.slot_time is not None:
        return known
    return replace(
        known,
        session_rhythm_days=row.rhythm_days or rep.session_rhythm_days,
        slot_weekday=row.weekday,
        slot_time=row.start,
        slot_minutes=row.minutes or rep.slot_minutes,
    )


def _employed(row: RosterRow) -> tuple[Employment, ...]:
    return () if row.joined is None else ((row.joined, row.left),)


def _make_partner_teams(work: UnitOfWork, names: Sequence[str]) -> None:
    kinds = {name: kind for kind, name in usual_partner_teams().items()}
    known = {name.casefold() for name in team_names(work).values()}
    for name in names:
        if name.casefold() not in known:
            kind = kinds.get(name, TeamKind.OTHER)
            work.put(PartnerTeam(id=work.new_id(PartnerTeam), name=name, kind=kind))
            known.add(name.casefold())


def _plan_first_talk(work: UnitOfWork, rep: Rep) -> bool:
    """Plan the talk of the next slot from now on; without a weekday there is none."""
    if rep.slot_weekday is None:
        return False
    away = [period for workspace in work.find(Workspace) for period in workspace.away]
    day = work.as_of
    if rep.slot_time is not None and _is_past(work, rep.slot_time):
        day += timedelta(days=1)
    day = max([day, *(start for start, _end in rep.employed)])
    talk_day = first_slot_day(day, rep.slot_weekday, rep.away, away)
    if not rep.is_active(talk_day):
        return False
    plan_talk(work, rep.id, talk_day)
    return True


def _is_past(work: UnitOfWork, start: time) -> bool:
    return start < work.now.time()


def known_reps(reads: Snapshot) -> list[Rep]:
    """The reps that a list is compared with."""
    return reps_in_order(reads)


def refuse_findings(reads: Snapshot, roster: Roster, name: str) -> Checked:
    """Check a file that nobody looks at: taken whole, or refused with the lines that are odd.

    Names that are merely alike are two people; the same name twice is refused.
    """
    rows = [read_row(line, as_of=reads.as_of) for line in roster.lines]
    alike = {(row.line, FindingKind.ALIKE): Way.KEEP for row in rows}
    checked = check_roster(rows, known_reps(reads), alike, unread_columns=roster.unread_columns)
    if not rows:
        raise InputError(
            _("“{file}” has no line with a name.").format(file=name),
            _("Write one rep per line; nothing was changed."),
            code="format",
        )
    if checked.findings:
        raise refused_lines(checked.findings, name)
    return checked
