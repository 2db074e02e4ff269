"""The one target, and the other thresholds of the rules."""

from dataclasses import replace
from typing import Any

from coachdesk.domain.people import Settings, Workspace
from coachdesk.domain.thresholds import RANGES
from coachdesk.store.queries.people import workspace
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork


def thresholds(reads: Snapshot) -> Settings:
    """The thresholds in force."""
    return workspace(reads).settings


def set_target(work: UnitOfWork, share: float) -> Workspace:
    """The share of events at 4 or 5 that is aimed at, for everyone and every behaviour."""
    return set_threshold(work, "target_share", share)


def set_threshold(work: UnitOfWork, name: str, value: float) -> Workspace:
    """Another value of one threshold; InputError names the range it must lie in."""
    if name not in RANGES:
        raise TypeError(f"no threshold is called {name}")
    space = workspace(work)
    changed: dict[str, Any] = {name: value}
    return work.put(replace(space, settings=replace(space.settings, **changed)))
