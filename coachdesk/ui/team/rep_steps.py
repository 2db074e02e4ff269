"""What can become of a rep: edited, away, gone, back, merged; on both pages of this folder."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.services.pages import team_page
from coachdesk.ui.kit.popup import Choice
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.merge_sheet import MergeSheet
from coachdesk.ui.team.rep_sheets import AwaySheet, DetailsSheet, LeaveSheet, ReturnSheet
from coachdesk.views.team import NameRow, TeamPage


@dataclass(frozen=True, slots=True)
class Who:
    """The rep that a step is about; `is_here` while on the team without a last day."""

    rep_id: UUID
    first_name: str
    is_here: bool


class PersonSteps(QObject):
    """Opens the sheets; `who` gives the rep at the moment of asking, `then` gets the kept one."""

    def __init__(
        self,
        workplace: Workplace,
        page: QWidget,
        who: Callable[[], Who | None],
        then: Callable[[UUID], None] | None = None,
    ) -> None:
        super().__init__(page)
        self._then = then
        self._workplace, self._page, self._who = workplace, page, who

    def edit(self) -> None:
        """Other names, role, slot or rhythm."""
        who = self._who()
        if who is not None:
            DetailsSheet(self._workplace, self._page.window(), who.rep_id)

    def away(self) -> None:
        """Days away of this rep, or of another."""
        who = self._who()
        chosen = None if who is None else who.rep_id
        AwaySheet(self._workplace, self._page.window(), rep_choices(self._read()), chosen)

    def leave(self) -> None:
        """The last day on the team."""
        who = self._who()
        if who is not None:
            LeaveSheet(self._workplace, self._page.window(), who.rep_id, who.first_name)

    def come_back(self) -> None:
        """The first day back."""
        who = self._who()
        if who is not None:
            ReturnSheet(self._workplace, self._page.window(), who.rep_id, who.first_name)

    def merge(self) -> None:
        """With another entry of the same person."""
        who = self._who()
        rows = rep_names(self._read())
        one = next((row for row in rows if who is not None and row.id == who.rep_id), None)
        if one is not None:
            MergeSheet(self._workplace, self._page.window(), one, rows, then=self._then)

    def why_none(self) -> str:
        """Why there is nobody to change."""
        return "" if self._who() is not None else _("There is no rep yet.")

    def why_not_leave(self) -> str:
        """Who has left cannot leave."""
        who = self._who()
        if who is not None and not who.is_here:
            return _("{name} has left the team.").format(name=who.first_name)
        return self.why_none()

    def why_not_back(self) -> str:
        """Who is here cannot come back."""
        who = self._who()
        if who is not None and who.is_here:
            return _("{name} is on the team.").format(name=who.first_name)
        return self.why_none()

    def choices(self) -> list[Choice]:
        """The same as lines of a menu."""
        lines = [
            Choice("edit", _("Change the details")),
            Choice("away", _("Add days away")),
        ]
        if self.why_not_back():
            lines.append(Choice("leave", _("Enter that {name} left").format(name=self._name())))
        else:
            back = _("Enter that {name} came back").format(name=self._name())
            lines.append(Choice("back", back))
        return [*lines, Choice("merge", _("Merge with another rep"))]

    def run(self, key: str) -> None:
        """One line of the menu."""
        {
            "edit": self.edit,
            "away": self.away,
            "leave": self.leave,
            "back": self.come_back,
            "merge": self.merge,
        }[key]()

    def actions(self, page: str) -> list[Action]:
        """For the palette of a page."""
        menu, none = _("Team"), self.why_none
        rows = [
            ("details", _("Change the rep’s details"), self.edit, none),
            ("away", _("Add days away"), self.away, none),
            ("left", _("Enter that a rep left"), self.leave, self.why_not_leave),
            ("back", _("Enter that a rep came back"), self.come_back, self.why_not_back),
            ("merge", _("Merge with another rep"), self.merge, none),
        ]
        return [
            Action(f"{page}.{id}", title, run, "", menu, when, page, writes=True)
            for id, title, run, when in rows
        ]

    def _name(self) -> str:
        who = self._who()
        return "" if who is None else who.first_name

    def _read(self) -> TeamPage:
        return team_page(self._workplace.desk)


def rep_choices(page: TeamPage) -> list[tuple[str, str]]:
    """Those on the team, for a list of choices."""
    return [(str(row.id), row.name) for row in page.rows]


def rep_names(page: TeamPage) -> tuple[NameRow, ...]:
    """Every rep, also who left, as entries to merge."""
    return tuple(
        NameRow(id=row.id, kind="rep", name=row.name, of=row.role)
        for row in (*page.rows, *page.left)
    )
