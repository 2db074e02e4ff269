"""`coachdesk export`: everything a store holds but its journal, in one file."""

from argparse import Namespace
from gettext import gettext as _
from gettext import ngettext

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.services.exchange_files import check_ending, export_file


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Say what is private in it, then write the file."""
    check_ending(options.file)

    def say_private(n: int) -> None:
        if n == 0:
            answer.say(_("The file will hold no private notes."))
            return
        answer.say(
            ngettext(
                "The file will hold {n} private note: keep it to yourself.",
                "The file will hold {n} private notes: keep it to yourself.",
                n,
            ).format(n=n)
        )

    desk = program.open_desk(program.store_path(options.store), read_only=True)
    try:
        size = export_file(desk, options.file, say_private)
    finally:
        desk.close()
    answer.result(str(options.file), {"path": str(options.file), "bytes": size})
    return 0
