"""The ranges within which the thresholds of the rules can be set."""

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _

CODE = "threshold"
RANGES: dict[str, tuple[float, float]] = {
    "target_share": (0.50, 0.95),
    "certainty": (0.80, 0.99),
    "min_events": (4, 30),
    "min_accounts": (1, 10),
    "min_weeks": (1, 12),
    "level_window_days": (28, 730),
    "trend_window_days": (28, 365),
    "due_soon_days": (0, 30),
    "stale_days": (1, 180),
    "comment_min_chars": (1, 200),
}
_SHARES = frozenset({"target_share", "certainty"})


def refuse_outside(name: str, value: float) -> None:
    """Refuse a threshold outside its range, and say the range."""
    least, most = RANGES[name]
    is_share = name in _SHARES
    fits = isinstance(value, int | float) and not isinstance(value, bool)
    if fits and least <= value <= most and (is_share or isinstance(value, int)):
        return
    words = _("{name} lies between {least} and {most} %.") if is_share else _whole()
    by = 100 if is_share else 1
    raise InputError(
        words.format(name=threshold_words(name), least=round(least * by), most=round(most * by)),
        _("Nothing was changed."),
        code=CODE,
    )


def _whole() -> str:
    return _("{name} is a whole number between {least} and {most}.")


def threshold_words(name: str) -> str:
    """The threshold as a sentence begins with it."""
    return {
        "target_share": _("The target"),
        "certainty": _("The certainty of a range"),
        "min_events": _("The least number of events"),
        "min_accounts": _("The least number of customers"),
        "min_weeks": _("The least number of weeks"),
        "level_window_days": _("The window of a share, in days,"),
        "trend_window_days": _("The window of a trend, in days,"),
        "due_soon_days": _("“Due soon”, in days,"),
        "stale_days": _("“Getting old”, in days,"),
        "comment_min_chars": _("The least number of characters of a comment"),
    }[name]
