"""Ladders of requests as rows: to one rep, and between other parties."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from coachdesk.domain.ask_rules import UNCOUNTED, Thread, help_failed, in_order
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.entity import Id
from coachdesk.domain.parties import Contact, PeerManager
from coachdesk.domain.people import Account, PartnerTeam
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import Asker, AskState, MandateState, Party
from coachdesk.language import gettext as _
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.rep import AskRow, HelpState, LadderStep

S = TypeVar("S", Ask, Mandate)
Promised = Mapping[Id[Commitment], Commitment]
Names = Mapping[UUID | None, tuple[str, str]]

_UNSETTLED = (AskState.OPEN, AskState.UNMET, AskState.VOID)
OTHERS = tuple(party for party in Party if party is not Party.REP)


def ask_rows(reads: Snapshot, rep_id: UUID) -> list[AskRow]:
    """What is asked of this rep and not settled, the one due first at the top."""
    return _rows(reads, reads.find(AskThread, rep_id=rep_id, party=Party.REP), {})


def rep_asks(reads: Snapshot, rep_id: UUID) -> list[AskRow]:
    """What this rep asks of customers and partners."""
    threads = reads.find(AskThread, rep_id=rep_id, asker=Asker.REP)
    return _rows(reads, threads, _names(reads, threads))


def own_asks(reads: Snapshot) -> list[AskRow]:
    """What the manager asks of peers, departments and the own manager."""
    threads = reads.find(AskThread, asker=Asker.MANAGER, party=OTHERS)
    return _rows(reads, threads, _names(reads, threads))


def _names(reads: Snapshot, threads: Sequence[AskThread]) -> Names:
    """Who is asked, and the customer of a contact, by the party; the own manager has no id."""
    ids = tuple({thread.party_id for thread in threads if thread.party_id is not None})
    contacts = reads.find(Contact, id=ids)
    peers = reads.find(PeerManager, id=ids)
    accounts = {each.id: each.name for each in reads.find(Account)} if contacts else {}
    names: dict[UUID | None, tuple[str, str]] = {None: (_("your manager"), "")}
    names |= {team.id: (team.name, "") for team in reads.find(PartnerTeam, id=ids)}
    names |= {peer.id: (peer.name, "") for peer in peers}
    names |= {each.id: (each.name, accounts[each.account_id]) for each in contacts}
    return names


def _rows(reads: Snapshot, threads: Sequence[AskThread], names: Names) -> list[AskRow]:
    """The step of each thread that is not settled, and its unfinished requests."""
    ids = tuple(thread.id for thread in threads)
    asks = _by_thread(reads.find(Ask, thread_id=ids))
    mandates = _by_thread(reads.find(Mandate, thread_id=ids))
    helps = [ask.help_commitment_id for found in asks.values() for ask in found]
    wanted = tuple(id for id in helps if id is not None)
    promised = {promise.id: promise for promise in reads.find(Commitment, id=wanted)}
    rows: list[AskRow] = []
    for thread in threads:
        whole = in_order(asks[thread.id], mandates[thread.id])
        to = names.get(thread.party_id, ("", ""))
        rows += _rows_of(thread, whole, promised, to, reads.as_of)
    return sorted(rows, key=lambda row: (row.due_day or date.max, row.subject))


def _by_thread(found: Sequence[S]) -> Mapping[UUID, list[S]]:
    grouped: defaultdict[UUID, list[S]] = defaultdict(list)
    for item in found:
        grouped[item.thread_id].append(item)
    return grouped


def _rows_of(
    thread: AskThread, whole: Thread, promised: Promised, to: tuple[str, str], as_of: date
) -> Iterator[AskRow]:
    last, steps = whole.last_step, tuple(ladder(whole))
    if isinstance(last, Mandate) and last.state is MandateState.OPEN:
        yield AskRow(
            id=last.id,
            thread_id=thread.id,
            subject=thread.subject,
            text=last.what,
            day=last.day,
            how=last.how,
            help=last.how,
            due_day=last.due_day,
            steps=steps,
            state=last.state,
            is_requirement=True,
            is_skipped=last.ladder_skipped,
            asker=thread.asker,
            party=thread.party,
            to=to[0],
            place=to[1],
        )
    shown = [last] if isinstance(last, Ask) and last.state in _UNSETTLED else []
    shown += [ask for ask in whole.asks if ask.state is AskState.DRAFT]
    for ask in shown:
        help_promise = promised.get(ask.help_commitment_id) if ask.help_commitment_id else None
        is_open = ask.state is AskState.OPEN
        yield AskRow(
            id=ask.id,
            thread_id=thread.id,
            subject=thread.subject,
            text=ask.text,
            day=ask.day,
            how=ask.how,
            help=ask.help,
            due_day=ask.due_day,
            steps=steps,
            state=ask.state,
            help_failed=is_open and help_failed(ask, help_promise, as_of=as_of),
            may_require=bool(whole.unmet) and whole.open_step is None,
            help_state=_help_state(ask, help_promise, as_of),
            asker=thread.asker,
            party=thread.party,
            to=to[0],
            place=to[1],
        )


def _help_state(ask: Ask, help_promise: Commitment | None, as_of: date) -> HelpState:
    if help_promise is None:
        return HelpState.NONE
    if help_failed(ask, help_promise, as_of=as_of):
        return HelpState.LATE
    return HelpState.DUE if help_promise.delivered_day is None else HelpState.DELIVERED


def ladder(whole: Thread) -> Iterator[LadderStep]:
    """Requests numbered as they count, and requirements, in the order they were made."""
    for step in whole.steps:
        if isinstance(step, Mandate):
            label, form = _("Requirement"), None
        elif step.state not in UNCOUNTED:
            label, form = _("Request {n}").format(n=whole.number_of(step)), step.form
        else:
            continue
        yield LadderStep(
            id=step.id,
            label=label,
            day=step.day,
            due_day=step.due_day,
            state=step.state,
            form=form,
        )
