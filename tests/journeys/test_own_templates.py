"""A person makes a document their own, mistypes a field, and goes back to ours and forth again."""

from tests.journeys.person import CTRL, Key, Person


def open_templates(person: Person) -> None:
    person.press(Key.Key_K, CTRL)
    person.type("Make the documents my own")
    person.press(Key.Key_Return)


def test_a_document_is_made_ones_own_by_keys_alone(home, qtbot) -> None:
    person = Person(qtbot, sample=True)
    open_templates(person)
    assert person.sees("Ours draw every document")
    person.press(Key.Key_Return)
    assert person.sees("“summary.xml” is yours now")
    (own,) = home.rglob("summary.xml")
    qtbot.waitUntil(lambda: person.sees("yours · works"))
    own.write_text(own.read_text("utf-8").replace("brief.rep }}", "brief.reb }}"), "utf-8")
    person.press(Key.Key_Escape)
    open_templates(person)
    qtbot.waitUntil(lambda: person.sees("“reb” is not a field; is “rep” meant?"))
    person.press(Key.Key_Delete)
    assert person.sees("yours is kept as “summary.xml.1”")
    assert not own.exists()
    person.type("u")
    assert person.sees("“summary.xml” is yours again.")
    assert own.exists()
    person.quits()
