"""What was asked before, by subject."""

from functools import cache
from typing import Any

from sqlalchemy import Select, func, select

from coachdesk.domain.vocabulary import Asker
from coachdesk.store.schema import ask, ask_thread
from coachdesk.store.snapshot import Snapshot


@cache
def _subjects() -> Select[Any]:
    """A subject asked of five reps counts five times; the one asked last comes first of equals."""
    subject = ask_thread.c.subject
    return (
        select(subject)
        .join_from(ask_thread, ask, ask.c.thread_id == ask_thread.c.id, isouter=True)
        .where(ask_thread.c.asker == Asker.MANAGER.value)
        .group_by(subject)
        .order_by(
            func.count(ask_thread.c.id.distinct()).desc(),
            func.max(ask.c.day).desc(),
            subject,
        )
    )


def subjects_asked(reads: Snapshot) -> list[str]:
    """The subjects of the manager's threads, those used most first."""
    return [row.subject for row in reads.rows(_subjects())]
