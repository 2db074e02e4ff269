"""Finding a record among the lists of a page."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import Qt

from coachdesk.ui.kit.rows import Rows


def put_keys_on(lists: Iterable[Rows], record_id: UUID) -> bool:
    """Put the keys on the row of a record, or of the subject it belongs to; False if none is."""
    for rows in lists:
        for at, row in enumerate(rows.rows()):
            if record_id in (row.id, getattr(row, "thread_id", None)):
                rows.set_current(at)
                rows.setFocus(Qt.FocusReason.TabFocusReason)
                return True
    return False
