"""Requests and the balance with a rep, as a brief says them."""

from datetime import date

from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import due_words
from coachdesk.views.rep import HelpState
from coachdesk.views.requests import BriefBalance, BriefRequest, NextStep


def request_words(asked: BriefRequest, name: str, as_of: date) -> str:
    """“You ask: … (by Friday, asked 2 times)”, with the step that is permitted next."""
    whose = _("You require") if asked.requirement else _("You ask")
    if asked.is_reps:
        whose = _("{name} asks {who}").format(name=name, who=asked.to)
    return _("{who}: {text} ({when})").format(
        who=whose, text=asked.text or asked.subject, when=_stands(asked, as_of)
    )


def _stands(asked: BriefRequest, as_of: date) -> str:
    """The state in words, with the step that is permitted next."""
    if asked.next is NextStep.COMPLETE:
        return _("unfinished: how, by when, what help?")
    if asked.next is NextStep.VOID:
        return _("your help did not come: decide first")
    if asked.next is NextStep.REQUIRE:
        return _("not met: ask again or require")
    if asked.next is NextStep.ASK_AGAIN:
        return _("void: ask again")
    words = [due_words(asked.due_day, as_of)] if asked.due_day is not None else []
    if words and asked.due_day is not None and asked.due_day >= as_of:
        words = [_("by {day}").format(day=words[0])]
    if asked.requests > 1:
        words.append(_("asked {n} times").format(n=asked.requests))
    if asked.help is HelpState.DUE:
        words.append(_("your help is due"))
    return ", ".join(words)


def balance_words(counts: BriefBalance) -> str:
    """“13 weeks: 3 requests, 4 shares, 0 requirements”."""
    parts = (
        ngettext("{n} request", "{n} requests", counts.ask).format(n=counts.ask),
        ngettext("{n} share", "{n} shares", counts.share).format(n=counts.share),
        ngettext("{n} requirement", "{n} requirements", counts.mandate).format(n=counts.mandate),
    )
    return _("13 weeks: {counts}").format(counts=", ".join(parts))
