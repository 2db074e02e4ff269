"""When an observation may be saved, amended, corrected or voided (rules §1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coachdesk.domain.errors import RuleError
from coachdesk.domain.evidence import Addendum, Observation
from coachdesk.domain.vocabulary import BehaviourKey, Cause, ObservationState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext

MOST_RATINGS = 3
_MAY_MISS = frozenset({BehaviourKey.TRANSITION, BehaviourKey.FOLLOW_THROUGH, BehaviourKey.ALL_WIN})


@dataclass(frozen=True, slots=True)
class Rated:
    """One behaviour and the anchor picked for it; `words` is its sentence of the comment."""

    behaviour: BehaviourKey
    value: int
    words: str = ""


def check_comment(comment: str, *, least: int) -> None:
    """Evidence before opinion: enough words, or E-OBS-02."""
    missing = least - len(comment.strip())
    if missing > 0:
        raise RuleError(
            "E-OBS-02",
            ngettext(
                "Write what you saw or heard first ({n} more character), then rate.",
                "Write what you saw or heard first ({n} more characters), then rate.",
                missing,
            ).format(n=missing),
        )


def check_day(day: date, *, as_of: date) -> None:
    """No observation of the future (E-OBS-01)."""
    if day > as_of:
        raise RuleError("E-OBS-01", _("An observation cannot be dated in the future."))


def check_ratings(ratings: Sequence[Rated], titles: dict[BehaviourKey, str]) -> None:
    """One to three ratings of different behaviours, each 1 to 5 (E-OBS-03, 04, 07, 09)."""
    if not ratings:
        raise RuleError("E-OBS-07", _("Rate at least one behaviour, or leave it in the Inbox."))
    seen: set[BehaviourKey] = set()
    for rated in ratings:
        if rated.behaviour in seen:
            raise RuleError(
                "E-OBS-09",
                _("{behaviour} is already rated here.").format(behaviour=titles[rated.behaviour]),
                _("Change that rating instead."),
            )
        seen.add(rated.behaviour)
        if isinstance(rated.value, bool) or not 1 <= rated.value <= 5:
            raise RuleError("E-OBS-04", _("Pick one of the five anchors."))
    if len(ratings) > MOST_RATINGS:
        raise RuleError(
            "E-OBS-03",
            _("Up to three behaviours per observation."),
            _("Start another one for the fourth."),
        )


def can_miss(behaviours: Iterable[BehaviourKey]) -> bool:
    """Whether one of them is a behaviour whose expectation can be missed."""
    return not _MAY_MISS.isdisjoint(behaviours)


def check_cause(*, missed: bool, cause: Cause | None, note: str, ratings: Sequence[Rated]) -> None:
    """A cause belongs to a missed expectation, and is needed there (E-OBS-05, 06, 08)."""
    fits = can_miss(rated.behaviour for rated in ratings)
    if cause is not None and not (missed and fits):
        raise RuleError("E-OBS-05", _("A cause belongs to a missed expectation."))
    if missed and fits and cause is None:
        raise RuleError("E-OBS-08", _("Choose why the expectation was missed."))
    if cause is Cause.OTHER and not note.strip():
        raise RuleError("E-OBS-06", _("Add a few words about the other cause."))


def refuse_received(is_received: bool) -> None:
    """What the rep has in hand is corrected, not changed (E-OBS-10)."""
    if is_received:
        raise RuleError(
            "E-OBS-10",
            _("This observation is in a received summary."),
            _("Add a correction instead."),
        )


def corrected(observation: Observation, text: str, *, as_of: date) -> Observation:
    """The same observation with a dated line added; the original stays."""
    added = Addendum(day=as_of, text=text.strip())
    return replace(observation, addenda=(*observation.addenda, added))


def voided(observation: Observation, reason: str) -> Observation:
    """An observation that counts nowhere any more (E-OBS-11)."""
    if not reason.strip():
        raise RuleError("E-OBS-11", _("Say why the observation no longer counts."))
    return replace(observation, state=ObservationState.VOIDED, void_reason=reason.strip())
