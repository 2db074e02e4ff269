"""The Playbook: sections at the left, the chosen one's page at the right."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.parts.follow import Follow
from coachdesk.ui.playbook.exchange_export import ExportPlaybook
from coachdesk.ui.playbook.exchange_import import ImportPlaybook
from coachdesk.ui.playbook.section import Section
from coachdesk.ui.playbook.sections import all_sections
from coachdesk.ui.playbook.side_list import WIDTH, SideList
from coachdesk.ui.shell.page import Room
from coachdesk.ui.shell.workplace import Workplace

STACKED_BELOW = 640
TOP_HEIGHT = 190


@dataclass(frozen=True, slots=True)
class _Place:
    """A widget by what it is, how it is called, and which of those that are alike.

    In a list also the id of its current row.
    """

    kind: type[QWidget]
    name: str
    at: int
    row: object = None


class PlaybookPage:
    """Arrows in the list show a section at once; Enter goes into it."""

    id = "playbook"
    icon = "book-open"
    key = "6"
    nav = "playbook"
    full_bleed = False

    def __init__(self, workplace: Workplace) -> None:
        self.workplace = workplace
        self.title = _("Playbook")
        self.room = Room(1360)
        self.widget: QWidget = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.widget)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self.sections = all_sections(workplace, self)
        self.shows = frozenset().union(*(section.shows for section in self.sections))
        self.current = self.sections[0]
        self._is_read = False
        self._build()

    # What the window asks

    def refresh(self) -> None:
        """Read every section: what is not shown has a count beside its name."""
        was_read, self._is_read = self._is_read, True
        for section in self.sections:
            section.refresh()
        if not was_read:
            self._fill()
        self.show_side()

    def rebuild(self) -> None:
        """Make the widgets again at the current zoom, or in other words."""
        self.leave()
        self._build()

    def reflow(self, room: Room) -> None:
        """The column beside the section, or above it where there is little room."""
        was, self.room = self._is_stacked(), room
        if was != self._is_stacked():
            self._arrange()
        if self.current.is_built:
            self.current.reflow(room)

    def leave(self) -> None:
        """What is unwritten is written."""
        if self.current.is_built:
            self.current.leave()

    def first_focus(self) -> QWidget | None:
        """The section's own first place, else the list of sections."""
        first = self.current.first_focus() if self.current.is_built else None
        return first or self.side.sections

    def tell_title(self) -> str:
        """Where the person is, in words."""
        return f"{self.title}, {self.current.title}"

    # What a section asks

    def show_side(self) -> None:
        """The counts, and the section's own list."""
        self.side.show_sections(self.sections, self.current)

    def show_section(self, id: str = "") -> None:
        """Make the page of the section anew; of another one, go there."""
        section = next((s for s in self.sections if s.id == id), self.current)
        place = self._place_of_keys() if section is self.current else None
        had_keys = self._has_keys()
        if section is not self.current:
            self.leave()
            self.current.is_built = False
            self.current = section
            self.area.verticalScrollBar().setValue(0)
            section.refresh()
        self._fill()
        self.show_side()
        first = self._widget_at(place) or (self.first_focus() if had_keys else None)
        if first is not None:
            self._give_keys(first)

    def follow(self, rows: Rows) -> None:
        """Keep a list's current row in sight."""
        Follow(self.area, rows)

    def scroll_to(self, widget: QWidget) -> None:
        """Scroll until the whole widget can be seen."""
        self.area.show_widget(widget)

    def window(self) -> QWidget:
        """The window, for sheets that lie over it."""
        return self.widget.window()

    # What a person asks

    def reveal(self, id: UUID) -> bool:
        """Show a record of the Playbook; False if no section has it."""
        for section in self.sections:
            if section.reveal(id):
                self.show_section(section.id)
                return True
        return False

    def open_section(self, id: str) -> None:
        """Show a section, with the keys in it."""
        self.show_section(id)
        first = self.first_focus()
        if first is not None:
            self._give_keys(first)

    def export_playbook(self) -> None:
        """Ask where the Playbook is written as a file for others."""
        self.leave()
        ExportPlaybook(self.workplace, self.window()).open()

    def import_playbook(self) -> None:
        """Ask for another manager's file, and show it beside what is here."""
        self.leave()
        ImportPlaybook(self.workplace, self.window()).open()

    # Making

    def _build(self) -> None:
        self.current.is_built = False
        while (item := self._both.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        theme = self.workplace.theme
        self.side = SideList(theme)
        self.side.section_chosen.connect(self.show_section)
        self.side.section_opened.connect(self.open_section)
        self.side.line_chosen.connect(self._choose_line)
        self.side.line_opened.connect(self._open_line)
        self.side.add_asked.connect(self._add)
        self.side.export_asked.connect(self.export_playbook)
        self.side.import_asked.connect(self.import_playbook)
        self.workplace.hold(self.side.import_button)
        self._column = ScrollPage(theme, _("Sections of the Playbook"), content=self.side)
        self.area = ScrollPage(theme, self.title)
        self._both.addWidget(self._column)
        self._both.addWidget(self.area, 1)
        self._arrange()
        if self._is_read:
            self._fill()
            self.show_side()

    def _arrange(self) -> None:
        px = self.workplace.theme.px
        stacked = self._is_stacked()
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._column.setMinimumWidth(0 if stacked else px(WIDTH))
        self._column.setMaximumWidth(16777215 if stacked else px(WIDTH))
        self._column.setMinimumHeight(px(TOP_HEIGHT) if stacked else 0)
        self._column.setMaximumHeight(px(TOP_HEIGHT) if stacked else 16777215)

    def _give_keys(self, first: QWidget) -> None:
        """The keys go there, and it is seen whole; what is fresh is laid out only then."""
        first.setFocus()
        QTimer.singleShot(0, self._see_keys)

    def _see_keys(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._has_keys():
            self.area.follow(focus)

    def _place_of_keys(self) -> _Place | None:
        """Where the keys are in the section, so that they can be put there again."""
        focus = QApplication.focusWidget()
        if focus is None or not self._has_keys():
            return None
        alike = self._alike(type(focus), focus.accessibleName())
        row = getattr(focus.current_row(), "id", None) if isinstance(focus, Rows) else None
        return _Place(type(focus), focus.accessibleName(), alike.index(focus), row)

    def _widget_at(self, place: _Place | None) -> QWidget | None:
        alike = [] if place is None else self._alike(place.kind, place.name)
        if place is None or not alike:
            return None
        found = alike[min(place.at, len(alike) - 1)]
        if isinstance(found, Rows):
            ids = [getattr(row, "id", None) for row in found.rows()]
            if place.row in ids:
                found.set_current(ids.index(place.row))
        return found

    def _alike(self, kind: type[QWidget], name: str) -> list[QWidget]:
        found = self.area.widget().findChildren(kind)
        return [each for each in found if each.accessibleName() == name]

    def _has_keys(self) -> bool:
        """Whether the keys are in the section: they stay there when it is made anew."""
        focus = QApplication.focusWidget()
        return focus is not None and self.area.isAncestorOf(focus)

    def _is_stacked(self) -> bool:
        return self.room.content < STACKED_BELOW

    def _fill(self) -> None:
        self.area.setAccessibleName(self.tell_title())
        self.current.is_built = False
        self.area.replace(self.current.build())
        self.current.is_built = True
        self.current.reflow(self.room)

    def _choose_line(self, id: str) -> None:
        self.leave()
        self.current.choose(id)
        self.area.verticalScrollBar().setValue(0)

    def _open_line(self, id: str) -> None:
        self._choose_line(id)
        first = self.first_focus()
        if first is not None:
            self._give_keys(first)

    def _add(self) -> None:
        self.current.add()

    def section(self, id: str) -> Section:
        """A section by its id; KeyError if there is none."""
        return {section.id: section for section in self.sections}[id]
