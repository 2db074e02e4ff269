"""`coachdesk undo`: take the last change back."""

from argparse import Namespace

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.language import gettext as _
from coachdesk.services.history import undo_last


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Undo once, and say what it was."""
    desk = program.open_desk(program.store_path(options.store))
    try:
        undone = undo_last(desk)
    finally:
        desk.close()
    answer.result(_("Undone: {what}").format(what=undone), {"undone": undone})
    return 0
