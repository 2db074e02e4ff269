"""A label beside its figure: the word, and its reason in a few words (rules §9)."""

from datetime import date, timedelta

from coachdesk.domain.day_names import short_day
from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.vocabulary import Finding, Label
from coachdesk.language import gettext as _
from coachdesk.views.insight_words import percent
from coachdesk.views.insights import Cell


def label_word(snapshot: LabelSnapshot | None) -> str:
    """“Strength”, “Focus”, else “Not enough evidence”."""
    label = Label.NOT_ENOUGH if snapshot is None else snapshot.label
    return {
        Label.STRENGTH: _("Strength"),
        Label.FOCUS: _("Focus"),
        Label.NOT_ENOUGH: _("Not enough evidence"),
    }[label]


def label_reason(cell: Cell, snapshot: LabelSnapshot | None, as_of: date) -> str:
    """Why the label is what it is; without one, what is missing as of today, else when it can come.

    What is missing today goes before what was missing on the first of the month.
    """
    if snapshot is not None and snapshot.label is not Label.NOT_ENOUGH:
        words = _("two months above {target}\u00a0%")
        if snapshot.label is Label.FOCUS:
            words = _("two months below {target}\u00a0%")
        return words.format(target=percent(snapshot.settings.target_share))
    if missing := cell.missing:
        return _("needs {missing}").format(missing=missing)
    if snapshot is None or snapshot.finding is Finding.NOT_ENOUGH:
        return _("enough now, next looked at on {day}").format(day=short_day(_next_first(as_of)))
    if snapshot.finding is Finding.UNCLEAR:
        target = percent(snapshot.settings.target_share)
        return _("range includes the target {target}\u00a0%").format(target=target)
    return _("seen once, needs to hold next month")


def printed_label(label: Label, trend: str) -> str:
    """What the rep reads: “Strength”, “Focus, rising”, “not enough evidence”."""
    words = {Label.STRENGTH: _("Strength"), Label.FOCUS: _("Focus")}.get(label, "")
    moved = {"rising": _("rising"), "falling": _("falling")}.get(trend, "")
    return ", ".join(part for part in (words, moved) if part) or _("not enough evidence")


def _next_first(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
