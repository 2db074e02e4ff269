"""`coachdesk form`: a form that a rep filled in, row by row, and kept with the talk."""

from argparse import Namespace
from collections.abc import Mapping

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.language import gettext as _
from coachdesk.services.filled_forms import (
    FilledCheck,
    FilledRow,
    check_filled,
    keep_filled,
    read_filled_file,
)


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Show what the form says; keep it, unless it was read before or is only to be shown."""
    filled = read_filled_file(options.file)
    desk = program.open_desk(program.store_path(options.store))
    try:
        check = desk.ask(check_filled, filled)
        kept = [row.key for row in check.rows if row.can_keep]
        if check.was_read:
            answer.say(_("This form was read before; nothing was kept a second time."))
        elif options.dry_run:
            answer.say(_("A dry run: nothing was written."))
        else:
            desk.do(keep_filled, filled, kept)
        lines = [check.title, *(_line(row) for row in check.rows)]
        answer.result("\n".join(lines), _fields(check, options.dry_run))
    finally:
        desk.close()
    return 0


def _line(row: FilledRow) -> str:
    note = f" [{row.note}]" if row.note else ""
    return f"{row.becomes}: {' '.join(row.words.split())}{note}"


def _fields(check: FilledCheck, is_dry_run: bool) -> Mapping[str, object]:
    return {
        "form": check.code,
        "rep": check.rep.name,
        "session": str(check.talk.id),
        "read_before": check.was_read,
        "dry_run": is_dry_run,
        "rows": [
            {
                "row": row.key,
                "kind": row.answer.kind.value,
                "text": row.words,
                "note": row.note,
                "kept": row.can_keep and not check.was_read and not is_dry_run,
            }
            for row in check.rows
        ],
    }
