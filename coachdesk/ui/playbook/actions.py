"""What can be done in the Playbook from anywhere."""

from functools import partial

from coachdesk.language import gettext as _
from coachdesk.ui.playbook.page import PlaybookPage
from coachdesk.ui.playbook.question_keys import question_keys
from coachdesk.ui.playbook.story_keys import story_keys
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.window import Window


def playbook_actions(page: PlaybookPage, window: Window) -> list[Action]:
    """Go to each section by its name, what is done from anywhere, and the keys of the lists."""
    words, group = _("Playbook: {section}"), _("Playbook")
    ways = [
        Action(
            f"playbook.{section.id}",
            words.format(section=section.title),
            partial(_open, page, window, section.id),
            "",
            group,
        )
        for section in page.sections
    ]
    begin = partial(_begin_interview, page, window)
    bring, pass_on = partial(_import, page, window), partial(_export, page, window)
    return [
        *_list_keys(page.id),
        Action("interview.new", _("Begin an interview"), begin, "", group, writes=True),
        Action("playbook.export", _("Export the playbook"), pass_on, "", group),
        Action("playbook.import", _("Import a playbook"), bring, "", group, writes=True),
        *question_keys(page.id),
        *story_keys(page.id),
        *ways,
    ]


def _list_keys(page: str) -> list[Action]:
    """What the keys do in the lists of expectations, customers, answers and the own example."""
    listed = (
        ("expectations.open", _("Agree or look"), "Return"),
        ("expectations.agree", _("Agree the expectation anew"), "A"),
        ("accounts.copy", _("Copy the questions about a customer"), "C"),
        ("example.move", _("Move a point of your list"), "Alt+Up"),
        ("interview.rate", _("Rate an answer, 1 to 5"), "1"),
    )
    return [
        Action(id, title, None, key, _("In lists"), page=page, writes=id != "accounts.copy")
        for id, title, key in listed
    ]


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
