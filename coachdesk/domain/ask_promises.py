"""The promise an agreed request becomes, and how it follows what becomes of the request."""

from dataclasses import replace
from datetime import date

from coachdesk.domain.asks import Ask
from coachdesk.domain.promises import LONGEST_PROMISE, LONGEST_REASON, SHORTEST_PROMISE, Commitment
from coachdesk.domain.vocabulary import AskState, PromiseState


def promised_words(ask: Ask) -> str:
    """What was asked, as a promise; the request keeps the whole text if it is longer."""
    text = ask.text.strip()
    if len(text) < SHORTEST_PROMISE:
        text = f"{text}: {ask.how.strip()}"
    return _cut(text, LONGEST_PROMISE)


def following(promise: Commitment, ask: Ask, *, as_of: date) -> Commitment:
    """The promise in the state its request has; a closed one stays as it is (invariant 13)."""
    if promise.state is not PromiseState.OPEN:
        return promise
    reason = _cut(ask.reason, LONGEST_REASON)
    match ask.state:
        case AskState.MET | AskState.MET_LATE:
            return promise.delivered(ask.done_day or as_of, as_of=as_of)
        case AskState.UNMET:
            return promise.broken(reason, as_of=as_of)
        case AskState.VOID:
            return promise.voided(reason, as_of=as_of)
        case AskState.WITHDRAWN:
            return promise.withdrawn(reason, both_agree=True, as_of=as_of)
        case _ if ask.due_day is not None and ask.due_day > promise.due_day:
            moved = promise.renegotiated + 1
            return replace(promise, due_day=ask.due_day, renegotiated=moved)
    return promise


def _cut(text: str, most: int) -> str:
    """Shortened at a word end; nothing is lost, for the request holds the words."""
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip() + "…"
