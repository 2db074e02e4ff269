"""The questions a talk is prepared with: three proposals with their reasons, and the bank."""

from collections.abc import Iterable
from uuid import UUID

from coachdesk.domain.playbook import Playbook
from coachdesk.domain.question_proposals import Occasion, Proposal, proposal, proposed, ranked
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.services.wordings import playbook_of
from coachdesk.store.queries.questions import asked_of, standings
from coachdesk.store.queries.talks import held_before
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.question_words import purpose_word, stage_lines, why_words
from coachdesk.views.talk_pages import QuestionRow, TalkQuestions


def questions_for(reads: Snapshot, session_id: UUID, focus: BehaviourKey | None) -> TalkQuestions:
    """Three proposals; behind them what was chosen for this talk besides."""
    playbook = playbook_of(reads)
    talk: CoachingSession = reads.get(CoachingSession, as_id(session_id))
    occasion = _occasion(reads, talk, focus)
    offered = proposed(playbook.questions, occasion)
    known = {each.question.id for each in offered}
    chosen = (playbook.question(id) for id in talk.question_ids if id not in known)
    more = [proposal(question, occasion) for question in chosen if question is not None]
    return TalkQuestions(
        rows=_rows((*offered, *more), playbook, reads),
        stage_lines=stage_lines(offered, occasion.standings, playbook),
    )


def bank_for(
    reads: Snapshot, session_id: UUID, focus: BehaviourKey | None
) -> tuple[QuestionRow, ...]:
    """Every question in use, those that fit this talk best first."""
    playbook = playbook_of(reads)
    talk: CoachingSession = reads.get(CoachingSession, as_id(session_id))
    found = ranked(playbook.questions, _occasion(reads, talk, focus))
    return _rows(found, playbook, reads)


def _occasion(reads: Snapshot, talk: CoachingSession, focus: BehaviourKey | None) -> Occasion:
    earlier = held_before(reads, talk)
    return Occasion(
        focus=focus,
        as_of=reads.as_of,
        standings=standings(reads, talk.rep_id),
        asked=asked_of(reads, talk),
        is_worked_on=any(other.focus is focus for other in earlier) and focus is not None,
    )


def _rows(
    found: Iterable[Proposal], playbook: Playbook, reads: Snapshot
) -> tuple[QuestionRow, ...]:
    return tuple(
        QuestionRow(
            id=each.question.id,
            text=each.question.text,
            hint=purpose_word(each.question.purpose),
            why=why_words(each, playbook, reads.as_of),
            behaviour=each.question.behaviour,
        )
        for each in found
    )
