"""`coachdesk import`: an exchange file into a store without reps, or a table into any."""

from argparse import Namespace

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.domain.import_mapping import TableKind
from coachdesk.language import gettext as _
from coachdesk.services.exchange_files import import_file


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Import the file, and say how many of each entity it made."""
    store = program.store_path(options.store)
    kind = TableKind(options.kind) if options.kind else None
    imported = import_file(options.file, store, program.clock, dry_run=options.dry_run, kind=kind)
    if options.dry_run:
        answer.say(_("A dry run: nothing was written."))
    elif imported.is_new_store:
        answer.say(_("Made a new store: “{file}”.").format(file=store))
    for notice in imported.notices:
        answer.say(notice)
    lines = (f"{entity}: {n}" for entity, n in imported.created.items())
    answer.result("\n".join(lines), {"created": imported.created, "dry_run": options.dry_run})
    return 0
