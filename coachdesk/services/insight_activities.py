"""What activities led to, and whether preparing goes with it (statistics §12)."""

from collections.abc import Sequence

from coachdesk.domain.opportunities import Activity
from coachdesk.domain.statistics import activity_table, newcombe
from coachdesk.domain.statistics.activities import MIN_WITH_OUTCOME
from coachdesk.domain.vocabulary import ActivityKind, ActivityOutcome
from coachdesk.views import insight_words as words
from coachdesk.views.activity_words import kind_title
from coachdesk.views.insights import ActivityFigure, Prepared


def activities(found: Sequence[Activity], certainty: float) -> list[ActivityFigure]:
    """One figure a kind of activity that occurred, in the vocabulary's order."""
    table = activity_table(
        rows=[{"kind": item.kind.value, "outcome": item.outcome.value} for item in found],
        certainty=certainty,
    )
    return [
        ActivityFigure(
            kind=kind.value,
            title=kind_title(kind),
            row=table[kind.value],
            words=words.activity_words(kind_title(kind), table[kind.value]),
        )
        for kind in ActivityKind
        if kind.value in table
    ]


def prepared(found: Sequence[Activity], certainty: float) -> Prepared:
    """Prepared against unprepared activities with a recorded result."""
    known = [item for item in found if item.outcome is not ActivityOutcome.NONE_RECORDED]
    counts = {}
    for is_prepared in (True, False):
        own = [item.outcome for item in known if item.prepared is is_prepared]
        counts[is_prepared] = (sum(o is ActivityOutcome.ADVANCED for o in own), len(own))
    (a1, m1), (a2, m2) = counts[True], counts[False]
    is_shown = min(m1, m2) >= MIN_WITH_OUTCOME
    difference = newcombe(a1=a1, m1=m1, a2=a2, m2=m2, certainty=certainty) if is_shown else None
    return Prepared(
        a1=a1,
        m1=m1,
        a2=a2,
        m2=m2,
        difference=difference,
        words=words.prepared_words(a1, m1, a2, m2, difference),
    )
