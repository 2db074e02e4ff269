"""The Playbook by keys: a rating in one's own words, a rule told, one's own example."""

from coachdesk.domain.change_stories import AdoptionConcern, ChangeStory
from coachdesk.domain.own_example import ModelLook
from coachdesk.domain.playbook_vocabulary import ConcernVerdict
from coachdesk.domain.rule_sheets import RuleAcknowledgement, RuleSheetEntry
from coachdesk.domain.wordings import BehaviourDefinition
from coachdesk.ui.today.again_card import AgainCard
from tests.journeys.person import CTRL, Key


def found(manager, kind, **equals):
    return manager.store.ask(lambda reads: reads.find(kind, **equals))


def to_section(manager, name):
    manager.press(Key.Key_K, CTRL)
    manager.type(f"Playbook: {name}")
    manager.press(Key.Key_Return)


def test_a_rating_is_worded_where_it_stands_and_taken_back(manager):
    to_section(manager, "What ratings")
    manager.press(Key.Key_A, CTRL)
    manager.type("Says the need back and asks who else has it.")
    manager.press(Key.Key_Return)
    (wording,) = found(manager, BehaviourDefinition)
    assert wording.anchors[4] == "Says the need back and asks who else has it."
    assert manager.sees("1 of 45 is yours")
    manager.press(Key.Key_Z, CTRL)
    assert found(manager, BehaviourDefinition) == []


def test_a_new_rule_is_told_to_a_rep_and_asked_again_after_a_change(manager):
    before = len(found(manager, RuleSheetEntry))
    to_section(manager, "Rules")
    page = manager.program.office.screens.playbook
    page.side.lines.setFocus()
    manager.press(Key.Key_End)
    manager.press(Key.Key_Return)
    manager.type("Mail")
    manager.press(Key.Key_Tab)
    manager.type("Answered within a day")
    manager.press(Key.Key_Return)
    assert len(found(manager, RuleSheetEntry)) == before + 1
    page.current.known.rows.setFocus()
    manager.press(Key.Key_Space)
    (told,) = found(manager, RuleAcknowledgement, day=manager.store.as_of)
    page.current.first_line.setFocus()
    manager.type(", also on Fridays")
    manager.press(Key.Key_Return)
    assert manager.sees("it changed: ask again")
    assert found(manager, RuleSheetEntry, replaces_id=told.rule_sheet_entry_id)


def test_the_own_list_is_asked_for_on_today_and_marked_there(manager):
    to_section(manager, "What they see")
    manager.type("I ask Ingrid before I promise her people")
    manager.press(Key.Key_Return)
    manager.press(Key.Key_1, CTRL)
    assert manager.sees("1 to look at")
    card = manager.program.office.screens.today.widget.findChild(AgainCard)
    card.rows.setFocus()
    manager.press(Key.Key_End)
    while card.rows.current_row().title != "What they see you do":
        manager.press(Key.Key_Up)
    manager.press(Key.Key_Return)
    manager.press(Key.Key_Space)
    (look,) = found(manager, ModelLook)
    assert [mark.found.value for mark in look.marks] == ["done"]
    assert manager.sees("looked at this month")


def test_a_new_way_is_told_with_its_reason_and_a_worry_answered(manager):
    to_section(manager, "New ways")
    page = manager.program.office.screens.playbook
    page.side.lines.setFocus()
    manager.press(Key.Key_End)
    manager.press(Key.Key_Return)
    manager.type("Notes on the day")
    manager.press(Key.Key_Return)
    for words in ("Dates are remembered differently", "Fewer calls", "One sheet", "By phone"):
        manager.type(words)
        manager.press(Key.Key_Tab)
    (story,) = found(manager, ChangeStory, title="Notes on the day")
    assert (story.why, story.how) == ("Dates are remembered differently", "By phone")
    page.current.heard.setFocus()
    manager.press(Key.Key_Space)
    page.current.heard.setFocus()
    manager.press(Key.Key_E)
    assert manager.sees("carries it on")
    page.current.add_worry()
    for words in ("Viktor", "Takes twice the time"):
        manager.type(words)
        manager.press(Key.Key_Tab)
    manager.type("One line is enough")
    manager.press(Key.Key_Return)
    page.current.worries.setFocus()
    manager.press(Key.Key_P)
    page.current.worries.setFocus()
    manager.press(Key.Key_X)
    (worry,) = found(manager, AdoptionConcern, change_story_id=story.id)
    assert (worry.print, worry.verdict) == (True, ConcernVerdict.EXCUSE)
    assert not manager.sees("Takes twice the time – an excuse")
