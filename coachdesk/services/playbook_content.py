"""The store's Playbook as items: what can be passed on, and what an import is compared with."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from coachdesk.domain import own_example_rules, rule_sheet_rules
from coachdesk.domain.change_stories import ChangeStory, Lesson
from coachdesk.domain.own_example import ModelPoint
from coachdesk.domain.playbook import Question
from coachdesk.domain.playbook_content import Content, Item, Part, Value, content_of, name_key
from coachdesk.domain.question_bank import PlaybookQuestion, is_own
from coachdesk.domain.rule_sheets import RuleSheetEntry
from coachdesk.domain.situation_words import SituationWords
from coachdesk.services.interviews import guide_of
from coachdesk.services.playbook import in_usual_words
from coachdesk.services.situations import situations
from coachdesk.services.wordings import playbook_of
from coachdesk.store.snapshot import Snapshot

# With “ (12)” behind it a title is still within its limit.
_LONGEST_TITLE = 55


def whole_content(reads: Snapshot) -> Content:
    """Everything an import is compared with: also what is archived, and every shipped question."""
    return content_of(
        (
            *map(_situation, situations(reads).values()),
            *_stages(reads),
            *_questions(reads),
            *_ratings(reads),
            *_rules(reads),
            *_told_apart(_stories(reads)),
            *_told_apart(_lessons(reads)),
            *_interview(reads),
            *_example(reads),
        )
    )


def shared_content(reads: Snapshot) -> Content:
    """What is passed on: nothing archived, and of the shipped questions those that were changed.

    Where the words are the shipped ones, another manager's word for a rep has its place in them.
    """
    touched = {row.key for row in reads.find(PlaybookQuestion)}
    items = (item for item in whole_content(reads).items if _is_shared(item, touched))
    return Content(tuple(replace(item, values=_usual(item.values)) for item in items))


def _usual(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _usual(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return tuple(map(_usual, value))
    return in_usual_words(value) if isinstance(value, str) else value


def _is_shared(item: Item, touched: set[str]) -> bool:
    if item.part is Part.QUESTIONS:
        return item.key in touched and not (is_own(item.key) and item.flag("retired"))
    return not item.flag("archived")


def _situation(words: SituationWords) -> Item:
    values: dict[str, Value] = {
        "title": words.title,
        "principle": words.principle,
        "expected": words.expected,
        "compete": words.compete,
        "collaborate": words.collaborate,
        "emphasis": tuple(words.emphasis),
        "archived": words.is_archived,
    }
    return _item(Part.SITUATIONS, words.key, words.title, values, is_own=words.is_own)


def _stages(reads: Snapshot) -> Iterator[Item]:
    for stage in playbook_of(reads).stages.values():
        values: dict[str, Value] = {
            "customer_stage": stage.title,
            "funnel_stage": stage.funnel_stage,
            "customer_question": stage.question,
            "coach_on": stage.coach_on,
            "focus": tuple(stage.focus),
        }
        yield _item(Part.STAGES, stage.key, stage.title, values)


def _questions(reads: Snapshot) -> Iterator[Item]:
    playbook = playbook_of(reads)
    for question in playbook.questions:
        yield _question(question, is_retired=False)
    for question in playbook.retired:
        yield _question(question, is_retired=True)


def _question(question: Question, *, is_retired: bool) -> Item:
    own = is_own(question.id)
    values: dict[str, Value] = {"text": question.text}
    if own:
        values |= {
            "purpose": question.purpose.value,
            "behaviour": question.behaviour or "",
            "style": question.style.value,
            "stage": question.stage or "",
        }
    values |= {"favourite": question.is_favourite, "retired": is_retired}
    return _item(Part.QUESTIONS, question.id, question.text, values, is_own=own)


def _ratings(reads: Snapshot) -> Iterator[Item]:
    for guide in playbook_of(reads).behaviours.values():
        values: dict[str, Value] = {
            "title": guide.title,
            "definition": guide.definition,
            "cues": guide.cues,
            "anchors": tuple(guide.anchors[n] for n in sorted(guide.anchors)),
        }
        yield _item(Part.RATINGS, guide.key, guide.title, values)


def _rules(reads: Snapshot) -> Iterator[Item]:
    sheets: dict[str, list[RuleSheetEntry]] = {}
    for entry in rule_sheet_rules.standing(reads.find(RuleSheetEntry)):
        sheets.setdefault(name_key(entry.subject), []).append(entry)
    for entries in sheets.values():
        rows = tuple((each.rule, each.boundary, each.limitation) for each in entries)
        yield _named(Part.RULES, "subject", entries[0].subject, {"entries": rows})


def _stories(reads: Snapshot) -> Iterator[Item]:
    for story in _by_title(reads.find(ChangeStory)):
        if story.ended_on is None:
            values: dict[str, Value] = {
                "why": story.why,
                "in_it_for_you": story.in_it_for_you,
                "what": story.what,
                "how": story.how,
                "when": story.when_day.isoformat() if story.when_day else "",
            }
            yield _named(Part.STORIES, "title", story.title, values, story.id)


def _by_title(stories: Iterable[ChangeStory]) -> list[ChangeStory]:
    return sorted(stories, key=lambda story: (name_key(story.title), str(story.id)))


def _lessons(reads: Snapshot) -> Iterator[Item]:
    stories = {story.id: story.title for story in reads.find(ChangeStory)}
    for lesson in sorted(reads.find(Lesson), key=lambda each: (each.added_day, each.title)):
        story = lesson.change_story_id
        values: dict[str, Value] = {
            "text": lesson.text,
            "behaviour": lesson.behaviour_key or "",
            "story": "" if story is None else stories.get(story, ""),
        }
        yield _named(Part.LESSONS, "title", lesson.title, values, lesson.id)


def _interview(reads: Snapshot) -> Iterator[Item]:
    for item, words in guide_of(reads).items():
        values: dict[str, Value] = {"question": words.question, "good": words.good}
        yield _item(Part.INTERVIEW, item, words.topic, values)


def _example(reads: Snapshot) -> Iterator[Item]:
    points = own_example_rules.standing(reads.find(ModelPoint))
    if points:
        values = {"points": tuple(point.text for point in points)}
        yield Item(part=Part.EXAMPLE, key=Part.EXAMPLE.value, title="", values=values)


def _item(
    part: Part, key: str, title: str, values: dict[str, Value], *, is_own: bool = False
) -> Item:
    """The key is written only of what every store has."""
    said: dict[str, Value] = values if is_own else {"key": str(key), **values}
    return Item(part=part, key=str(key), title=title, values=said)


def _named(
    part: Part, name: str, title: str, values: dict[str, Value], id: UUID | None = None
) -> Item:
    said = {name: title, **values}
    return Item(part=part, key=name_key(title), title=title, values=said, id=id)


def _told_apart(items: Iterable[Item]) -> Iterator[Item]:
    """Two of one name would be one for a reader: the second is called “… (2)”."""
    seen: set[str] = set()
    for item in items:
        title, n = item.title, 1
        while name_key(title) in seen:
            n += 1
            title = f"{item.title[:_LONGEST_TITLE]} ({n})"
        seen.add(name_key(title))
        values = {**item.values, "title": title}
        yield replace(item, key=name_key(title), title=title, values=values)
