"""What the window asks of a page, and a base for pages that scroll."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.theme import Theme

NAV_WIDTH, RAIL_WIDTH, PAGE_PADDING = 216, 56, 24


@dataclass(frozen=True, slots=True)
class Room:
    """How much space there is, in effective pixels (window width divided by zoom)."""

    width: int

    @property
    def is_rail(self) -> bool:
        """The navigation is a rail of icons."""
        return self.width < 900

    @property
    def has_command(self) -> bool:
        """The command field is shown in the top bar."""
        return self.width >= 760

    @property
    def two_columns(self) -> bool:
        """The right column stands beside the left one, not under it."""
        return self.width >= 1180

    @property
    def content(self) -> int:
        """Width of a page inside its padding."""
        nav = RAIL_WIDTH if self.is_rail else NAV_WIDTH
        return self.width - nav - 2 * PAGE_PADDING

    @property
    def halves(self) -> bool:
        """The brief's halves stand side by side."""
        return self.content >= 700


class Page(Protocol):
    """A page of the window.

    `nav` is the id of the page whose entry is lit ("" lights none); pages with a `key` (a digit)
    stand in the navigation. `shows` are the entity classes it draws.
    """

    id: str
    title: str
    icon: str
    key: str
    nav: str
    shows: frozenset[type]
    full_bleed: bool
    widget: QWidget

    def refresh(self) -> None:
        """Read again and show."""

    def rebuild(self) -> None:
        """Make the widgets again from the state: the zoom or a word has changed."""

    def reflow(self, room: Room) -> None:
        """Arrange for this width."""

    def leave(self) -> None:
        """Another page will be shown: write what is unwritten."""

    def first_focus(self) -> QWidget | None:
        """Where the keys go when the page is entered."""


class ScrollingPage:
    """A page whose `build` makes the content of a scrolling area.

    A screen overrides `build` and `refresh`, and what else it needs.
    """

    id = ""
    icon = ""
    key = ""
    shows: frozenset[type] = frozenset()
    full_bleed = False

    def __init__(self, theme: Theme, title: str, nav: str | None = None) -> None:
        self.theme = theme
        self.title = title
        self.nav = self.id if nav is None else nav
        self.widget: QWidget = ScrollPage(theme, title)

    def build(self) -> QWidget:
        """The content, made from the page's state."""
        raise NotImplementedError

    def rebuild(self) -> None:
        """Replace the content by a new one, at the current zoom and in the words in use."""
        assert isinstance(self.widget, ScrollPage)
        self.widget.setAccessibleName(self.title)
        self.widget.replace(self.build())

    def refresh(self) -> None:
        """Read again and show."""

    def reflow(self, room: Room) -> None:
        """Arrange for this width."""

    def leave(self) -> None:
        """Another page will be shown."""

    def first_focus(self) -> QWidget | None:
        """Where the keys go when the page is entered."""
        return None
