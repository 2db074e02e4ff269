"""Rows that the sample team lacks, so that there is one for every place, and choices by chance."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

from coachdesk.domain.agreements import EarlierWording, PeerAgreement
from coachdesk.domain.asks import Ask, AskThread
from coachdesk.domain.change_stories import AdoptionConcern, Lesson
from coachdesk.domain.entity import Entity
from coachdesk.domain.evidence import Addendum, Draft, GainStatement, Observation, Rating
from coachdesk.domain.expectations import ExpectationAgreement, Inspection, SituationExpectation
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.interviews import GuideQuestion
from coachdesk.domain.labels import ShiftNote
from coachdesk.domain.own_example import ModelLook, ModelMark, ModelPoint
from coachdesk.domain.parties import PeerManager
from coachdesk.domain.partner_vocabulary import ContributionSide
from coachdesk.domain.people import Rep, Workspace
from coachdesk.domain.playbook_vocabulary import ConcernVerdict, Found, GuideItem, Modelled
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.question_bank import PlaybookQuestion
from coachdesk.domain.reflections import Reflection
from coachdesk.domain.self_ratings import SelfRating
from coachdesk.domain.shares import Share
from coachdesk.domain.stage_wordings import StageWording
from coachdesk.domain.talks import AgendaItem, CoachingSession, SessionNote, TalkAddendum
from coachdesk.domain.vocabulary import (
    AskForm,
    AskState,
    BehaviourKey,
    DraftSource,
    DraftState,
    NoteAbout,
    NoteAspect,
    NoteMark,
    ObservationState,
    OwnerSide,
    PromiseOrigin,
    SelectionStage,
    ShareState,
)
from coachdesk.domain.wordings import BehaviourDefinition
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork

X = "words"
TRUST = (NoteAspect.RELATIONSHIP, NoteAspect.RESPECT, NoteAspect.CREDIBILITY)
CHECKED = {
    aspect: NoteAbout.TRUST if aspect in TRUST else NoteAbout.SESSION for aspect in NoteAspect
}
# Rows on which nothing else hangs, but a point of an agenda on an earlier one: in each store some
# of them are not there.
LOOSE = (AgendaItem, GainStatement, SelfRating, SessionNote, Share)


def vary(work: UnitOfWork, random: Random) -> None:
    """Leave out some rows, and make private choices of every kind by chance."""
    for kind in LOOSE:
        for row in in_order(work, kind):
            if random.random() < 0.5:
                work.remove(row)
    there = {item.id for item in work.find(AgendaItem)}
    for item in in_order(work, AgendaItem):
        if item.carried_from_id not in there:
            work.put(replace(item, carried_from_id=None))
    for row in [*in_order(work, Share), *in_order(work, AdoptionConcern)]:
        work.put(replace(row, print=random.random() < 0.6))
    for note in in_order(work, SessionNote):
        # The store itself refuses words or “print” on a private line.
        if note.mark is not NoteMark.PRIVATE:
            work.put(replace(note, print=random.random() < 0.5))
    for ask in in_order(work, Ask):
        work.put(replace(ask, form=random.choice([None, *AskForm])))
    for seen in in_order(work, Observation):
        if random.random() < 0.05:
            work.put(replace(seen, state=ObservationState.VOIDED, void_reason=X))
    for rating in in_order(work, Rating):
        # Without words of its own a rating prints the observation’s comment.
        if random.random() < 0.3:
            work.put(replace(rating, words=""))
    for share in in_order(work, Share):
        if random.random() < 0.05:
            work.put(replace(share, state=ShareState.VOIDED))
    for concern in in_order(work, AdoptionConcern):
        work.put(replace(concern, verdict=random.choice([None, *ConcernVerdict])))


def in_order(reads: Snapshot, kind: type[Any]) -> list[Any]:
    """The rows of a kind, in the same order in every run."""
    return sorted(reads.find(kind), key=lambda row: row.id)


def add_missing(work: UnitOfWork) -> None:
    """One row, or one entry in a row, for each place that the sample team leaves empty."""
    for row in _missing(work):
        work.put(row)


def _missing(work: UnitOfWork) -> Iterator[Entity]:
    (space,) = work.find(Workspace)
    yield replace(space, settings=replace(space.settings, accountability_steps=(X, X)))
    for talk in work.find(CoachingSession):
        addendum = TalkAddendum(day=work.as_of, text=X)
        yield replace(
            talk, own_questions=(X,), addenda=(addendum,), received_on=None, summary_brief=None
        )
    for seen in work.find(Observation):
        yield replace(seen, addenda=(Addendum(day=work.as_of, text=X),))
    for item in work.find(HandOff):
        yield replace(item, customer_told_by=X)
    for goal in work.find(PeerAgreement):
        earlier = EarlierWording(
            day=goal.drafted_day,
            changed_by=ContributionSide.OWN,
            goal=X,
            measure=X,
            due_day=work.as_of,
            contributions=goal.contributions,
            problem_path=X,
        )
        yield replace(goal, earlier=(earlier,))
    for agreed in work.find(ExpectationAgreement):
        look = Inspection(day=work.as_of, found=Found.PARTLY, note=X)
        yield replace(agreed, inspections=(look,))
    yield from _of_the_manager(work)
    yield from _of_the_playbook(work)
    yield from _promises_to_both(work)
    for rep in work.find(Rep):
        yield from private_rows(work, rep)


def _of_the_manager(work: UnitOfWork) -> Iterator[Entity]:
    month = work.as_of.replace(day=1)
    yield Reflection(id=work.new_id(Reflection), month=month, question=X, answer=X)
    point = ModelPoint(id=work.new_id(ModelPoint), text=X, added_day=month)
    yield point
    mark = ModelMark(point_id=point.id, found=Modelled.DONE, note=X)
    yield ModelLook(id=work.new_id(ModelLook), month=month, day=work.as_of, marks=(mark,))
    for seen in in_order(work, Observation)[:3]:
        yield ShiftNote(
            id=work.new_id(ShiftNote),
            rep_id=seen.rep_id,
            behaviour_key=BehaviourKey.TRANSITION,
            observation_id=seen.id,
            day=work.as_of,
            words=X,
        )


def _of_the_playbook(work: UnitOfWork) -> Iterator[Entity]:
    for key in BehaviourKey:
        yield BehaviourDefinition(
            id=work.new_id(BehaviourDefinition),
            key=key,
            title=X,
            definition=X,
            cues=(X, X, X),
            anchors=(X, X, X, X, X),
            version=2,
        )
    for situation in sorted({agreed.situation for agreed in work.find(ExpectationAgreement)}):
        yield SituationExpectation(
            id=work.new_id(SituationExpectation),
            situation=situation,
            title=X,
            principle=X,
            expected=(X, X),
            compete=X,
            collaborate=X,
            edited_day=work.as_of,
            version=2,
        )
    for stage in SelectionStage:
        yield StageWording(
            id=work.new_id(StageWording),
            stage=stage,
            customer_stage=X,
            funnel_stage=X,
            customer_question=X,
            coach_on=X,
        )
    yield PlaybookQuestion(id=work.new_id(PlaybookQuestion), key="own-1", text=X)
    yield Lesson(id=work.new_id(Lesson), title=X, text=X, added_day=work.as_of)
    for guide in GuideItem:
        yield GuideQuestion(id=work.new_id(GuideQuestion), item=guide, question=X, good=X)


def _promises_to_both(work: UnitOfWork) -> Iterator[Entity]:
    """Promises that name a rep and a peer manager: they belong on no page of two managers."""
    for rep, peer in zip(in_order(work, Rep), in_order(work, PeerManager), strict=False):
        for side in OwnerSide:
            yield Commitment(
                id=work.new_id(Commitment),
                owner_side=side,
                rep_id=rep.id,
                peer_manager_id=peer.id,
                text="A promise that names both",
                agreed_day=work.as_of,
                due_day=work.as_of,
                origin_kind=PromiseOrigin.PEER_AGREEMENT,
                origin_id=peer.id,
            )


def private_rows(
    work: UnitOfWork, rep: Rep, talk: CoachingSession | None = None
) -> Iterator[Entity]:
    """A private note of every kind, a draft of every kind and a draft of a request, for one rep."""
    kinds = [
        *((about, None) for about in NoteAbout),
        *((CHECKED[aspect], aspect) for aspect in NoteAspect),
    ]
    for about, aspect in kinds:
        yield PrivateNote(
            id=work.new_id(PrivateNote),
            about=about,
            about_id=talk.id if talk and about is NoteAbout.SESSION else rep.id,
            rep_id=rep.id,
            aspect=aspect,
            day=work.as_of,
            text=X,
        )
    for source in DraftSource:
        yield Draft(
            id=work.new_id(Draft),
            source=source,
            state=DraftState.WAITING,
            raw=X,
            comment=X,
            content={"summary": X, "rep_words": X},
            rep_id=rep.id,
            day=work.as_of,
            session_id=talk.id if talk else None,
            private=source is DraftSource.CAPTURE,
            behaviour_key=BehaviourKey.TRANSITION,
            value=5,
        )
    for thread in work.find(AskThread, rep_id=rep.id)[:1]:
        yield Ask(
            id=work.new_id(Ask),
            thread_id=thread.id,
            form=AskForm.LOSS_OF_FAITH,
            text=X,
            how=X,
            help=X,
            reason=X,
            rep_view=X,
            day=work.as_of,
            due_day=work.as_of,
            state=AskState.DRAFT,
        )
