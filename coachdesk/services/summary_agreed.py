"""What was agreed, on the printed page: promises, requests, shares and hand-offs."""

from datetime import date
from typing import Any
from uuid import UUID

from coachdesk.domain.ask_rules import UNCOUNTED, in_order
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.vocabulary import (
    AskState,
    HandOffState,
    MandateState,
    OwnerSide,
    Party,
    PromiseState,
    ShareState,
)
from coachdesk.language import gettext as _
from coachdesk.services.printed_words import (
    ageing_words,
    ask_words,
    mandate_words,
    promise_words,
)
from coachdesk.services.summary_context import TalkPage
from coachdesk.store.queries import people
from coachdesk.views.briefs import (
    HandOffLine,
    PromiseLine,
    RequestLine,
    ShareLine,
)
from coachdesk.views.dates import print_day


def promise_sections(page: TalkPage, records: list[UUID]) -> dict[str, Any]:
    """Promises of both sides: open, or closed since the talk before."""
    found = page.reads.find(Commitment, rep_id=page.rep.id)
    seen = [promise for promise in found if _is_on_page(page, promise)]
    seen.sort(key=lambda promise: (_closed_by(promise, page.day), promise.due_day, promise.text))
    records.extend(promise.id for promise in seen)
    return {
        name: tuple(_promise_line(page, p) for p in seen if p.owner_side is side)
        for name, side in (
            ("my_promises", OwnerSide.MANAGER),
            ("rep_promises", OwnerSide.REP),
        )
    }


def _is_on_page(page: TalkPage, promise: Commitment) -> bool:
    if promise.agreed_day > page.day or promise.id in page.left_out:
        return False
    if not _closed_by(promise, page.day):
        return True
    return page.is_new(promise.closed_day)


def _closed_by(promise: Commitment, day: date) -> bool:
    return promise.closed_day is not None and promise.closed_day <= day


def _promise_line(page: TalkPage, promise: Commitment) -> PromiseLine:
    closed = _closed_by(promise, page.day)
    state = promise.state if closed else PromiseState.OPEN
    return PromiseLine(
        text=promise.text,
        due=print_day(promise.due_day),
        state_word=promise_words(state, promise, page.day),
        closed=closed,
    )


def hand_offs_waiting(page: TalkPage, records: list[UUID]) -> tuple[HandOffLine, ...]:
    """Hand-offs that were waiting on the page's day, the oldest due first."""
    found = [
        item
        for item in page.hand_offs
        if item.id not in page.left_out and _is_waiting(item, page.day)
    ]
    found.sort(key=lambda item: item.due_day or date.max)
    records.extend(item.id for item in found)
    teams = people.team_names(page.reads)
    return tuple(
        HandOffLine(
            account=page.accounts[item.account_id],
            team=teams[item.team_id],
            expectation=item.expectation,
            due=print_day(item.due_day) if item.due_day else "",
            ageing=ageing_words(item, page.day, page.space.settings),
        )
        for item in found
    )


def _is_waiting(item: HandOff, day: date) -> bool:
    """Set or missed on that day: set by then, and neither met nor closed yet."""
    if item.set_day is None or item.set_day > day or item.state is HandOffState.DRAFT:
        return False
    return not any(end is not None and end <= day for end in (item.met_day, item.closed_day))


def requests(page: TalkPage, records: list[UUID]) -> tuple[RequestLine, ...]:
    """Requests and requirements to the rep that are open, or were closed since the talk before."""
    lines: list[tuple[date, RequestLine]] = []
    for thread in page.reads.find(AskThread, rep_id=page.rep.id, party=Party.REP):
        whole = in_order(
            page.reads.find(Ask, thread_id=thread.id), page.reads.find(Mandate, thread_id=thread.id)
        )
        counted = [ask for ask in whole.asks if ask.state not in UNCOUNTED]
        for number, ask in enumerate(counted, 1):
            if _is_told(page, ask):
                records.append(ask.id)
                lines.append((ask.day, _request_line(page, ask, number)))
        for mandate in whole.mandates:
            if _is_told(page, mandate):
                records.append(mandate.id)
                lines.append((mandate.day, _requirement_line(page, mandate)))
    lines.sort(key=lambda pair: pair[0])
    return tuple(line for _day, line in lines)


def _is_told(page: TalkPage, step: Ask | Mandate) -> bool:
    """Open on the page's day, or closed since the talk before."""
    if step.day > page.day or step.id in page.left_out:
        return False
    if step.closed_day is None or step.closed_day > page.day:
        return True
    return page.is_new(step.closed_day)


def _request_line(page: TalkPage, ask: Ask, number: int) -> RequestLine:
    closed = ask.closed_day is not None and ask.closed_day <= page.day
    return RequestLine(
        label=_("Request {n}").format(n=number),
        text=ask.text,
        how=ask.how,
        by_when=print_day(ask.due_day) if ask.due_day else "",
        help=_("none needed") if ask.help_none else ask.help,
        state_word=ask_words(ask.state if closed else AskState.OPEN),
    )


def _requirement_line(page: TalkPage, mandate: Mandate) -> RequestLine:
    closed = mandate.closed_day is not None and mandate.closed_day <= page.day
    return RequestLine(
        label=_("Requirement"),
        text=mandate.what,
        checked_how=mandate.how,
        by_when=print_day(mandate.due_day),
        skip_reason=mandate.skip_reason if mandate.ladder_skipped else "",
        state_word=mandate_words(mandate.state if closed else MandateState.OPEN),
    )


def shares(page: TalkPage, records: list[UUID]) -> tuple[ShareLine, ...]:
    """What was shared since the talk before and may print."""
    found = [
        share
        for share in page.reads.find(Share, rep_id=page.rep.id, state=ShareState.GIVEN, print=True)
        if page.is_new(share.day) and share.id not in page.left_out
    ]
    records.extend(share.id for share in found)
    return tuple(
        ShareLine(kind=page.playbook.shares[share.kind].title, text=share.text) for share in found
    )
