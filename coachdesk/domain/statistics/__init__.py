"""Every figure the program shows, as small pure functions of counts, ratings and days.

One idea per module. A figure says None or "not enough" where the data do not carry it; how it is
worded and from when it is shown is the caller's. Nothing here ranks people.
"""

from coachdesk.domain.promises import commitment_state
from coachdesk.domain.statistics.activities import ActivityRow, Difference, activity_table, newcombe
from coachdesk.domain.statistics.before_after import Permutation, permutation, permutation_random
from coachdesk.domain.statistics.chain_conversion import Conversion, conversion
from coachdesk.domain.statistics.change_signal import Cusum, cusum
from coachdesk.domain.statistics.focus_ordering import FocusGroups, eb, focus_groups
from coachdesk.domain.statistics.kept_promises import KeptRate, kept_rate
from coachdesk.domain.statistics.levels import fewest_further, finding, label
from coachdesk.domain.statistics.misses import Causes, ageing, causes
from coachdesk.domain.statistics.shares import jeffreys, wilson
from coachdesk.domain.statistics.smoothing import ewma
from coachdesk.domain.statistics.style_balance import Style, p_ask_most, style, style_shown
from coachdesk.domain.statistics.survival import Survival, km, km_input, km_met_by
from coachdesk.domain.statistics.trend import p_rise, trend_finding, trend_label
from coachdesk.domain.statistics.weakest_link import break_point, p_weakest

__all__ = [
    "ActivityRow",
    "Causes",
    "Conversion",
    "Cusum",
    "Difference",
    "FocusGroups",
    "KeptRate",
    "Permutation",
    "Style",
    "Survival",
    "activity_table",
    "ageing",
    "break_point",
    "causes",
    "commitment_state",
    "conversion",
    "cusum",
    "eb",
    "ewma",
    "fewest_further",
    "finding",
    "focus_groups",
    "jeffreys",
    "kept_rate",
    "km",
    "km_input",
    "km_met_by",
    "label",
    "newcombe",
    "p_ask_most",
    "p_rise",
    "p_weakest",
    "permutation",
    "permutation_random",
    "style",
    "style_shown",
    "trend_finding",
    "trend_label",
    "wilson",
]
