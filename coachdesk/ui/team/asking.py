"""Asking, sharing, requiring and noting trust from anywhere on a rep's page."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt

from coachdesk.domain.vocabulary import NoteAspect
from coachdesk.language import gettext as _
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.parts.ask_others import AskOthersSheet
from coachdesk.ui.parts.requirement_sheet import RequirementSheet
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.ask_card import talk_with
from coachdesk.ui.team.right_column import RightColumn
from coachdesk.views.rep import RepPage

ASK_KEY, SHARE_KEY, REQUIRE_KEY, TRUST_KEY, OTHERS_KEY = "A", "S", "R", "T", "C"


class AskingSteps(QObject):
    """Puts the caret where it is typed; `shown` and `right` give the page as it stands."""

    def __init__(
        self,
        workplace: Workplace,
        page: ScrollPage,
        shown: Callable[[], RepPage | None],
        right: Callable[[], RightColumn | None],
    ) -> None:
        super().__init__(page)
        self._workplace, self._page = workplace, page
        self._shown, self._right = shown, right

    def ask(self, _row: Any = None) -> None:
        """To the line that asks for something."""
        right = self._right()
        if right is not None:
            self._go(right.asks.line)

    def share(self, _row: Any = None) -> None:
        """To the line that gives something."""
        right = self._right()
        if right is not None:
            self._go(right.shares.line)

    def require(self, _row: Any = None) -> None:
        """Ask on what the requirement rests."""
        page = self._shown()
        if page is not None:
            RequirementSheet(self._workplace, self._page.window(), talk_with(page))

    def note_trust(self, _row: Any = None) -> None:
        """To the private line, about trust."""
        right = self._right()
        if right is not None:
            right.private.about.set_value(NoteAspect.RELATIONSHIP.value)
            self._go(right.private.line)

    def ask_others(self, _row: Any = None) -> None:
        """Enter what the rep asks a customer, or somebody else."""
        page = self._shown()
        if page is not None:
            AskOthersSheet(self._workplace, self._page.window(), (page.rep_id, page.first_name))

    def _go(self, line: Field) -> None:
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._page.show_widget(line)

    def take_keys(self, rows: Rows) -> None:
        """The letters work while this list has the focus."""
        slots = (self.ask, self.share, self.require, self.note_trust, self.ask_others)
        keys = (ASK_KEY, SHARE_KEY, REQUIRE_KEY, TRUST_KEY, OTHERS_KEY)
        for key, slot in zip(keys, slots, strict=True):
            rows.on_key(key, slot)
        self._workplace.hold_rows(rows, *keys)

    def why_not(self) -> str:
        """Who has left is asked and given nothing."""
        page = self._shown()
        if page is not None and page.left_on is not None:
            return _("{name} has left the team.").format(name=page.first_name)
        return self.why_no_rep()

    def why_no_rep(self) -> str:
        """A note on trust can be written of somebody who left, too."""
        return "" if self._shown() is not None else _("There is no rep yet.")

    def actions(self, page: str) -> list[Action]:
        """For the palette, and the letters in the lists."""
        rows = [
            ("ask", _("Ask for something"), self.ask, ASK_KEY, self.why_not),
            ("share", _("Share something"), self.share, SHARE_KEY, self.why_not),
            ("require", _("Set a requirement"), self.require, REQUIRE_KEY, self.why_not),
            (
                "others",
                _("Enter what a rep asks a customer"),
                self.ask_others,
                OTHERS_KEY,
                self.why_not,
            ),
            ("trust", _("Note on trust, private"), self.note_trust, TRUST_KEY, self.why_no_rep),
        ]
        menu, lists = _("Ask and share"), _("In lists")
        found = [
            Action(f"{page}.{name}", title, run, "", menu, when, page, writes=True)
            for name, title, run, _key, when in rows
        ]
        keys = [
            Action(f"{page}.{name}_key", title, None, key, lists, page=page, writes=True)
            for name, title, _run, key, _when in rows
        ]
        return [*found, *keys]
