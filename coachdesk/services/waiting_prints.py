"""What waits for a printer, as the list of it shows it."""

from coachdesk.domain.documents import PrintQueueItem
from coachdesk.domain.people import Rep
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import DocumentKind
from coachdesk.language import gettext as _
from coachdesk.services.documents import print_queue
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.dates import print_day
from coachdesk.views.waiting_prints import WaitingPrint


def waiting_prints(reads: Snapshot) -> tuple[WaitingPrint, ...]:
    """Every waiting page, the one asked for first on top."""
    items = sorted(print_queue(reads), key=lambda item: item.asked_day)
    return tuple(_row(reads, item) for item in items)


def _row(reads: Snapshot, item: PrintQueueItem) -> WaitingPrint:
    about = item.subject_id
    is_summary = item.kind is DocumentKind.SUMMARY
    talk = reads.peek(CoachingSession, as_id(about)) if is_summary and about else None
    rep = None
    if talk is not None:
        rep = reads.get(Rep, talk.rep_id)
    elif about is not None and not is_summary:
        rep = reads.peek(Rep, as_id(about))
    return WaitingPrint(
        id=item.id,
        title=_title(talk, rep),
        asked_day=item.asked_day,
        copies=item.copies,
        session_id=talk.id if talk else None,
        rep_id=rep.id if rep else None,
    )


def _title(talk: CoachingSession | None, rep: Rep | None) -> str:
    if talk is not None and rep is not None:
        return _("Summary for {name}, {day}").format(name=rep.name, day=print_day(talk.day))
    if rep is not None:
        return _("Observation form for {name}").format(name=rep.name)
    return _("Observation form")
