"""`coachdesk playbook`: pass it on as a file; compare one with mine, and take what is chosen."""

from argparse import Namespace
from pathlib import Path

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk
from coachdesk.services.playbook_exchange import (
    beside_mine,
    playbook_in,
    save_playbook,
    take_playbook,
)
from coachdesk.views.playbook_difference import DifferenceRow, counted, taken_words


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Write the file, or show what one says otherwise; `--take` takes it in one change."""
    is_read = options.way == "export" or options.take is None
    desk = program.open_desk(program.store_path(options.store), read_only=is_read)
    try:
        if options.way == "export":
            _export(desk, options.file, answer)
        else:
            _import(desk, options.file, options.take, answer)
    finally:
        desk.close()
    return 0


def _export(desk: Desk, path: Path, answer: Answer) -> None:
    content = save_playbook(desk, path)
    answer.result(str(path), {"path": str(path), "items": len(content.items)})


def _import(desk: Desk, path: Path, take: str | None, answer: Answer) -> None:
    theirs = playbook_in(path)
    found = desk.ask(beside_mine, theirs)
    if not found.items:
        answer.say(_("Nothing differs: your playbook says all of this already."))
    else:
        answer.say(counted(found))
    chosen = [row for row in found.items if take == "all" or (take == "new" and row.is_new)]
    if chosen:
        desk.do(take_playbook, theirs, [row.difference for row in chosen])
        answer.say(f"{taken_words(len(chosen))}.")
    elif found.items:
        answer.say(_("Nothing was taken."))
    taken = {row.id for row in chosen}
    rows = [_plain(row, is_taken=row.id in taken) for row in found.items]
    fields = {"differences": rows, "same": found.same, "only_mine": found.only_mine}
    answer.result("\n".join(line for row in found.items for line in _lines(row)), fields)


def _lines(row: DifferenceRow) -> list[str]:
    sign = _("new") if row.is_new else _("other")
    lines = [f"{sign} · {row.part} · {row.title}"]
    for each in row.fields:
        label = f"{each.label}: " if each.label else ""
        if not row.is_new:
            lines.append(f"  - {label}{' / '.join(each.mine)}")
        lines.append(f"  + {label}{' / '.join(each.theirs)}")
    return lines


def _plain(row: DifferenceRow, *, is_taken: bool) -> dict[str, object]:
    return {
        "part": row.difference.part.value,
        "title": row.title,
        "is_new": row.is_new,
        "is_taken": is_taken,
        "fields": [
            {"field": each.label, "mine": list(each.mine), "theirs": list(each.theirs)}
            for each in row.fields
        ],
    }
