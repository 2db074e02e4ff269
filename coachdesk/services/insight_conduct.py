"""How the manager leads, and what both sides keep (statistics §7 and §10)."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from gettext import gettext as _
from uuid import UUID

from coachdesk.domain.people import Rep
from coachdesk.domain.promises import Commitment
from coachdesk.domain.statistics import KeptRate, kept_rate, p_ask_most, style, style_shown
from coachdesk.domain.vocabulary import OwnerSide, PromiseState
from coachdesk.store.queries.insights import Given
from coachdesk.views import insight_words as words
from coachdesk.views.insights import Balance, Promises

WINDOW_DAYS = 91


def balance(given: Sequence[Given], rep_id: UUID | None, certainty: float) -> Balance:
    """Requests, shares and requirements to one rep, or to all."""
    kinds = Counter(item.kind for item in given if rep_id in (None, item.rep_id))
    counts = {kind: kinds[kind] for kind in ("ask", "share", "mandate")}
    shown = style_shown(**counts)
    p_ask = p_ask_most(**counts) if shown else None
    return Balance(
        rep_id=rep_id,
        **counts,
        style=style(**counts, certainty=certainty) if shown else None,
        p_ask=p_ask,
        words=words.balance_words(**counts, p_ask=p_ask),
    )


def promises(
    found: Sequence[Commitment], rep: Rep | None, until: date, certainty: float
) -> Promises:
    """What manager and rep (or all reps) kept of what was due, the manager's side first."""
    own = [item for item in found if rep is None or item.rep_id == rep.id]
    mine, mine_overdue = _side(own, OwnerSide.MANAGER, until, certainty)
    reps, reps_overdue = _side(own, OwnerSide.REP, until, certainty)
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
    found: Sequence[Commitment], side: OwnerSide, until: date, certainty: float
) -> tuple[KeptRate, int]:
    own = [item for item in found if item.owner_side is side]
    after = until - timedelta(days=WINDOW_DAYS)
    states = [_state(item, until) for item in own if after < item.due_day <= until]
    overdue = sum(_state(item, until) is PromiseState.OPEN and item.due_day < until for item in own)
    return kept_rate(states=states, certainty=certainty), overdue


def _state(item: Commitment, until: date) -> PromiseState:
    """Its state on that day: what was closed later was open."""
    closed = item.closed_day or item.delivered_day
    return PromiseState.OPEN if closed is not None and closed > until else item.state
