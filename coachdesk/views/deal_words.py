"""The sentences on opportunities and on activities at the stages of the customer's decision."""

from collections.abc import Mapping, Sequence

from coachdesk.domain.statistics import ActivityRow
from coachdesk.domain.vocabulary import OpportunityResult
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.insight_words import percent, span

LEAST = 8


def result_title(result: OpportunityResult) -> str:
    """How an opportunity stands or ended."""
    return {
        OpportunityResult.OPEN: _("open"),
        OpportunityResult.WON: _("won"),
        OpportunityResult.LOST: _("lost"),
        OpportunityResult.NO_DECISION: _("no decision"),
        OpportunityResult.RELEASED: _("let go"),
    }[result]


def no_stage() -> str:
    """What stands for a customer whose stage is not noted."""
    return _("No stage noted")


def stage_words(title: str, row: ActivityRow) -> str:
    """What activities at one stage led to (§12)."""
    without = row.count - row.with_outcome
    said = _("{stage}: {a} of {m} moved the decision forward; {k} have no recorded result.")
    said = said.format(stage=title, a=row.advanced, m=row.with_outcome, k=without)
    if row.rate is None or row.wilson is None:
        more = ngettext(
            "A share needs {n} more with a result.",
            "A share needs {n} more with a result.",
            LEAST - row.with_outcome,
        ).format(n=LEAST - row.with_outcome)
        return f"{said} {more}"
    share = _("{rate} %, range {range}.").format(rate=percent(row.rate), range=span(*row.wilson))
    return f"{said} {share}"


def decided_words(
    counts: Mapping[OpportunityResult, int],
    *,
    still_open: int,
    bounds: Sequence[float] | None,
    median_days: float | None,
    least: int,
) -> str:
    """How opportunities ended and how long they took, or what is missing to say so."""
    won, lost = counts.get(OpportunityResult.WON, 0), counts.get(OpportunityResult.LOST, 0)
    undecided = counts.get(OpportunityResult.NO_DECISION, 0)
    n = won + lost + undecided
    said = _(
        "Opportunities in a year: {won} won, {lost} lost, {none} without a decision, {open} open."
    )
    said = said.format(won=won, lost=lost, none=undecided, open=still_open)
    if bounds is None or median_days is None:
        more = ngettext(
            "Share won –, days to a decision –: needs {n} more decided.",
            "Share won –, days to a decision –: needs {n} more decided.",
            least - n,
        ).format(n=least - n)
        return f"{said} {more}"
    more = _(
        "Won {rate} % of {n} decided (range {range}); half were decided within {days} days."
    ).format(rate=percent(won / n), n=n, range=span(*bounds), days=f"{median_days:g}")
    return f"{said} {more}"
