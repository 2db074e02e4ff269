"""Builders of domain values, and what a rule answers."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from coachdesk.domain.asks import Ask, Mandate
from coachdesk.domain.errors import RuleError
from coachdesk.domain.evidence import Observation
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import (
    AskState,
    OwnerSide,
    PromiseOrigin,
    ShareKind,
)

TODAY = date(2026, 3, 10)


def on(days: int) -> date:
    """The day so many days after today."""
    return TODAY + timedelta(days=days)


def refusal(step: Callable[..., object], *args: Any, **kwargs: Any) -> str:
    """The code with which the step is refused; empty if it is allowed."""
    try:
        step(*args, **kwargs)
    except RuleError as refused:
        return refused.code
    return ""


def a_promise(**fields: Any) -> Commitment:
    usual: dict[str, Any] = {
        "id": uuid4(),
        "owner_side": OwnerSide.MANAGER,
        "rep_id": uuid4(),
        "text": "Send the pricing example",
        "agreed_day": on(-10),
        "due_day": on(4),
        "origin_kind": PromiseOrigin.SESSION,
        "origin_id": uuid4(),
    }
    return Commitment(**usual | fields)


def a_talk(**fields: Any) -> CoachingSession:
    return CoachingSession(**{"id": uuid4(), "rep_id": uuid4(), "day": TODAY} | fields)


def a_share(**fields: Any) -> Share:
    usual: dict[str, Any] = {
        "id": uuid4(),
        "rep_id": uuid4(),
        "kind": ShareKind.STORY,
        "text": "How the first joint meeting at Cobalt went",
        "day": TODAY,
    }
    return Share(**usual | fields)


def an_observation(**fields: Any) -> Observation:
    usual: dict[str, Any] = {
        "id": uuid4(),
        "seq": 1,
        "rep_id": uuid4(),
        "day": on(-1),
        "recorded_day": on(-1),
        "comment": "Asked what the delay costs them",
    }
    return Observation(**usual | fields)


def an_ask(**fields: Any) -> Ask:
    usual: dict[str, Any] = {
        "id": uuid4(),
        "thread_id": uuid4(),
        "text": "Bring Stefan to the next meeting",
        "how": "A joint call of half an hour",
        "day": on(-10),
        "first_due_day": on(2),
        "due_day": on(2),
        "help_none": True,
        "state": AskState.OPEN,
    }
    return Ask(**usual | fields)


def a_mandate(**fields: Any) -> Mandate:
    usual: dict[str, Any] = {
        "id": uuid4(),
        "thread_id": uuid4(),
        "what": "Every hand-off has a written expectation",
        "how": "We read two of them together",
        "day": on(-3),
        "due_day": on(2),
    }
    return Mandate(**usual | fields)
