"""Actions of the frame itself: pages, zoom, appearance, palette and keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.appearance import DARK, LIGHT, SYSTEM, Appearance
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.page import Page

if TYPE_CHECKING:
    from coachdesk.ui.shell.window import Window


def frame_actions(window: Window, pages: Sequence[Page]) -> list[Action]:
    """What can be done on every page."""
    go, look, find = _("Go to"), _("Look"), _("Find")
    theme, appearance = window.theme, window.appearance
    return [
        *page_actions(window, pages),
        Action("go.back", _("Go back"), window.go_back, "Alt+Left", go, partial(_back, window)),
        Action("go.region", _("Move to the next region"), window.next_region, "F6", go),
        Action("find.command", _("Search or run a command"), window.open_palette, "Ctrl+K", find),
        Action("find.keys", _("Show every key"), window.open_key_list, "F1", find),
        Action("look.larger", _("Zoom in"), partial(theme.step_zoom, 1), "Ctrl++", look),
        Action("look.smaller", _("Zoom out"), partial(theme.step_zoom, -1), "Ctrl+-", look),
        Action("look.normal", _("Reset the zoom"), partial(theme.use, zoom=100), "Ctrl+0", look),
        *(
            Action(
                f"look.{choice}",
                title,
                partial(appearance.choose, choice),
                "",
                look,
                is_on=partial(_is_chosen, appearance, choice),
            )
            for choice, title in (
                (LIGHT, _("Use light colours")),
                (DARK, _("Use dark colours")),
                (SYSTEM, _("Follow the system’s colours")),
            )
        ),
    ]


def page_actions(window: Window, pages: Sequence[Page]) -> list[Action]:
    """The way to each page of the navigation."""
    return [
        Action(
            id=f"go.{page.id}",
            title=_("Go to {page}").format(page=page.title),
            shortcut=f"Ctrl+{page.key}",
            menu=_("Go to"),
            run=partial(window.show_page, page.id),
        )
        for page in pages
    ]


def settings_popup(window: Window, below: QWidget) -> Popup:
    """The gear: zoom, appearance, language and paper, the same actions as everywhere."""
    choices = [
        Choice(a.id, a.title, a.keys, on=a.is_on(), why_not=window.registry.why_not(a))
        for a in window.registry.all()
        if a.id.startswith("look.")
    ]
    return Popup(window.theme, choices, name=_("Appearance"), parent=below)


def _is_chosen(appearance: Appearance, choice: str) -> bool:
    return appearance.choice == choice


def _back(window: Window) -> str:
    return "" if window.can_go_back() else _("There is no page before this one.")
