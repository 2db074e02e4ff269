"""What becomes of customer needs: the chain they go along, how long it takes, why it fails."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain.hand_off_rules import chain_stage
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Settings
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.statistics import ageing, causes, conversion, km, km_input, km_met_by
from coachdesk.domain.statistics.survival import MIN_HAND_OFFS, MIN_MET
from coachdesk.domain.vocabulary import CHAIN, Cause, Gain, HandOffState, Side
from coachdesk.views import insight_words as words
from coachdesk.views.insights import ChainOfNeeds, HandOffSeen, Misses, Step, Waiting

SETTLED_DAYS = 60
MET_BY = (7, 14, 30)
_ENDED = (HandOffState.CLOSED_UNMET, HandOffState.WITHDRAWN)
_MET = (HandOffState.MET, HandOffState.MET_LATE)
_AGES = ("on_track", "due_soon", "overdue", "stale")
Gains = Mapping[UUID, Mapping[Side, Gain]]


def as_of(found: HandOff, until: date) -> HandOff:
    """The hand-off as it stood on that day: what happened later is left out."""
    ended = found.met_day if found.state in _MET else found.closed_day
    if found.state in (*_MET, *_ENDED) and ended is not None and ended > until:
        found = replace(found, state=HandOffState.SET, met_day=None, closed_day=None)
    if found.set_day is not None and found.set_day > until:
        found = replace(found, state=HandOffState.DRAFT, set_day=None)
    return found


def needs(found: Sequence[HandOff], gains: Gains, playbook: Playbook, until: date) -> ChainOfNeeds:
    """How far needs came along the chain (§9)."""
    stages = [
        (chain_stage(item, gains.get(item.id, {})), is_settled(item, until)) for item in found
    ]
    figures = conversion(
        handoffs=[{"stage": stage, "settled": int(settled)} for stage, settled in stages]
    )
    titles = [playbook.behaviours[key].short_title for key in CHAIN]
    steps = tuple(
        Step(
            at=CHAIN[k],
            to=CHAIN[k + 1],
            figure=figure,
            words=words.step_words(figure, titles[k], titles[k + 1]),
        )
        for k, figure in enumerate(figures)
    )
    ranks = range(1, len(CHAIN) + 1)
    changed = sum(
        item.state is HandOffState.WITHDRAWN and item.cause_code is Cause.CUSTOMER_CHANGE
        for item in found
    )
    stopped = tuple(sum(s == k and settled for s, settled in stages) for k in ranks)
    return ChainOfNeeds(
        reached=tuple(sum(stage >= k for stage, _settled in stages) for k in ranks),
        open_at=tuple(sum(s == k and not settled for s, settled in stages) for k in ranks),
        stopped_at=stopped,
        customer_changed=changed,
        steps=steps,
        words=words.most_stop_words(stopped[:-1], titles),
    )


def seen(
    found: Sequence[HandOff],
    gains: Gains,
    until: date,
    *,
    reps: Mapping[UUID, str],
    accounts: Mapping[UUID, str],
    teams: Mapping[UUID, str],
) -> list[HandOffSeen]:
    """The hand-offs behind the figures, the newest need first."""
    newest = sorted(found, key=lambda item: item.created_day, reverse=True)
    return [
        HandOffSeen(
            rep=reps[item.rep_id],
            account=accounts.get(item.account_id, ""),
            team=teams.get(item.team_id, ""),
            need=item.need,
            stage=chain_stage(item, gains.get(item.id, {})),
            is_settled=is_settled(item, until),
            days=None if item.set_day is None else (_end(item, until) - item.set_day).days,
            is_met=item.state in _MET,
        )
        for item in newest
    ]


def _end(item: HandOff, until: date) -> date:
    ended = item.met_day if item.state in _MET else None
    if item.state is HandOffState.WITHDRAWN:
        ended = item.closed_day
    return ended or until


def is_settled(item: HandOff, until: date) -> bool:
    """Nothing more is expected: closed, or its last step is more than sixty days ago."""
    if item.state in _ENDED:
        return True
    steps = (item.created_day, item.value_day, item.set_day, item.accepted_on, item.met_day)
    last = max(day for day in steps if day is not None)
    return (until - last).days > SETTLED_DAYS


def waiting(
    found: Sequence[HandOff], team_id: UUID | None, team: str, until: date, certainty: float
) -> Waiting:
    """How long one partner team, or all, take until an expectation is met (§11)."""
    own = [
        item
        for item in found
        if item.set_day is not None and item.set_day <= until and team_id in (None, item.team_id)
    ]
    pairs = [
        km_input(
            state=item.state.value,
            set_day=item.set_day,
            met_day=item.met_day,
            closed_day=item.closed_day,
            today=until,
        )
        for item in own
        if item.set_day is not None
    ]
    days, met = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    is_shown = len(days) >= MIN_HAND_OFFS and sum(met) >= MIN_MET
    curve = km(days=days, met=met, certainty=certainty) if is_shown else None
    shares = km_met_by(days=days, met=met, at=MET_BY) if is_shown else []
    still_open = sum(item.state in (HandOffState.SET, HandOffState.MISSED) for item in own)
    return Waiting(
        team_id=team_id,
        team=team,
        n=len(days),
        met=sum(met),
        still_open=still_open,
        curve=curve,
        met_by=tuple(
            (day, share) for day, share in zip(MET_BY, shares, strict=False) if share is not None
        ),
        words=words.waiting_words(curve, n=len(days), met=sum(met), still_open=still_open),
    )


def misses(found: Sequence[HandOff], settings: Settings, until: date) -> Misses:
    """Why expectations were missed, and how old open ones are (§13)."""
    missed = [
        item.cause_code.value
        for item in found
        if item.state in (HandOffState.MISSED, HandOffState.MET_LATE, HandOffState.CLOSED_UNMET)
        and item.cause_code is not None
    ]
    counted = causes(causes=missed)
    open_ones = [
        item for item in found if item.state is HandOffState.SET and item.due_day is not None
    ]
    ages = Counter(
        ageing(
            state=item.state.value,
            due_in_days=(item.due_day - until).days,
            due_soon_days=settings.due_soon_days,
            stale_days=settings.stale_days,
        )
        for item in open_ones
        if item.due_day is not None
    )
    oldest = max(((until - item.set_day).days for item in open_ones if item.set_day), default=None)
    return Misses(
        causes=counted,
        n=len(missed),
        ages=tuple((age, ages[age]) for age in _AGES),
        oldest_days=oldest,
        words=words.misses_words(counted, len(missed)),
    )


def since(until: date) -> date:
    """Needs, activities and misses are counted over a year."""
    return until - timedelta(days=365)
