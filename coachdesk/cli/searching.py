"""`coachdesk search`: full text over everything the curtain allows."""

from argparse import Namespace

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.language import gettext as _
from coachdesk.services.search import search
from coachdesk.views.search import Hit


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Print what was found: names first, then the newest first."""
    desk = program.open_desk(program.store_path(options.store), read_only=True)
    try:
        hits = desk.ask(search, " ".join(options.text))
    finally:
        desk.close()
    if not hits:
        answer.say(_("Nothing was found."))
    lines = "\n".join(_line(hit) for hit in hits)
    answer.result(lines, {"results": [_plain(hit) for hit in hits]})
    return 0


def _line(hit: Hit) -> str:
    parts = (hit.day.isoformat() if hit.day else "", hit.rep, hit.title, hit.excerpt.text)
    return " · ".join(part for part in parts if part)


def _plain(hit: Hit) -> dict[str, object]:
    return {
        "entity": hit.entity,
        "id": str(hit.id),
        "rep": hit.rep or None,
        "day": hit.day.isoformat() if hit.day else None,
        "text": hit.excerpt.text,
    }
