"""Fills a rep's page in a fixed number of reads."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Account, Rep, Settings
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.statistics import kept_rate
from coachdesk.domain.talk_rules import AFTER
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import (
    HandOffState,
    OwnerSide,
    PromiseState,
    ShareState,
)
from coachdesk.store.queries import evidence, ladders, partner_team, people, plans, promises, talks
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.promises import HandOffRow, PromiseRow
from coachdesk.views.rep import Kept, PastTalk, RepPage, ShareRow
from coachdesk.views.usefulness import UsefulTalk

KEPT_WINDOW_DAYS = 91
# The widest window the evidence can be filtered by.
EVIDENCE_DAYS = 365
_HAND_OFFS = (HandOffState.DRAFT, HandOffState.SET, HandOffState.MISSED)
_DELIVERED = (HandOffState.MET, HandOffState.MET_LATE, HandOffState.CLOSED_UNMET)
DELIVERED_SHOWN_DAYS = 14


def rep_page(
    reads: Snapshot, playbook: Playbook, rep_id: UUID, *, window_days: int | None = None
) -> RepPage:
    """The whole page as of the snapshot's moment; the window is the level window by default."""
    rep = reads.get(Rep, as_id(rep_id))
    settings = people.workspace(reads).settings
    window = window_days or settings.level_window_days
    own_talks = reads.find(CoachingSession, rep_id=rep.id)
    held = sorted((t for t in own_talks if t.state in AFTER), key=talks.in_time)
    ahead = talks.next_talk(own_talks, reads.as_of)
    own_promises = reads.find(Commitment, rep_id=rep.id)
    since, left_on = _employed(rep, reads.as_of)
    return RepPage(
        now=reads.now,
        rep_id=rep.id,
        name=rep.name,
        first_name=rep.first_name,
        initials=rep.initials,
        role=rep.role,
        accounts=len(reads.find(Account, owner_rep_id=rep.id)),
        since=since,
        left_on=left_on,
        rhythm_days=rep.session_rhythm_days,
        next_talk=None if ahead is None else talks.talk_head(ahead, rep, None),
        last_day=held[-1].day if held else None,
        window_days=window,
        certainty=settings.certainty,
        figures=evidence.figures(reads, playbook, settings, [rep.id], window_days=window)[rep.id],
        events=tuple(
            evidence.events(
                reads,
                playbook,
                after=reads.as_of - timedelta(days=max(EVIDENCE_DAYS, window)),
                until=reads.as_of,
                rep_id=rep.id,
            )
        ),
        asks=tuple(ladders.ask_rows(reads, rep.id)),
        rep_asks=tuple(ladders.rep_asks(reads, rep.id)),
        promises=tuple(_promise_rows(own_promises, rep)),
        my_kept=_kept(own_promises, OwnerSide.MANAGER, reads.as_of),
        reps_kept=_kept(own_promises, OwnerSide.REP, reads.as_of),
        hand_offs=tuple(_hand_off_rows(reads, rep, settings)),
        shares=tuple(share_rows(reads, playbook, rep.id)),
        works_with=partner_team.works_with(reads, rep.id),
        private_notes=len(reads.find(PrivateNote, rep_id=rep.id)),
        past_talks=tuple(_past(list(reversed(held)), playbook)),
        plans=plans.plan_views(
            reads, playbook, settings, rep.id, [(talk.id, talk.day) for talk in held]
        ),
        useful=tuple(
            UsefulTalk(talk.day, talk.rep_usefulness)
            for talk in held
            if talk.rep_usefulness is not None
        ),
    )


def _hand_off_rows(reads: Snapshot, rep: Rep, settings: Settings) -> list[HandOffRow]:
    return promises.hand_off_rows(
        _hand_offs(reads, rep),
        reps={rep.id: rep},
        accounts=people.account_names(reads),
        teams=people.team_names(reads),
        people=people.person_names(reads),
        settings=settings,
        as_of=reads.as_of,
    )


def _hand_offs(reads: Snapshot, rep: Rep) -> list[HandOff]:
    """Open ones, and those closed lately: what the three gained can still be marked."""
    after = reads.as_of - timedelta(days=DELIVERED_SHOWN_DAYS)
    lately = [
        item
        for item in reads.find(HandOff, rep_id=rep.id, state=_DELIVERED)
        if (item.closed_day or item.met_day or date.min) > after
    ]
    return reads.find(HandOff, rep_id=rep.id, state=_HAND_OFFS) + lately


def _employed(rep: Rep, as_of: date) -> tuple[date | None, date | None]:
    if not rep.employed:
        return None, None
    start, end = rep.employed[-1]
    return start, end if end is not None and end < as_of else None


def _promise_rows(found: Sequence[Commitment], rep: Rep) -> list[PromiseRow]:
    rows = [
        promises.promise_row(promise, rep)
        for promise in found
        if promise.state is PromiseState.OPEN
    ]
    return sorted(rows, key=promises.mine_first)


def _kept(found: Sequence[Commitment], side: OwnerSide, as_of: date) -> Kept:
    """Statistics §10: promises whose due day lies in the last 91 days."""
    after = as_of - timedelta(days=KEPT_WINDOW_DAYS)
    rate = kept_rate(
        states=[
            promise.state.value
            for promise in found
            if promise.owner_side is side and after < promise.due_day <= as_of
        ]
    )
    return Kept(kept=rate.kept, of=rate.n)


def share_rows(reads: Snapshot, playbook: Playbook, rep_id: UUID) -> list[ShareRow]:
    """What was shared, newest first."""
    found = reads.find(Share, rep_id=rep_id, state=ShareState.GIVEN)
    return [
        ShareRow(
            id=s.id,
            kind=playbook.shares[s.kind].title,
            text=s.text,
            day=s.day,
            prints=s.print,
        )
        for s in sorted(found, key=lambda share: share.day, reverse=True)
    ]


def _past(held: Sequence[CoachingSession], playbook: Playbook) -> list[PastTalk]:
    behaviours: Mapping[object, str] = {
        key: guide.title for key, guide in playbook.behaviours.items()
    }
    return [
        PastTalk(
            session_id=talk.id,
            day=talk.day,
            focus=behaviours.get(talk.focus_behaviour_key, ""),
            summary=talk.summary,
            state=talk.state.value,
        )
        for talk in held
    ]
