"""What the Partners page says in words."""

from datetime import date

from coachdesk.domain.hand_off_rules import BoardColumn
from coachdesk.domain.vocabulary import HandOffState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext, within
from coachdesk.views.dates import due_words, near_day
from coachdesk.views.partners import CLOSED_DAYS, BoardCard, Closed

Words = tuple[str, str]  # what is said, and its colour


def column_title(column: BoardColumn) -> str:
    """The name over a column."""
    return {
        BoardColumn.COMING: _("Coming"),
        BoardColumn.EXPECTATION_SET: _("Expectation set"),
        BoardColumn.WITH_PARTNER: _("With partner"),
        BoardColumn.DELIVERED: _("Delivered"),
    }[column]


def column_words(column: BoardColumn) -> str:
    """The quiet line below it."""
    return {
        BoardColumn.COMING: _("partner knows early"),
        BoardColumn.EXPECTATION_SET: _("customer knows what and when"),
        BoardColumn.WITH_PARTNER: _("partner leads, rep stays close"),
        BoardColumn.DELIVERED: _("ask all three, then close"),
    }[column]


def left_words(card: BoardCard, as_of: date) -> Words:
    """How it stands, at the left of a card's last line."""
    row = card.hand_off
    if row is None:
        return near_day(card.first_day, as_of), "ink2"
    match row.state:
        case HandOffState.DRAFT:
            return _("noted {day}").format(day=near_day(row.created_day, as_of)), "ink2"
        case HandOffState.MISSED:
            return _("missed"), "badText"
        case HandOffState.CLOSED_UNMET:
            return _("not met"), "badText"
        case HandOffState.MET if row.met_day:
            return _("delivered {day}").format(day=near_day(row.met_day, as_of)), "ink2"
        case HandOffState.MET_LATE if row.met_day:
            return _("late, {day}").format(day=near_day(row.met_day, as_of)), "warnText"
    if row.due_day is None:
        return "", "ink2"
    color = {"due_soon": "warnText", "overdue": "badText", "stale": "badText"}
    words = due_words(row.due_day, as_of)
    if row.due_day >= as_of:
        words = _("due {day}").format(day=words)
    return words, color.get(row.ageing, "ink2")


def right_words(card: BoardCard, as_of: date) -> Words:
    """What is to be done or how far it is, at the right of it."""
    row = card.hand_off
    if row is None and card.told_day is not None:
        return _("told {day}").format(day=near_day(card.told_day, as_of)), "goodText"
    if row is None:
        return _("not told yet"), "warnText" if card.is_untold(as_of) else "ink2"
    if row.state is HandOffState.DRAFT:
        color = "warnText" if card.is_stale_draft else "ink2"
        return _("not set yet"), color
    if card.column is BoardColumn.DELIVERED:
        return _("ask all three"), "accent"
    if card.age_days is None or card.span_days is None:
        return "", "ink2"
    return _("day {n} of {of}").format(n=card.age_days, of=card.span_days), "ink2"


def card_sentence(card: BoardCard, as_of: date, n: int, of: int) -> str:
    """“Halden Foods, with partner, 4 days over, card 1 of 2”."""
    parts = (
        card.account,
        within(column_title(card.column)),
        left_words(card, as_of)[0],
        right_words(card, as_of)[0] if card.column is not BoardColumn.WITH_PARTNER else "",
        _("card {n} of {of}").format(n=n, of=of),
    )
    return ", ".join(part for part in parts if part)


def closed_title() -> str:
    """What the lines at the foot of Delivered are about."""
    return _("Closed in the last {n} days").format(n=CLOSED_DAYS)


def closed_words(closed: Closed) -> str:
    """“9 closed, all three won in 6”."""
    words = _("{n} closed, all three won in {k}")
    return words.format(n=closed.count, k=closed.all_won)


def closed_figures(closed: Closed) -> str:
    """The same below the title, where there is little room."""
    return _("{n}, all three won in {k}").format(n=closed.count, k=closed.all_won)


def others_words(closed: Closed) -> str:
    """The way to those in which not all three won."""
    n = len(closed.others)
    return ngettext("See the {n} that did not", "See the {n} that did not", n).format(n=n)
