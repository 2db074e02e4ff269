"""States in the words of the printed page."""

from datetime import date

from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import Settings
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import AskState, Gain, MandateState, PromiseState, Side
from coachdesk.language import gettext as _
from coachdesk.language import ngettext


def promise_words(state: PromiseState, promise: Commitment, day: date) -> str:
    """The state of a promise on that day: open, overdue, kept, kept late, missed …"""
    if state is PromiseState.OPEN:
        return _("overdue") if promise.due_day < day else _("open")
    words = {
        PromiseState.KEPT: _("kept"),
        PromiseState.KEPT_LATE: _("kept late"),
        PromiseState.BROKEN: _("missed"),
        PromiseState.WITHDRAWN: _("withdrawn"),
        PromiseState.VOID: _("void"),
    }
    return words[state]


def ask_words(state: AskState) -> str:
    """The state of a request."""
    words = {
        AskState.DRAFT: _("not agreed yet"),
        AskState.OPEN: _("open"),
        AskState.MET: _("met"),
        AskState.MET_LATE: _("met late"),
        AskState.UNMET: _("not met"),
        AskState.VOID: _("void"),
        AskState.WITHDRAWN: _("withdrawn"),
    }
    return words[state]


def mandate_words(state: MandateState) -> str:
    """The state of a requirement."""
    words = {
        MandateState.OPEN: _("open"),
        MandateState.MET: _("met"),
        MandateState.MET_LATE: _("met late"),
        MandateState.UNMET: _("not met"),
        MandateState.WITHDRAWN: _("withdrawn"),
    }
    return words[state]


def gain_words(outcome: Gain) -> str:
    """How one side came out of it."""
    words = {
        Gain.WON: _("won"),
        Gain.NEUTRAL: _("neutral"),
        Gain.LOST: _("lost"),
        Gain.UNKNOWN: _("unknown"),
    }
    return words[outcome]


def side_words(side: Side) -> str:
    """Customer, rep or partner."""
    words = {Side.CUSTOMER: _("customer"), Side.REP: _("rep"), Side.PARTNER: _("partner")}
    return words[side]


def ageing_words(item: HandOff, day: date, settings: Settings) -> str:
    """How a waiting hand-off stands on that day."""
    if item.due_day is None:
        return ""
    left = (item.due_day - day).days
    if left < 0:
        return ngettext("{n} day over", "{n} days over", -left).format(n=-left)
    if left == 0:
        return _("due today")
    if left <= settings.due_soon_days:
        return ngettext("due in {n} day", "due in {n} days", left).format(n=left)
    return _("on track")
