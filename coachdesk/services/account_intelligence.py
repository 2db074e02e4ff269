"""What partner teams know of customers: answers with source and day, earlier ones kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.account_intelligence import is_outdated, value_of
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.marketing import AccountIntelligenceAnswer
from coachdesk.domain.names import fold
from coachdesk.domain.partner_vocabulary import Confidence, IntelligenceQuestion
from coachdesk.domain.people import Account, PartnerTeam
from coachdesk.language import gettext as _
from coachdesk.services.people import add_account
from coachdesk.services.playbook import account_guide
from coachdesk.store.queries import partner_team as queries
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.account_questions import AccountQuestions, AskedQuestion, KnownCustomer
from coachdesk.views.partner_team import KnownAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer as it was typed or chosen; an empty one answers nothing."""

    typed: str
    confidence: Confidence = Confidence.HEARD
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAnswers:
    """What somebody of a team says about a customer, question by question."""

    team_id: Id[PartnerTeam]
    answers: Mapping[IntelligenceQuestion, Answered]
    account_id: Id[Account] | None = None
    new_account: str = ""
    said_by: str = ""
    day: date | None = None


def answer_about(work: UnitOfWork, new: NewAnswers) -> list[AccountIntelligenceAnswer]:
    """New answers beside the earlier ones; questions left empty stay as they were."""
    day = new.day or work.as_of
    if day > work.as_of:
        raise InputError(_("That day is still to come."), _("Choose today or an earlier day."))
    given = {q: a for q, a in new.answers.items() if a.typed.strip()}
    if not given:
        raise InputError(_("Nothing is answered yet."), _("Answer one of the four questions."))
    values = {question: value_of(question, answer.typed) for question, answer in given.items()}
    work.get(PartnerTeam, new.team_id)
    account_id = new.account_id or _new_account(work, new.new_account)
    return [
        work.put(
            AccountIntelligenceAnswer(
                id=work.new_id(AccountIntelligenceAnswer),
                account_id=account_id,
                team_id=new.team_id,
                question_id=question,
                value=values[question],
                confidence=answer.confidence,
                day=day,
                note=answer.note.strip(),
                said_by=new.said_by.strip(),
            )
        )
        for question, answer in given.items()
    ]


def remove_answer(work: UnitOfWork, id: Id[AccountIntelligenceAnswer]) -> None:
    """Said by mistake, or not theirs to pass on."""
    work.remove(work.get(AccountIntelligenceAnswer, id))


def known_of(reads: Snapshot, account_id: UUID) -> tuple[KnownAnswer, ...]:
    """The newest answer of each team to each question about one customer."""
    return queries.known_of(reads, account_guide(), account_id)


def account_questions(reads: Snapshot) -> AccountQuestions:
    """For how many customers each of the four is answered, and the customers by name."""
    answers: dict[UUID, list[AccountIntelligenceAnswer]] = {}
    for answer in reads.find(AccountIntelligenceAnswer):
        answers.setdefault(answer.account_id, []).append(answer)
    teams: dict[UUID, str] = {team.id: team.name for team in reads.find(PartnerTeam)}
    customers = tuple(
        _customer(account, answers.get(account.id, []), teams, reads.as_of)
        for account in sorted(reads.find(Account), key=lambda each: fold(each.name))
    )
    questions = tuple(
        AskedQuestion(question.text, sum(each.known[n] for each in customers), len(customers))
        for n, question in enumerate(account_guide().questions)
    )
    return AccountQuestions(questions, customers)


def _customer(
    account: Account,
    answers: list[AccountIntelligenceAnswer],
    teams: Mapping[UUID, str],
    as_of: date,
) -> KnownCustomer:
    last = max(answers, key=lambda answer: answer.day, default=None)
    given = {answer.question_id for answer in answers}
    return KnownCustomer(
        id=account.id,
        name=account.name,
        known=tuple(question.id in given for question in account_guide().questions),
        last_day=None if last is None else last.day,
        last_team="" if last is None else teams.get(last.team_id, ""),
        is_old=last is not None and is_outdated(last.day, as_of),
    )


def _new_account(work: UnitOfWork, name: str) -> Id[Account]:
    if not name.strip():
        raise InputError(_("Which customer?"), _("Type a name, or the beginning of one."))
    return add_account(work, name.strip()).id
