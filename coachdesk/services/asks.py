"""Requests and requirements: noted, agreed, met or not, repeated."""

from dataclasses import replace
from datetime import date

from coachdesk.domain import ask_rules
from coachdesk.domain.ask_rules import AskTerms, Thread
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.entity import Id
from coachdesk.domain.people import Rep
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import Asker, AskState, OwnerSide, Party, PromiseOrigin
from coachdesk.services.promises import make_promise
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork

SUBJECT_LENGTH = 60


def thread_of(reads: Snapshot, thread_id: Id[AskThread]) -> Thread:
    """All asks and mandates of one thread."""
    return ask_rules.in_order(
        reads.find(Ask, thread_id=thread_id), reads.find(Mandate, thread_id=thread_id)
    )


def thread_on(reads: Snapshot, rep_id: Id[Rep], subject: str) -> AskThread | None:
    """The manager's thread with this rep on that subject that is not closed."""
    wanted = subject.strip().casefold()
    for thread in reads.find(AskThread, rep_id=rep_id, asker=Asker.MANAGER, party=Party.REP):
        if thread.subject.casefold() != wanted:
            continue
        if thread_of(reads, thread.id).state in ("new", "open", "waiting"):
            return thread
    return None


def subject_of(text: str) -> str:
    """By default a thread's subject is the first 60 characters of its first ask."""
    return text.strip()[:SUBJECT_LENGTH].strip()


def note_ask(
    work: UnitOfWork, *, rep_id: Id[Rep], text: str, thread_id: Id[AskThread] | None = None
) -> Ask:
    """An unfinished request: it does not count, does not occupy its thread and never prints."""
    subject = subject_of(text)
    thread = (
        work.get(AskThread, thread_id)
        if thread_id is not None
        else thread_on(work, rep_id, subject)
        or work.put(
            AskThread(
                id=work.new_id(AskThread),
                asker=Asker.MANAGER,
                party=Party.REP,
                rep_id=rep_id,
                subject=subject,
            )
        )
    )
    return work.put(
        Ask(id=work.new_id(Ask), thread_id=thread.id, text=text.strip(), day=work.as_of)
    )


def agree_ask(work: UnitOfWork, id: Id[Ask], terms: AskTerms) -> Ask:
    """Start a noted request; promised help becomes the manager's promise."""
    ask = work.get(Ask, id)
    thread = thread_of(work, ask.thread_id)
    opened = ask_rules.started(ask, terms, thread)
    rep_id = work.get(AskThread, ask.thread_id).rep_id
    if terms.help.strip() and rep_id is not None:
        promised = make_promise(
            work,
            rep_id=rep_id,
            side=OwnerSide.MANAGER,
            text=terms.help,
            due_day=terms.help_due_day or opened.due_day or work.as_of,
            origin=PromiseOrigin.ASK,
            origin_id=ask.id,
        )
        opened = replace(opened, help_commitment_id=promised.id)
    return work.put(opened)


def finish_ask(work: UnitOfWork, id: Id[Ask], text: str, terms: AskTerms) -> Ask:
    """Agree a request that was left unfinished, in these words."""
    if work.get(Ask, id).text != text.strip():
        reword_ask(work, id, text)
    return agree_ask(work, id, terms)


def ask_again(work: UnitOfWork, thread_id: Id[AskThread], text: str, terms: AskTerms) -> Ask:
    """The next request on a subject that was not met, agreed at once."""
    rep_id = work.get(AskThread, thread_id).rep_id
    if rep_id is None:
        raise ValueError("a request to a rep is about that rep")
    noted = note_ask(work, rep_id=rep_id, text=text, thread_id=thread_id)
    return agree_ask(work, noted.id, terms)


def reword_ask(work: UnitOfWork, id: Id[Ask], text: str) -> Ask:
    """Other words for a request that is not agreed yet, or was agreed today."""
    ask = work.get(Ask, id)
    thread = work.get(AskThread, ask.thread_id)
    if thread.subject == subject_of(ask.text) and len(thread_of(work, thread.id).asks) == 1:
        work.put(replace(thread, subject=subject_of(text)))
    return work.put(replace(ask, text=text.strip()))


def discard_ask(work: UnitOfWork, id: Id[Ask]) -> None:
    """Drop an unfinished request, with its thread if nothing else is in it."""
    ask = work.get(Ask, id)
    if ask.state is not AskState.DRAFT:
        return
    work.remove(ask)
    rest = thread_of(work, ask.thread_id)
    if not rest.asks and not rest.mandates:
        work.remove(work.get(AskThread, ask.thread_id))


def _help_of(work: UnitOfWork, ask: Ask) -> Commitment | None:
    return None if ask.help_commitment_id is None else work.get(Commitment, ask.help_commitment_id)


def meet_ask(work: UnitOfWork, id: Id[Ask], day: date | None = None) -> Ask:
    """Done on that day, today unless given."""
    return work.put(ask_rules.met(work.get(Ask, id), day or work.as_of, as_of=work.as_of))


def move_ask(work: UnitOfWork, id: Id[Ask], due_day: date, *, both_agree: bool) -> Ask:
    """A later day that both agreed."""
    ask = work.get(Ask, id)
    return work.put(ask_rules.renegotiated(ask, due_day, both_agree=both_agree, as_of=work.as_of))


def close_ask_unmet(work: UnitOfWork, id: Id[Ask], reason: str = "", rep_view: str = "") -> Ask:
    """Not met, with the reason and the rep's view."""
    ask = work.get(Ask, id)
    return work.put(
        ask_rules.closed_as_unmet(
            ask, _help_of(work, ask), reason=reason, rep_view=rep_view, as_of=work.as_of
        )
    )


def void_ask(work: UnitOfWork, id: Id[Ask], reason: str = "") -> Ask:
    """Void for help that failed; help that never came is closed as broken."""
    ask = work.get(Ask, id)
    promised = _help_of(work, ask)
    closed = ask_rules.voided(ask, promised, reason=reason, as_of=work.as_of)
    if promised is not None and promised.delivered_day is None:
        work.put(promised.broken(reason, as_of=work.as_of))
    return work.put(closed)


def withdraw_ask(work: UnitOfWork, id: Id[Ask], reason: str) -> Ask:
    """Taken back with a reason."""
    return work.put(ask_rules.withdrawn(work.get(Ask, id), reason, as_of=work.as_of))


def require(
    work: UnitOfWork,
    *,
    rep_id: Id[Rep],
    what: str,
    how: str,
    due_day: date,
    thread_id: Id[AskThread] | None = None,
    skip_reason: str = "",
) -> Mandate:
    """A requirement on an unmet request, or with the ladder skipped for a written reason."""
    if thread_id is None:
        thread = thread_on(work, rep_id, subject_of(what)) or AskThread(
            id=work.new_id(AskThread),
            asker=Asker.MANAGER,
            party=Party.REP,
            rep_id=rep_id,
            subject=subject_of(what),
        )
    else:
        thread = work.get(AskThread, thread_id)
    mandate = Mandate(
        id=work.new_id(Mandate),
        thread_id=thread.id,
        what=what.strip(),
        how=how.strip(),
        day=work.as_of,
        due_day=due_day,
        ladder_skipped=bool(skip_reason.strip()),
        skip_reason=skip_reason.strip(),
    )
    checked = ask_rules.required(mandate, thread_of(work, thread.id))
    work.put(thread)
    return work.put(checked)


def meet_mandate(work: UnitOfWork, id: Id[Mandate], day: date | None = None) -> Mandate:
    """Done on that day, today unless given."""
    mandate = work.get(Mandate, id)
    return work.put(ask_rules.mandate_met(mandate, day or work.as_of, as_of=work.as_of))


def close_mandate_unmet(
    work: UnitOfWork, id: Id[Mandate], reason: str = "", rep_view: str = ""
) -> Mandate:
    """Not met, with the reason and the rep's view."""
    mandate = work.get(Mandate, id)
    return work.put(
        ask_rules.mandate_unmet(mandate, reason=reason, rep_view=rep_view, as_of=work.as_of)
    )


def withdraw_mandate(work: UnitOfWork, id: Id[Mandate], reason: str) -> Mandate:
    """Taken back with a reason."""
    return work.put(ask_rules.mandate_withdrawn(work.get(Mandate, id), reason, as_of=work.as_of))
