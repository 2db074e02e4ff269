"""Goals of both managers through the store, against a model of rules §7, with undo and redo."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from coachdesk.domain.agreement_rules import Ending, Wording
from coachdesk.domain.agreements import Contribution, PeerAgreement
from coachdesk.domain.partner_vocabulary import AgreementState, ContributionSide, GoalSetBy
from coachdesk.domain.people import PartnerTeam
from coachdesk.domain.promises import Commitment
from coachdesk.services import agreements as services
from coachdesk.services.agreements import Goal
from coachdesk.services.desk import Desk
from coachdesk.services.opening import build_store
from coachdesk.store.opening import open_store
from tests.services.making import all_of, fill_small_team, refused
from tests.store.making import FakeClock

OPEN = ("proposed", "agreed", "active")
PATH = "Same day, by phone"
SIDES = list(ContributionSide)
whole = st.sampled_from([True, True, True, False])


@dataclass(frozen=True)
class Goals:
    """One goal as the table knows it; `parts` are the contributions' texts, own then peer."""

    state: str = "draft"
    set_by: str = "both"
    words: str = "a"
    parts: tuple[str, ...] = ()
    own: bool = False
    peer: bool = False
    ready: bool = False
    versions: int = 0
    due: date = date.min


class Refused(Exception):
    """The table refuses the event, by this code."""


class AgreementMachine(RuleBasedStateMachine):
    """Two goals with one peer manager; every step is a command of the desk."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FakeClock()
        path = self.folder / "goals.coachdesk"
        build_store(path, self.clock, lambda desk: desk.load(fill_small_team))
        self.desk = Desk(open_store(path, now=self.clock()), self.clock)
        team = all_of(self.desk, PartnerTeam)[0]
        self.peer = self.desk.do(services.add_peer_manager, team.id, "Noor Haddad").result
        self.ids: list[object] = []
        self.states: list[tuple[Goals, ...]] = [()]
        self.at = 0

    @property
    def goals(self) -> tuple[Goals, ...]:
        return self.states[self.at]

    def attempt(self, n: int, expect: Callable[[], Goals], act: Callable[[], object]) -> None:
        """Do it in both; the same is refused by the same code, and nothing is written then."""
        before = self.written()
        try:
            after, code = expect(), ""
        except Refused as refusal:
            after, code = self.goals[n], str(refusal)
        assert refused(act) == code
        if code:
            assert self.written() == before
            return
        if self.written() != before:
            fresh = (*self.goals[:n], after, *self.goals[n + 1 :])
            self.states = [*self.states[: self.at + 1], fresh]
            self.at += 1

    def written(self) -> list[object]:
        return [*all_of(self.desk, PeerAgreement), *all_of(self.desk, Commitment)]

    def need(self, n: int, *states: str) -> Goals:
        if self.goals[n].state not in states:
            raise Refused("E-PEE-07")
        return self.goals[n]

    def goal(self, words: str, parts: tuple[str, ...], set_by: str, due: date) -> Goal:
        contributions = tuple(
            Contribution(side=side, text=f"{part} of {side}", due_day=due)
            for side, part in zip(SIDES, parts, strict=False)
        )
        wording = Wording(
            goal=f"Goal {words}", measure="Counted", due_day=due, contributions=contributions
        )
        return Goal(wording=wording, set_by=GoalSetBy(set_by))

    def complete(self, goal: Goals) -> None:
        if len(goal.parts) < 2:
            raise Refused("E-PEE-02")

    @precondition(lambda self: len(self.ids) < 2 and self.at == len(self.states) - 1)
    @rule(set_by=st.sampled_from(["own", "peer", "both"]), is_whole=whole)
    def draft(self, set_by: str, is_whole: bool) -> None:
        due = self.desk.as_of + timedelta(days=6)
        parts = ("Calls", "Names a lead") if is_whole else ("Calls",)
        goal = self.goal("a", parts, set_by, due)
        made = self.desk.do(services.draft_agreement, self.peer.id, goal).result
        self.ids.append(made.id)
        fresh = (*self.goals, Goals(set_by=set_by, parts=parts, due=due))
        self.states = [*self.states[: self.at + 1], fresh]
        self.at += 1

    @precondition(lambda self: self.goals)
    @rule(n=st.integers(0, 1))
    def propose(self, n: int) -> None:
        n %= len(self.goals)

        def expect() -> Goals:
            goal = self.need(n, "draft")
            self.complete(goal)
            others = [g for m, g in enumerate(self.goals) if m != n and g.state in OPEN]
            if any({goal.set_by, other.set_by} == {"own", "peer"} for other in others):
                raise Refused("E-PEE-06")
            return replace(goal, state="proposed")

        self.attempt(n, expect, lambda: self.desk.do(services.propose_agreement, self.ids[n]))

    @precondition(lambda self: self.goals)
    @rule(
        n=st.integers(0, 1),
        side=st.sampled_from(SIDES),
        words=st.sampled_from("abc"),
        part=st.sampled_from(["Calls", "Writes"]),
        is_whole=whole,
    )
    def reword(self, n: int, side: ContributionSide, words: str, part: str, is_whole: bool) -> None:
        n %= len(self.goals)
        parts = (part, "Names a lead") if is_whole else (part,)
        now = self.goals[n]

        def expect() -> Goals:
            old = self.need(n, "draft", "proposed", "active")
            fresh = replace(old, words=words, parts=parts)
            if old.state == "draft" or fresh == old:
                return fresh
            self.complete(fresh)
            set_by = old.set_by if old.set_by in ("both", side.value) else "both"
            return replace(
                fresh,
                set_by=set_by,
                own=False,
                peer=False,
                versions=old.versions + 1,
                state="proposed",
            )

        goal = self.goal(words, parts, now.set_by, now.due)
        if now.ready:
            goal = replace(goal, wording=replace(goal.wording, problem_path=PATH))
        self.attempt(
            n, expect, lambda: self.desk.do(services.reword_agreement, self.ids[n], goal, side)
        )

    @precondition(lambda self: any(goal.state == "proposed" for goal in self.goals))
    @rule(n=st.integers(0, 1), side=st.sampled_from(SIDES))
    def confirm(self, n: int, side: ContributionSide) -> None:
        n %= len(self.goals)

        def expect() -> Goals:
            goal = replace(self.need(n, "proposed"), **{side.value: True})
            return replace(goal, state="agreed" if goal.own and goal.peer else "proposed")

        self.attempt(n, expect, lambda: self.desk.do(services.confirm_agreement, self.ids[n], side))

    @precondition(lambda self: any(goal.state == "agreed" for goal in self.goals))
    @rule(n=st.integers(0, 1), rhythm=st.sampled_from([None, 14]))
    def start(self, n: int, rhythm: int | None) -> None:
        n %= len(self.goals)

        def expect() -> Goals:
            goal = self.need(n, "agreed")
            if rhythm is None and not goal.ready:
                raise Refused("E-PEE-03")
            if self.desk.as_of > goal.due and self.lacks_promises(n):
                raise Refused("E-COM-01")
            return replace(goal, state="active", ready=True)

        path = PATH if rhythm else ""
        self.attempt(
            n,
            expect,
            lambda: self.desk.do(
                services.start_agreement, self.ids[n], rhythm_days=rhythm, problem_path=path
            ),
        )

    def lacks_promises(self, n: int) -> bool:
        goal = self.goals[n]
        wanted = {f"{part} of {side}" for side, part in zip(SIDES, goal.parts, strict=True)}
        live = {
            promise.text
            for promise in all_of(self.desk, Commitment)
            if promise.state not in GONE
            and (promise.due_day == goal.due or promise.renegotiated > 0)
        }
        return bool(wanted - live)

    @precondition(lambda self: any(goal.state == "draft" for goal in self.goals))
    @rule(n=st.integers(0, 1))
    def go_all_the_way(self, n: int) -> None:
        """What chance seldom leads to: from a draft to a goal that runs."""
        self.propose(n)
        for side in SIDES:
            self.confirm(n, side)
        self.start(n, 14)

    @precondition(lambda self: any(goal.state == "active" for goal in self.goals))
    @rule(n=st.integers(0, 1), both=whole)
    def close(self, n: int, both: bool) -> None:
        n %= len(self.goals)

        def expect() -> Goals:
            goal = self.need(n, "active")
            if self.desk.as_of < goal.due and not both:
                raise Refused("E-PEE-04")
            return replace(goal, state="partly")

        ending = Ending(state=AgreementState.PARTLY)
        self.attempt(
            n,
            expect,
            lambda: self.desk.do(services.close_agreement, self.ids[n], ending, both_agree=both),
        )

    @precondition(lambda self: self.goals)
    @rule(n=st.integers(0, 1), reason=st.sampled_from(["", "Other customers now"]))
    def dissolve(self, n: int, reason: str) -> None:
        n %= len(self.goals)

        def expect() -> Goals:
            goal = self.need(n, *OPEN)
            if not reason:
                raise Refused("E-PEE-05")
            return replace(goal, state="dissolved")

        self.attempt(
            n, expect, lambda: self.desk.do(services.dissolve_agreement, self.ids[n], reason)
        )

    @rule(days=st.integers(1, 4))
    def time_passes(self, days: int) -> None:
        self.clock.wait(days=days)

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        self.desk.undo()
        self.at -= 1

    @precondition(lambda self: self.at < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        self.desk.redo()
        self.at += 1

    def stored(self) -> list[PeerAgreement]:
        found = {each.id: each for each in all_of(self.desk, PeerAgreement)}
        return [found[id] for id in self.ids if id in found]

    @invariant()
    def the_store_is_the_model(self) -> None:
        seen = tuple(
            (
                each.state.value,
                each.set_by.value,
                each.goal.removeprefix("Goal "),
                each.confirmed_own is not None,
                each.confirmed_peer is not None,
                len(each.earlier),
            )
            for each in self.stored()
        )
        assert seen == tuple(
            (g.state, g.set_by, g.words, g.own, g.peer, g.versions) for g in self.goals
        )

    @invariant()
    def a_running_goal_is_confirmed_by_both_and_promised_by_both(self) -> None:
        for each in self.stored():
            promises = all_of(self.desk, Commitment, origin_id=each.id)
            opened = {p.owner_side.value for p in promises if p.state.value == "open"}
            if each.state is AgreementState.ACTIVE:
                assert None not in (each.confirmed_own, each.confirmed_peer)
                assert {part.side for part in each.contributions} == set(SIDES)
            if each.state is AgreementState.DISSOLVED:
                assert not opened
            assert opened <= {"manager", "peer"}

    @invariant()
    def nobody_dictates_to_somebody_who_dictates(self) -> None:
        sets = [each.set_by.value for each in self.stored() if each.state.value in OPEN]
        assert not {"own", "peer"} <= set(sets)

    def teardown(self) -> None:
        self.desk.close()
        shutil.rmtree(self.folder)


GONE = ("withdrawn", "void")
TestAgreement = AgreementMachine.TestCase
TestAgreement.settings = settings(
    max_examples=10,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
