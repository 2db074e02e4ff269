"""From a customer to what is under way with partners, and from there to the rep, by keyboard."""

from coachdesk.services.sample import sample_id
from coachdesk.views.search import Place
from tests.journeys.person import Key


def test_a_customer_leads_to_its_hand_off_on_partners(manager):
    manager.program.office.ways.open_place(Place("name", sample_id("a08")))
    manager.settle()
    assert manager.sees("With this customer")
    manager.press(Key.Key_Tab)
    manager.press(Key.Key_Tab)
    manager.press(Key.Key_Tab)
    manager.press(Key.Key_Down)
    manager.press(Key.Key_Return)
    assert manager.page == "partners"
    assert manager.sees("Tarn Valley Textiles")
