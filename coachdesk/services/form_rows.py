"""The rows of a paper form, filed: with their words as observations, without as Inbox rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.reading import Reading, ReadRating
from coachdesk.services.capture import complete_draft
from coachdesk.services.paper import make_form_drafts
from coachdesk.store.queries.people import workspace
from coachdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class FiledForm:
    """What the rows of a form became."""

    observations: tuple[Observation, ...]
    drafts: tuple[Draft, ...]


def file_form(work: UnitOfWork, code_line: str, comments: Sequence[str]) -> FiledForm:
    """One change for the whole form; a row whose words are too short waits in the Inbox."""
    saved: list[Observation] = []
    waiting: list[Draft] = []
    least = workspace(work).settings.comment_min_chars
    for draft in make_form_drafts(work, code_line, comments):
        if draft.became_id is not None:
            continue
        if draft.rep_id is None or len(draft.comment) < least:
            waiting.append(draft)
            continue
        record = complete_draft(work, draft.id, _reading(draft)).record
        if isinstance(record, Observation):
            saved.append(record)
    return FiledForm(tuple(saved), tuple(waiting))


def _reading(draft: Draft) -> Reading:
    """The row as a captured line would have been read."""
    return Reading(
        line=draft.comment,
        private=False,
        rep=draft.rep_id,
        ratings=(ReadRating(behaviour=draft.behaviour_key, value=draft.value),),
        account=draft.account_id,
        new_account="",
        team=draft.team_id,
        person=draft.partner_person_id,
        day=draft.day,
        day_given=True,
        comment=draft.comment,
        pieces=(),
        missing=(),
        questions=(),
    )
