"""`coachdesk history`: what was changed, when."""

from argparse import Namespace
from dataclasses import asdict

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.language import gettext as _
from coachdesk.services.capture import rep_named
from coachdesk.services.history_entries import history
from coachdesk.views.history import HistoryEntry


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Print the changes of a rep, or all, the newest first."""
    desk = program.open_desk(program.store_path(options.store), read_only=True)
    try:
        rep_id = desk.ask(rep_named, options.rep).id if options.rep else None
        entries = desk.ask(history, rep_id=rep_id, most=options.last)
    finally:
        desk.close()
    if not entries:
        answer.say(_("Nothing was changed yet."))
    lines = "\n".join(_line(entry) for entry in entries)
    answer.result(lines, {"entries": [_plain(entry) for entry in entries]})
    return 0


def _line(entry: HistoryEntry) -> str:
    marks = {
        "undo": _("undone: "),
        "redo": _("done again: "),
        "print": _("printed: "),
        "erase": _("erased: "),
    }
    what = marks.get(entry.kind, "") + entry.what
    parts = (f"{entry.at:%Y-%m-%d %H:%M}", what, ", ".join(entry.reps), *entry.details)
    return " · ".join(part for part in parts if part)


def _plain(entry: HistoryEntry) -> dict[str, object]:
    return asdict(entry) | {"at": entry.at.isoformat(timespec="seconds")}
