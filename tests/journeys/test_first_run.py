"""A team from nothing, by keyboard: typed, pasted, from a file; and the ways past it."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from coachdesk.domain.people import PartnerTeam, Rep
from coachdesk.domain.talks import CoachingSession
from coachdesk.services.exchange_files import export_everything, export_place
from tests.journeys.person import CTRL, Key, Person

MESSY = """My team:
Name, Role, Rhythm
1. Priya Raman, Senior AE, every 2 weeks, Tue 10:30
2) Hale, Marcus, AE
- Lena Ortiz (Associate)
Ortiz, Lena
Dr. Tom Okafor <tom@x.org>
West region

Yuki Sato; Associate; every week
佐藤 由紀, AE
محمد علي, AE, Tue 25:10
Anne-Marie O’Neill, every 3 days
Łukasz Żak, joined 31.02.2024
Total
"""
MORE = "\n".join(f"{chr(0x4E00 + n)}{chr(0x4E80 + n)} {chr(0x5000 + n)}" for n in range(27))


def reps(person):
    found = person.store.ask(lambda reads: reads.find(Rep))
    return sorted(found, key=lambda rep: rep.sort_order)


def paste(person, text):
    QApplication.clipboard().setText(text)
    person.press(Key.Key_V, CTRL)


def test_from_nothing_to_the_first_brief(home, qtbot):
    person = Person(qtbot)
    assert person.page == "first_run"
    person.type("Priya Raman, Senior AE, every 2 weeks, Tue 10:30, 45 min")
    person.press(Key.Key_Return)
    person.type("Marcus Hale, AE, every week, Wed 13:00")
    person.press(Key.Key_Return)
    paste(person, "Lena Ortiz\tAssociate\tevery week\n")
    person.press(Key.Key_Return, CTRL)
    assert person.presses == 4
    assert person.page == "today"
    assert [rep.name for rep in reps(person)] == ["Priya Raman", "Marcus Hale", "Lena Ortiz"]
    assert person.sees("Team of 3 created")
    assert person.sees("Next one-on-one, Priya Raman")
    assert QApplication.focusWidget().accessibleName().startswith("Start the talk")
    person.press(Key.Key_Z, CTRL)
    assert reps(person) == []
    assert person.store.ask(lambda reads: reads.find(CoachingSession)) == []
    person.quits()


def test_a_messy_list_of_forty_is_checked_line_by_line_and_created(home, qtbot):
    person = Person(qtbot)
    paste(person, MESSY + MORE)
    person.press(Key.Key_Return, CTRL)
    assert person.page == "first_run"
    assert person.sees("lines need a look")
    while person.page == "first_run" and person.presses < 30:
        person.press(Key.Key_Return)
        if QApplication.focusWidget().accessibleName().startswith(("Create", "Update")):
            break
    person.press(Key.Key_Return, CTRL)
    assert person.page == "today"
    names = [rep.name for rep in reps(person)]
    assert names[:5] == ["Priya Raman", "Marcus Hale", "Lena Ortiz", "Tom Okafor", "Yuki Sato"]
    assert {"佐藤 由紀", "محمد علي", "Anne-Marie O’Neill", "Łukasz Żak"} <= set(names)
    assert len(names) == len(set(names)) == 9 + 27
    assert not {"West region", "Total", "My team:"} & set(names)
    person.quits()


def test_what_was_typed_is_there_again_after_the_window_was_closed(home, qtbot):
    first = Person(qtbot)
    first.type("Priya Raman, Senior AE")
    first.press(Key.Key_Return)
    first.type("Marcus Ha")
    first.quits()
    second = Person(qtbot)
    assert second.page == "first_run"
    assert second.sees("Priya Raman, Senior AE")
    second.type("le, AE")
    second.press(Key.Key_Return, CTRL)
    assert [rep.name for rep in reps(second)] == ["Priya Raman", "Marcus Hale"]
    second.quits()
    third = Person(qtbot)
    assert third.page == "today"
    third.press(Key.Key_K, CTRL)
    third.type("add several")
    third.press(Key.Key_Return)
    assert third.page == "first_run"
    assert not third.sees("Priya Raman, Senior AE")
    third.quits()


def test_a_dropped_list_is_settled_at_once_and_what_was_left_out_comes_back(home, qtbot):
    lines = "Name;Role\nPriya Raman;AE\nWest region;\nTotal;\nTom Okafor;AE\n"
    (home / "team.csv").write_text(lines, "utf-8")
    person = Person(qtbot)
    drop(person.window.current.widget, home / "team.csv")
    person.settle()
    assert person.sees("4 lines were read.")
    assert person.sees("2 lines need a look")
    reach(person, "Settle all as suggested")
    person.press(Key.Key_Return)
    assert person.sees("Lines 3, 4 are skipped.")
    assert QApplication.focusWidget().accessibleName().startswith("Create team of 2")
    reach(person, "Bring the skipped lines back")
    person.press(Key.Key_Return)
    assert person.sees("2 lines need a look")
    reach(person, "Settle all as suggested")
    person.press(Key.Key_Return)
    reach(person, "Your team, line by line")
    person.press(Key.Key_Delete)
    assert person.sees("Removed: Priya Raman, AE.")
    reach(person, "Bring the removed lines back")
    person.press(Key.Key_Return)
    assert not person.sees("Removed:")
    person.press(Key.Key_Return, CTRL)
    assert [rep.name for rep in reps(person)] == ["Priya Raman", "Tom Okafor"]
    person.quits()


def test_several_reps_are_added_to_a_team_with_the_same_check(home, qtbot):
    person = Person(qtbot)
    person.type("Priya Raman")
    person.press(Key.Key_Return, CTRL)
    person.press(Key.Key_K, CTRL)
    person.type("add several")
    person.press(Key.Key_Return)
    paste(person, "Raman, Priya, Senior AE, Tue 10:30\nTom Okafor, AE\n")
    person.press(Key.Key_Return, CTRL)
    assert person.sees("looks like a rep you have")
    person.press(Key.Key_Return)
    person.press(Key.Key_Return)
    assert [(rep.name, rep.role) for rep in reps(person)] == [
        ("Priya Raman", "Senior AE"),
        ("Tom Okafor", "AE"),
    ]
    assert person.sees("1 rep added")
    person.quits()


def test_the_choices_are_walked_with_arrows(home, qtbot):
    person = Person(qtbot)
    person.press(Key.Key_Tab)
    while not QApplication.focusWidget().accessibleName().startswith("Start with your team"):
        person.press(Key.Key_Tab)
    person.press(Key.Key_Down)
    assert QApplication.focusWidget().accessibleName().startswith("Explore the sample team")
    person.press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(reps(person)) == 8, timeout=20_000)
    assert person.page == "today"
    person.quits()


def test_the_keys_work_at_once_after_a_change_of_stores(home, qtbot):
    person = Person(qtbot)
    person.program.change_to_sample()
    qtbot.waitUntil(lambda: len(reps(person)) == 8, timeout=20_000)
    person.settle()
    assert person.window.isActiveWindow()
    assert QApplication.focusWidget().accessibleName().startswith("Start the talk")
    person.program.theme.use(dark=False, zoom=125)
    person.settle()
    assert person.window.isActiveWindow()
    person.program.change_to_own()
    person.settle()
    person.type("Priya Raman")
    person.press(Key.Key_Return, CTRL)
    assert [rep.name for rep in reps(person)] == ["Priya Raman"]
    person.quits()


def test_skipping_leads_to_an_empty_day_that_offers_the_same(home, qtbot):
    person = Person(qtbot)
    person.press(Key.Key_1, CTRL)
    assert person.page == "today"
    assert person.sees("Add a rep")
    person.quits()


def test_partner_teams_come_with_the_team(home, qtbot):
    person = Person(qtbot)
    person.type("Priya Raman")
    while QApplication.focusWidget().accessibleName() != "Partner team Research":
        person.press(Key.Key_Tab)
    person.press(Key.Key_Space)
    while not QApplication.focusWidget().accessibleName().startswith("Another partner team"):
        person.press(Key.Key_Tab)
    person.type("Legal")
    person.press(Key.Key_Return)
    person.press(Key.Key_Return, CTRL)
    teams = person.store.ask(lambda reads: reads.find(PartnerTeam))
    assert sorted(team.name for team in teams) == ["Legal", "Research"]
    person.quits()


def test_a_store_that_is_there_is_looked_into_and_opened(home, qtbot):
    other = Person(qtbot, named=home / "other.coachdesk")
    other.type("Tom Okafor")
    other.press(Key.Key_Return, CTRL)
    other.quits()
    person = Person(qtbot, named=home / "fresh.coachdesk")
    choose_open(person)
    person.type(str(home / "nowhere.coachdesk"))
    person.press(Key.Key_Return)
    assert person.sees("There is no file")
    person.press(Key.Key_A, CTRL)
    (home / "letter.coachdesk").write_bytes(b"Dear Priya, this is not a database. " * 40)
    person.type(str(home / "letter.coachdesk"))
    person.press(Key.Key_Return)
    assert person.sees("not a Coachdesk store")
    person.press(Key.Key_A, CTRL)
    person.type(str(home / "other.coachdesk"))
    person.press(Key.Key_Return)
    assert person.sees("other.coachdesk: 1 rep, 0 events")
    person.press(Key.Key_Return)
    assert [rep.name for rep in reps(person)] == ["Tom Okafor"]
    assert person.page == "today"
    person.quits()


def test_an_exported_file_is_counted_and_taken_over(home, qtbot):
    other = Person(qtbot, named=home / "other.coachdesk")
    other.type("Tom Okafor")
    other.press(Key.Key_Return, CTRL)
    export_everything(other.store, export_place(str(home / "team.json")), lambda _n: None)
    other.quits()
    person = Person(qtbot, named=home / "fresh.coachdesk")
    choose_open(person)
    person.type(str(home / "team.json"))
    person.press(Key.Key_Return)
    assert person.sees("team.json: 1 rep, 0 events")
    person.press(Key.Key_Return)
    assert [rep.name for rep in reps(person)] == ["Tom Okafor"]
    assert person.page == "today"
    assert person.sees("Tom Okafor")
    person.quits()


def test_the_file_can_live_elsewhere_and_what_was_typed_comes_along(home, qtbot):
    person = Person(qtbot)
    person.type("Priya Raman, AE")
    while not QApplication.focusWidget().accessibleName().startswith("Change where"):
        person.press(Key.Key_Tab)
    person.press(Key.Key_Return)
    person.type(str(home / "elsewhere.coachdesk"))
    person.press(Key.Key_Return)
    assert person.store.store.path == home / "elsewhere.coachdesk"
    assert person.page == "first_run"
    person.press(Key.Key_Return, CTRL)
    assert [rep.name for rep in reps(person)] == ["Priya Raman"]
    person.quits()
    again = Person(qtbot)
    assert again.store.store.path == home / "elsewhere.coachdesk"
    again.quits()


def choose_open(person):
    while not QApplication.focusWidget().accessibleName().startswith("Start with your team"):
        person.press(Key.Key_Tab)
    person.press(Key.Key_Down)
    person.press(Key.Key_Down)
    person.press(Key.Key_Return)


def reach(person, name):
    for _step in range(60):
        now = QApplication.focusWidget()
        if now is not None and now.accessibleName().startswith(name):
            return
        person.press(Key.Key_Tab)
    raise AssertionError(name)


def drop(widget, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(9, 9), copy, data, left, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), copy, data, left, none))
