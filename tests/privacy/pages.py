"""The documents that may reach a rep or a partner, drawn from a store, and what may stand there."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from coachdesk.domain.asks import Ask
from coachdesk.domain.change_stories import AdoptionConcern
from coachdesk.domain.entity import Entity
from coachdesk.domain.evidence import Observation
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.people import PartnerTeam, Rep
from coachdesk.domain.promises import Commitment
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import CoachingSession, SessionNote
from coachdesk.domain.vocabulary import AskState, NoteMark, ObservationState, ShareState
from coachdesk.services.alignment import alignment_brief, draw_alignment
from coachdesk.services.development_record import development_record, draw_development_record
from coachdesk.services.documents import form_brief, summary_brief
from coachdesk.services.drawing import Drawn, draw_form, draw_summary
from coachdesk.services.early_sheet import draw_early, early_brief
from coachdesk.services.joint_paper import draw_joint, joint_paper
from coachdesk.services.preparations import draw_preparation, preparation_brief
from coachdesk.services.year_page import draw_year_page, year_page
from coachdesk.store.schema import BINDINGS
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.briefs import Paper
from tests.privacy.places import MAY_PRINT
from tests.privacy.planting import Planted

OF_A_REP = frozenset("abfpy")
PARENTS = ("session_id", "observation_id", "hand_off_id", "thread_id", "rule_sheet_entry_id")


@dataclass(frozen=True, slots=True)
class Page:
    """A document by its letter, about whom it is, and its bytes."""

    letter: str
    pdf: bytes
    rep_id: UUID | None = None
    team_id: UUID | None = None
    about_id: UUID | None = None


def summary(reads: Snapshot, talk: CoachingSession, paper: Paper = "A4") -> Page:
    """(a), a draft before wrap-up."""
    drawn = draw_summary(summary_brief(reads, talk.id), paper)
    return Page("a", drawn.pdf, rep_id=talk.rep_id, about_id=talk.id)


def page_of(reads: Snapshot, letter: str, about_id: UUID, paper: Paper = "A4") -> Page:
    """(b), (f), `p` or the year of a rep; (d) or (e) of a team; (g) of a meeting."""
    if letter in OF_A_REP:
        return Page(letter, _of_rep(reads, letter, about_id, paper).pdf, rep_id=about_id)
    if letter == "g":
        meeting = reads.get(JointMeeting, as_id(about_id))
        drawn, _version = draw_joint(joint_paper(reads, meeting.id), paper)
        return Page("g", drawn.pdf, team_id=meeting.team_id, about_id=meeting.id)
    if letter == "d":
        drawn = draw_alignment(alignment_brief(reads, about_id), paper)
    else:
        drawn = draw_early(early_brief(reads, about_id), paper)
    return Page(letter, drawn.pdf, team_id=about_id)


def _of_rep(reads: Snapshot, letter: str, rep_id: UUID, paper: Paper) -> Drawn:
    if letter == "b":
        return draw_form(form_brief(reads, 1, rep_id), paper)
    if letter == "p":
        talk = min(reads.find(CoachingSession, rep_id=rep_id), key=lambda row: row.id)
        return draw_preparation(preparation_brief(reads, 1, talk.id), paper)
    if letter == "f":
        return draw_development_record(development_record(reads, rep_id), paper)
    return draw_year_page(year_page(reads, rep_id), paper)


@dataclass(frozen=True, slots=True)
class Owners:
    """Whom each row is about: the rep, or None where it is about no single rep."""

    of_row: dict[UUID, UUID | None]

    @classmethod
    def read(cls, reads: Snapshot) -> "Owners":
        """From the rows themselves, or from what they hang on."""
        rows: list[Any] = [row for binding in BINDINGS for row in reads.find(binding.kind)]
        found: dict[UUID, UUID | None] = {}
        for row in rows:
            own = row.id if isinstance(row, Rep) else getattr(row, "rep_id", None)
            hangs_on = (getattr(row, name, None) for name in PARENTS)
            parents = (found.get(id) for id in hangs_on if id is not None)
            found[row.id] = own or next((parent for parent in parents if parent), None)
        return cls(found)

    def may_stand(self, planted: Planted, page: Page) -> bool:
        """Whether a word of that place and row may stand on that page at all."""
        row = planted.row
        if page.letter not in MAY_PRINT[planted.place] or not is_meant_to_print(row):
            return False
        if page.letter in OF_A_REP:
            owner = self.of_row.get(row.id) or getattr(row, "rep_id", None)
            if owner not in (None, page.rep_id):
                return False
            is_of_a_talk = isinstance(row, SessionNote | CoachingSession)
            talk = row.session_id if isinstance(row, SessionNote) else row.id
            return not is_of_a_talk or talk == page.about_id
        if isinstance(row, Commitment):
            return row.rep_id is None
        if isinstance(row, JointMeeting):
            return row.id == page.about_id
        team = row.id if isinstance(row, PartnerTeam) else _team_of(row)
        return team in (None, page.team_id)


def _team_of(row: Entity) -> UUID | None:
    team: UUID | None = getattr(row, "team_id", None) or getattr(row, "from_team_id", None)
    return team


def is_meant_to_print(row: Entity) -> bool:
    """Whether the row is neither a draft, nor taken back, nor marked as not to print."""
    match row:
        case Share():
            return row.print and row.state is ShareState.GIVEN
        case SessionNote():
            return row.print and row.mark is not NoteMark.PRIVATE
        case AdoptionConcern():
            return row.print
        case Ask():
            return row.state is not AskState.DRAFT
        case Observation():
            return row.state is ObservationState.SAVED
        case _:
            return True
