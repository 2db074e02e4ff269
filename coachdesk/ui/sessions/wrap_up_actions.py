"""What can be done on the page after a talk, each with its key."""

from gettext import gettext as _

from coachdesk.ui.parts.talk_sheets import MOVE_KEY
from coachdesk.ui.sessions.wrap_up_page import WrapUpPage
from coachdesk.ui.shell.actions import Action


def wrap_up_actions(page: WrapUpPage) -> list[Action]:
    """Actions of the page; they answer while it is shown."""
    group = _("Wrap up")
    asked = (
        ("done", _("Close the talk"), page.finish, "Ctrl+Return"),
        ("print", _("Print two copies"), page.paper.print_copies, "Ctrl+P"),
        ("save", _("Save the PDF"), page.paper.save_pdf, "Ctrl+S"),
        ("copy", _("Copy the PDF as a file"), page.paper.copy_file, "Ctrl+Shift+C"),
        ("later", _("Print the page later"), page.paper.print_later, "Ctrl+Shift+L"),
        ("fit", _("Fit the preview"), page.paper.fit_preview, "Ctrl+Shift+0"),
        ("nearer", _("Enlarge the preview"), page.paper.enlarge_preview, "Ctrl+Shift+."),
        ("farther", _("Reduce the preview"), page.paper.reduce_preview, "Ctrl+Shift+,"),
    )
    acting = [
        Action(f"wrap_up.{id}", title, run, keys, group, page=page.id)
        for id, title, run, keys in asked
    ]
    why_not, title = page.why_not_move_next, _("Move the next talk")
    acting.append(Action("wrap_up.move", title, page.move_next, MOVE_KEY, group, why_not, page.id))
    words = _("Print a row, or leave it out")
    return [*acting, Action("wrap_up.tick", words, None, "Space", group, page=page.id)]
