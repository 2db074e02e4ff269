"""Activities next to the customer's own stage, and how opportunities end (statistics §12)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from statistics import median
from uuid import UUID

from coachdesk.domain.opportunities import Activity, Opportunity
from coachdesk.domain.opportunity_rules import DECIDED
from coachdesk.domain.people import Account
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.statistics import activity_table, wilson
from coachdesk.domain.statistics.activities import MIN_WITH_OUTCOME
from coachdesk.domain.vocabulary import OpportunityResult, SelectionStage
from coachdesk.views import deal_words as words
from coachdesk.views.insights import Decided, StageFigure

LEAST_DECIDED = MIN_WITH_OUTCOME
NO_STAGE = ""


def stage_of(
    done: Activity,
    opportunities: Mapping[UUID, Opportunity],
    accounts: Mapping[UUID, Account],
) -> SelectionStage | None:
    """Where the customer stands: the opportunity's stage, else the customer's own."""
    own = None if done.opportunity_id is None else opportunities.get(done.opportunity_id)
    if own is not None and own.selection_stage is not None:
        return own.selection_stage
    account = accounts.get(done.account_id)
    return None if account is None else account.selection_stage


def stages(
    found: Sequence[Activity],
    opportunities: Mapping[UUID, Opportunity],
    accounts: Mapping[UUID, Account],
    playbook: Playbook,
    certainty: float,
) -> list[StageFigure]:
    """One figure a stage with activity, in the customer's order; those without a stage last."""
    rows = [
        {"kind": stage_of(item, opportunities, accounts) or NO_STAGE, "outcome": item.outcome.value}
        for item in found
    ]
    table = activity_table(rows=rows, certainty=certainty)
    titles = {stage.value: guide.title for stage, guide in playbook.stages.items()}
    titles[NO_STAGE] = words.no_stage()
    return [
        StageFigure(
            stage=stage,
            title=title,
            row=table[stage],
            words=words.stage_words(title, table[stage]),
        )
        for stage, title in titles.items()
        if stage in table
    ]


def decided(found: Sequence[Opportunity], *, after: date, until: date, certainty: float) -> Decided:
    """How the opportunities that ended in these days ended, and how long they took."""
    ended = [
        item
        for item in found
        if item.result in DECIDED
        and item.closed_day is not None
        and after < item.closed_day <= until
    ]
    counts = Counter(item.result for item in ended)
    days = [(item.closed_day - item.opened_day).days for item in ended if item.closed_day]
    n, won = len(ended), counts[OpportunityResult.WON]
    is_shown = n >= LEAST_DECIDED
    middle = median(days) if is_shown else None
    bounds = wilson(x=won, n=n, certainty=certainty) if is_shown else None
    still_open = sum(is_open(item, until) for item in found)
    return Decided(
        won=won,
        lost=counts[OpportunityResult.LOST],
        no_decision=counts[OpportunityResult.NO_DECISION],
        still_open=still_open,
        rate=won / n if is_shown else None,
        lo=bounds[0] if bounds else None,
        hi=bounds[1] if bounds else None,
        median_days=middle,
        words=words.decided_words(
            counts, still_open=still_open, bounds=bounds, median_days=middle, least=LEAST_DECIDED
        ),
    )


def is_open(item: Opportunity, until: date) -> bool:
    """Whether it was open on that day: what was closed later was."""
    return item.opened_day <= until and (item.closed_day is None or item.closed_day > until)
