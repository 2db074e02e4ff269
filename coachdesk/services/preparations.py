"""The rep's own preparation on paper: a form with fields for the next talk.

It is listed as a form of its own number, about a talk; the form with six rows is about a rep.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from coachdesk.domain.errors import InputError
from coachdesk.domain.paper import form_code
from coachdesk.domain.people import Rep
from coachdesk.domain.preparation_answers import field_mark, rating_key
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import CHAIN, BehaviourKey, DocumentKind, PrintMeans
from coachdesk.language import gettext as _
from coachdesk.services.briefs import next_talk_of
from coachdesk.services.desk import Desk
from coachdesk.services.documents import Printed, next_form_number, paper_of, record_print
from coachdesk.services.drawing import Drawn
from coachdesk.services.saved_files import refuse_store, write_named
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries.evidence import events
from coachdesk.store.queries.people import workspace
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.briefs import Paper
from coachdesk.views.changes import Changes
from coachdesk.views.dates import long_day, print_day
from coachdesk.views.evidence import Event
from coachdesk.views.preparation_brief import PreparationBrief, RatingChoice, SeenEvent

HINTS_FOR_ANYBODY = 3
"""The hints after these speak of private notes, to the manager."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationForm:
    """A form before it is drawn: of which talk, under which number."""

    session_id: UUID
    number: int
    brief: PreparationBrief

    @property
    def file_name(self) -> str:
        """A file name that every system takes: rep and form code."""
        safe = "".join(c if c.isalnum() else "-" for c in self.brief.rep.lower()).strip("-")
        return f"preparation-{safe or 'rep'}-{self.brief.form_code}.pdf"


def new_preparation(reads: Snapshot, rep_id: UUID) -> PreparationForm:
    """A form for the rep's next talk with the next free number; InputError without a talk."""
    talk, number = talk_to_prepare(reads, rep_id), next_form_number(reads)
    brief = preparation_brief(reads, number, talk.id)
    return PreparationForm(session_id=talk.id, number=number, brief=brief)


def talk_to_prepare(reads: Snapshot, rep_id: UUID) -> CoachingSession:
    """The rep's next talk; without one there is nothing to prepare (InputError)."""
    talk = next_talk_of(reads, as_id(rep_id))
    if talk is None:
        name = reads.get(Rep, as_id(rep_id)).name
        raise InputError(
            _("No one-on-one with {name} is planned.").format(name=name),
            _("Plan one first; the form carries its day."),
            code="session",
        )
    return talk


def preparation_brief(reads: Snapshot, number: int, session_id: UUID) -> PreparationBrief:
    """The form with that number, for the rep of one talk."""
    talk = reads.get(CoachingSession, as_id(session_id))
    space, playbook = workspace(reads), playbook_of(reads)
    code = form_code(number=number)
    return PreparationBrief(
        language=space.locale,
        company=space.company_name,
        rep=reads.get(Rep, talk.rep_id).name,
        manager=space.manager_name,
        day=long_day(talk.day),
        form_code=code,
        mark=field_mark(code, talk.id),
        made_on=long_day(reads.as_of),
        events=tuple(
            SeenEvent(
                key=rating_key(event.observation_id, event.behaviour),
                letter=event.letter,
                behaviour=event.behaviour_title,
                where=", ".join(part for part in (event.account, print_day(event.day)) if part),
            )
            for event in _newest_unrated(reads, talk)
        ),
        ratings=tuple(
            RatingChoice(value=int(value), name=name)
            for value, name in playbook.rating_names.items()
        ),
        hints=playbook.writing_hints[:HINTS_FOR_ANYBODY],
    )


def _newest_unrated(reads: Snapshot, talk: CoachingSession) -> list[Event]:
    """Of each link of the chain the newest event that the rep did not rate yet."""
    days = workspace(reads).settings.level_window_days
    found: dict[BehaviourKey, Event] = {}
    for event in events(
        reads,
        playbook_of(reads),
        after=reads.as_of - timedelta(days=days),
        until=reads.as_of,
        rep_id=talk.rep_id,
    ):
        if event.self_value is None:
            found.setdefault(event.behaviour, event)
    return [found[link] for link in CHAIN if link in found]


def draw_preparation(brief: PreparationBrief, paper: Paper) -> Drawn:
    """The form on paper; its number counts once `record_preparation` was called."""
    from coachdesk.reports.preparation import render_preparation

    done = render_preparation(brief, paper)
    return Drawn(pdf=done.pdf, pages=done.pages, missing=done.missing)


def record_preparation(
    desk: Desk, form: PreparationForm, content: bytes, means: PrintMeans
) -> Changes:
    """Remember that a form with that number left the program; what that touched."""
    return desk.do_print(
        record_print,
        kind=DocumentKind.FORM,
        means=means,
        content=content,
        session_id=form.session_id,
        form_number=form.number,
    ).changes


def save_preparation(desk: Desk, rep_id: UUID, path: Path, paper: Paper | None = None) -> Printed:
    """Write a new form for the rep's next talk to that path."""
    refuse_store(desk, path)
    form = desk.ask(new_preparation, rep_id)
    drawn = draw_preparation(form.brief, paper or paper_of(desk))
    write_named(desk, path, drawn.pdf)
    record_preparation(desk, form, drawn.pdf, PrintMeans.FILE)
    return Printed(drawn.pdf, drawn.pages, path.name, drawn.missing)
