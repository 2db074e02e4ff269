"""The workspace and the people in it."""

from datetime import time

from coachdesk.domain.entity import Id
from coachdesk.domain.people import Account, Rep, Workspace
from coachdesk.store.unit_of_work import UnitOfWork


def start_workspace(work: UnitOfWork, manager_name: str) -> Workspace:
    """The workspace of a new store."""
    return work.put(Workspace(id=work.new_id(Workspace), manager_name=manager_name))


def ensure_workspace(work: UnitOfWork, manager_name: str) -> None:
    """Give a store that was just made its workspace."""
    if not work.find(Workspace):
        start_workspace(work, manager_name)


def add_rep(
    work: UnitOfWork,
    name: str,
    *,
    slot_weekday: int | None = None,
    slot_time: time | None = None,
) -> Rep:
    """A new rep, last in the manager's order; only a name is needed."""
    first, _space, last = name.strip().partition(" ")
    order = max((rep.sort_order for rep in work.find(Rep)), default=0) + 1
    return work.put(
        Rep(
            id=work.new_id(Rep),
            first_name=first,
            last_name=last.strip(),
            slot_weekday=slot_weekday,
            slot_time=slot_time,
            sort_order=order,
        )
    )


def add_account(work: UnitOfWork, name: str, *, owner: Id[Rep] | None = None) -> Account:
    """A new customer; all but the name may stay unknown."""
    return work.put(Account(id=work.new_id(Account), name=name.strip(), owner_rep_id=owner))
