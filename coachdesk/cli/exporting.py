"""`coachdesk export`: everything a store holds but its journal, as a file or a folder of tables."""

from argparse import Namespace

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.exchange_files import export_everything, export_place


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Say what is private in it, then write it."""
    place = export_place(options.file)

    def say_private(n: int) -> None:
        if n == 0:
            answer.say(_("The export will hold no private notes."))
            return
        answer.say(
            ngettext(
                "The export will hold {n} private note: keep it to yourself.",
                "The export will hold {n} private notes: keep it to yourself.",
                n,
            ).format(n=n)
        )

    desk = program.open_desk(program.store_path(options.store), read_only=True)
    try:
        size = export_everything(desk, place, say_private)
    finally:
        desk.close()
    answer.result(str(place.path), {"path": str(place.path), "bytes": size})
    return 0
