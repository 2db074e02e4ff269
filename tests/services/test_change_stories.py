"""Stories told, worries answered, lessons read; what the manager thinks stays with the manager."""

import json

from coachdesk.domain.change_stories import AdoptionConcern, ChangeStory
from coachdesk.domain.playbook_vocabulary import ConcernVerdict
from coachdesk.services import change_stories as work
from coachdesk.services.desk import Desk
from coachdesk.services.history_entries import history
from coachdesk.services.merging import merge_reps
from coachdesk.services.rule_sheets import add_rule
from coachdesk.services.search import search
from tests.services.making import again, all_of, page_of, refused, rep_called, running, wrapped_up


def story(desk: Desk) -> ChangeStory:
    made = desk.do(work.add_story, " Hand-offs on  one sheet ").result
    for part, words in (("what", "One sheet."), ("why", "Dates."), ("in_it_for_you", "Peace.")):
        desk.do(work.word_story, made.id, part, words)
    return again(desk, made)


def test_a_story_is_told_carried_on_and_ended(office: Desk) -> None:
    made, tom = story(office), rep_called(office, "Tom").id
    assert refused(lambda: office.do(work.carry_story, made.id, tom, True)) == "E-CHG-02"
    office.do(work.tell_story, made.id, tom)
    office.do(work.carry_story, made.id, tom, True)
    (page,) = office.ask(work.changes).stories
    assert (page.heard, page.lacks_reason) == (1, False)
    assert [each.name for each in page.hearers if each.is_evangelist] == ["Tom Hartley"]
    office.do(work.untell_story, made.id, tom)
    assert not any(each.is_evangelist for each in office.ask(work.changes).stories[0].hearers)
    office.undo()
    office.do(work.end_story, made.id)
    priya = rep_called(office, "Priya").id
    assert refused(lambda: office.do(work.tell_story, made.id, priya)) == "E-CHG-03"
    office.do(work.take_up_story, made.id)
    assert refused(lambda: office.do(work.tell_story, made.id, priya)) == ""
    assert work.message(page).split("\n")[2:] == [
        "Why: Dates.", "What is in it for you: Peace.", "What: One sheet.",
    ]  # fmt: skip


def test_a_story_nobody_heard_of_goes_altogether(office: Desk) -> None:
    made = story(office)
    office.do(work.end_story, made.id)
    assert all_of(office, ChangeStory) == []


def test_what_to_tell_a_rep(office: Desk) -> None:
    made, tom = story(office), rep_called(office, "Tom").id
    office.do(add_rule, "Social media", rule="The profile is kept current.")
    office.do(work.add_worry, tom, "Takes twice the time.", made.id)
    told = [each.name for each in office.ask(work.to_tell, tom)]
    assert told == ["Takes twice the time.", "Hand-offs on one sheet", "Social media"]
    office.do(work.tell_story, made.id, tom)
    assert "Hand-offs on one sheet" not in [e.name for e in office.ask(work.to_tell, tom)]


def test_a_verdict_is_nowhere_but_behind_the_curtain(office: Desk) -> None:
    made, tom = story(office), rep_called(office, "Tom").id
    worry = office.do(work.add_worry, tom, "I have it in my head.", made.id).result
    assert refused(lambda: office.do(work.print_worry, worry.id, True)) == "E-CHG-04"
    answer = "Four Mondays, then we decide."
    office.do(work.answer_worry, worry.id, concern=worry.concern, answer=answer)
    office.do(work.print_worry, worry.id, True)
    office.do(work.judge_worry, worry.id, ConcernVerdict.EXCUSE)
    assert "an excuse" in office.ask(work.read_verdicts, made.id)[0]
    (shown,) = office.ask(work.changes).stories[0].worries
    brief = page_of(office, wrapped_up(office, running(office, "Tom")))
    assert [(line.concern, line.answer) for line in brief.concerns] == [(worry.concern, answer)]
    seen = [repr(shown), repr(brief), repr(office.ask(history)), repr(office.ask(search, "head"))]
    assert not any("excuse" in text.lower() for text in seen)


def test_an_answer_taken_away_no_longer_prints(office: Desk) -> None:
    tom = rep_called(office, "Tom").id
    worry = office.do(work.add_worry, tom, "Takes twice the time.", answer="One line.").result
    office.do(work.print_worry, worry.id, True)
    office.do(work.answer_worry, worry.id, concern=worry.concern, answer=" ")
    (known,) = all_of(office, AdoptionConcern)
    assert known.print is False
    office.do(work.remove_worry, worry.id)
    assert all_of(office, AdoptionConcern) == []


def test_lessons_are_read_in_place_of_a_training_day(office: Desk) -> None:
    made, tom = story(office), rep_called(office, "Tom").id
    lesson = office.do(work.write_lesson, "Brief in five", "word " * 250, story_id=made.id).result
    office.do(work.read_lesson, lesson.id, tom)
    (page,) = office.ask(work.changes).lessons
    assert (page.minutes, page.read, page.story) == (2, 1, "Hand-offs on one sheet")
    office.do(work.unread_lesson, lesson.id, tom)
    office.do(work.write_lesson, "Brief in four", "Short.", id=lesson.id)
    (page,) = office.ask(work.changes).lessons
    assert (page.title, page.minutes, page.read, page.story) == ("Brief in four", 1, 0, "")
    office.do(work.remove_lesson, lesson.id)
    assert office.ask(work.changes).lessons == ()


def test_who_was_entered_twice_heard_it_once(office: Desk) -> None:
    made = story(office)
    tom, aisha = rep_called(office, "Tom").id, rep_called(office, "Aisha").id
    for rep in (tom, aisha):
        office.do(work.tell_story, made.id, rep)
    office.do(merge_reps, tom, aisha)
    assert [each.rep_id for each in again(office, made).heard_by] == [tom]
    assert json.dumps(str(aisha)) not in repr(again(office, made))
