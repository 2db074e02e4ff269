"""What can be done on the page after a talk, each with its key."""

from coachdesk.language import gettext as _
from coachdesk.ui.parts.other_ways import MAIL_KEY
from coachdesk.ui.parts.talk_sheets import MOVE_KEY
from coachdesk.ui.sessions.wrap_up_page import WrapUpPage
from coachdesk.ui.shell.actions import Action


def wrap_up_actions(page: WrapUpPage) -> list[Action]:
    """Actions of the page; they answer while it is shown."""
    group = _("Wrap up")
    done = _("Close the talk")
    asked = (
        ("print", _("Print two copies"), page.paper.print_copies, "Ctrl+P"),
        ("save", _("Save the PDF"), page.paper.save_pdf, "Ctrl+S"),
        ("copy", _("Copy the PDF as a file"), page.paper.copy_file, "Ctrl+Shift+C"),
        ("mail", _("Save the page as a mail draft"), page.paper.mail_draft, MAIL_KEY),
        ("set_up", _("Print with the printer’s settings"), page.paper.set_up_printer, ""),
        ("later", _("Print the page later"), page.paper.print_later, "Ctrl+Shift+L"),
        ("read", _("Read the page as text, or see it"), page.paper.read_as_text, "Alt+T"),
        ("fit", _("Fit the preview"), page.paper.fit_preview, "Ctrl+Shift+0"),
        ("nearer", _("Enlarge the preview"), page.paper.enlarge_preview, "Ctrl+Shift+."),
        ("farther", _("Reduce the preview"), page.paper.reduce_preview, "Ctrl+Shift+,"),
    )
    acting = [
        Action(
            "wrap_up.done", done, page.finish, "Ctrl+Return", group, page.why_not_finish, page.id
        ),
        *(
            Action(f"wrap_up.{id}", title, run, keys, group, page=page.id, writes=id == "later")
            for id, title, run, keys in asked
        ),
    ]
    why_not, title = page.why_not_move_next, _("Move the next talk")
    move = "wrap_up.move"
    on_rows = (
        ("tick", _("Print a row, or leave it out"), "Space"),
        ("reword", _("Reword a piece of direction"), "Return"),
        ("keep", _("Keep a piece of direction as it is"), "Del"),
    )
    return [
        *acting,
        Action(move, title, page.move_next, MOVE_KEY, group, why_not, page.id, writes=True),
        *(
            Action(f"wrap_up.{id}", words, None, keys, group, page=page.id, writes=True)
            for id, words, keys in on_rows
        ),
    ]
