"""What partner teams know of customers: answers with source and day, earlier ones kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.account_intelligence import value_of
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.marketing import AccountIntelligenceAnswer
from coachdesk.domain.partner_vocabulary import Confidence, IntelligenceQuestion
from coachdesk.domain.people import Account, PartnerTeam
from coachdesk.language import gettext as _
from coachdesk.services.people import add_account
from coachdesk.services.playbook import account_guide
from coachdesk.store.queries import partner_team as queries
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
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


def _new_account(work: UnitOfWork, name: str) -> Id[Account]:
    if not name.strip():
        raise InputError(_("Which customer?"), _("Type a name, or the beginning of one."))
    return add_account(work, name.strip()).id
