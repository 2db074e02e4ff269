"""Customers and events from a table: checked line by line, made in one change."""

from dataclasses import replace
from datetime import date

import pytest

from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.import_findings import Outcome
from coachdesk.domain.import_mapping import DayOrder, TableKind
from coachdesk.domain.people import Account, PartnerTeam
from coachdesk.domain.vocabulary import BehaviourKey, Cause, Origin, Situation, SizeClass
from coachdesk.services.capture import complete_draft, read_line
from coachdesk.services.desk import Desk
from coachdesk.services.exchange_tables import export_tables
from coachdesk.services.people import details_of, edit_rep
from coachdesk.services.table_import import (
    Preview,
    import_table,
    kind_of,
    mapping_of,
    preview,
    table_of,
)
from tests.services.making import all_of, everything, refused, rep_called, seen

HEAD = "Rep,Date,What I saw,Customer,Department,Person,Need,Transition\n"
GOOD = "Asked what the delay costs them each month"


def tried(office: Desk, text: str) -> Preview:
    table = table_of(text)
    mapping = mapping_of(table, kind_of(table))
    return office.ask(preview, table, mapping)


def taken(office: Desk, text: str) -> dict[str, int]:
    table = table_of(text)
    return office.do(import_table, table, mapping_of(table, kind_of(table))).result


def said(found: Preview) -> list[tuple[int, Outcome, str]]:
    return [(f.line, f.outcome, f"{f.words} {f.next_step}") for f in found.findings]


def test_events_come_with_their_ratings_customers_and_partners(office: Desk) -> None:
    text = (
        f"{HEAD}Priya Raman,2026-02-03,{GOOD},Cobalt,Integration,Stefan Vogt,4,\n"
        f'"Hartley, Tom",04.02.2026,{GOOD},Delta Foods,Legal,,2,5.0\n'
    )
    assert tried(office, text).new_customers == ("Delta Foods",)
    assert taken(office, text) == {
        "observation": 2, "rating": 3, "account": 1, "partner_team": 1,
    }  # fmt: skip
    first, second = all_of(office, Observation)
    assert (first.day, first.recorded_day) == (date(2026, 2, 3), date(2026, 3, 10))
    assert first.partner_person_id is not None
    assert second.rep_id == rep_called(office, "Tom").id
    assert [a.owner_rep_id for a in all_of(office, Account, name="Delta Foods")] == [second.rep_id]
    assert {r.value for r in all_of(office, Rating, observation_id=second.id)} == {2, 5}
    office.undo()
    assert all_of(office, Observation) == []
    assert all_of(office, PartnerTeam, name="Legal") == []


def test_one_row_per_rating_makes_one_event_of_the_rows_that_belong_together(office: Desk) -> None:
    text = (
        "Datum;Verkäufer;Kunde;Beobachtung;Verhalten;Bewertung;Herkunft\n"
        f"3.2.2026;Priya;Cobalt;{GOOD};Übergabe;4;Anruf\n"
        f"3.2.2026;Priya;Cobalt;{GOOD};n;2;Anruf\n"
    )
    assert taken(office, text) == {"observation": 1, "rating": 2}
    (found,) = all_of(office, Observation)
    assert found.origin is Origin.CALL


@pytest.mark.parametrize(
    ("line", "outcome", "words"),
    [
        (f"Pria,2026-02-03,{GOOD},,,,4,", Outcome.ODD, "Close: Priya Raman"),
        (f",2026-02-03,{GOOD},,,,4,", Outcome.ODD, "No rep is named"),
        (f"Nobody Else,2026-02-03,{GOOD},,,,4,", Outcome.ODD, "no rep of yours"),
        (f"Priya,soon,{GOOD},,,,4,", Outcome.ODD, "not a day"),
        (f"Priya,2026-02-30,{GOOD},,,,4,", Outcome.ODD, "not a day"),
        (f"Priya,2026-03-11,{GOOD},,,,4,", Outcome.ODD, "dated in the future"),
        (f"Priya,2026-02-03,{GOOD},,,,6,", Outcome.ODD, "from 1 to 5"),
        (f"Priya,2026-02-03,{GOOD},,,,good,", Outcome.ODD, "from 1 to 5"),
        (f"Priya,2026-02-03,{GOOD},,,Nobody,4,", Outcome.ODD, "nobody known"),
        (f"Aisha,2025-12-03,{GOOD},,,,4,", Outcome.ODD, "not on the team"),
        ("Priya,2026-02-03,Too short,,,,4,", Outcome.INBOX, "11 characters too short"),
        (f"Priya,2026-02-03,{GOOD},,,,,", Outcome.INBOX, "No behaviour is rated"),
        (f"Priya,2026-03-10,{GOOD},Cobalt,,,4,", Outcome.SKIPPED, "here already"),
    ],
)
def test_a_line_that_is_not_ready_is_named_with_the_way_out(
    office: Desk, line: str, outcome: Outcome, words: str
) -> None:
    seen(office, (BehaviourKey.TRANSITION, 4))
    aisha = office.ask(details_of, rep_called(office, "Aisha").id)
    joined = replace(aisha, joined=date(2026, 1, 1))
    office.do(edit_rep, rep_called(office, "Aisha").id, joined)
    ((number, found, sentence),) = said(tried(office, f"{HEAD}{line}\n"))
    assert (number, found) == (2, outcome)
    assert words in sentence


def test_rules_on_ratings_hold_for_rows_that_belong_together(office: Desk) -> None:
    head = "rep,day,comment,behaviour,rating\n"
    row = f"Priya,2026-02-03,{GOOD},"
    four = "".join(f"{row}{letter},4\n" for letter in "nvtf")
    assert {words for _n, _o, words in said(tried(office, head + four))} == {
        "Up to three behaviours per observation. Start another one for the fourth."
    }
    twice = said(tried(office, f"{head}{row}t,4\n{row}t,2\n"))
    assert "already rated here" in twice[0][2]
    same = said(tried(office, f"{head}{row}t,4\n{row}t,4\n"))
    assert same == [(3, Outcome.SKIPPED, "The same event stands in line 2 already. ")]


def test_a_missed_expectation_needs_its_cause(office: Desk) -> None:
    head = "rep,day,comment,transition,missed,cause\n"
    row = f"Priya,2026-02-03,{GOOD},2,"
    assert "Choose why" in said(tried(office, f"{head}{row}yes,\n"))[0][2]
    taken(office, f"{head}{row}yes,Partner capacity\n")
    (found,) = all_of(office, Observation)
    assert (found.expectation_missed, found.cause_code) == (True, Cause.PARTNER_CAPACITY)


def test_days_are_read_by_the_whole_column_or_asked_about(office: Desk) -> None:
    row = "Priya,{day},{words} and more of it,4\n"
    head = "rep,day,comment,transition\n"
    clear = (
        head
        + row.format(day="3/2/2026", words="Asked one")
        + row.format(day="13/2/2026", words="Asked two")
    )
    assert [o.day for o in tried(office, clear).observations] == [
        date(2026, 2, 3),
        date(2026, 2, 13),
    ]
    open_one = head + row.format(day="3/2/2026", words="Asked one")
    assert tried(office, open_one).asks_day_order
    table = table_of(open_one)
    mapping = mapping_of(table, TableKind.OBSERVATIONS).with_days(DayOrder.MONTH_FIRST)
    found = office.ask(preview, table, mapping)
    assert [f.words for f in found.findings] == []
    assert [o.day for o in found.observations] == [date(2026, 3, 2)]
    assert refused(lambda: taken(office, open_one)) == "E-IMP-02"


def test_what_waits_can_be_completed_in_the_inbox(office: Desk) -> None:
    text = f"{HEAD}Priya,2026-02-03,Too short,Delta Foods,,,4,3\n"
    assert taken(office, text) == {"draft": 1, "account": 1}
    (draft,) = all_of(office, Draft)
    longer = draft.raw.replace("Too short", "Named the right partner for it")
    office.do(complete_draft, draft.id, office.ask(read_line, longer))
    (made,) = all_of(office, Observation)
    assert (made.day, made.comment) == (date(2026, 2, 3), "Named the right partner for it")
    assert made.account_id == all_of(office, Account, name="Delta Foods")[0].id
    assert len(all_of(office, Rating)) == 2


def test_the_same_table_twice_makes_nothing_the_second_time(office: Desk) -> None:
    text = f"{HEAD}Priya,2026-02-03,{GOOD},Cobalt,,,4,\n"
    taken(office, text)
    before = everything(office)
    assert refused(lambda: taken(office, text)) == "E-IMP-02"
    assert everything(office) == before


def test_customers_come_with_what_is_known_of_them(office: Desk) -> None:
    text = (
        "Kunde;Branche;Größe;Situation;Betreuer;Phase\n"
        "Delta Foods;Food;groß;Strategic account;Priya;compare\n"
        "=Sum & Co;;;;;\n"
        "cobalt;;;;;\n"
        "Delta foods;;;;;\n"
        "Echo;;huge;;;\n"
        "Foxtrot;;;;Pria;\n"
        ";Food;;;;\n"
    )
    found = tried(office, text)
    assert [(n, o.value) for n, o, _w in said(found)] == [
        (4, "skipped"), (5, "skipped"), (6, "odd"), (7, "odd"), (8, "odd"),
    ]  # fmt: skip
    assert taken(office, text) == {"account": 2}
    (delta,) = all_of(office, Account, name="Delta Foods")
    assert (delta.industry, delta.size_class) == ("Food", SizeClass.LARGE)
    assert delta.situation == Situation.STRATEGIC_ACCOUNT
    assert delta.owner_rep_id == rep_called(office, "Priya").id


def test_our_own_tables_are_read_with_their_ids_and_without_apostrophes(
    desk: Desk, office: Desk
) -> None:
    files = desk.ask(export_tables)
    accounts = table_of(files["account.csv"].decode("utf-8-sig"))
    assert kind_of(accounts) is TableKind.ACCOUNTS
    again = desk.ask(preview, accounts, mapping_of(accounts, TableKind.ACCOUNTS))
    assert again.is_empty
    assert {f.outcome for f in again.findings} == {Outcome.SKIPPED}
    events = table_of(files["observation.csv"].decode("utf-8-sig"))
    assert kind_of(events) is TableKind.OBSERVATIONS
    found = desk.ask(preview, events, mapping_of(events, TableKind.OBSERVATIONS))
    assert found.is_empty
    office.do(
        import_table,
        table_of("Customer\n'=Sum & Co\n"),
        mapping_of(table_of("Customer\nx\n"), TableKind.ACCOUNTS),
    )
    assert len(all_of(office, Account, name="=Sum & Co")) == 1


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Name,Role,Every", TableKind.ROSTER),
        ("Priya Raman,AE", TableKind.ROSTER),
        ("Name,Industry", TableKind.ACCOUNTS),
        ("CUSTOMER", TableKind.ACCOUNTS),
        ("Name,Owner rep", TableKind.ACCOUNTS),
        ("Verkäufer;Datum;Notiz", TableKind.OBSERVATIONS),
        ("rep,day,Behaviour 1,Rating 1,Behaviour 2,Rating 2", TableKind.OBSERVATIONS),
    ],
)
def test_the_kind_is_guessed_from_the_header(header: str, kind: TableKind) -> None:
    assert kind_of(table_of(f"{header}\n")) is kind
