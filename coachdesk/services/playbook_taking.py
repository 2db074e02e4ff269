"""One item of another manager's Playbook taken into one's own, by the commands a person has."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from coachdesk.domain import own_example_rules, rule_sheet_rules
from coachdesk.domain.change_stories import ChangeStory, Lesson
from coachdesk.domain.own_example import ModelPoint
from coachdesk.domain.playbook_content import ENTRY, Entries, Item, Part, name_key
from coachdesk.domain.playbook_difference import Difference
from coachdesk.domain.playbook_vocabulary import GuideItem, Purpose, QuestionStyle
from coachdesk.domain.question_bank import PlaybookQuestion, is_own
from coachdesk.domain.rule_sheets import RuleSheetEntry
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage
from coachdesk.services import own_example, question_bank, rule_sheets, situations
from coachdesk.services.interviews import reword_guide_question
from coachdesk.services.stages import reword_stage
from coachdesk.services.wordings import reword_behaviour
from coachdesk.store.snapshot import as_id
from coachdesk.store.unit_of_work import UnitOfWork


def take_item(work: UnitOfWork, found: Difference) -> None:
    """Theirs from now on, in what the file says of it."""
    if found.theirs is not None:
        _TAKES[found.part](work, found.theirs, found.mine)


def _situation(work: UnitOfWork, theirs: Item, mine: Item | None) -> None:
    key = mine.key if mine else situations.add_situation(work, theirs.text("title")).key
    situations.word_situation(
        work,
        key,
        title=theirs.text_said("title"),
        principle=theirs.text_said("principle"),
        expected=theirs.lines_said("expected"),
        compete=theirs.text_said("compete"),
        collaborate=theirs.text_said("collaborate"),
        emphasis=_behaviours(theirs, "emphasis"),
    )
    if theirs.flag("archived"):
        situations.remove_situation(work, key)


def _behaviours(item: Item, name: str) -> tuple[BehaviourKey, ...] | None:
    said = item.lines_said(name)
    return None if said is None else tuple(map(BehaviourKey, said))


def _stage(work: UnitOfWork, theirs: Item, _mine: Item | None) -> None:
    reword_stage(
        work,
        SelectionStage(theirs.key),
        customer_stage=theirs.text_said("customer_stage"),
        funnel_stage=theirs.text_said("funnel_stage"),
        customer_question=theirs.text_said("customer_question"),
        coach_on=theirs.text_said("coach_on"),
        coaching_focus=_behaviours(theirs, "focus"),
    )


def _question(work: UnitOfWork, theirs: Item, mine: Item | None) -> None:
    key = mine.key if mine else question_bank.add_question(work, theirs.text("text")).key
    said = theirs.values
    if is_own(key):
        now = work.find(PlaybookQuestion, key=key)[0]
        question_bank.edit_question(
            work,
            key,
            theirs.text("text") or now.text,
            purpose=Purpose(theirs.text("purpose") or now.purpose),
            behaviour=_behaviour(theirs) if "behaviour" in said else now.behaviour_key,
            style=QuestionStyle(theirs.text("style") or now.style),
            stage=_selection(theirs) if "stage" in said else now.stage,
        )
    elif theirs.text("text"):
        question_bank.reword_question(work, key, theirs.text("text"))
    if "favourite" in said:
        question_bank.favour_question(work, key, theirs.flag("favourite"))
    if "retired" in said:
        question_bank.retire_question(work, key, theirs.flag("retired"))


def _behaviour(item: Item) -> BehaviourKey | None:
    return BehaviourKey(item.text("behaviour")) if item.text("behaviour") else None


def _selection(item: Item) -> SelectionStage | None:
    return SelectionStage(item.text("stage")) if item.text("stage") else None


def _rating(work: UnitOfWork, theirs: Item, _mine: Item | None) -> None:
    reword_behaviour(
        work,
        BehaviourKey(theirs.key),
        title=theirs.text_said("title"),
        definition=theirs.text_said("definition"),
        cues=theirs.lines_said("cues"),
        anchors=dict(enumerate(theirs.lines("anchors"), 1)),
    )


def _rules(work: UnitOfWork, theirs: Item, _mine: Item | None) -> None:
    """What both say stays, and stays known; the nearest of the others is worded anew."""
    subject = theirs.text("subject")
    standing = [
        entry
        for entry in rule_sheet_rules.standing(work.find(RuleSheetEntry))
        if name_key(entry.subject) == name_key(subject)
    ]
    for entry, words in _paired(standing, theirs.entries):
        said = dict(zip(ENTRY, words, strict=True)) if words else {}
        if entry is None:
            rule_sheets.add_rule(work, subject, **said)
        elif words is None:
            rule_sheets.end_rule(work, entry.id)
        else:
            rule_sheets.word_entry(work, entry.id, said)


def _paired(
    standing: Sequence[RuleSheetEntry], wanted: Entries
) -> Iterator[tuple[RuleSheetEntry | None, tuple[str, str, str] | None]]:
    """Mine beside theirs: the very same first, then those that share a sentence."""
    mine, left = list(standing), list(wanted)
    for least in (len(ENTRY), 1):
        for entry in tuple(mine):
            own = (entry.rule, entry.boundary, entry.limitation)
            near = (each for each in left if _shared(own, each) >= least)
            if (found := next(near, None)) is not None:
                mine.remove(entry)
                left.remove(found)
                yield entry, found
    yield from ((entry, None) for entry in mine)
    yield from ((None, words) for words in left)


def _shared(mine: tuple[str, str, str], theirs: tuple[str, str, str]) -> int:
    """How many of the three are the same; empty ones count only when all are."""
    if mine == theirs:
        return len(ENTRY)
    return min(sum(a == b != "" for a, b in zip(mine, theirs, strict=True)), len(ENTRY) - 1)


def _story(work: UnitOfWork, theirs: Item, mine: Item | None) -> None:
    story = (
        work.get(ChangeStory, as_id(mine.id))
        if mine is not None and mine.id is not None
        else ChangeStory(id=work.new_id(ChangeStory), title=theirs.text("title"))
    )
    words = ("why", "in_it_for_you", "what", "how")
    changes: dict[str, Any] = {each: theirs.text(each) for each in words if each in theirs.values}
    if "when" in theirs.values:
        day = theirs.text("when")
        changes["when_day"] = date.fromisoformat(day) if day else None
    work.put(replace(story, **changes))


def _story_called(work: UnitOfWork, title: str) -> ChangeStory | None:
    found = (
        story
        for story in work.find(ChangeStory)
        if story.ended_on is None and name_key(story.title) == name_key(title)
    )
    return next(found, None)


def _lesson(work: UnitOfWork, theirs: Item, mine: Item | None) -> None:
    """It belongs to the story of that title, if there is one here by now."""
    lesson = (
        work.get(Lesson, as_id(mine.id))
        if mine is not None and mine.id is not None
        else Lesson(
            id=work.new_id(Lesson),
            title=theirs.text("title"),
            text=theirs.text("text"),
            added_day=work.as_of,
        )
    )
    changes: dict[str, Any] = {"text": theirs.text("text")}
    if "behaviour" in theirs.values:
        changes["behaviour_key"] = _behaviour(theirs)
    if "story" in theirs.values:
        story = _story_called(work, theirs.text("story"))
        changes["change_story_id"] = story.id if story else None
    work.put(replace(lesson, **changes))


def _interview(work: UnitOfWork, theirs: Item, _mine: Item | None) -> None:
    reword_guide_question(
        work,
        GuideItem(theirs.key),
        question=theirs.text_said("question"),
        good=theirs.text_said("good"),
    )


def _example(work: UnitOfWork, theirs: Item, _mine: Item | None) -> None:
    """The list becomes theirs; a point that both have keeps its months."""
    wanted = [" ".join(line.split()) for line in theirs.lines("points")]
    kept: dict[str, ModelPoint] = {}
    for point in own_example_rules.standing(work.find(ModelPoint)):
        if point.text in wanted and point.text not in kept:
            kept[point.text] = point
        else:
            own_example.drop_point(work, point.id)
    for place, text in enumerate(dict.fromkeys(wanted)):
        point = kept.get(text) or own_example.add_point(work, text)
        work.put(replace(point, sort_order=place))


_TAKES: dict[Part, Callable[[UnitOfWork, Item, Item | None], None]] = {
    Part.SITUATIONS: _situation,
    Part.STAGES: _stage,
    Part.QUESTIONS: _question,
    Part.RATINGS: _rating,
    Part.RULES: _rules,
    Part.STORIES: _story,
    Part.LESSONS: _lesson,
    Part.INTERVIEW: _interview,
    Part.EXAMPLE: _example,
}
