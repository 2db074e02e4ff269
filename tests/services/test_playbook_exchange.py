"""A Playbook passed on: the difference is shown, each choice is kept, one undo takes all back."""

import stat
from pathlib import Path

import pytest

from coachdesk.domain.change_stories import ChangeStory, Lesson
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.people import Rep
from coachdesk.domain.playbook_content import Content, Part
from coachdesk.domain.playbook_difference import Difference, State, to_choose
from coachdesk.domain.vocabulary import SelectionStage
from coachdesk.services.desk import Desk
from coachdesk.services.own_example import add_point, own_example
from coachdesk.services.own_words import set_rep_word, speak_own_words
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.playbook_content import shared_content, whole_content
from coachdesk.services.playbook_exchange import (
    beside_mine,
    differences,
    names_passed_on,
    playbook_in,
    save_playbook,
    take_playbook,
)
from coachdesk.services.playbook_file import playbook_text
from coachdesk.services.playbook_reading import read_playbook
from coachdesk.services.question_bank import add_question, favour_question, retire_question
from coachdesk.services.rule_sheets import acknowledge_rules, add_rule, rule_sheets, rules_to_tell
from coachdesk.services.situations import add_situation, remove_situation, word_situation
from coachdesk.services.stages import reword_stage
from coachdesk.services.wordings import playbook_of, reword_behaviour
from tests.services.making import NEED, all_of, everything, rep_called

TOP = "coachdesk_playbook: 1\n"
SHIPPED = shipped_playbook().questions


def compared(desk: Desk, text: str) -> dict[tuple[Part, str], Difference]:
    found = desk.ask(differences, read_playbook(TOP + text))
    return {(each.part, each.title): each for each in found}


def sent(desk: Desk) -> Content:
    return read_playbook(playbook_text(desk.ask(shared_content), desk.as_of))


def take_all(desk: Desk, theirs: Content) -> None:
    desk.do(take_playbook, theirs, to_choose(desk.ask(differences, theirs)))


def bare(content: Content) -> set[object]:
    return {
        (item.part, name, value) for item in content.items for name, value in item.values.items()
    }


def fill(desk: Desk) -> None:
    """A manager's hand in every part."""
    key = desk.do(add_situation, "Channel deal").result.key
    desk.do(word_situation, key, principle="One voice.", expected=["Names who leads.", "Shares"])
    desk.do(word_situation, "large_deal", principle="Win it together.")
    desk.do(reword_stage, SelectionStage.DEFINE, funnel_stage="Discovery")
    desk.do(reword_behaviour, NEED, anchors={1: "Pitches first: “our way”.", 5: "Asks: why now?"})
    desk.do(add_question, "Who else is at the table?")
    desk.do(favour_question, SHIPPED[0].id, True)
    desk.do(retire_question, SHIPPED[1].id, True)
    desk.do(add_rule, "Mail", rule="Answered within a day.", boundary="Not at night.")
    desk.do(add_point, "I bring my peer along.")
    desk.do(add_story_and_lesson)


def add_story_and_lesson(work) -> None:
    story = ChangeStory(id=work.new_id(ChangeStory), title="New tool", why="We lose: track")
    work.put(story)
    text = "First line.\n\n- Second: line\n  third"
    work.put(
        Lesson(
            id=work.new_id(Lesson),
            title="A short page",
            text=text,
            change_story_id=story.id,
            added_day=work.as_of,
        )
    )


def test_what_one_sends_another_can_take_and_take_back(desk: Desk, office: Desk) -> None:
    fill(desk)
    theirs = sent(desk)
    before = everything(office)
    take_all(office, theirs)
    assert bare(theirs) <= bare(office.ask(whole_content))
    assert to_choose(office.ask(differences, theirs)) == ()
    lesson = next(each for each in all_of(office, Lesson) if each.title == "A short page")
    assert office.ask(lambda reads: reads.get(ChangeStory, lesson.change_story_id)).why
    office.undo()
    assert everything(office) == before


def test_the_same_playbook_differs_in_nothing(desk: Desk) -> None:
    fill(desk)
    states = {each.state for each in desk.ask(differences, sent(desk))}
    assert states == {State.SAME}


def test_my_own_word_for_a_rep_is_no_difference(desk: Desk, office: Desk) -> None:
    usual = sent(desk)
    office.do(set_rep_word, "seller", "sellers")
    office.ask(speak_own_words)
    texts = " ".join(text for item in office.ask(whole_content).items for text in item.words)
    assert "seller" in texts
    shipped = (Part.SITUATIONS, Part.STAGES, Part.RATINGS, Part.INTERVIEW)
    # Shipped words go out as they were shipped: no other manager gets my word for a rep.
    assert {each for each in bare(usual) if each[0] is Part.INTERVIEW} <= bare(sent(office))
    asked = [each for each in office.ask(differences, usual) if each.part in shipped]
    assert {each.state for each in asked} == {State.SAME}


def test_two_of_one_name_stay_two(desk: Desk, office: Desk) -> None:
    for _time in range(2):
        desk.do(add_story_and_lesson)
    theirs = sent(desk)
    assert {each.state for each in desk.ask(differences, theirs)} == {State.SAME}
    take_all(office, theirs)
    titles = sorted(lesson.title for lesson in all_of(office, Lesson))
    assert titles == ["A short page", "A short page (2)"]


def test_no_person_goes_with_it(desk: Desk) -> None:
    fill(desk)
    text = playbook_text(desk.ask(shared_content), desk.as_of)
    for rep in all_of(desk, Rep):
        assert str(rep.id) not in text
        assert rep.last_name not in text
    assert desk.ask(names_passed_on) == ()


def test_a_rep_named_in_my_own_words_is_told_before_it_goes(office: Desk) -> None:
    office.do(add_rule, "Mail", rule="First ask,\nPriya, not Toms boss.")
    assert office.ask(names_passed_on) == (("Priya", "Mail"),)


def test_mine_stays_unless_theirs_is_chosen(office: Desk) -> None:
    text = "situations:\n  - key: large_deal\n    compete: Alone.\n  - title: Channel\n"
    found = compared(office, text)
    large, channel = found[Part.SITUATIONS, "Large deal"], found[Part.SITUATIONS, "Channel"]
    assert (large.state, large.fields, channel.state) == (State.OTHER, ("compete",), State.NEW)
    theirs = read_playbook(TOP + text)
    assert office.ask(beside_mine, theirs).taken_at_first == {"situations:channel"}
    mine = large.value(large.mine, "compete")
    office.do(take_playbook, theirs, [channel])
    again = compared(office, text)
    assert again[Part.SITUATIONS, "Channel"].state is State.SAME
    assert again[Part.SITUATIONS, "Large deal"].value(large.mine, "compete") == mine
    office.do(take_playbook, theirs, [again[Part.SITUATIONS, "Large deal"]])
    principle = next(iter(office.ask(whole_content).of(Part.SITUATIONS))).text("principle")
    assert principle == large.value(large.mine, "principle") != ""


def test_what_i_archived_does_not_come_back_by_itself(office: Desk) -> None:
    office.do(remove_situation, "large_deal")
    text = "situations:\n  - key: large_deal\n    archived: no\n"
    found = compared(office, text)
    assert found[Part.SITUATIONS, "Large deal"].state is State.OTHER
    office.do(
        take_playbook,
        read_playbook(TOP + "situations:\n  - key: large_deal\n    archived: no\n"),
        to_choose(found.values()),
    )
    assert next(iter(office.ask(whole_content).of(Part.SITUATIONS))).flag("archived") is False


def test_what_a_rep_knew_of_a_rule_stays_known_where_both_say_it(office: Desk) -> None:
    tom = rep_called(office, "Tom").id
    office.do(add_rule, "Mail", rule="Answered within a day.")
    office.do(add_rule, "Mail", rule="No customer names.", boundary="Inside too.")
    office.do(add_rule, "Mail", limitation="One page.")
    office.do(acknowledge_rules, "Mail", tom)
    text = (
        "rules:\n  - subject: mail\n    entries:\n      - rule: Answered within a day.\n"
        "      - rule: No customer names.\n        boundary: Outside only.\n"
    )
    found = compared(office, text)
    office.do(take_playbook, read_playbook(TOP + text), to_choose(found.values()))
    (sheet,) = (each for each in office.ask(rule_sheets) if each.subject == "Mail")
    assert {(line.rule, line.boundary) for line in sheet.lines} == {
        ("Answered within a day.", ""),
        ("No customer names.", "Outside only."),
    }
    assert office.ask(rules_to_tell, tom) == (("Mail", True),)
    assert next(rep for rep in sheet.reps if rep.name.startswith("Tom")).n == 1


def test_their_own_list_takes_the_place_of_mine(office: Desk) -> None:
    for text in ("I come prepared.", "I say thank you."):
        office.do(add_point, text)
    text = "example:\n  - I say thank you.\n  - I bring my peer along.\n"
    office.do(take_playbook, read_playbook(TOP + text), to_choose(compared(office, text).values()))
    points = [point.text for point in office.ask(own_example).points]
    assert points == ["I say thank you.", "I bring my peer along."]


def test_nothing_is_taken_that_was_not_shown(office: Desk) -> None:
    text = "stages:\n  - key: define\n    funnel_stage: Discovery\n"
    theirs, found = read_playbook(TOP + text), tuple(to_choose(compared(office, text).values()))
    with pytest.raises(RuleError) as nothing:
        office.do(take_playbook, theirs, [])
    assert nothing.value.code == "E-PBK-02"
    office.do(reword_stage, SelectionStage.DEFINE, coach_on="Something else.")
    with pytest.raises(RuleError) as changed:
        office.do(take_playbook, theirs, to_choose(found))
    assert changed.value.code == "E-PBK-03"
    assert office.ask(playbook_of).stages[SelectionStage.DEFINE].funnel_stage != "Discovery"


def test_a_name_that_is_taken_here_refuses_the_whole_and_says_which(office: Desk) -> None:
    before = everything(office)
    text = "ratings:\n  - key: transition\n    title: Need identification\n"
    text += "stories:\n  - title: New tool\n"
    with pytest.raises(InputError) as refused:
        take_all(office, read_playbook(TOP + text))
    assert refused.value.message.startswith("“Transition to partner”: Another behaviour is called")
    assert refused.value.next_step.startswith("Nothing was taken.")
    assert everything(office) == before


def test_the_file_is_private_and_a_broken_one_changes_nothing(office: Desk, tmp_path: Path) -> None:
    path = tmp_path / "playbook.yaml"
    save_playbook(office, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert playbook_in(path) == sent(office)
    path.write_bytes(path.read_bytes() + b"stories:\n  - title: \xff\n")
    with pytest.raises(InputError, match=r"“playbook\.yaml”: Line \d+, .* not UTF-8"):
        playbook_in(path)
    path.write_bytes(b"#" * 1_000_001)
    with pytest.raises(InputError, match="too long for a Playbook"):
        playbook_in(path)
    with pytest.raises(InputError, match="store itself"):
        save_playbook(office, office.store.path)
