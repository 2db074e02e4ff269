"""The states of a one-on-one, as a table, and what each step asks for (rules §6)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import NoReturn

from coachdesk.domain.errors import RuleError
from coachdesk.domain.people import Rep
from coachdesk.domain.talks import CoachingSession, TalkAddendum
from coachdesk.domain.vocabulary import ReceivedMeans, TalkState, WhoAsked
from coachdesk.language import gettext as _

S = TalkState
# Which event leads from which states; what is not listed is refused.
STEPS: dict[str, frozenset[TalkState]] = {
    "prepare": frozenset({S.PLANNED, S.PREPARED}),
    "start": frozenset({S.PLANNED, S.PREPARED}),
    "end": frozenset({S.RUNNING}),
    "move": frozenset({S.PLANNED, S.PREPARED}),
    "cancel": frozenset({S.PLANNED, S.PREPARED, S.RUNNING}),
    "hold": frozenset({S.PLANNED, S.PREPARED, S.RUNNING}),
    "wrap_up": frozenset({S.HELD}),
    "receive": frozenset({S.WRAPPED_UP}),
    "unreceive": frozenset({S.WRAPPED_UP}),
    "correct": frozenset({S.WRAPPED_UP}),
}
CLOSED = frozenset({S.MOVED, S.CANCELLED})
BEFORE = frozenset({S.PLANNED, S.PREPARED})
AFTER = frozenset({S.HELD, S.WRAPPED_UP})


def check_step(talk: CoachingSession, step: str) -> None:
    """Refuse a step that this state does not allow."""
    if talk.state in STEPS[step]:
        return
    if talk.state in CLOSED:
        raise RuleError(
            "E-SES-08",
            _("This appointment is closed."),
            _("Open its successor or plan a new one."),
        )
    if step in ("receive", "unreceive", "correct"):
        raise RuleError("E-SES-07", _("Wrap up first."))
    _refuse_order()


def _refuse_order() -> NoReturn:
    raise RuleError("E-SES-02", _("This talk is past that step."), _("Open its wrap-up instead."))


def check_plan(rep: Rep, day: date, *, as_of: date) -> None:
    """A talk is planned with an active rep, for today or later (E-SES-01)."""
    if day < as_of or not rep.is_active(day):
        raise RuleError("E-SES-01", _("Plan a session for today or later, or enter it as held."))


def prepared(talk: CoachingSession) -> CoachingSession:
    """Prepared: nothing is mandatory."""
    check_step(talk, "prepare")
    return replace(talk, state=S.PREPARED)


def started(talk: CoachingSession, now: datetime, *, as_of: date) -> CoachingSession:
    """Running from now; a future day becomes today."""
    check_step(talk, "start")
    return replace(talk, state=S.RUNNING, started_at=now, day=min(talk.day, as_of))


def ended(talk: CoachingSession, now: datetime) -> CoachingSession:
    """Held, until now."""
    check_step(talk, "end")
    return replace(talk, state=S.HELD, ended_at=now)


def moved(talk: CoachingSession, who: WhoAsked | None, reason: str) -> CoachingSession:
    """Closed as moved; its successor carries the preparation."""
    check_step(talk, "move")
    if who is None or not reason.strip():
        raise RuleError("E-SES-04", _("Say who asked and why."))
    return replace(talk, state=S.MOVED, who_asked=who, reason=reason.strip())


def check_move(talk: CoachingSession, day: date, start: time | None, *, as_of: date) -> None:
    """A move needs another time that has not passed, on the same day or a later one (E-SES-03)."""
    if day < as_of or (day, start) == (talk.day, talk.start):
        raise RuleError("E-SES-03", _("Choose a new day."))


def cancelled(talk: CoachingSession, who: WhoAsked | None, reason: str) -> CoachingSession:
    """Closed as cancelled, with who and why (E-SES-04)."""
    check_step(talk, "cancel")
    if who is None or not reason.strip():
        raise RuleError("E-SES-04", _("Say who cancelled and why."))
    return replace(talk, state=S.CANCELLED, who_asked=who, reason=reason.strip())


def entered_as_held(talk: CoachingSession, day: date, *, as_of: date) -> CoachingSession:
    """Held without having been run in the program (E-SES-05)."""
    check_step(talk, "hold")
    if day > as_of:
        raise RuleError("E-SES-05", _("This session lies in the future."))
    return replace(talk, state=S.HELD, day=day)


def wrapped_up(talk: CoachingSession, lines: Sequence[str], *, as_of: date) -> CoachingSession:
    """Wrapped up, once one line says something about the talk (E-SES-06)."""
    check_step(talk, "wrap_up")
    if not talk.summary.strip() and not any(line.strip() for line in lines):
        raise RuleError("E-SES-06", _("Write one line about the talk, or mark it as cancelled."))
    return replace(talk, state=S.WRAPPED_UP, wrapped_up_on=as_of)


def received(talk: CoachingSession, day: date, means: ReceivedMeans) -> CoachingSession:
    """Received by the rep, which locks what it contains."""
    check_step(talk, "receive")
    return replace(talk, received_on=day, received_means=means)


def refuse_received(talk: CoachingSession) -> None:
    """What the rep has in hand is corrected by a dated line, not changed (E-SES-13)."""
    if talk.received_on is not None:
        raise RuleError(
            "E-SES-13",
            _("The rep has received this page."),
            _("Add a dated line, or take the receipt back first."),
        )


def unreceived(talk: CoachingSession, reason: str) -> CoachingSession:
    """The receipt taken back; the printed version stays recorded (E-SES-09)."""
    check_step(talk, "unreceive")
    if talk.received_on is None:
        raise RuleError("E-SES-09", _("This summary has not been received."))
    if not reason.strip():
        raise RuleError("E-SES-09", _("Say why the receipt is taken back."))
    return replace(talk, received_on=None, received_means=None, reason=reason.strip())


def corrected(talk: CoachingSession, text: str, *, as_of: date) -> CoachingSession:
    """A wrapped-up talk with a dated line added."""
    check_step(talk, "correct")
    added = TalkAddendum(day=as_of, text=text.strip())
    return replace(talk, addenda=(*talk.addenda, added))
