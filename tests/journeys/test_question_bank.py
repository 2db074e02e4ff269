"""A question of one's own: written in the Playbook, proposed before a talk, asked, counted."""

from tests.journeys.person import CTRL, SHIFT, Key

QUESTION = "What would the analyst have needed to hear before the call?"
FAVOURITE = "Fits “Transition”; a favourite of yours; not asked yet"


def test_an_own_question_goes_from_the_playbook_into_the_talk(manager):
    office = manager.program.office
    manager.press(Key.Key_6, CTRL)
    office.screens.playbook.open_section("questions")
    manager.settle()
    office.screens.playbook.side.lines.setFocus()
    manager.press(Key.Key_Down)
    manager.press(Key.Key_Down)
    manager.press(Key.Key_Down)
    bank = office.screens.playbook.section("questions")
    bank.add()
    manager.settle()
    manager.type(QUESTION)
    manager.press(Key.Key_Return)
    assert manager.sees(QUESTION)
    bank.field.setFocus()
    manager.type("analyst")
    manager.press(Key.Key_Down)
    manager.press(Key.Key_F)
    assert manager.sees("1 of 12 questions")

    manager.press(Key.Key_1, CTRL)
    manager.press(Key.Key_P, CTRL, SHIFT)
    assert manager.page == "prepare"
    assert manager.sees(FAVOURITE)
    questions = manager.window.current.view.questions
    row = next(row for row in questions.rows() if row.text == QUESTION)
    questions.setFocus()
    questions.set_current(questions.rows().index(row))
    manager.press(Key.Key_Space)
    manager.press(Key.Key_Return, CTRL)
    assert manager.page == "run"
    assert manager.sees(QUESTION)

    manager.window.show_page("playbook")
    manager.settle()
    assert manager.sees("asked once, Priya today")
