"""Requests in a few words, for a page, a talk and a brief: never how one was put."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coachdesk.domain.vocabulary import AskState, MandateState
from coachdesk.language import gettext as _
from coachdesk.views.rep import AskRow, HelpState

LONGEST_TOPIC = 200


class NextStep(StrEnum):
    """What the rules permit next; void comes first, where promised help did not come."""

    VOID = "void"
    SETTLE = "settle"
    ASK_AGAIN = "ask_again"
    REQUIRE = "require"
    COMPLETE = "complete"


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRequest:
    """A request or requirement as a brief tells it; `requests` counts those on its subject.

    `to` is the rep who is asked, or whom the rep asks (`is_reps`).
    """

    subject: str
    text: str
    to: str
    is_reps: bool
    state: AskState | MandateState
    due_day: date | None
    requests: int
    requirement: bool
    help: HelpState
    next: NextStep


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefBalance:
    """What the manager asked, shared and required of one rep in thirteen weeks."""

    ask: int
    share: int
    mandate: int


def next_step(row: AskRow) -> NextStep:
    """The step that a row waits for."""
    if row.is_draft:
        return NextStep.COMPLETE
    if row.help_failed:
        return NextStep.VOID
    if row.is_waiting:
        return NextStep.REQUIRE if row.may_require else NextStep.ASK_AGAIN
    return NextStep.SETTLE


def help_first(rows: list[AskRow]) -> tuple[AskRow, ...]:
    """Where promised help did not come first; the others in their order."""
    return tuple(sorted(rows, key=lambda row: not row.help_failed))


def step_label(row: AskRow) -> str:
    """“Request 2”, “Requirement”; a request that does not count has no number."""
    if row.is_draft:
        return _("no answer yet")
    counts = row.state is not AskState.VOID and row.steps
    return row.steps[-1].label if counts else _("Request")


def who_words(row: AskRow) -> str:
    """Who is asked where it is no rep: “C. Adeyemi, Dunmere Clinics”."""
    return row.to_words


def topic_words(first_name: str, row: AskRow) -> str:
    """A rep’s request to others as a point of an agenda."""
    words = _("{name} asks {who}: {what}").format(
        name=first_name, who=who_words(row), what=row.subject
    )
    return words if len(words) <= LONGEST_TOPIC else words[: LONGEST_TOPIC - 1].rstrip() + "…"


def brief_request(row: AskRow, to: str, *, is_reps: bool) -> BriefRequest:
    """The row without anything private."""
    return BriefRequest(
        subject=row.subject,
        text=row.text,
        to=to,
        is_reps=is_reps,
        state=row.state,
        due_day=row.due_day,
        requests=sum(isinstance(step.state, AskState) for step in row.steps),
        requirement=row.is_requirement,
        help=row.help_state,
        next=next_step(row),
    )
