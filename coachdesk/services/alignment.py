"""The alignment page of two managers: built as of today, drawn, and remembered once it is out."""

from collections import Counter
from datetime import date
from pathlib import Path
from uuid import UUID

from coachdesk.domain import agreement_rules, peer_meeting_rules
from coachdesk.domain.agreements import FrozenFigure, PeerAgreement
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.partner_vocabulary import AgreementState, ContributionSide, NoticeState
from coachdesk.domain.people import PartnerTeam, Rep
from coachdesk.domain.promises import Commitment
from coachdesk.domain.soft_power import EarlyAccessItem, RequestTriage
from coachdesk.domain.statistics import ageing
from coachdesk.domain.vocabulary import (
    DocumentKind,
    HandOffState,
    OwnerSide,
    PrintMeans,
    PromiseState,
)
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.desk import Desk
from coachdesk.services.documents import Printed, paper_of, record_print
from coachdesk.services.drawing import Drawn, drawn, save_file
from coachdesk.services.saved_files import refuse_store
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries import people
from coachdesk.store.queries.peers import due_with, goals_with, meeting_ahead
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.alignment_brief import (
    AlignmentBrief,
    ComingLine,
    ExpectedLine,
    GoalLine,
    PartLine,
)
from coachdesk.views.briefs import Paper
from coachdesk.views.changes import Changes
from coachdesk.views.dates import long_day, print_day

OPEN_STATES = (AgreementState.ACTIVE, AgreementState.AGREED, AgreementState.PROPOSED)
CERTAIN, LIKELY = 90, 50


def alignment_brief(reads: Snapshot, team_id: UUID) -> AlignmentBrief:
    """The page as of today; of single reps only whom to talk to about an open hand-off."""
    team: PartnerTeam = reads.get(PartnerTeam, as_id(team_id))
    peer = _peer_of(reads, team)
    space = people.workspace(reads)
    goals = goals_with(reads, peer.id)
    shown = [goal for goal in goals if goal.state in OPEN_STATES]
    due = due_with(reads, peer.id)
    ahead = meeting_ahead(reads, peer.id)
    next_day = due.next_day
    if ahead is not None and ahead.day > reads.as_of:
        next_day = ahead.day
    # What a rep promised the peer is the rep's own and stays off the page of the two managers.
    promises = reads.find(Commitment, peer_manager_id=peer.id, rep_id=None)
    running = next((goal for goal in goals if goal.state is AgreementState.ACTIVE), None)
    hand_offs = reads.find(HandOff, team_id=team.id)
    figures = peer_meeting_rules.figures(
        hand_offs,
        reads.find(RequestTriage, team_id=team.id),
        since=due.last_met,
        until=reads.as_of,
    )
    return AlignmentBrief(
        language=space.locale,
        company=space.company_name,
        team=team.name,
        manager=space.manager_name,
        peer=peer.name,
        day=long_day(reads.as_of),
        next_day=print_day(next_day),
        since="" if due.last_met is None else _("since {day}").format(day=print_day(due.last_met)),
        goals=tuple(_goal(goal, space.manager_name, peer) for goal in shown),
        parts=_parts(shown, promises, space.manager_name, peer),
        results=_results(figures),
        expected=_expected(reads, hand_offs),
        causes=_causes(reads, hand_offs, due.last_met),
        works="" if running is None else running.works,
        change="" if running is None else running.change,
        coming=_coming(reads, team),
        problem_path=agreement_rules.problem_path(goals, peer.id),
        steps=_steps(shown, promises, space.manager_name, peer),
    )


def draw_alignment(brief: AlignmentBrief, paper: Paper, own: Path | None = None) -> Drawn:
    """The page on paper."""
    from coachdesk.reports.alignment import render_alignment

    return drawn(render_alignment(brief, paper, own))


def record_alignment(desk: Desk, team_id: UUID, content: bytes, means: PrintMeans) -> Changes:
    """Remember that the page left the program; what that touched, for other screens."""
    return desk.do_print(
        record_print,
        kind=DocumentKind.ALIGNMENT,
        means=means,
        content=content,
        team_id=team_id,
    ).changes


def save_alignment(desk: Desk, team_id: UUID, path: Path, paper: Paper | None = None) -> Printed:
    """Draw the page, write it, and remember that it left the program."""
    refuse_store(desk, path)
    brief = desk.ask(alignment_brief, team_id)
    done = draw_alignment(brief, paper or paper_of(desk), desk.own_templates)
    save_file(path, done.pdf)
    record_alignment(desk, team_id, done.pdf, PrintMeans.FILE)
    return Printed(done.pdf, done.pages, path.name, done.missing, done.template_fault)


def alignment_file_name(team: str, day: date) -> str:
    """A file name that every system takes: team and day."""
    safe = "".join(c if c.isalnum() else "-" for c in team.lower()).strip("-")
    return f"alignment-{safe or 'team'}-{day.isoformat()}.pdf"


def _peer_of(reads: Snapshot, team: PartnerTeam) -> PeerManager:
    peers = sorted(reads.find(PeerManager, team_id=team.id), key=lambda each: each.name)
    if not peers:
        raise agreement_rules.refuse_no_peer()
    open_with = {
        goal.peer_manager_id
        for goal in reads.find(PeerAgreement, team_id=team.id)
        if agreement_rules.is_open(goal)
    }
    return next((peer for peer in peers if peer.id in open_with), peers[0])


def _goal(goal: PeerAgreement, manager: str, peer: PeerManager) -> GoalLine:
    states = {
        AgreementState.PROPOSED: _("proposed"),
        AgreementState.AGREED: _("agreed"),
        AgreementState.ACTIVE: _("running"),
    }
    said = ((manager, goal.confirmed_own), (peer.name, goal.confirmed_peer))
    names = [name for name, day in said if day is not None]
    confirmed = ""
    if goal.state is AgreementState.PROPOSED:
        words = _("confirmed by {names}").format(names=", ".join(names))
        confirmed = words if names else _("not confirmed yet")
    elif names:
        confirmed = _("confirmed by both")
    return GoalLine(
        goal=goal.goal,
        measure=goal.measure,
        due="" if goal.due_day is None else print_day(goal.due_day),
        state=states[goal.state],
        confirmed=confirmed,
        dictated=agreement_rules.dictated_by(goal, manager=manager, peer=peer.name),
    )


def _parts(
    goals: list[PeerAgreement], promises: list[Commitment], manager: str, peer: PeerManager
) -> tuple[PartLine, ...]:
    """Contributions with how their promises stand, our own first."""
    rows = []
    for side, name, owner in (
        (ContributionSide.OWN, manager, OwnerSide.MANAGER),
        (ContributionSide.PEER, peer.name, OwnerSide.PEER),
    ):
        for goal in goals:
            for part in goal.contributions:
                if part.side is not side:
                    continue
                found = [p for p in promises if p.owner_side is owner and p.text == part.text]
                promise = max(found, key=lambda p: p.agreed_day, default=None)
                rows.append(
                    PartLine(
                        who=name,
                        text=part.text,
                        due=print_day(part.due_day if promise is None else promise.due_day),
                        state=_("proposed") if promise is None else _state(promise),
                        closed=promise is not None and promise.delivered_day is not None,
                    )
                )
    return tuple(rows)


def _steps(
    goals: list[PeerAgreement], promises: list[Commitment], manager: str, peer: PeerManager
) -> tuple[PartLine, ...]:
    """What is open and is not printed as a contribution, our own first."""
    printed = {part.text for goal in goals for part in goal.contributions}
    names = {OwnerSide.MANAGER: manager, OwnerSide.PEER: peer.name}
    rows = [
        promise
        for promise in promises
        if promise.state is PromiseState.OPEN and promise.text not in printed
    ]
    rows.sort(key=lambda p: (p.owner_side is not OwnerSide.MANAGER, p.due_day, p.text))
    return tuple(
        PartLine(
            who=names.get(promise.owner_side, peer.name),
            text=promise.text,
            due=print_day(promise.due_day),
            state=_state(promise),
        )
        for promise in rows
    )


def _state(promise: Commitment) -> str:
    return {
        PromiseState.OPEN: _("open"),
        PromiseState.KEPT: _("kept"),
        PromiseState.KEPT_LATE: _("kept late"),
        PromiseState.BROKEN: _("missed"),
        PromiseState.WITHDRAWN: _("withdrawn"),
        PromiseState.VOID: _("void"),
    }[promise.state]


def _results(figures: tuple[FrozenFigure, ...]) -> tuple[str, ...]:
    if peer_meeting_rules.is_empty(figures):
        return ()
    found = {figure.key: figure for figure in figures}
    number = {key: figure.x for key, figure in found.items()}
    lines = [
        _("Hand-offs: set {set}, met {met}, met late {met_late}, missed {missed}, open {open}"),
        _("Requests as the team saw them: worth it {worth_it}, later {later}, not {dead}"),
    ]
    lines = [line.format(**number) for line in lines]
    ways = _("Their way was asked for in {x} of {n}, used in {y} of {m}")
    asked, used = found["way_asked"], found["way_used"]
    if asked.n:
        lines.append(ways.format(x=asked.x, n=asked.n, y=used.x, m=used.n))
    if peer_meeting_rules.MEDIAN in found:
        middle = found[peer_meeting_rules.MEDIAN]
        words = ngettext("Median: {n} day", "Median: {n} days", middle.x).format(n=middle.x)
        lines.append(_("{words} from set to met, {of} hand-offs").format(words=words, of=middle.n))
    return tuple(lines)


def _expected(reads: Snapshot, hand_offs: list[HandOff]) -> tuple[ExpectedLine, ...]:
    accounts = people.account_names(reads)
    reps: dict[UUID, Rep] = {rep.id: rep for rep in reads.find(Rep)}
    settings = people.workspace(reads).settings
    waiting = [
        each
        for each in hand_offs
        if each.state in (HandOffState.SET, HandOffState.MISSED) and each.due_day is not None
    ]
    words = {
        "on_track": _("on track"),
        "due_soon": _("due soon"),
        "overdue": _("overdue"),
        "stale": _("stale"),
    }
    rows = []
    for each in sorted(waiting, key=lambda each: (each.due_day or date.max, each.id)):
        age = ageing(
            state=each.state.value,
            due_in_days=((each.due_day or date.max) - reads.as_of).days,
            due_soon_days=settings.due_soon_days,
            stale_days=settings.stale_days,
        )
        rows.append(
            ExpectedLine(
                account=accounts[each.account_id],
                expectation=each.expectation,
                contact=reps[each.rep_id].name,
                due=print_day(each.due_day or date.max),
                ageing=words.get(age or "", _("missed")),
            )
        )
    return tuple(rows)


def _causes(reads: Snapshot, hand_offs: list[HandOff], since: date | None) -> tuple[str, ...]:
    causes = playbook_of(reads).causes
    found = Counter(
        each.cause_code
        for each in hand_offs
        if each.cause_code is not None
        and each.due_day is not None
        and (since is None or each.due_day > since)
    )
    rows = sorted(found.items(), key=lambda row: (-row[1], row[0].value))
    return tuple(f"{causes[code].title}: {n}" for code, n in rows)


def _coming(reads: Snapshot, team: PartnerTeam) -> tuple[ComingLine, ...]:
    accounts = people.account_names(reads)
    items = reads.find(EarlyAccessItem, team_id=team.id, state=NoticeState.OPEN)
    items.sort(key=lambda item: (-item.likelihood_pct, item.earliest, item.id))
    return tuple(
        ComingLine(
            when=print_day(item.earliest),
            account=accounts[item.account_id],
            what=item.what,
            likely=_likely(item.likelihood_pct),
        )
        for item in items
    )


def _likely(percent: int) -> str:
    if percent >= CERTAIN:
        return _("certain")
    return _("likely") if percent >= LIKELY else _("maybe")
