"""One section of the Playbook: what it is called, its own list at the left, its page."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.page import Room
from coachdesk.ui.shell.workplace import Workplace


@dataclass(frozen=True, slots=True)
class SideRow:
    """A line of a section's own list: a situation, an interview; `note` stands at the right."""

    id: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """A section's own list below the sections.

    `add` is the words of the line that adds one, `foot` a quiet sentence below.
    """

    title: str = ""
    rows: tuple[SideRow, ...] = ()
    current: str = ""
    add: str = ""
    foot: str = ""


class Host(Protocol):
    """The page a section stands on."""

    room: Room

    def show_side(self) -> None:
        """Show the sections' counts and the section's own list anew."""

    def show_section(self, id: str = "") -> None:
        """Make the page of the section anew; of another one, go there."""

    def follow(self, rows: Rows) -> None:
        """Scroll so that the list's current row can be seen while it has the keys."""

    def scroll_to(self, widget: QWidget) -> None:
        """Scroll until the whole widget can be seen."""

    def window(self) -> QWidget:
        """The window, for sheets that lie over it."""

    def section(self, id: str) -> "Section":
        """Another section, to lead to something in it."""


class Section:
    """State and page of one section; `build` makes the widgets anew from the state.

    A section overrides what it has. It is read when it is first shown, and whenever something in
    `shows` changes while it is shown. Its widgets live only while `is_built`: once another section
    is shown they are freed, so `refresh` looks first, and the page calls `leave` only before that.
    """

    id = ""
    is_built = False
    shows: frozenset[type] = frozenset()

    def __init__(self, workplace: Workplace, host: Host) -> None:
        self.workplace, self.host = workplace, host

    @property
    def theme(self) -> Theme:
        """Colours and lengths at the current zoom."""
        return self.workplace.theme

    @property
    def title(self) -> str:
        """Its name in the list of sections, in the words in use."""
        raise NotImplementedError

    def count(self) -> str:
        """What stands at the right of its name; cheap, it is asked for at each refresh."""
        return ""

    def side(self) -> Side | None:
        """Its own list; None if it has none."""
        return None

    def choose(self, id: str) -> None:
        """Show a row of the own list."""

    def add(self) -> None:
        """The line that adds one was opened."""

    def build(self) -> QWidget:
        """Its page, made from what was read."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again, and show it if the page is built."""

    def reflow(self, room: Room) -> None:
        """Arrange for this width."""

    def leave(self) -> None:
        """Something else will be shown: write what is unwritten."""

    def first_focus(self) -> QWidget | None:
        """Where the keys go when the section is opened by Enter."""
        return None

    def reveal(self, id: UUID) -> bool:
        """Show a record; False if it is none of this section's."""
        return False
