"""What can be done in the Playbook from anywhere."""

from functools import partial

from coachdesk.language import gettext as _
from coachdesk.ui.playbook.page import PlaybookPage
from coachdesk.ui.playbook.question_keys import question_keys
from coachdesk.ui.playbook.story_keys import story_keys
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.window import Window


def playbook_actions(page: PlaybookPage, window: Window) -> list[Action]:
    """Go to each section by its name; the keys of their lists."""
    words, lists, here = _("Playbook: {section}"), _("In lists"), page.id
    keys = [
        Action(
            "expectations.open", _("Agree or look"), None, "Return", lists, page=here, writes=True
        ),
        Action(
            "expectations.agree",
            _("Agree the expectation anew"),
            None,
            "A",
            lists,
            page=here,
            writes=True,
        ),
        Action(
            "accounts.copy", _("Copy the questions about a customer"), None, "C", lists, page=here
        ),
        Action(
            "example.move",
            _("Move a point of your list"),
            None,
            "Alt+Up",
            lists,
            page=here,
            writes=True,
        ),
        Action(
            "interview.rate", _("Rate an answer, 1 to 5"), None, "1", lists, page=here, writes=True
        ),
        Action(
            "interview.new",
            _("Begin an interview"),
            partial(_begin_interview, page, window),
            "",
            _("Playbook"),
            writes=True,
        ),
        Action(
            "playbook.export",
            _("Export the playbook"),
            partial(_export, page, window),
            "",
            _("Playbook"),
        ),
        Action(
            "playbook.import",
            _("Import a playbook"),
            partial(_import, page, window),
            "",
            _("Playbook"),
            writes=True,
        ),
    ]
    ways = [
        Action(
            f"playbook.{section.id}",
            words.format(section=section.title),
            partial(_open, page, window, section.id),
            "",
            _("Playbook"),
        )
        for section in page.sections
    ]
    return keys + question_keys(page.id) + story_keys(page.id) + ways


def _begin_interview(page: PlaybookPage, window: Window) -> None:
    _open(page, window, "interviews")
    page.section("interviews").add()


def _export(page: PlaybookPage, window: Window) -> None:
    window.show_page(page.id)
    page.export_playbook()


def _import(page: PlaybookPage, window: Window) -> None:
    window.show_page(page.id)
    page.import_playbook()


def _open(page: PlaybookPage, window: Window, id: str) -> None:
    window.show_page(page.id)
    page.open_section(id)
