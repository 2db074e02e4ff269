"""Requests and requirements: noted, agreed, met or not, repeated."""

from dataclasses import replace
from datetime import date

from coachdesk.domain import ask_rules, ladder_checks
from coachdesk.domain.ask_promises import following, promised_words
from coachdesk.domain.ask_rules import AskTerms, Thread
from coachdesk.domain.asks import Ask, AskThread, Mandate, Parties, to_rep
from coachdesk.domain.entity import Id
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.people import Rep
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import (
    Asker,
    AskState,
    OwnerSide,
    Party,
    PromiseOrigin,
    PromiseState,
)
from coachdesk.services.commitments import make_promise
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.store.unit_of_work import UnitOfWork

SUBJECT_LENGTH = 60
_GOES_ON = ("new", "open", "waiting")


def thread_of(reads: Snapshot, thread_id: Id[AskThread]) -> Thread:
    """All asks and mandates of one thread."""
    return ask_rules.in_order(
        reads.find(Ask, thread_id=thread_id), reads.find(Mandate, thread_id=thread_id)
    )


def thread_on(reads: Snapshot, parties: Parties, subject: str) -> AskThread | None:
    """The thread between these two on that subject that is not closed."""
    wanted = subject.strip().casefold()
    for thread in reads.find(
        AskThread,
        asker=parties.asker,
        party=parties.party,
        rep_id=parties.rep_id,
        party_id=parties.party_id,
    ):
        goes_on = thread.subject.casefold() == wanted
        if goes_on and thread_of(reads, thread.id).state in _GOES_ON:
            return thread
    return None


def subject_of(text: str) -> str:
    """By default a thread's subject is the first 60 characters of its first ask."""
    return text.strip()[:SUBJECT_LENGTH].strip()


def note_ask(
    work: UnitOfWork,
    *,
    text: str,
    rep_id: Id[Rep] | None = None,
    parties: Parties | None = None,
    thread_id: Id[AskThread] | None = None,
    hand_off_id: Id[HandOff] | None = None,
) -> Ask:
    """An unfinished request: it does not count, does not occupy its thread and never prints.

    It goes to the rep, or between the `parties`; an open thread on the subject is joined. A
    thread hangs on one hand-off at most, the first that is named.
    """
    thread = _thread(work, rep_id, parties, subject_of(text), thread_id)
    if hand_off_id is not None and thread.hand_off_id is None:
        work.put(replace(thread, hand_off_id=hand_off_id))
    return work.put(
        Ask(id=work.new_id(Ask), thread_id=thread.id, text=text.strip(), day=work.as_of)
    )


def _thread(
    work: UnitOfWork,
    rep_id: Id[Rep] | None,
    parties: Parties | None,
    subject: str,
    thread_id: Id[AskThread] | None,
) -> AskThread:
    """The thread named, or the one on this subject, or a new one."""
    if thread_id is not None:
        known = work.get(AskThread, thread_id)
        ladder_checks.refuse_other_rep(known, rep_id)
        return known
    if parties is None:
        if rep_id is None:
            raise ValueError("a request goes to somebody")
        parties = to_rep(rep_id)
    found = thread_on(work, parties, subject)
    if found is not None:
        return found
    fresh = AskThread(
        id=work.new_id(AskThread),
        asker=parties.asker,
        party=parties.party,
        rep_id=parties.rep_id,
        party_id=parties.party_id,
        subject=subject,
    )
    ladder_checks.refuse_parties(fresh)
    return work.put(fresh)


def agree_ask(work: UnitOfWork, id: Id[Ask], terms: AskTerms) -> Ask:
    """Start a noted request, as of today: it becomes a promise, and so does the help."""
    noted = replace(work.get(Ask, id), day=work.as_of)
    opened = ask_rules.started(noted, terms, thread_of(work, noted.thread_id))
    thread = work.get(AskThread, opened.thread_id)
    owner = _owner_asked(thread)
    if owner is not None:
        make_promise(
            work,
            rep_id=thread.rep_id,
            peer_manager_id=_peer(thread),
            side=owner,
            text=promised_words(opened),
            due_day=opened.due_day or work.as_of,
            origin=PromiseOrigin.ASK,
            origin_id=opened.id,
        )
    if terms.help.strip() and _keeps_promises(thread):
        promised = make_promise(
            work,
            rep_id=thread.rep_id,
            peer_manager_id=_peer(thread),
            side=OwnerSide.MANAGER if thread.asker is Asker.MANAGER else OwnerSide.REP,
            text=terms.help,
            due_day=terms.help_due_day or opened.due_day or work.as_of,
            origin=PromiseOrigin.ASK,
            origin_id=opened.id,
        )
        opened = replace(opened, help_commitment_id=promised.id)
    return work.put(opened)


def _owner_asked(thread: AskThread) -> OwnerSide | None:
    """Whose promise an agreed request is; customers, departments and one's manager keep none."""
    if thread.asker is Asker.REP:
        return None
    return {Party.REP: OwnerSide.REP, Party.PEER_MANAGER: OwnerSide.PEER}.get(thread.party)


def _keeps_promises(thread: AskThread) -> bool:
    """A promise needs a rep or a peer manager on one of its sides."""
    return thread.rep_id is not None or thread.party is Party.PEER_MANAGER


def _peer(thread: AskThread) -> Id[PeerManager] | None:
    if thread.party is not Party.PEER_MANAGER or thread.party_id is None:
        return None
    peer: Id[PeerManager] = as_id(thread.party_id)
    return peer


def finish_ask(work: UnitOfWork, id: Id[Ask], text: str, terms: AskTerms) -> Ask:
    """Agree a request that was left unfinished, in these words."""
    if work.get(Ask, id).text != text.strip():
        reword_ask(work, id, text)
    return agree_ask(work, id, terms)


def ask_for(
    work: UnitOfWork,
    text: str,
    terms: AskTerms,
    *,
    rep_id: Id[Rep] | None = None,
    parties: Parties | None = None,
) -> Ask:
    """A request to the rep, or between the parties, agreed at once."""
    noted = note_ask(work, text=text, rep_id=rep_id, parties=parties)
    return agree_ask(work, noted.id, terms)


def ask_again(work: UnitOfWork, thread_id: Id[AskThread], text: str, terms: AskTerms) -> Ask:
    """The next request on a subject that was not met, agreed at once."""
    noted = note_ask(work, text=text, thread_id=thread_id)
    return agree_ask(work, noted.id, terms)


def reword_ask(work: UnitOfWork, id: Id[Ask], text: str) -> Ask:
    """Other words for a request that is not agreed yet, or is open; its promise follows."""
    ask = work.get(Ask, id)
    if ask.state not in (AskState.DRAFT, AskState.OPEN):
        raise ask_rules.closed_step()
    thread = work.get(AskThread, ask.thread_id)
    if thread.subject == subject_of(ask.text) and len(thread_of(work, thread.id).asks) == 1:
        work.put(replace(thread, subject=subject_of(text)))
    reworded = work.put(replace(ask, text=text.strip()))
    for promise in promises_of(work, ask):
        if promise.state is PromiseState.OPEN:
            work.put(replace(promise, text=promised_words(reworded)))
    return reworded


def promises_of(reads: Snapshot, ask: Ask) -> list[Commitment]:
    """What the one who was asked promised by agreeing; the help is the asker's and none of it."""
    found = reads.find(Commitment, origin_kind=PromiseOrigin.ASK, origin_id=ask.id)
    return [promise for promise in found if promise.id != ask.help_commitment_id]


def _settled(work: UnitOfWork, ask: Ask) -> Ask:
    """Write what became of a request, and of the promise it was."""
    for promise in promises_of(work, ask):
        moved = following(promise, ask, as_of=work.as_of)
        if moved != promise:
            work.put(moved)
    return work.put(ask)


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
    return _settled(work, ask_rules.met(work.get(Ask, id), day or work.as_of, as_of=work.as_of))


def move_ask(work: UnitOfWork, id: Id[Ask], due_day: date, *, both_agree: bool) -> Ask:
    """A later day that both agreed."""
    ask = work.get(Ask, id)
    moved = ask_rules.renegotiated(ask, due_day, both_agree=both_agree, as_of=work.as_of)
    return _settled(work, moved)


def close_ask_unmet(work: UnitOfWork, id: Id[Ask], reason: str = "", rep_view: str = "") -> Ask:
    """Not met, with the reason and the rep's view."""
    ask = work.get(Ask, id)
    closed = ask_rules.closed_as_unmet(
        ask, _help_of(work, ask), reason=reason, rep_view=rep_view, as_of=work.as_of
    )
    return _settled(work, closed)


def void_ask(work: UnitOfWork, id: Id[Ask], reason: str = "") -> Ask:
    """Void for help that failed; help that never came is closed as broken."""
    ask = work.get(Ask, id)
    promised = _help_of(work, ask)
    closed = ask_rules.voided(ask, promised, reason=reason, as_of=work.as_of)
    if promised is not None and promised.state is PromiseState.OPEN:
        work.put(promised.broken("", as_of=work.as_of))
    return _settled(work, closed)


def withdraw_ask(work: UnitOfWork, id: Id[Ask], reason: str) -> Ask:
    """Taken back with a reason."""
    return _settled(work, ask_rules.withdrawn(work.get(Ask, id), reason, as_of=work.as_of))


def require(
    work: UnitOfWork,
    *,
    what: str,
    how: str,
    due_day: date,
    rep_id: Id[Rep] | None = None,
    parties: Parties | None = None,
    thread_id: Id[AskThread] | None = None,
    skip_reason: str = "",
) -> Mandate:
    """A requirement on an unmet request, or with the ladder skipped for a written reason."""
    thread = _thread(work, rep_id, parties, subject_of(what), thread_id)
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
    return work.put(ask_rules.required(mandate, thread_of(work, thread.id)))


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
