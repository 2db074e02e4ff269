"""Between whom a request stands, as its sheets need to say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from coachdesk.views.rep import AskRow


@dataclass(frozen=True, slots=True)
class Talk:
    """Between whom: the one asked by name, who asks if it is not the manager, and all their rows.

    Only a rep (`rep_id`) can be required something without a request that was not met.
    """

    asked: str
    rows: Sequence[AskRow]
    rep_id: UUID | None = None
    asking: str = ""
