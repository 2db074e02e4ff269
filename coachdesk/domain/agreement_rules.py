"""Mutual goals, step by step: the table of their states, and what each step needs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from coachdesk.domain.agreements import Contribution, EarlierWording, PeerAgreement
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.partner_vocabulary import AgreementState as S
from coachdesk.domain.partner_vocabulary import ContributionSide, GoalSetBy
from coachdesk.domain.promises import SHORTEST_PROMISE
from coachdesk.language import gettext as _

SHORTEST_GOAL, SHORTEST_MEASURE, SHORTEST_PATH, SHORTEST_REASON = 5, 3, 5, 3
# In which states each step is possible.
STEPS: Mapping[str, frozenset[S]] = {
    "reword": frozenset({S.DRAFT, S.PROPOSED, S.ACTIVE}),
    "propose": frozenset({S.DRAFT}),
    "confirm": frozenset({S.PROPOSED}),
    "start": frozenset({S.AGREED}),
    "close": frozenset({S.ACTIVE}),
    "dissolve": frozenset({S.PROPOSED, S.AGREED, S.ACTIVE}),
    "discard": frozenset({S.DRAFT}),
}
OPEN = frozenset({S.PROPOSED, S.AGREED, S.ACTIVE})
RESULTS = (S.ACHIEVED, S.PARTLY, S.NOT_ACHIEVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What both sides agree to: the goal, its measure and day, and what each does for it."""

    goal: str = ""
    measure: str = ""
    due_day: date | None = None
    contributions: tuple[Contribution, ...] = ()
    problem_path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a goal ended, in words: what came of it, what works, what to change."""

    state: S
    result: str = ""
    works: str = ""
    change: str = ""


def is_open(agreement: PeerAgreement) -> bool:
    """Proposed, agreed or running."""
    return agreement.state in OPEN


def can(agreement: PeerAgreement, step: str) -> bool:
    """Whether the goal is where the step begins."""
    return agreement.state in STEPS[step]


def refuse_no_peer() -> RuleError:
    """A goal needs a manager on the other side."""
    return RuleError("E-PEE-01", _("Choose a partner team with a peer manager."))


def wording_of(agreement: PeerAgreement) -> Wording:
    """The wording in force."""
    return Wording(
        goal=agreement.goal,
        measure=agreement.measure,
        due_day=agreement.due_day,
        contributions=agreement.contributions,
        problem_path=agreement.problem_path,
    )


def worded(agreement: PeerAgreement, wording: Wording) -> PeerAgreement:
    """With that wording, trimmed; a contribution is as long as the promise it becomes."""
    for part in wording.contributions:
        if len(part.text.strip()) < SHORTEST_PROMISE:
            raise InputError(
                _("“{words}” is too short for a contribution.").format(words=part.text.strip()),
                _("Say it in {n} characters or more.").format(n=SHORTEST_PROMISE),
            )
    return replace(
        agreement,
        goal=wording.goal.strip(),
        measure=wording.measure.strip(),
        due_day=wording.due_day,
        contributions=tuple(
            replace(part, text=part.text.strip()) for part in wording.contributions
        ),
        problem_path=wording.problem_path.strip(),
    )


def proposed(
    agreement: PeerAgreement, others: Iterable[PeerAgreement], *, name: str
) -> PeerAgreement:
    """Put to both sides, once it is complete and nobody dictates to somebody who dictates."""
    _check_step(agreement, "propose")
    _check_complete(agreement, name)
    if any(_dictate_each_other(agreement, other) for other in others):
        raise RuleError(
            "E-PEE-06",
            _("Each of you has set a goal for the other."),
            _("Agree on one goal together: make it both’s."),
        )
    return replace(agreement, state=S.PROPOSED)


def reworded(
    agreement: PeerAgreement,
    wording: Wording,
    *,
    by: ContributionSide,
    name: str,
    as_of: date,
) -> PeerAgreement:
    """Another wording by one side: it counts once both confirm it, and the old one is kept.

    A goal that one side had set alone is both's once the other side words it.
    """
    _check_step(agreement, "reword")
    fresh = worded(agreement, wording)
    if agreement.state is S.DRAFT or fresh == agreement:
        return fresh
    _check_complete(fresh, name)
    dictated_by = agreement.set_by.value
    set_by = agreement.set_by if dictated_by in ("both", by.value) else GoalSetBy.BOTH
    return replace(
        fresh,
        set_by=set_by,
        confirmed_own=None,
        confirmed_peer=None,
        earlier=(*agreement.earlier, _kept(agreement, by, as_of)),
        state=S.PROPOSED,
    )


def confirmed(agreement: PeerAgreement, side: ContributionSide, *, as_of: date) -> PeerAgreement:
    """One side says yes to the wording; with the second yes it is agreed."""
    _check_step(agreement, "confirm")
    if side is ContributionSide.OWN:
        said = replace(agreement, confirmed_own=agreement.confirmed_own or as_of)
    else:
        said = replace(agreement, confirmed_peer=agreement.confirmed_peer or as_of)
    both = said.confirmed_own is not None and said.confirmed_peer is not None
    return replace(said, state=S.AGREED if both else S.PROPOSED)


def started(
    agreement: PeerAgreement, *, rhythm_days: int | None = None, problem_path: str = ""
) -> PeerAgreement:
    """It runs: how often the two talk and how problems are solved is settled by now."""
    _check_step(agreement, "start")
    rhythm = rhythm_days or agreement.rhythm_days
    path = agreement.problem_path or problem_path.strip()
    if rhythm is None or len(path) < SHORTEST_PATH:
        raise RuleError("E-PEE-03", _("Agree on rhythm and on how problems are solved first."))
    return replace(agreement, rhythm_days=rhythm, problem_path=path, state=S.ACTIVE)


def agreed_in_meeting(
    agreement: PeerAgreement,
    *,
    added: tuple[Contribution, ...],
    works: str,
    change: str,
    as_of: date,
) -> PeerAgreement:
    """A new dated version of a running goal: both said so at one table, on one day."""
    _check_step(agreement, "close")
    fresh = tuple(part for part in added if part not in agreement.contributions)
    noted = replace(
        agreement,
        works=works.strip() or agreement.works,
        change=change.strip() or agreement.change,
    )
    if not fresh:
        return noted
    return replace(
        noted,
        contributions=(*agreement.contributions, *fresh),
        confirmed_own=as_of,
        confirmed_peer=as_of,
        earlier=(*agreement.earlier, _kept(agreement, ContributionSide.OWN, as_of)),
    )


def closed(
    agreement: PeerAgreement, ending: Ending, *, both_agree: bool, as_of: date
) -> PeerAgreement:
    """Achieved, partly or not; early only if both agree (E-PEE-04)."""
    _check_step(agreement, "close")
    if ending.state not in RESULTS:
        raise InputError(_("Say what came of the goal."), _("Achieved, partly, or not."))
    if agreement.due_day is not None and as_of < agreement.due_day and not both_agree:
        raise RuleError(
            "E-PEE-04",
            _("Not due until {due}; both sides must agree to close early.").format(
                due=agreement.due_day
            ),
        )
    return replace(
        agreement,
        state=ending.state,
        result=ending.result.strip(),
        works=ending.works.strip() or agreement.works,
        change=ending.change.strip() or agreement.change,
        closed_day=as_of,
    )


def dissolved(agreement: PeerAgreement, reason: str, *, as_of: date) -> PeerAgreement:
    """Given up, with the reason (E-PEE-05)."""
    _check_step(agreement, "dissolve")
    if len(reason.strip()) < SHORTEST_REASON:
        raise RuleError("E-PEE-05", _("Say why."), _("A few words are enough."))
    return replace(agreement, state=S.DISSOLVED, reason=reason.strip(), closed_day=as_of)


def check_discard(agreement: PeerAgreement) -> None:
    """Only a draft goes without a trace."""
    _check_step(agreement, "discard")


def missing_parts(agreement: PeerAgreement, name: str) -> list[str]:
    """What a draft still lacks, in words."""
    sides = {part.side for part in agreement.contributions}
    found = [
        (len(agreement.goal.strip()) >= SHORTEST_GOAL, _("the goal")),
        (len(agreement.measure.strip()) >= SHORTEST_MEASURE, _("how it is measured")),
        (agreement.due_day is not None, _("the day it is due")),
        (ContributionSide.OWN in sides, _("your contribution")),
        (ContributionSide.PEER in sides, _("{name}’s contribution").format(name=name)),
    ]
    return [words for is_there, words in found if not is_there]


def dictated_by(agreement: PeerAgreement, *, manager: str, peer: str) -> str:
    """“set by Noor alone”; empty for a goal of both."""
    if agreement.set_by is GoalSetBy.BOTH:
        return ""
    name = manager if agreement.set_by is GoalSetBy.OWN else peer
    return _("set by {name} alone").format(name=name)


def problem_path(agreements: Iterable[PeerAgreement], peer_id: Id[PeerManager]) -> str:
    """How the two solve problems: the path of the running goal that was drafted last."""
    running = [
        each for each in agreements if each.peer_manager_id == peer_id and each.state is S.ACTIVE
    ]
    found = max(running, key=lambda each: (each.drafted_day, each.id), default=None)
    return "" if found is None else found.problem_path


def _check_complete(agreement: PeerAgreement, name: str) -> None:
    missing = missing_parts(agreement, name)
    if missing:
        raise RuleError(
            "E-PEE-02",
            _("A mutual goal needs a contribution from both sides ({missing}).").format(
                missing=", ".join(missing)
            ),
            _("Add what is missing."),
        )


def _dictate_each_other(one: PeerAgreement, other: PeerAgreement) -> bool:
    alone = {GoalSetBy.OWN, GoalSetBy.PEER}
    return (
        other.id != one.id
        and other.peer_manager_id == one.peer_manager_id
        and is_open(other)
        and {one.set_by, other.set_by} == alone
    )


def _kept(agreement: PeerAgreement, by: ContributionSide, as_of: date) -> EarlierWording:
    return EarlierWording(
        day=as_of,
        changed_by=by,
        goal=agreement.goal,
        measure=agreement.measure,
        due_day=agreement.due_day or as_of,
        contributions=agreement.contributions,
        problem_path=agreement.problem_path,
    )


def _check_step(agreement: PeerAgreement, step: str) -> None:
    if not can(agreement, step):
        raise RuleError(
            "E-PEE-07",
            _("This goal is not at that step."),
            _("Undo the last change, or draft a new goal."),
        )
