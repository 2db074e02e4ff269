"""Whether ladders from elsewhere could have been made here (rules §3, invariants 7-10)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from coachdesk.domain.ask_rules import LEAST_REASON, needs_unmet, reason_too_short, still_open
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.promises import Commitment
from coachdesk.domain.vocabulary import Asker, AskState, MandateState, Party
from coachdesk.language import gettext as _

S = TypeVar("S", Ask, Mandate)

# What a share never has, by the names a file might give it.
_SCORES = ("due", "outcome", "commitment", "result", "got_back", "expected", "return")


def refuse_parties(thread: AskThread) -> None:
    """A thread has one asker and one party, and a rep stands on one side of it only (E-ASK-11)."""
    is_to_rep = thread.party is Party.REP
    needs_rep = is_to_rep or thread.asker is Asker.REP
    needs_party = thread.party not in (Party.REP, Party.OWN_MANAGER)
    fits = (thread.rep_id is not None) == needs_rep
    fits = fits and (thread.party_id is not None) == needs_party
    if not fits or (is_to_rep and thread.asker is Asker.REP):
        raise RuleError(
            "E-ASK-11",
            _("A request has one who asks and one who is asked."),
            _("Name both; the rep stands on one side only."),
        )


def refuse_other_rep(thread: AskThread, rep_id: UUID | None) -> None:
    """A thread stays with one rep (E-ASK-11)."""
    if rep_id is not None and thread.rep_id != rep_id:
        raise RuleError(
            "E-ASK-11",
            _("“{subject}” belongs to somebody else.").format(subject=thread.subject),
            _("Start a request of its own."),
        )


def refuse_scored(share: Mapping[str, Any]) -> None:
    """A share that brings a due day, an outcome or a promise along is none (E-SHA-01)."""
    for name, value in share.items():
        if value is not None and any(word in name for word in _SCORES):
            words = _("Share “{what}”: a share has no due date and no expected result ({field}).")
            raise RuleError(
                "E-SHA-01",
                words.format(what=share.get("text", ""), field=name),
                _("Use a request if you need something."),
            )


def check_ladders(
    threads: Iterable[AskThread],
    asks: Sequence[Ask],
    mandates: Sequence[Mandate],
    promises: Iterable[Commitment],
) -> None:
    """Refuse the first ladder that no sequence of steps leads to, by the code of its rule."""
    asked, required = _by_thread(asks), _by_thread(mandates)
    promised = {promise.id: promise for promise in promises}
    for thread in threads:
        try:
            _check_ladder(thread, asked[thread.id], required[thread.id], promised)
        except RuleError as refusal:
            words = _("Request “{subject}”: {message}")
            message = words.format(subject=thread.subject, message=refusal.message)
            raise RuleError(refusal.code, message, refusal.next_step) from None


def _check_ladder(
    thread: AskThread,
    asks: Sequence[Ask],
    mandates: Sequence[Mandate],
    promised: Mapping[Id[Commitment], Commitment],
) -> None:
    refuse_parties(thread)
    for ask in asks:
        _check_ask(ask)
        help_promise = promised.get(ask.help_commitment_id) if ask.help_commitment_id else None
        refuse_other_rep(thread, None if help_promise is None else help_promise.rep_id)
    for mandate in mandates:
        _check_mandate(mandate, asks)
    open_steps = sum(ask.state is AskState.OPEN for ask in asks)
    open_steps += sum(mandate.state is MandateState.OPEN for mandate in mandates)
    if open_steps > 1:
        raise still_open(len(asks))


def _by_thread(steps: Iterable[S]) -> Mapping[UUID, list[S]]:
    found: defaultdict[UUID, list[S]] = defaultdict(list)
    for step in steps:
        found[step.thread_id].append(step)
    return found


def _check_ask(ask: Ask) -> None:
    if ask.state is AskState.DRAFT:
        return
    if ask.due_day is None or ask.due_day < ask.day:
        raise RuleError(
            "E-ASK-01",
            _("“{what}” is due before it was asked.").format(what=ask.text),
            _("Its day is the day of the request or later."),
        )


def _check_mandate(mandate: Mandate, asks: Sequence[Ask]) -> None:
    if mandate.ladder_skipped:
        if len(mandate.skip_reason.strip()) < LEAST_REASON:
            raise reason_too_short()
        return
    unmet = {
        ask.id
        for ask in asks
        if ask.state is AskState.UNMET and ask.closed_day and ask.closed_day <= mandate.day
    }
    if not mandate.trigger_ids or not unmet.issuperset(mandate.trigger_ids):
        raise needs_unmet()
