"""Expectations agreed with reps: explained, said in the rep's own words, looked at."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from coachdesk.domain import expectation_rules as rules
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.expectations import ExpectationAgreement, Inspection
from coachdesk.domain.people import Rep
from coachdesk.domain.people_rules import check_on_team
from coachdesk.domain.playbook_vocabulary import Found
from coachdesk.domain.situation_words import SituationWords
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import BuyIn
from coachdesk.language import gettext as _
from coachdesk.services.situations import situations
from coachdesk.store.queries import expectations as queries
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.expectations import ExpectationRow, talk_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What is agreed with a rep about one situation, as it was typed; a rhythm in days or none."""

    explained_day: date | None = None
    in_it_for_rep: str = ""
    rep_words: str = ""
    bought_in: BuyIn = BuyIn.NOT_YET
    inspected_how: str = ""
    inspect_every_days: int | None = None


def agree_expectation(
    work: UnitOfWork,
    rep_id: Id[Rep],
    situation: str,
    agreed: Agreed,
    session_id: Id[CoachingSession] | None = None,
) -> ExpectationAgreement:
    """Agree it, or agree it anew in the words in force; the looks so far stay."""
    words = _words(work, situation)
    rules.check_open(words.title, is_archived=words.is_archived)
    check_on_team(work.get(Rep, rep_id), work.as_of)
    known = agreement_of(work, rep_id, situation) or ExpectationAgreement(
        id=work.new_id(ExpectationAgreement), rep_id=rep_id, situation=situation
    )
    agreement = replace(
        known,
        explained_day=agreed.explained_day or work.as_of,
        in_it_for_rep=agreed.in_it_for_rep.strip(),
        rep_words=agreed.rep_words.strip(),
        bought_in=agreed.bought_in,
        inspected_how=agreed.inspected_how.strip(),
        inspect_every_days=agreed.inspect_every_days,
        version=words.version,
        agreed_in_id=session_id or known.agreed_in_id,
    )
    rules.check_agreement(agreement, as_of=work.as_of)
    return work.put(agreement)


def look_at_expectation(
    work: UnitOfWork,
    rep_id: Id[Rep],
    situation: str,
    found: Found,
    note: str = "",
    *,
    day: date | None = None,
    session_id: Id[CoachingSession] | None = None,
) -> ExpectationAgreement:
    """One look at whether it is met, in a talk or between two."""
    look = Inspection(day=day or work.as_of, found=found, note=note.strip(), session_id=session_id)
    known = agreement_of(work, rep_id, situation)
    return work.put(rules.looked(known, look, as_of=work.as_of))


def remove_look(work: UnitOfWork, rep_id: Id[Rep], situation: str, at: int) -> None:
    """Take out a look that was entered by mistake."""
    known = agreement_of(work, rep_id, situation)
    if known is not None:
        work.put(rules.without_look(known, at))


def agreement_of(reads: Snapshot, rep_id: UUID, situation: str) -> ExpectationAgreement | None:
    """What is stored about one rep and one situation."""
    found = reads.find(ExpectationAgreement, rep_id=rep_id, situation=situation)
    return found[0] if found else None


def rep_expectations(reads: Snapshot, rep_id: UUID) -> tuple[ExpectationRow, ...]:
    """The expectations that concern one rep, never agreed first."""
    return queries.rep_expectations(reads, situations(reads), rep_id)


def expectation_lines(reads: Snapshot, rep_id: UUID) -> tuple[str, ...]:
    """“Large deal: never agreed”: what is to be talked about, a line each."""
    rows = rep_expectations(reads, rep_id)
    return tuple(talk_line(row, reads.as_of) for row in rows if row.needs_talk)


def situation_of_agreement(reads: Snapshot, id: UUID) -> str:
    """The situation an agreement is about; empty if the agreement is gone."""
    found = reads.peek(ExpectationAgreement, as_id(id))
    return "" if found is None else found.situation


def days_from(typed: str) -> int | None:
    """“14”, “14 days”, “2 weeks” or nothing as a rhythm in days."""
    words = typed.strip().casefold().split()
    if not words:
        return None
    weeks = len(words) > 1 and words[1].startswith(_("week"))
    if len(words) > 2 or not (words[0].isascii() and words[0].isdecimal()):
        raise InputError(
            _("“{typed}” is not a number of days.").format(typed=typed.strip()),
            _("Type a number such as 14, or leave it empty."),
        )
    return int(words[0][:4]) * (7 if weeks else 1)


def _words(reads: Snapshot, situation: str) -> SituationWords:
    known = situations(reads)
    if situation not in known:
        raise InputError(_("That situation is gone."), _("Choose another one."), code="unknown")
    return known[situation]
