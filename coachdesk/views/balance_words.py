"""What is said of the balance of asking, sharing and requiring (statistics §7).

How the manager usually leads is for the manager's eyes: none of this is on a rep's page in print.
"""

from collections.abc import Sequence

from coachdesk.domain.day_names import short_day
from coachdesk.domain.numbers import decimal
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.balance import Balance, BalanceWindow

USUAL, NOT_CLEARLY = 0.90, 0.50


def balance_words(ask: int, share: int, mandate: int, p_ask: float | None) -> str:
    """How the manager leads, in counts and where a rule holds one sentence more."""
    counts = _("In 13 weeks: {asks}, {shares}, {mandates}.").format(**_counted(ask, share, mandate))
    if p_ask is not None and p_ask >= USUAL:
        more = _("Asking is your usual way (probability {p}).").format(p=decimal(p_ask, 2))
    elif p_ask is not None and p_ask < NOT_CLEARLY:
        more = _("Asking is not clearly your usual way.")
    else:
        return counts
    return f"{counts} {more}"


def quiet_words(balance: Balance) -> str:
    """The counts for a small line: "13 weeks: 5 requests, 3 shares, 1 requirement"."""
    return _("13 weeks: {asks}, {shares}, {mandates}").format(
        **_counted(balance.ask, balance.share, balance.mandate)
    )


def usual_words(balance: Balance) -> str:
    """Whether asking is the manager's usual way with a rep; "" where no rule holds."""
    if balance.p_ask is None or NOT_CLEARLY <= balance.p_ask < USUAL:
        return ""
    if balance.p_ask >= USUAL:
        return _("Asking is your usual way")
    return _("Asking is not clearly your usual way")


def ratio(window: Balance | BalanceWindow) -> str:
    """Requests, shares and requirements as 9 : 5 : 0."""
    return f"{window.ask} : {window.share} : {window.mandate}"


def year_words(history: Sequence[BalanceWindow]) -> str:
    """The quarters of a year in one line, the newest first; "" where nothing was given."""
    if not history:
        return ""
    return _("Over a year, newest first: {ratios}").format(
        ratios=", ".join(ratio(window).replace(" ", "") for window in history)
    )


def window_words(window: BalanceWindow) -> str:
    """A quarter by its last day: "to 10 Mar"."""
    return _("to {day}").format(day=short_day(window.last_day))


def window_said(window: BalanceWindow) -> str:
    """A quarter with its counts, for whoever hears it."""
    return _("13 weeks to {day}: {asks}, {shares}, {mandates}").format(
        day=short_day(window.last_day), **_counted(window.ask, window.share, window.mandate)
    )


def nothing_words() -> str:
    """Said where there is nothing to count."""
    return _("Nothing was noted in a year.")


def kind_word(kind: str) -> str:
    """What one request ("ask"), share or requirement ("mandate") is called."""
    return {"ask": _("Request"), "share": _("Share"), "mandate": _("Requirement")}[kind]


def nudge_words() -> str:
    """What is said once, when a third requirement was just set."""
    return _(
        "That was the third requirement in a row. Asking is the default: what could you ask for "
        "next?"
    )


def row_words(in_a_row: int) -> str:
    """What the card says while three requirements or more stand in a row; else ""."""
    if in_a_row < 3:
        return ""
    return _(
        "The last {n} were requirements. Asking is the default: what could you ask for next?"
    ).format(n=in_a_row)


def _counted(ask: int, share: int, mandate: int) -> dict[str, str]:
    return {
        "asks": ngettext("{n} request", "{n} requests", ask).format(n=ask),
        "shares": ngettext("{n} share", "{n} shares", share).format(n=share),
        "mandates": ngettext("{n} requirement", "{n} requirements", mandate).format(n=mandate),
    }
