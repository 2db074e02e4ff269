"""Ways of working that change: told with their reason, worries answered, lessons read."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from coachdesk.domain import change_story_rules as rules
from coachdesk.domain.change_stories import AdoptionConcern, ChangeStory, Heard, Lesson
from coachdesk.domain.entity import Id
from coachdesk.domain.errors import InputError
from coachdesk.domain.names import fold
from coachdesk.domain.people import Rep
from coachdesk.domain.playbook_vocabulary import ConcernVerdict
from coachdesk.domain.rule_sheets import RuleSheetEntry
from coachdesk.language import gettext as _
from coachdesk.services.rule_sheets import rules_to_tell
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.change_stories import Changes, Hearer, LessonPage, StoryPage, ToTell, Worry
from coachdesk.views.dates import long_day


def changes(reads: Snapshot) -> Changes:
    """Stories that go on first, then those that ended; lessons by name; worries of no story."""
    reps = _active(reads)
    every = {rep.id: rep for rep in reads.find(Rep)}
    concerns = sorted(reads.find(AdoptionConcern), key=lambda each: (each.day, str(each.id)))
    stories = sorted(
        reads.find(ChangeStory),
        key=lambda each: (each.ended_on is not None, each.when_day or date.max, fold(each.title)),
    )
    names = {story.id: story.title for story in stories}
    return Changes(
        stories=tuple(_story(story, reps, every, concerns) for story in stories),
        lessons=tuple(
            _lesson(lesson, reps, names)
            for lesson in sorted(reads.find(Lesson), key=lambda each: fold(each.title))
        ),
        worries=tuple(_worry(c, every) for c in concerns if c.change_story_id is None),
    )


def _active(reads: Snapshot) -> list[Rep]:
    reps = [rep for rep in reads.find(Rep) if rep.is_active(reads.as_of)]
    return sorted(reps, key=lambda rep: (rep.sort_order, rep.name))


def _story(
    story: ChangeStory,
    reps: Iterable[Rep],
    every: dict[Id[Rep], Rep],
    concerns: Iterable[AdoptionConcern],
) -> StoryPage:
    return StoryPage(
        id=story.id,
        title=story.title,
        why=story.why,
        in_it_for_you=story.in_it_for_you,
        what=story.what,
        how=story.how,
        when_day=story.when_day,
        ended_on=story.ended_on,
        lacks_reason=rules.lacks_reason(story),
        hearers=_hearers(reps, story.heard_by, story.evangelist_ids),
        worries=tuple(_worry(c, every) for c in concerns if c.change_story_id == story.id),
    )


def _lesson(lesson: Lesson, reps: Iterable[Rep], names: dict[Id[ChangeStory], str]) -> LessonPage:
    story = lesson.change_story_id
    return LessonPage(
        id=lesson.id,
        title=lesson.title,
        text=lesson.text,
        minutes=rules.minutes_to_read(lesson.text),
        story_id=story,
        story="" if story is None else names.get(story, ""),
        readers=_hearers(reps, lesson.read_by, ()),
    )


def _hearers(
    reps: Iterable[Rep], heard: Iterable[Heard], carried: Iterable[UUID]
) -> tuple[Hearer, ...]:
    days = {each.rep_id: each.day for each in heard}
    by = set(carried)
    return tuple(
        Hearer(
            id=rep.id,
            name=rep.name,
            initials=rep.initials,
            day=days.get(rep.id),
            is_evangelist=rep.id in by,
        )
        for rep in reps
    )


def _worry(concern: AdoptionConcern, every: dict[Id[Rep], Rep]) -> Worry:
    rep = every[concern.rep_id]
    return Worry(
        id=concern.id,
        rep_id=rep.id,
        rep=rep.name,
        initials=rep.initials,
        day=concern.day,
        concern=concern.concern,
        answer=concern.answer,
        prints=concern.print,
        is_judged=concern.verdict is not None,
    )


def read_verdicts(reads: Snapshot, story_id: UUID | None) -> list[str]:
    """What the manager thinks of each worry: for the curtain alone."""
    names = {rep.id: rep.first_name for rep in reads.find(Rep)}
    words = {ConcernVerdict.VALID: _("a valid concern"), ConcernVerdict.EXCUSE: _("an excuse")}
    return [
        f"{names[each.rep_id]}: {each.concern} – {words[each.verdict]}"
        for each in reads.find(AdoptionConcern)
        if each.change_story_id == story_id and each.verdict is not None
    ]


def to_tell(reads: Snapshot, rep_id: Id[Rep]) -> tuple[ToTell, ...]:
    """What a rep has not heard yet, does not know as it stands, or waits for an answer to."""
    stories = [
        ToTell(story.id, _("new way of working"), story.title)
        for story in reads.find(ChangeStory)
        if story.ended_on is None and all(each.rep_id != rep_id for each in story.heard_by)
    ]
    worries = [
        ToTell(each.id, _("worry without an answer"), each.concern)
        for each in reads.find(AdoptionConcern, rep_id=rep_id)
        if not each.answer.strip()
    ]
    subjects = rules_to_tell(reads, rep_id)
    first: dict[str, UUID] = {}
    if subjects:
        for entry in reads.find(RuleSheetEntry):
            if entry.ended_on is None:
                first.setdefault(fold(entry.subject), entry.id)
    sheets = [
        ToTell(first[fold(subject)], _("rules that changed") if is_again else _("rules"), subject)
        for subject, is_again in subjects
        if fold(subject) in first
    ]
    return (*worries, *stories, *sheets)


def message(story: StoryPage) -> str:
    """The story as plain text, why before what."""
    labels = (
        (_("Why"), story.why),
        (_("What is in it for you"), story.in_it_for_you),
        (_("What"), story.what),
        (_("How"), story.how),
        (_("When"), long_day(story.when_day) if story.when_day else ""),
    )
    lines = [f"{label}: {words}" for label, words in labels if words]
    return "\n".join((story.title, "", *lines))


# --- stories ------------------------------------------------------------------------------------


def add_story(work: UnitOfWork, title: str) -> ChangeStory:
    """A new way of working, to be filled: why comes first."""
    words = " ".join(title.split())
    if not words:
        raise InputError(_("What is the new way called?"), _("Give it a few words."))
    return work.put(ChangeStory(id=work.new_id(ChangeStory), title=words))


def word_story(work: UnitOfWork, id: Id[ChangeStory], part: str, text: str) -> ChangeStory:
    """Its title, or one of its four answers, in other words."""
    if part not in ("title", *rules.PARTS):
        raise KeyError(part)
    story = work.get(ChangeStory, id)
    words = " ".join(text.split()) if part == "title" else text.strip()
    changed: dict[str, Any] = {part: words}
    return work.put(replace(story, **changed))


def set_story_day(work: UnitOfWork, id: Id[ChangeStory], day: date | None) -> ChangeStory:
    """From when on it holds."""
    return work.put(replace(work.get(ChangeStory, id), when_day=day))


def tell_story(
    work: UnitOfWork, id: Id[ChangeStory], rep_id: Id[Rep], day: date | None = None
) -> ChangeStory:
    """A rep heard it (E-CHG-01, 03)."""
    story = work.get(ChangeStory, id)
    rules.refuse_ended(story)
    heard = rules.told(
        story.heard_by, Heard(rep_id=rep_id, day=day or work.as_of), as_of=work.as_of
    )
    return work.put(replace(story, heard_by=heard))


def untell_story(work: UnitOfWork, id: Id[ChangeStory], rep_id: Id[Rep]) -> ChangeStory:
    """Ticked by mistake; who has not heard it does not carry it either."""
    story = rules.carried_by(work.get(ChangeStory, id), rep_id, on=False)
    return work.put(replace(story, heard_by=rules.not_told(story.heard_by, rep_id)))


def carry_story(work: UnitOfWork, id: Id[ChangeStory], rep_id: Id[Rep], on: bool) -> ChangeStory:
    """Whether the rep carries it to the others (E-CHG-02)."""
    return work.put(rules.carried_by(work.get(ChangeStory, id), rep_id, on))


def end_story(work: UnitOfWork, id: Id[ChangeStory]) -> None:
    """It has become usual, or was given up; one nobody heard of goes altogether."""
    story = work.get(ChangeStory, id)
    is_used = bool(
        story.heard_by
        or work.find(AdoptionConcern, change_story_id=id)
        or work.find(Lesson, change_story_id=id)
    )
    if is_used:
        work.put(replace(story, ended_on=work.as_of))
    else:
        work.remove(story)


def take_up_story(work: UnitOfWork, id: Id[ChangeStory]) -> ChangeStory:
    """It goes on after all."""
    return work.put(replace(work.get(ChangeStory, id), ended_on=None))


# --- worries ------------------------------------------------------------------------------------


def add_worry(
    work: UnitOfWork,
    rep_id: Id[Rep],
    concern: str,
    story_id: Id[ChangeStory] | None = None,
    *,
    answer: str = "",
) -> AdoptionConcern:
    """What a rep worries about, of today, with the answer if there is one."""
    return work.put(
        AdoptionConcern(
            id=work.new_id(AdoptionConcern),
            rep_id=rep_id,
            change_story_id=story_id,
            day=work.as_of,
            concern=concern.strip(),
            answer=answer.strip(),
        )
    )


def answer_worry(
    work: UnitOfWork, id: Id[AdoptionConcern], *, concern: str, answer: str
) -> AdoptionConcern:
    """The worry in other words, and what the manager answers; without an answer none prints."""
    known = work.get(AdoptionConcern, id)
    answer = answer.strip()
    prints = known.print and bool(answer)
    return work.put(replace(known, concern=concern.strip(), answer=answer, print=prints))


def judge_worry(
    work: UnitOfWork, id: Id[AdoptionConcern], verdict: ConcernVerdict | None
) -> AdoptionConcern:
    """How the manager takes it: for own eyes only."""
    return work.put(replace(work.get(AdoptionConcern, id), verdict=verdict))


def print_worry(work: UnitOfWork, id: Id[AdoptionConcern], on: bool) -> AdoptionConcern:
    """Whether worry and answer stand on the rep's next summary (E-CHG-04)."""
    known = work.get(AdoptionConcern, id)
    rules.check_printed(known, on)
    return work.put(replace(known, print=on))


def remove_worry(work: UnitOfWork, id: Id[AdoptionConcern]) -> None:
    """Written by mistake."""
    work.remove(work.get(AdoptionConcern, id))


# --- lessons ------------------------------------------------------------------------------------


def write_lesson(
    work: UnitOfWork,
    title: str,
    text: str,
    *,
    id: Id[Lesson] | None = None,
    story_id: Id[ChangeStory] | None = None,
) -> Lesson:
    """A short page in place of a training day; with an id, the one that is there in other words."""
    title = " ".join(title.split())
    if not title or not text.strip():
        raise InputError(
            _("The lesson lacks its title or its text."), _("Write both; a page is enough.")
        )
    if id is not None:
        known = work.get(Lesson, id)
        return work.put(replace(known, title=title, text=text.strip(), change_story_id=story_id))
    return work.put(
        Lesson(
            id=work.new_id(Lesson),
            title=title,
            text=text.strip(),
            change_story_id=story_id,
            added_day=work.as_of,
        )
    )


def read_lesson(
    work: UnitOfWork, id: Id[Lesson], rep_id: Id[Rep], day: date | None = None
) -> Lesson:
    """A rep read it (E-CHG-01)."""
    lesson = work.get(Lesson, id)
    heard = rules.told(
        lesson.read_by, Heard(rep_id=rep_id, day=day or work.as_of), as_of=work.as_of
    )
    return work.put(replace(lesson, read_by=heard))


def unread_lesson(work: UnitOfWork, id: Id[Lesson], rep_id: Id[Rep]) -> Lesson:
    """Ticked by mistake."""
    lesson = work.get(Lesson, id)
    return work.put(replace(lesson, read_by=rules.not_told(lesson.read_by, rep_id)))


def remove_lesson(work: UnitOfWork, id: Id[Lesson]) -> None:
    """Out of date."""
    work.remove(work.get(Lesson, id))
