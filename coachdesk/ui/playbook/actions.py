"""What can be done in the Playbook from anywhere."""

from functools import partial

from coachdesk.language import gettext as _
from coachdesk.ui.playbook.page import PlaybookPage
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.window import Window


def playbook_actions(page: PlaybookPage, window: Window) -> list[Action]:
    """Go to each section by its name."""
    words = _("Playbook: {section}")
    return [
        Action(
            f"playbook.{section.id}",
            words.format(section=section.title),
            partial(_open, page, window, section.id),
            "",
            _("Playbook"),
        )
        for section in page.sections
    ]


def _open(page: PlaybookPage, window: Window, id: str) -> None:
    window.show_page(page.id)
    page.open_section(id)
