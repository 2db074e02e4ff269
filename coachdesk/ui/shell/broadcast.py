"""One place announces changes; a page in sight refreshes at once, a hidden one when next shown."""

from collections.abc import Collection, Sequence

from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.ui.shell.page import Page
from coachdesk.views.changes import Changes

# A new name is to stand everywhere: no page can forget to list who is named on it.
NAMED: frozenset[type] = frozenset({Account, PartnerPerson, PartnerTeam, Rep})


class Broadcast:
    """Knows the pages, which one is in sight, and which are stale.

    Every page is stale until it is first shown, but for those that were `read` when made.
    """

    def __init__(self, pages: Sequence[Page], read: Collection[Page] = ()) -> None:
        self._pages = tuple(pages)
        self._stale = {page.id for page in pages} - {page.id for page in read}
        self._current = ""

    def on_changes(self, changes: Changes, initiator: object = None) -> None:
        """Tell the pages that show what was touched, except the one that asked for it."""
        for page in self._pages:
            if page is initiator or not changes.touch(page.shows | NAMED):
                continue
            if page.id == self._current:
                page.refresh()
            else:
                self._stale.add(page.id)

    def all_stale(self) -> None:
        """Everything may be different: another file, another day."""
        self._stale = {page.id for page in self._pages}
        for page in self._pages:
            if page.id == self._current:
                self.shown(page)

    def shown(self, page: Page) -> None:
        """A page comes into sight."""
        self._current = page.id
        if page.id in self._stale:
            self._stale.discard(page.id)
            page.refresh()
