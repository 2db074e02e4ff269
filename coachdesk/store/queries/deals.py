"""How many activities each opportunity has: one statement, whatever their number."""

from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from coachdesk.store.column_types import id_from
from coachdesk.store.schema import activity
from coachdesk.store.snapshot import Snapshot


@cache
def _counts() -> Select[Any]:
    own = activity.c.opportunity_id
    return select(own, func.count()).where(own.is_not(None)).group_by(own)


def activities_of_opportunities(reads: Snapshot) -> dict[UUID, int]:
    """Activities by the opportunity they belong to."""
    return {id_from(id): n for id, n in map(tuple, reads.rows(_counts()))}
