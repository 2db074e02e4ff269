"""One hand-off with everything known of it: what its panel shows, and what its story tells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from coachdesk.domain.evidence import GainStatement, Observation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.vocabulary import HandOffState, ObservationState, Side
from coachdesk.store.queries import people
from coachdesk.store.queries.batons import hanging_on
from coachdesk.store.queries.history import Recorded, recorded
from coachdesk.store.queries.promises import hand_off_rows
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.hand_off_page import HandOffPage
from coachdesk.views.hand_off_story import GainTold, HandOffTold, Retold, Seen, story
from coachdesk.views.promises import HandOffRow


@dataclass(frozen=True, slots=True)
class _Version:
    """What a hand-off was before and after one change that still stands."""

    day: date
    before: HandOff | None
    after: HandOff


def hand_off_page(reads: Snapshot, playbook: Playbook, id: UUID) -> HandOffPage | None:
    """The panel of a hand-off; None once it is gone."""
    known: Any = id
    item = reads.peek(HandOff, known)
    if item is None:
        return None
    rep, teams = reads.get(Rep, item.rep_id), people.team_names(reads)
    mates = reads.find(PartnerPerson, team_id=item.team_id)
    (row,) = hand_off_rows(
        [item],
        reps={rep.id: rep},
        accounts=people.account_names(reads),
        teams=teams,
        people=people.person_names(reads),
        settings=people.workspace(reads).settings,
        as_of=reads.as_of,
    )
    sides = list(Side)
    gains = sorted(
        reads.find(GainStatement, hand_off_id=item.id), key=lambda gain: sides.index(gain.side)
    )
    return HandOffPage(
        row=row,
        account_id=item.account_id,
        team_id=item.team_id,
        rep_full_name=rep.name,
        value_reason=item.value_reason,
        hints=dict(item.checklist),
        check_day=item.check_day,
        way_asked=item.way_asked,
        way_used=item.way_used,
        people=tuple(person.name for person in mates),
        teams=tuple((t.id, t.name) for t in reads.find(PartnerTeam, active=True)),
        gains={gain.side: gain.outcome for gain in gains},
        gain_words={gain.side: gain.words for gain in gains},
        hanging=hanging_on(reads, item.id, rep.first_name),
        story=story(_told(reads, playbook, item, row, rep.first_name, teams, gains)),
    )


def _told(
    reads: Snapshot,
    playbook: Playbook,
    item: HandOff,
    row: HandOffRow,
    rep_name: str,
    teams: Mapping[UUID, str],
    gains: Sequence[GainStatement],
) -> HandOffTold:
    """What its story is made of: the steps, what was told anew, what was seen, what followed."""
    events = reads.find(Observation, hand_off_id=item.id, state=ObservationState.SAVED)
    later = reads.find(HandOff, continues_id=item.id)
    earlier = None if item.continues_id is None else reads.peek(HandOff, item.continues_id)
    versions = _versions(recorded(reads, record_ids=(item.id,)), item.id, reads)
    retold = _retold(versions, playbook)
    first = retold[0] if retold else None
    return HandOffTold(
        rep=rep_name,
        account=row.account,
        team=row.team,
        person=row.partner,
        need=item.need,
        created_day=item.created_day,
        state=item.state,
        value_reason=item.value_reason,
        value_day=item.value_day,
        first_text=first.old_text if first else item.expectation,
        set_day=item.set_day,
        first_due=first.old_due_day if first else item.due_day,
        due_day=item.due_day,
        retold=retold,
        moved_unseen=max(0, item.revision - 1 - len(retold)),
        accepted_on=item.accepted_on,
        met_day=item.met_day,
        closed_day=item.closed_day,
        missed_day=_missed_day(versions),
        confirmed=item.customer_confirmed,
        cause="" if item.cause_code is None else playbook.causes[item.cause_code].title,
        note=item.cause_note,
        told_by=item.customer_told_by or "",
        told_on=item.customer_told_on,
        seen=[Seen(day=event.day, words=event.comment) for event in events],
        gains=[GainTold(side=g.side, outcome=g.outcome, words=g.words) for g in gains],
        before="" if earlier is None else teams[earlier.team_id],
        after=[(other.created_day, teams[other.team_id]) for other in later],
    )


def _versions(found: Iterable[Recorded], id: UUID, reads: Snapshot) -> list[_Version]:
    """The changes that stand, the oldest first: what was taken back is left out."""
    standing: dict[int, _Version] = {}
    undone: dict[int, tuple[int, _Version]] = {}
    for each in sorted(found, key=lambda each: each.entry.n):
        entry = each.entry
        if entry.kind == "undo" and entry.inverts in standing:
            undone[entry.n] = (entry.inverts, standing.pop(entry.inverts))
            continue
        if entry.inverts is not None:
            if entry.inverts in undone:
                n, version = undone[entry.inverts]
                standing[n] = version
            continue
        day = entry.at.astimezone(reads.now.tzinfo).date()
        for step in each.steps:
            if step.id == id and isinstance(step.after, HandOff):
                before = step.before if isinstance(step.before, HandOff) else None
                standing[entry.n] = _Version(day, before, step.after)
    return [standing[n] for n in sorted(standing)]


def _retold(versions: Iterable[_Version], playbook: Playbook) -> list[Retold]:
    found = []
    for one in versions:
        before, after = one.before, one.after
        if before is None or after.revision <= before.revision:
            continue
        if before.due_day is None or after.due_day is None:
            continue
        cause = after.cause_code
        found.append(
            Retold(
                day=one.day,
                text=after.expectation,
                due_day=after.due_day,
                old_text=before.expectation,
                old_due_day=before.due_day,
                told_by=after.customer_told_by or "",
                cause="" if cause is None else playbook.causes[cause].title,
            )
        )
    return found


def _missed_day(versions: Iterable[_Version]) -> date | None:
    missed = HandOffState.MISSED
    for one in versions:
        if one.after.state is missed and (one.before is None or one.before.state is not missed):
            return one.day
    return None
