"""The board of hand-offs and the story of one, read from the store."""

from datetime import date

from sqlalchemy import event

from coachdesk.domain.hand_off_rules import BoardColumn, Expectation, Revision
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.people import PartnerTeam
from coachdesk.domain.vocabulary import Cause, Gain, Side
from coachdesk.services import hand_offs
from coachdesk.services.desk import Desk
from coachdesk.services.partners import hand_off_page, partners_page
from tests.services.making import all_of, on, rep_called
from tests.store.making import FakeClock

C = BoardColumn


def planned(desk: Desk, account: str = "Cedar", need: str = "The lease ends in May") -> HandOff:
    asked = hand_offs.NewHandOff(
        rep_id=rep_called(desk, "Priya").id,
        team_id=all_of(desk, PartnerTeam)[0].id,
        new_account=account,
        need=need,
        value_reason="One pair of hands",
    )
    return desk.do(hand_offs.new_hand_off, asked).result


def told(desk: Desk, due: date, account: str = "Cedar") -> HandOff:
    expectation = Expectation(text="Two dates to choose from", due_day=due)
    id = planned(desk, account).id
    return desk.do(hand_offs.tell_customer, id, expectation, "Stefan Vogt").result


def where(desk: Desk, id: object) -> list[BoardColumn]:
    columns = partners_page(desk).columns
    return [column for column, cards in columns.items() if id in [card.id for card in cards]]


def test_oldest_due_stands_first_and_chips_count_what_is_on_the_board(office: Desk) -> None:
    later, sooner = told(office, on(9), "Cedar"), told(office, on(2), "Dune")
    planned(office, "Elm")
    page = partners_page(office)
    assert [card.id for card in page.columns[C.EXPECTATION_SET]] == [sooner.id, later.id]
    assert [(team.name, team.count) for team in page.teams] == [("Integration", 3)]


def test_what_was_asked_about_leaves_the_board_and_is_counted(
    office: Desk, clock: FakeClock
) -> None:
    won, lost = told(office, on(2), "Cedar"), told(office, on(2), "Dune")
    for item in (won, lost):
        office.do(hand_offs.meet_hand_off, item.id)
        assert where(office, item.id) == [C.DELIVERED]
    office.do(hand_offs.mark_all_win, won.id, dict.fromkeys(Side, Gain.WON))
    office.do(
        hand_offs.mark_all_win, lost.id, dict.fromkeys(Side, Gain.WON) | {Side.REP: Gain.LOST}
    )
    closed = partners_page(office).closed
    assert (closed.count, closed.all_won) == (2, 1)
    assert [card.id for card in closed.others] == [lost.id]
    clock.wait(days=91)
    assert partners_page(office).closed.count == 0


def test_a_board_of_one_team_holds_only_its_cards(office: Desk) -> None:
    item = told(office, on(2))
    here = partners_page(office, item.team_id)
    assert len(here.columns[C.EXPECTATION_SET]) == 1
    other = partners_page(office, item.id)
    assert not any(other.columns.values())
    assert other.count == 1


def test_the_board_reads_the_same_number_of_times_whatever_there_is(office: Desk) -> None:
    def reads() -> int:
        sent: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            sent.append(statement)

        engine = office.store.connection.engine
        event.listen(engine, "before_cursor_execute", note)
        partners_page(office)
        event.remove(engine, "before_cursor_execute", note)
        return len([s for s in sent if s.lstrip().upper().startswith("SELECT")])

    before = reads()
    for account in ("Cedar", "Dune", "Elm"):
        office.do(hand_offs.meet_hand_off, told(office, on(2), account).id)
    assert reads() == before < 12


def test_a_hand_off_is_told_as_a_story(office: Desk, clock: FakeClock) -> None:
    item = told(office, on(3))
    clock.wait(days=1)
    office.do(hand_offs.accept_hand_off, item.id)
    revision = Revision(
        text="Three dates to choose from",
        due_day=on(6),
        customer_told_by="Stefan",
        partner_told=True,
        cause=Cause.PARTNER_CAPACITY,
    )
    office.do(hand_offs.revise_expectation, item.id, revision)
    clock.wait(days=7)
    office.do(hand_offs.miss_hand_off, item.id, Cause.REP, customer_told_by="Priya")
    office.do(hand_offs.meet_hand_off_late, item.id, customer_confirmed=True)
    office.do(
        hand_offs.mark_all_win,
        item.id,
        {Side.CUSTOMER: Gain.WON, Side.REP: Gain.LOST, Side.PARTNER: Gain.UNKNOWN},
        {Side.CUSTOMER: "A plan they can plan with"},
    )
    page = hand_off_page(office, item.id)
    assert page is not None
    said = "\n".join(line.told for line in page.story)
    lines = [
        "10 Mar: Priya heard the need: The lease ends in May.",
        "10 Mar: The customer said why to meet Integration: One pair of hands.",
        "10 Mar: Stefan Vogt was named; the customer was told 13 Mar: Two dates to choose from.",
        "11 Mar: Stefan Vogt accepted it.",
        "11 Mar: 13 Mar became 16 Mar, “Two dates to choose from” became "
        "“Three dates to choose from”;",
        "18 Mar: The date was missed;",
        "Priya told the customer",
        "18 Mar: It was met late; the customer confirmed it.",
        "Cedar won: “A plan they can plan with”; Priya lost.",
    ]
    at = [said.find(line) for line in lines]
    assert -1 not in at, said
    assert at == sorted(at)


def test_a_change_that_was_taken_back_is_not_told(office: Desk) -> None:
    item = told(office, on(3))
    new = Revision(text="Two dates", due_day=on(6), customer_told_by="Priya", partner_told=True)
    office.do(hand_offs.revise_expectation, item.id, new)
    office.undo()
    before = hand_off_page(office, item.id)
    assert before is not None
    assert not any("became" in line.words for line in before.story)
    office.redo()
    after = hand_off_page(office, item.id)
    assert after is not None
    assert any("13 Mar became 16 Mar" in line.words for line in after.story)


def test_a_story_goes_on_with_the_next_pair_of_hands(office: Desk) -> None:
    first = told(office, on(3))
    second = office.do(
        hand_offs.continue_hand_off, first.id, first.team_id, "The training of their people"
    ).result
    begun, went_on = hand_off_page(office, first.id), hand_off_page(office, second.id)
    assert begun is not None
    assert went_on is not None
    assert begun.story[-1].words == "Integration went on with it."
    assert went_on.story[0].words.startswith("Priya went on where Integration left off")


def test_a_hand_off_that_is_gone_has_no_page(office: Desk) -> None:
    item = planned(office)
    office.undo()
    assert hand_off_page(office, item.id) is None
