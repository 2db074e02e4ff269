"""`coachdesk templates`: a person's own templates, listed, copied from ours, tried, put aside."""

from argparse import Namespace
from pathlib import Path

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.cli.wrong_words import WrongWords
from coachdesk.language import gettext as _
from coachdesk.services.own_templates import (
    copy_template,
    put_aside,
    template_rows,
    tried_templates,
)
from coachdesk.views.own_templates import TemplateRow

DONE, FAULTY = 0, 3


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Do one of the ways; 3 if a template was tried that makes no page."""
    folder = program.templates_folder()
    if options.way in ("list", "check"):
        if options.kind is not None:
            words = _("“{way}” is about all documents: leave “{kind}” out.")
            raise WrongWords(words.format(way=options.way, kind=options.kind))
        return _listed(folder, answer, is_tried=options.way == "check")
    if options.kind is None:
        raise WrongWords(_("Say which document: “{way}” needs one.").format(way=options.way))
    way = copy_template if options.way == "copy" else put_aside
    path = way(folder, options.kind)
    answer.result(str(path), {"path": str(path)})
    return DONE


def _listed(folder: Path, answer: Answer, *, is_tried: bool) -> int:
    rows = tried_templates(folder) if is_tried else template_rows(folder)
    fields = {"folder": str(folder), "documents": [_plain(row) for row in rows]}
    answer.say(_("Folder: {path}").format(path=folder))
    answer.result("\n".join(f"{row.kind} · {row.state}" for row in rows), fields)
    return FAULTY if any(row.fault for row in rows) else DONE


def _plain(row: TemplateRow) -> dict[str, object]:
    return {"kind": row.kind, "file": row.file, "own": row.is_own, "fault": row.fault}
