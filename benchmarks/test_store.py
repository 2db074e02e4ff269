"""Queries and commands on ten years of work against the bare driver."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
import sqlcipher3.dbapi2
from sqlalchemy import event

from benchmarks.conftest import Report
from benchmarks.timing import medians
from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.evidence_rules import Rated
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.services import pages
from coachdesk.services.batons import team_batons
from coachdesk.services.desk import Desk
from coachdesk.services.documents import summary_brief
from coachdesk.services.evidence import ObservationDraft, save_observation
from coachdesk.services.insights import insights, read_rows, shifts
from coachdesk.services.partners import partners_page
from coachdesk.services.question_bank import question_bank
from coachdesk.services.search import search_desk
from coachdesk.services.situations import situation_page
from coachdesk.services.talk_pages import prepare_page, run_page, wrap_up_page

Statements = list[tuple[str, Any]]
Page = Callable[[Desk], Callable[[], object]]


def statements_of(desk: Desk, work: Callable[[], object]) -> Statements:
    """The statements, with their values, that the work sends to the driver."""
    sent: Statements = []

    def note(_connection, _cursor, statement, parameters, _context, _many) -> None:
        sent.append((statement, parameters))

    engine = desk.store.connection.engine
    event.listen(engine, "before_cursor_execute", note)
    work()
    event.remove(engine, "before_cursor_execute", note)
    return sent


def bare_reading(desk: Desk, statements: Statements) -> Callable[[], None]:
    raw = sqlcipher3.dbapi2.connect(f"file:{desk.store.path}?mode=ro", uri=True)

    def read() -> None:
        for statement, parameters in statements:
            raw.execute(statement, parameters).fetchall()

    return read


def rows_read(desk: Desk, statements: Statements) -> int:
    raw = sqlcipher3.dbapi2.connect(f"file:{desk.store.path}?mode=ro", uri=True)
    return sum(len(raw.execute(*each).fetchall()) for each in statements)


def of_next_rep(page: Callable[[Desk, Any], object]) -> Page:
    """A page about the rep whom the manager meets next."""

    def bound(desk: Desk) -> Callable[[], object]:
        return partial(page, desk, _next_head(desk).rep_id)

    return bound


def of_next_talk(query: Callable[..., object]) -> Page:
    """A page about the next talk."""

    def bound(desk: Desk) -> Callable[[], object]:
        return partial(desk.ask, query, _next_head(desk).session_id)

    return bound


def _next_head(desk: Desk) -> Any:
    found = pages.today(desk).next_talk
    assert found is not None
    return found.head


QUERIES: dict[str, Page] = {
    "Today": lambda desk: partial(pages.today, desk),
    "navigation": lambda desk: partial(pages.frame, desk),
    "team": lambda desk: partial(pages.team_page, desk),
    "Insights, its rows": lambda desk: partial(
        desk.ask, read_rows, until=None, window_days=None, rep_id=None
    ),
    "Insights, with every figure": lambda desk: partial(insights, desk),
    "every shift in the ratings": lambda desk: partial(desk.ask, shifts),
    "one-on-ones": lambda desk: partial(pages.one_on_ones, desk),
    "search of a rare name": lambda desk: partial(search_desk, desk, "rep3 customer 7"),
    "search of a word in every event": lambda desk: partial(search_desk, desk, "delay"),
    "Partners, 12,000 hand-offs": lambda desk: partial(partners_page, desk),
    "who has each promise now": lambda desk: partial(team_batons, desk),
    "an expectation, with the team's figures": lambda desk: partial(
        desk.ask, situation_page, "large_deal"
    ),
    "question bank": lambda desk: partial(desk.ask, question_bank),
    "a rep's page": of_next_rep(pages.rep_page),
    "prepare": of_next_talk(prepare_page),
    "run": of_next_talk(run_page),
    "wrap up": of_next_talk(wrap_up_page),
    "the page that prints": of_next_talk(summary_brief),
}


@pytest.mark.parametrize("name", QUERIES)
def test_reading_a_page(ten_years: Desk, report: Report, name: str) -> None:
    query = QUERIES[name](ten_years)
    statements = [each for each in statements_of(ten_years, query) if each[0] != "BEGIN"]
    ours, bare = medians(query, bare_reading(ten_years, statements))
    work = f"{name}: {len(statements)} statements, {rows_read(ten_years, statements)} rows"
    report(work, ours, "sqlcipher3, same statements", bare)


def test_saving_an_observation(ten_years: Desk, report: Report) -> None:
    rep = ten_years.ask(lambda reads: reads.find(Rep, first_name="Rep0"))[0]
    account = ten_years.ask(lambda reads: reads.find(Account, name="Customer 0"))[0]
    draft = ObservationDraft(
        rep_id=rep.id,
        day=ten_years.as_of,
        comment="Asked what the delay costs them each month",
        ratings=tuple(Rated(key, 4) for key in list(BehaviourKey)[:3]),
        account_id=account.id,
    )

    def save() -> None:
        ten_years.do(save_observation, draft)

    kinds = ("INSERT INTO observation", "INSERT INTO rating")
    inserts = [each for each in statements_of(ten_years, save) if each[0].startswith(kinds)]
    assert len(inserts) == 4
    ours, bare = medians(save, bare_saving(ten_years, inserts))
    report("save an observation with three ratings", ours, "sqlcipher3, insert + commit", bare)
    saved = ten_years.ask(lambda reads: reads.find(Observation, rep_id=rep.id, day=draft.day))
    ratings = ten_years.ask(lambda reads: reads.find(Rating, observation_id=saved[-1].id))
    assert len(ratings) == 3


def bare_saving(desk: Desk, inserts: Statements) -> Callable[[], None]:
    """The same four rows under new ids in a neighbouring copy, with the same durability."""
    path = desk.store.path.with_name("bare.coachdesk")
    with sqlcipher3.dbapi2.connect(desk.store.path) as source:
        source.execute("VACUUM INTO ?", (str(path),))
    raw = sqlcipher3.dbapi2.connect(path, isolation_level=None)
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "secure_delete=ON"):
        raw.execute(f"PRAGMA {pragma}")
    sequence = iter(range(10**8, 10**9))

    def save() -> None:
        raw.execute("BEGIN IMMEDIATE")
        observation = uuid4().bytes
        for statement, parameters in inserts:
            values = list(parameters)
            names = [n.strip(' "') for n in statement.split("(")[1].split(")")[0].split(",")]
            if statement.startswith("INSERT INTO observation"):
                values[names.index("id")] = observation
                values[names.index("seq")] = next(sequence)
            else:
                values[names.index("id")] = uuid4().bytes
                values[names.index("observation_id")] = observation
            raw.execute(statement, values)
        raw.execute("COMMIT")

    return save
