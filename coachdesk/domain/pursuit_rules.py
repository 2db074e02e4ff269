"""Whether an opportunity is pursued, held or let go: two sums, a reading, a decision (rules §8)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from coachdesk.domain.errors import RuleError
from coachdesk.domain.opportunities import Opportunity
from coachdesk.domain.opportunity_rules import check_open
from coachdesk.domain.partner_vocabulary import PursuitChoice
from coachdesk.domain.pursuits import PursuitDecision
from coachdesk.domain.vocabulary import OpportunityResult
from coachdesk.language import gettext as _

EACH, MOST = 6, 2
STRONG, WEAK = 8, 5
LEAST_REASON = 5


class PursuitState(StrEnum):
    """Where a pursuit stands: its newest decision, or how the opportunity ended."""

    OPEN = "open"
    PURSUE = "pursue"
    HOLD = "hold"
    RELEASED = "released"
    WON = "won"
    LOST = "lost"
    NO_DECISION = "no_decision"


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of a scoring, 0 to 12 each."""

    offence: int
    defence: int


def sums(scores: Sequence[int]) -> Sums:
    """Offence and defence of a whole scoring (E-PUR-02)."""
    check_scores(scores)
    return Sums(sum(scores[:EACH]), sum(scores[EACH:]))


def check_scores(scores: Sequence[int]) -> None:
    """All twelve criteria are scored 0, 1 or 2 (E-PUR-02)."""
    if len(scores) != 2 * EACH or any(score not in range(MOST + 1) for score in scores):
        raise RuleError("E-PUR-02", _("Score all criteria."), _("Choose 1 if unknown."))


def suggestion(scores: Sequence[int]) -> PursuitChoice:
    """What the two sums suggest: an aid to talk about; the decision is the team's."""
    found = sums(scores)
    if found.offence >= STRONG and found.defence <= WEAK:
        return PursuitChoice.PURSUE
    if found.offence <= WEAK and found.defence >= STRONG:
        return PursuitChoice.RELEASE
    return PursuitChoice.HOLD


def in_force(decisions: Iterable[PursuitDecision]) -> PursuitDecision | None:
    """The newest decision; one that was only scored decides nothing."""
    taken = [each for each in decisions if each.decision is not None]
    return max(taken, key=lambda each: each.day, default=None)


def state_of(opportunity: Opportunity, decisions: Iterable[PursuitDecision]) -> PursuitState:
    """The newest decision, unless the opportunity has ended."""
    if opportunity.result is not OpportunityResult.OPEN:
        return PursuitState(opportunity.result.value)
    newest = in_force(decisions)
    if newest is None or newest.decision is None:
        return PursuitState.OPEN
    if newest.decision is PursuitChoice.RELEASE:
        return PursuitState.RELEASED
    return PursuitState(newest.decision.value)


def check_decision(opportunity: Opportunity, made: PursuitDecision, *, as_of: date) -> None:
    """Refuse a decision that lacks what its kind asks for (E-PUR-02 to E-PUR-07)."""
    check_open(opportunity)
    check_scores(made.scores)
    has_reason = len(made.reason.strip()) >= LEAST_REASON
    if made.decision is PursuitChoice.PURSUE and not (made.members and has_reason):
        raise RuleError(
            "E-PUR-03",
            _("Name the team and give the reason."),
            _("A part for one of them is enough."),
        )
    if made.decision is PursuitChoice.HOLD:
        is_ahead = made.decide_by is not None and made.decide_by > as_of
        if not (made.fact or "").strip() or not is_ahead:
            raise RuleError(
                "E-PUR-04",
                _("Which fact is missing, and by when do you decide?"),
                _("Name one fact and a day after today."),
            )
    if made.decision is PursuitChoice.RELEASE and not (made.team_told and has_reason):
        raise RuleError(
            "E-PUR-05",
            _("Tell the partner teams first.") if has_reason else _("Say why you let it go."),
            _("Then tick that they were told.") if has_reason else _("One line is enough."),
        )


def released(opportunity: Opportunity, day: date) -> Opportunity:
    """Let go: win or lose fast, and the people are free for the next one."""
    check_open(opportunity)
    return replace(opportunity, result=OpportunityResult.RELEASED, closed_day=day)


def is_due(decision: PursuitDecision, *, as_of: date) -> bool:
    """Whether it is to be looked at again."""
    return decision.decide_by is not None and decision.decide_by <= as_of
