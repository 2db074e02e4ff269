"""The rep's own preparation goes out as a file to fill in, and comes back into the talk."""

from pathlib import Path

import pikepdf

from coachdesk.domain.talks import AgendaItem, CoachingSession
from tests.journeys.person import CTRL, Key, Person
from tests.services.making import all_of

ASKED = "Twenty minutes on my Birch offer"


def choose(person: Person, words: str) -> None:
    person.press(Key.Key_K, CTRL)
    person.type(words)
    person.press(Key.Key_Return)


def fill_in(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        for field in document.Root.AcroForm.Fields:
            if str(field.T).endswith("_ask"):
                field.V = pikepdf.String(ASKED)
            if str(field.T).endswith("_view"):
                field.V = pikepdf.String("Slow start,\nthen two good weeks.")
        document.save(path)


def kept(person: Person) -> set[str]:
    points = {item.text for item in all_of(person.store, AgendaItem)}
    words = {talk.rep_words for talk in all_of(person.store, CoachingSession)}
    return (points | words) & {f"Asks of you: {ASKED}", "Slow start,\nthen two good weeks."}


def test_a_form_is_saved_filled_in_read_back_once_and_undone(qtbot, home, tmp_path):
    person = Person(qtbot, sample=True)
    choose(person, "Priya")
    assert person.page == "rep"
    choose(person, "form for the rep to fill")
    assert person.sees("A form for Priya to fill in")
    path = tmp_path / "priya.pdf"
    person.press(Key.Key_S, CTRL)
    person.press(Key.Key_A, CTRL)
    person.type(str(path))
    person.press(Key.Key_Return)
    qtbot.waitUntil(path.exists)
    person.settle()
    fill_in(path)
    choose(person, "Read a filled")
    person.type(str(path.with_name("other.pdf")))
    person.press(Key.Key_Return)
    assert person.sees("could not be read")
    person.press(Key.Key_A, CTRL)
    person.type(str(path))
    person.press(Key.Key_Return)
    assert person.sees("Keep 2 rows")
    person.press(Key.Key_Space)
    assert person.sees("Keep 1 row")
    person.press(Key.Key_Space)
    person.press(Key.Key_Return)
    assert person.page == "prepare"
    assert person.sees(f"Asks of you: {ASKED}")
    assert len(kept(person)) == 2
    choose(person, "Read a filled")
    person.type(str(path))
    person.press(Key.Key_Return)
    assert person.sees("form was read before")
    person.press(Key.Key_Z, CTRL)
    assert kept(person) == set()
    person.quits()
