"""Whether a share may stand on the next printed page."""

from dataclasses import replace

from coachdesk.domain.entity import Id
from coachdesk.domain.errors import RuleError
from coachdesk.domain.shares import Share
from coachdesk.language import gettext as _
from coachdesk.services.receipts import received_records
from coachdesk.store.unit_of_work import UnitOfWork


def print_share(work: UnitOfWork, id: Id[Share], *, print: bool) -> Share:
    """Let a share print, or not; what the rep has in hand stays (E-SES-13)."""
    share = work.get(Share, id)
    if str(share.id) in received_records(work, share.rep_id):
        raise RuleError(
            "E-SES-13",
            _("The rep has received this page."),
            _("Add a dated line, or take the receipt back first."),
        )
    return work.put(replace(share, print=print))
