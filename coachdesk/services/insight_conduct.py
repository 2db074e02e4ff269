"""What both sides keep of what they promised (statistics §10)."""

from collections.abc import Sequence
from datetime import date, timedelta

from coachdesk.domain.people import Rep
from coachdesk.domain.promises import Commitment
from coachdesk.domain.statistics import KeptRate, kept_rate
from coachdesk.domain.vocabulary import OwnerSide, PromiseState
from coachdesk.language import gettext as _
from coachdesk.views import insight_words as words
from coachdesk.views.insights import Promises

WINDOW_DAYS = 91


def promises(
    found: Sequence[Commitment],
    rep: Rep | None,
    until: date,
    certainty: float,
    *,
    days: int = WINDOW_DAYS,
) -> Promises:
    """What manager and rep (or all reps) kept of what was due, the manager's side first."""
    own = [item for item in found if rep is None or item.rep_id == rep.id]
    after = until - timedelta(days=days)
    mine, mine_overdue = _side(own, OwnerSide.MANAGER, after, until, certainty)
    reps, reps_overdue = _side(own, OwnerSide.REP, after, until, certainty)
    return Promises(
        rep_id=None if rep is None else rep.id,
        mine=mine,
        mine_overdue=mine_overdue,
        reps=reps,
        reps_overdue=reps_overdue,
        words=words.promises_words(
            mine, mine_overdue, reps, reps_overdue, _("Reps") if rep is None else rep.first_name
        ),
    )


def _side(
    found: Sequence[Commitment], side: OwnerSide, after: date, until: date, certainty: float
) -> tuple[KeptRate, int]:
    own = [item for item in found if item.owner_side is side]
    states = [_state(item, until) for item in own if after < item.due_day <= until]
    overdue = sum(_state(item, until) is PromiseState.OPEN and item.due_day < until for item in own)
    return kept_rate(states=states, certainty=certainty), overdue


def _state(item: Commitment, until: date) -> PromiseState:
    """Its state on that day: what was closed later was open."""
    closed = item.closed_day or item.delivered_day
    return PromiseState.OPEN if closed is not None and closed > until else item.state
