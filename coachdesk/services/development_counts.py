"""What a quarter came to: plans, hand-offs, promises, requests, gains and activities, in words."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain.ask_rules import UNCOUNTED, Thread, in_order
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.evidence import GainStatement
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.opportunities import Activity
from coachdesk.domain.plans import CoachingPlan
from coachdesk.domain.promises import Commitment
from coachdesk.domain.statistics import KeptRate
from coachdesk.domain.vocabulary import (
    CHAIN,
    ActivityKind,
    ActivityOutcome,
    Asker,
    AskState,
    HandOffState,
    MandateState,
    Party,
    Side,
)
from coachdesk.language import gettext as _
from coachdesk.language import ngettext, quoted
from coachdesk.services import insight_conduct, insight_hand_offs
from coachdesk.services.printed_words import ask_words, gain_words, mandate_words, side_words
from coachdesk.services.quarters import Quarter
from coachdesk.store.queries import insights, people
from coachdesk.views.activity_words import kind_title
from coachdesk.views.dates import print_day
from coachdesk.views.insight_words import percent, span
from coachdesk.views.plans import stop_words

_MISSED = (HandOffState.MISSED, HandOffState.MET_LATE, HandOffState.CLOSED_UNMET)


def plans_told(found: Quarter) -> tuple[str, ...]:
    """Coaching plans that stopped in the quarter, with the reason."""
    stopped = sorted(
        (
            plan.stopped_day,
            _("Coaching plan on {behaviour}: {how} {day}").format(
                behaviour=found.playbook.behaviours[plan.behaviour_key].title,
                how=stop_words(plan.stop_reason),
                day=print_day(plan.stopped_day),
            )
            + (f" – {plan.stop_note}" if plan.stop_note else ""),
        )
        for plan in found.reads.find(CoachingPlan, rep_id=found.rep.id)
        if plan.stopped_day and plan.stop_reason and found.holds(plan.stopped_day)
    )
    return tuple(words for _day, words in stopped)


def hand_offs_told(found: Quarter) -> tuple[str, ...]:
    """How many were set, met, met late and missed, and how far the needs of the quarter came."""
    agreed = sum(found.holds(item.set_day) for item in found.hand_offs)
    met = Counter(item.state for item in found.hand_offs if found.holds(item.met_day))
    missed = Counter(
        item.cause_code
        for item in found.hand_offs
        if item.state in _MISSED and item.cause_code is not None and found.holds(item.due_day)
    )
    needs = [item for item in found.hand_offs if found.holds(item.created_day)]
    if not (agreed or met or missed or needs):
        return ()
    lines = [
        _("{set} set, {met} met, {late} met late").format(
            set=agreed, met=met[HandOffState.MET], late=met[HandOffState.MET_LATE]
        )
    ]
    causes = [
        f"{guide.title} {missed[cause]}"
        for cause, guide in found.playbook.causes.items()
        if missed[cause]
    ]
    if causes:
        lines.append(
            _("{n} missed, by cause: {causes}").format(n=missed.total(), causes=", ".join(causes))
        )
    if needs:
        lines.append(_chain_words(found, needs))
    return tuple(lines)


def _chain_words(found: Quarter, needs: Sequence[HandOff]) -> str:
    before = found.first - timedelta(days=1)
    gains = insights.gains(found.reads, after=before, until=found.last)
    chain = insight_hand_offs.needs(needs, gains, found.playbook, found.last)
    steps = zip(CHAIN, chain.reached, strict=True)
    return _("Needs of the quarter that reached each step: {steps}").format(
        steps=", ".join(f"{found.playbook.behaviours[key].short_title} {n}" for key, n in steps)
    )


def promises_told(found: Quarter) -> tuple[str, ...]:
    """What both sides kept of what was due in the quarter, the manager's first."""
    known = found.reads.find(Commitment, rep_id=found.rep.id)
    both = insight_conduct.promises(
        [item for item in known if item.agreed_day <= found.last],
        found.rep,
        found.last,
        found.space.settings.certainty,
        days=(found.last - found.first).days + 1,
    )
    sides = (
        (found.space.manager_name, both.mine, both.mine_overdue),
        (found.rep.name, both.reps, both.reps_overdue),
    )
    if not any(rate.n or overdue for _name, rate, overdue in sides):
        return ()
    return tuple(_kept(name, rate, overdue) for name, rate, overdue in sides)


def _kept(name: str, rate: KeptRate, overdue: int) -> str:
    words = _(
        "{name}: {k} of {n} kept on time ({late} late, {broken} missed, {overdue} overdue)"
    ).format(name=name, k=rate.kept, n=rate.n, late=rate.late, broken=rate.broken, overdue=overdue)
    if not rate.shown or rate.rate is None or rate.jeffreys is None:
        return words
    return _("{words}: {rate}\u00a0%, range {range}").format(
        words=words, rate=percent(rate.rate), range=span(*rate.jeffreys)
    )


def requests_told(found: Quarter) -> tuple[str, ...]:
    """One line for each subject the manager asked about, or closed, in the quarter."""
    asked = found.reads.find(AskThread, rep_id=found.rep.id, party=Party.REP, asker=Asker.MANAGER)
    ids = frozenset(thread.id for thread in asked)
    asks = found.reads.find(Ask, thread_id=ids)
    mandates = found.reads.find(Mandate, thread_id=ids)
    lines = []
    for thread in asked:
        whole = in_order(
            [ask for ask in asks if ask.thread_id == thread.id],
            [mandate for mandate in mandates if mandate.thread_id == thread.id],
        )
        words = _outcome(found, whole)
        if words:
            day = min(step.day for step in whole.steps)
            lines.append((day, str(thread.id), f"{thread.subject}: {words}"))
    return tuple(words for _day, _id, words in sorted(lines))


def _outcome(found: Quarter, whole: Thread) -> str:
    """How many requests there were by the end of the quarter, and what came of the last step."""
    asks = [a for a in whole.asks if a.state not in UNCOUNTED and a.day <= found.last]
    required = [mandate for mandate in whole.mandates if mandate.day <= found.last]
    steps: list[Ask | Mandate] = [*asks, *required]
    if not any(found.holds(step.day) or found.holds(step.closed_day) for step in steps):
        return ""
    n = len(asks)
    parts = [ngettext("{n} request", "{n} requests", n).format(n=n)] if n else []
    last = max(steps, key=lambda step: (step.day, isinstance(step, Mandate)))
    closed = last.closed_day is not None and last.closed_day <= found.last
    if isinstance(last, Ask):
        parts.append(ask_words(last.state if closed else AskState.OPEN))
    else:
        state = mandate_words(last.state if closed else MandateState.OPEN)
        parts.append(_("Requirement: {state}").format(state=state))
    return ", ".join(parts)


def gains_told(found: Quarter) -> tuple[str, ...]:
    """How customer, rep and partner came out of what was finished or seen, the newest first."""
    names = people.account_names(found.reads)
    of: dict[UUID, tuple[date, str]] = {
        item.id: (day, names.get(item.account_id, ""))
        for item in found.hand_offs
        if (day := item.met_day or item.closed_day) is not None and found.holds(day)
    }
    of |= {event.observation_id: (event.day, event.account) for event in found.events}
    gains: dict[UUID, list[GainStatement]] = {}
    ids = frozenset(of)
    for gain in (
        *found.reads.find(GainStatement, hand_off_id=ids),
        *found.reads.find(GainStatement, observation_id=ids),
    ):
        gains.setdefault(gain.hand_off_id or gain.observation_id or gain.id, []).append(gain)
    newest = sorted(gains, key=lambda id: (of[id], str(id)), reverse=True)
    return tuple(_gain_line(print_day(of[id][0]), of[id][1], gains[id]) for id in newest)


def _gain_line(day: str, account: str, gains: Sequence[GainStatement]) -> str:
    """All three outcomes before the words: what is cut is never who gained."""
    of = {gain.side: gain for gain in gains}
    own = [of[side] for side in Side if side in of]
    where = f"{day}, {account}" if account else day
    how = ", ".join(f"{side_words(gain.side)} {gain_words(gain.outcome)}" for gain in own)
    said = " ".join(quoted(gain.words) for gain in own if gain.words)
    return f"{where}: {how}" + (f" – {said}" if said else "")


def activities_told(found: Quarter) -> tuple[str, ...]:
    """How many of each kind of activity have a result noted, and how many have none."""
    done = [a for a in found.reads.find(Activity, rep_id=found.rep.id) if found.holds(a.day)]
    lines = []
    for kind in ActivityKind:
        own = [item for item in done if item.kind is kind]
        without = sum(item.outcome is ActivityOutcome.NONE_RECORDED for item in own)
        if own:
            lines.append(
                _("{kind}: {n} with a result, {without} without").format(
                    kind=kind_title(kind), n=len(own) - without, without=without
                )
            )
    return tuple(lines)
