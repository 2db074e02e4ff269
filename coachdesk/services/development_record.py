"""The development record of one rep over a calendar quarter, for the rep (document f)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from coachdesk.domain.day_names import month_names
from coachdesk.domain.talk_rules import AFTER
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    DocumentKind,
    Label,
    PrintMeans,
    TalkState,
    WhoAsked,
)
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.desk import Desk
from coachdesk.services.development_counts import (
    activities_told,
    gains_told,
    hand_offs_told,
    plans_told,
    promises_told,
    requests_told,
)
from coachdesk.services.documents import Printed, paper_of, record_print
from coachdesk.services.drawing import Drawn, drawn
from coachdesk.services.quarters import Quarter, quarter_before, read_quarter
from coachdesk.services.saved_files import refuse_store, write_named
from coachdesk.services.summary_evidence import missing_words
from coachdesk.store.queries import evidence, labels
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.briefs import Paper
from coachdesk.views.changes import Changes
from coachdesk.views.dates import print_day
from coachdesk.views.development_record import DevelopmentRecord, QuarterLine
from coachdesk.views.evidence import Event
from coachdesk.views.insight_words import percent
from coachdesk.views.label_words import printed_label


def development_record(
    reads: Snapshot, rep_id: UUID, before: date | None = None
) -> DevelopmentRecord:
    """What is known of one rep's quarter: the last one that ended before today, or before a day."""
    found = read_quarter(reads, rep_id, *quarter_before(before or reads.as_of))
    months = month_names()
    return DevelopmentRecord(
        language=found.space.locale,
        company=found.space.company_name,
        manager=found.space.manager_name,
        rep=found.rep.name,
        role=found.rep.role,
        quarter=_("{first} to {last} {year}").format(
            first=months[found.first.month - 1],
            last=months[found.last.month - 1],
            year=found.last.year,
        ),
        span=_("{first} to {last} {year}").format(
            first=print_day(found.first), last=print_day(found.last), year=found.last.year
        ),
        seen=_seen(found.events),
        talks=_talks(found),
        behaviours=_behaviours(found),
        plans=plans_told(found),
        hand_offs=hand_offs_told(found),
        promises=promises_told(found),
        requests=requests_told(found),
        gains=gains_told(found),
        activities=activities_told(found),
        reading=_reading(found),
    )


def draw_development_record(
    record: DevelopmentRecord, paper: Paper, own: Path | None = None
) -> Drawn:
    """The record on paper."""
    from coachdesk.reports.development_record import render_development_record

    return drawn(render_development_record(record, paper, own))


def record_development_record(
    desk: Desk, rep_id: UUID, content: bytes, means: PrintMeans
) -> Changes:
    """Remember that the record left the program."""
    return desk.do_print(
        record_print, kind=DocumentKind.RECORD, means=means, content=content, rep_id=rep_id
    ).changes


def save_development_record(
    desk: Desk, rep_id: UUID, path: Path, paper: Paper | None = None
) -> Printed:
    """Draw the record, write it, and remember that it left the program."""
    refuse_store(desk, path)
    record = desk.ask(development_record, rep_id)
    done = draw_development_record(record, paper or paper_of(desk), desk.own_templates)
    write_named(desk, path, done.pdf)
    record_development_record(desk, rep_id, done.pdf, PrintMeans.FILE)
    return Printed(done.pdf, done.pages, path.name, done.missing, done.template_fault)


def record_file_name(rep: str, day: date) -> str:
    """A file name that every system takes."""
    safe = "".join(c if c.isalnum() else "-" for c in rep.lower()).strip("-")
    return f"development-record-{safe or 'rep'}-{day.isoformat()}.pdf"


def _seen(events: Iterable[Event]) -> str:
    found = list(events)
    seen = len({event.observation_id for event in found})
    accounts = len({event.account for event in found if event.account})
    return ", ".join(
        (
            ngettext("{n} observation", "{n} observations", seen).format(n=seen),
            ngettext("{n} account", "{n} accounts", accounts).format(n=accounts),
        )
    )


def _talks(found: Quarter) -> str:
    """One-on-ones held, moved and cancelled, and who asked for it."""
    own = [t for t in found.reads.find(CoachingSession, rep_id=found.rep.id) if found.holds(t.day)]
    held = sum(talk.state in AFTER for talk in own)
    parts = [ngettext("{n} one-on-one held", "{n} one-on-ones held", held).format(n=held)]
    words = {TalkState.MOVED: _("moved"), TalkState.CANCELLED: _("cancelled")}
    for state, said in words.items():
        asked = Counter(talk.who_asked for talk in own if talk.state is state)
        if not asked:
            parts.append(f"0 {said}")
            continue
        by = ", ".join(f"{asked[who]} {word}" for who, word in _askers() if asked[who])
        parts.append(f"{asked.total()} {said}" + (f" ({by})" if by else ""))
    return ", ".join(parts)


def _askers() -> tuple[tuple[WhoAsked, str], ...]:
    return (
        (WhoAsked.MANAGER, _("by the manager")),
        (WhoAsked.REP, _("by the rep")),
        (WhoAsked.OTHER, _("by others")),
    )


def _behaviours(found: Quarter) -> tuple[QuarterLine, ...]:
    """The nine behaviours, or nothing while nothing was observed in the quarter."""
    if not found.events:
        return ()
    settings = found.space.settings
    window = evidence.events(
        found.reads,
        found.playbook,
        after=found.last - timedelta(days=settings.level_window_days),
        until=found.last,
        rep_id=found.rep.id,
    )
    start = _labels(found, found.first)
    # What a quarter ends with is looked at on the day after it.
    end = _labels(found, min(found.last + timedelta(days=1), found.reads.as_of))
    lines = []
    for key, guide in found.playbook.behaviours.items():
        own = [event for event in found.events if event.behaviour is key]
        counted = _("not seen in this quarter")
        if own:
            well = sum(event.value >= evidence.WELL for event in own)
            counted = _("rated 4 or 5: {x} of {n}").format(x=well, n=len(own))
        missing = missing_words(settings, [e for e in window if e.behaviour is key])
        lines.append(
            QuarterLine(
                letter=guide.letter,
                title=guide.title,
                counted=counted,
                labels=_label_words(start.get(key), end.get(key), missing),
            )
        )
    return tuple(lines)


def _labels(found: Quarter, day: date) -> Mapping[BehaviourKey, Label]:
    newest = labels.newest(found.reads, [found.rep.id], day)
    return {key: snapshot.label for (_rep, key), snapshot in newest.items()}


def _label_words(start: Label | None, end: Label | None, missing: str) -> str:
    """The label at both ends of the quarter; what is missing stands where there is none."""
    parts = []
    if start is end and end is not None:
        parts.append(_("start and end: {label}").format(label=printed_label(end, "")))
    else:
        if start is not None:
            parts.append(_("start: {label}").format(label=printed_label(start, "")))
        if end is not None:
            parts.append(_("end: {label}").format(label=printed_label(end, "")))
    if missing and end in (None, Label.NOT_ENOUGH):
        parts.append(missing)
    return ", ".join(parts)


def _reading(found: Quarter) -> tuple[str, ...]:
    settings = found.space.settings
    needed = _(
        "Labels need at least {events} observations at {accounts} accounts in {weeks} weeks, "
        "{certainty}\u00a0% certainty and two months in a row."
    ).format(
        events=settings.min_events,
        accounts=settings.min_accounts,
        weeks=settings.min_weeks,
        certainty=percent(settings.certainty),
    )
    return (
        needed,
        _("They describe this person’s own observations and compare nobody."),
    )
