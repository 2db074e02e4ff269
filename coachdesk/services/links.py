"""What leads on from a customer or a rep."""

from uuid import UUID

from coachdesk.services.desk import Desk
from coachdesk.store.queries import links
from coachdesk.views.links import LinkRow


def links_of_customer(desk: Desk, account_id: UUID) -> tuple[LinkRow, ...]:
    """The rep, open hand-offs, joint meetings and opportunities of a customer."""
    return desk.ask(links.of_customer, account_id)


def meetings_of_rep(desk: Desk, rep_id: UUID) -> tuple[LinkRow, ...]:
    """The newest joint meetings of a rep."""
    return desk.ask(links.meetings_of_rep, rep_id)
