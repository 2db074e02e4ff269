"""`coachdesk brief`: what to know before the next one-on-one; nothing private."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from uuid import UUID

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.domain.vocabulary import PromiseState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.briefs import brief_balance, next_brief, requests_with
from coachdesk.services.capture import rep_named
from coachdesk.services.expectations import expectation_lines
from coachdesk.views.dates import clock, due_words, long_day, near_day
from coachdesk.views.evidence import LinkFigure
from coachdesk.views.plans import line_words
from coachdesk.views.promises import PromiseRow
from coachdesk.views.request_words import balance_words, request_words
from coachdesk.views.requests import BriefBalance, BriefRequest
from coachdesk.views.talks import TalkBrief

BATONS_SHOWN = 6


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Show the brief of the rep's next talk, or say that none is planned."""
    desk = program.open_desk(program.store_path(options.store), read_only=True)
    try:
        rep = desk.ask(rep_named, options.rep)
        brief = next_brief(desk, rep.id)
        if brief is None:
            message = _("No one-on-one with {name} is planned.").format(name=rep.name)
            answer.result(message, {"head": None, "message": message})
        else:
            asked = desk.ask(requests_with, rep.id)
            counts = desk.ask(brief_balance, rep.id)
            expected = desk.ask(expectation_lines, rep.id)
            text = brief_text(brief, desk.as_of, asked, counts, expected)
            more = {
                "expectations": list(expected),
                "requests": [plain(request) for request in asked],
                "balance": None if counts is None else plain(counts),
            }
            answer.result(text, plain(brief) | more)
    finally:
        desk.close()
    return 0


def brief_text(
    brief: TalkBrief,
    as_of: date,
    asked: Sequence[BriefRequest] = (),
    counts: BriefBalance | None = None,
    expected: Sequence[str] = (),
) -> str:
    """The brief as lines of text; expectations only where one is to be talked about."""
    sections: tuple[tuple[str, list[str]], ...] = (
        (_head(brief), []),
        (_("Last talk"), _last_talk(brief, as_of)),
        (_("Promises"), [_promise(row, as_of) for row in brief.promises] or [_("none open")]),
        (_("With partners"), _batons(brief)),
        (_("Requests"), _requests(brief, asked, counts, as_of)),
        *([(_("Expectations"), list(expected))] if expected else []),
        (_("Behaviour"), _behaviour(brief, as_of)),
        (_("Agenda"), _agenda(brief)),
    )
    return "\n\n".join(
        "\n".join([title, *(f"  {line}" for line in lines)]) for title, lines in sections
    )


def _head(brief: TalkBrief) -> str:
    head = brief.head
    start = "" if head.start is None else f", {clock(head.start)}"
    return _("One-on-one with {name}, {day}{start}, {minutes} minutes").format(
        name=head.name, day=long_day(head.day), start=start, minutes=head.minutes
    )


def _last_talk(brief: TalkBrief, as_of: date) -> list[str]:
    if brief.is_first_talk or brief.head.last_day is None:
        return [_("First talk. Ask what a good month looks like.")]
    lines = [near_day(brief.head.last_day, as_of)]
    if brief.last_summary:
        lines.append(brief.last_summary)
    if brief.last_words is not None:
        lines.append(
            _("{name}, {day}: “{words}”").format(
                name=brief.head.first_name,
                day=near_day(brief.last_words.day, as_of),
                words=brief.last_words.text,
            )
        )
    return lines


def _promise(row: PromiseRow, as_of: date) -> str:
    whose = _("You") if row.is_mine else row.rep_name
    if row.state is PromiseState.OPEN:
        when = _("by {day}").format(day=due_words(row.due_day, as_of))
        if row.due_day < as_of:
            when = due_words(row.due_day, as_of)
    else:
        when = _state_word(row.state)
    return _("{who}: {text} ({when})").format(who=whose, text=row.text, when=when)


def _batons(brief: TalkBrief) -> list[str]:
    """One sentence a promise, those that stand still first."""
    lines = [line.words for line in brief.batons[:BATONS_SHOWN]]
    more = len(brief.batons) - len(lines)
    if more:
        lines.append(ngettext("and {n} more", "and {n} more", more).format(n=more))
    return lines or [_("none under way")]


def _state_word(state: PromiseState) -> str:
    return {
        PromiseState.KEPT: _("kept"),
        PromiseState.KEPT_LATE: _("kept late"),
        PromiseState.BROKEN: _("missed"),
        PromiseState.WITHDRAWN: _("withdrawn"),
        PromiseState.VOID: _("void"),
    }[state]


def _requests(
    brief: TalkBrief, asked: Sequence[BriefRequest], counts: BriefBalance | None, as_of: date
) -> list[str]:
    lines = [request_words(each, brief.head.first_name, as_of) for each in asked]
    if counts is not None:
        lines.append(balance_words(counts))
    return lines or [_("none open")]


def _behaviour(brief: TalkBrief, as_of: date) -> list[str]:
    planned = [] if brief.plan is None else [line_words(brief.plan)]
    if brief.focus is None:
        return [*planned, _("No behaviour stands out yet; choose by what you saw.")]
    lines = [*planned, _figure(brief.focus)]
    if brief.break_words:
        lines.append(brief.break_words)
    if brief.focus_note:
        lines.append(brief.focus_note)
    for event in brief.focus_events:
        parts = (near_day(event.day, as_of), event.where, _("rated {n}").format(n=event.value))
        lines.append(f"{', '.join(part for part in parts if part)}: {event.words}")
    return lines


def _figure(figure: LinkFigure) -> str:
    if not figure.is_shown:
        needs = ngettext("needs {n} more event", "needs {n} more events", figure.needs)
        return f"{figure.title}: " + needs.format(n=figure.needs)
    return _("{behaviour}: {x} of {n} rated 4 or 5").format(
        behaviour=figure.title, x=figure.x, n=figure.n
    )


def _agenda(brief: TalkBrief) -> list[str]:
    lines = []
    for place, part in enumerate(brief.agenda, 1):
        minutes = _(" ({n} minutes)").format(n=part.minutes) if part.minutes else ""
        lines.append(f"{place}. {part.text}{minutes}")
    return lines or [_("none yet")]


def plain(value: object) -> dict[str, object]:
    """A record as JSON has it: its fields by name, days and times in ISO form."""
    if not is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is no record")
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: object) -> object:
    if is_dataclass(value):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, UUID) else value
