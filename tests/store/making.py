"""Stores and clocks for tests."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from coachdesk.domain.entity import Id
from coachdesk.domain.people import Account, Rep
from coachdesk.services.desk import Desk
from coachdesk.store.connection import transaction
from coachdesk.store.opening import create_store, open_store
from coachdesk.store.schema import BY_KIND
from coachdesk.store.unit_of_work import UnitOfWork


class FakeClock:
    """A clock that moves only when told to."""

    def __init__(self, moment: datetime = datetime(2026, 3, 10, 10, 7, tzinfo=UTC)) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def wait(self, **delta: int) -> None:
        self.moment += timedelta(**delta)


def new_desk(path: Path, clock: Callable[[], datetime]) -> Desk:
    return Desk(create_store(path, now=clock()), clock)


def reopened(desk: Desk, clock: Callable[[], datetime]) -> Desk:
    path = desk.store.path
    desk.close()
    return Desk(open_store(path, now=clock()), clock)


def add_rep(work: UnitOfWork, name: str) -> Rep:
    return work.put(Rep(id=work.new_id(Rep), first_name=name, employed=((date(2024, 1, 1), None),)))


def add_account(work: UnitOfWork, name: str, owner: Id[Rep] | None = None) -> Account:
    return work.put(Account(id=work.new_id(Account), name=name, owner_rep_id=owner))


def remove_account(work: UnitOfWork, account_id: Id[Account]) -> None:
    work.remove(work.get(Account, account_id))


def in_order_made(desk: Desk, kind: type[Any]) -> list[Any]:
    """Rows as they were written: the same order in every run, whatever their random ids."""
    table = BY_KIND[kind].key
    with transaction(desk.store.connection, write=False):
        rows = desk.store.connection.exec_driver_sql(f"SELECT id FROM {table} ORDER BY rowid").all()
    order = [row[0] for row in rows]
    found = desk.ask(lambda reads: reads.find(kind))
    return sorted(found, key=lambda row: order.index(row.id.bytes))
