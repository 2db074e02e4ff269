"""What lists of opportunities and activities read."""

from datetime import date, timedelta
from uuid import UUID

from coachdesk.domain.opportunities import Activity, Opportunity, OpportunityReview
from coachdesk.domain.people import Account
from coachdesk.domain.vocabulary import ActivityKind, OpportunityResult, SelectionStage
from coachdesk.services.desk import Desk
from coachdesk.services.insight_hand_offs import since
from coachdesk.services.insight_opportunities import stage_of
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries import insights as rows
from coachdesk.store.queries import people
from coachdesk.store.queries.deals import activities_of_opportunities
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.deal_words import no_stage
from coachdesk.views.deals import ActivityLine, OpportunityChoice, OpportunityLine

DECIDED_DAYS = 365
_STAGES = tuple(SelectionStage)


def opportunities(desk: Desk) -> tuple[OpportunityLine, ...]:
    """Open ones by the customer's stage, then those of a year that ended, the newest first."""
    return desk.ask(_opportunities)


def _opportunities(reads: Snapshot) -> tuple[OpportunityLine, ...]:
    names, guides = people.account_names(reads), playbook_of(reads).stages
    reviews = {each.opportunity_id: each for each in reads.find(OpportunityReview)}
    every = reads.find(Opportunity)
    counts = activities_of_opportunities(reads)
    lines = []
    for each in every:
        review, stage = reviews.get(each.id), each.selection_stage
        lines.append(
            OpportunityLine(
                id=each.id,
                account_id=each.account_id,
                title=each.title,
                account=names[each.account_id],
                stage=stage,
                stage_title=no_stage() if stage is None else guides[stage].title,
                opened_day=each.opened_day,
                closed_day=each.closed_day,
                result=each.result,
                activities=counts.get(each.id, 0),
                tangible=review.tangible if review else "",
                intangible=review.intangible if review else "",
                collaboration=review.collaboration if review else "",
            )
        )
    after = reads.as_of - timedelta(days=DECIDED_DAYS)
    ended = [line for line in lines if line.closed_day is not None and line.closed_day > after]
    return (
        *sorted((line for line in lines if line.is_open), key=_place),
        *sorted(ended, key=lambda line: line.closed_day or date.min, reverse=True),
    )


def _place(line: OpportunityLine) -> tuple[int, str, str]:
    at = len(_STAGES) if line.stage is None else _STAGES.index(line.stage)
    return at, line.account.casefold(), line.title.casefold()


def activity_lines(
    desk: Desk, *, kind: ActivityKind | None = None, stage: str | None = None
) -> tuple[ActivityLine, ...]:
    """Activities of a year, of one kind or at one stage ("" is none): without a result first."""
    return desk.ask(_activity_lines, kind=kind, stage=stage)


def _activity_lines(
    reads: Snapshot, *, kind: ActivityKind | None, stage: str | None
) -> tuple[ActivityLine, ...]:
    until = reads.as_of
    team = {rep.id: rep for rep in people.reps_in_order(reads) if rep.is_active(until)}
    accounts: dict[UUID, Account] = {each.id: each for each in reads.find(Account)}
    possible: dict[UUID, Opportunity] = {each.id: each for each in reads.find(Opportunity)}
    lines = []
    for done in rows.activities(reads, after=since(until), until=until):
        at = stage_of(done, possible, accounts)
        fits = kind in (None, done.kind) and stage in (None, at or "")
        if done.rep_id in team and fits:
            lines.append(_line(done, team[done.rep_id].name, accounts, possible, at))
    return tuple(sorted(lines, key=lambda line: (line.has_outcome, -line.day.toordinal())))


def _line(
    done: Activity,
    name: str,
    accounts: dict[UUID, Account],
    possible: dict[UUID, Opportunity],
    stage: SelectionStage | None,
) -> ActivityLine:
    own = None if done.opportunity_id is None else possible.get(done.opportunity_id)
    return ActivityLine(
        id=done.id,
        rep_id=done.rep_id,
        name=name,
        account_id=done.account_id,
        account=accounts[done.account_id].name,
        opportunity_id=done.opportunity_id,
        opportunity="" if own is None else own.title,
        stage=stage,
        day=done.day,
        kind=done.kind,
        prepared=done.prepared,
        outcome=done.outcome,
    )


def opportunity_choices(reads: Snapshot) -> list[OpportunityChoice]:
    """Every opportunity an activity may belong to, the open ones first."""
    found = [
        OpportunityChoice(
            id=each.id,
            account_id=each.account_id,
            title=each.title,
            is_open=each.result is OpportunityResult.OPEN,
        )
        for each in reads.find(Opportunity)
    ]
    return sorted(found, key=lambda each: (not each.is_open, each.title.casefold()))
