"""Writes docs/keys.md from the registry of actions, so that the guide never names a wrong key."""

import os
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from coachdesk.ui.shell.actions import Action

PAGE = Path(__file__).parent.parent / "docs" / "keys.md"
WHERE = {
    "": "On every page",
    "today": "Today",
    "team": "Team",
    "one_on_ones": "One-on-ones",
    "batons": "Who has it now",
    "partners": "Partners",
    "partner_team": "A partner team",
    "insights": "Insights",
    "playbook": "Playbook",
    "rep": "A rep's page",
    "prepare": "Prepare",
    "run": "The running talk",
    "wrap_up": "Wrap up",
    "visit": "A joint visit",
    "peer_meeting": "A meeting with a peer manager",
    "joint_meeting": "A joint meeting",
    "first_run": "The first run",
}


def keys_page(actions: Iterable[Action]) -> str:
    """The page: a table for each place, in the order of the registry."""
    order = list(WHERE)
    with_keys = sorted((a for a in actions if a.shortcut), key=lambda a: order.index(a.page))
    parts = [
        "# Keys",
        "",
        "Every key of the program, as F1 shows them on each page. Written by `make keys`.",
    ]
    for page, found in groupby(with_keys, key=lambda action: action.page):
        parts += ["", f"## {WHERE[page]}", "", "| key | what it does |", "|---|---|"]
        parts += [f"| {_written(a.shortcut)} | {a.title} |" for a in found]
    return "\n".join(parts) + "\n"


def _written(shortcut: str) -> str:
    return shortcut.replace("Return", "Enter").replace("|", "\\|")


def main() -> None:
    """Start the program on the sample and write what its registry holds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["COACHDESK_NOW"] = "2026-03-10T10:07:00+00:00"
    from PySide6.QtWidgets import QApplication

    from coachdesk.app import make_app
    from coachdesk.ui.start import Program

    with TemporaryDirectory() as home:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        app = QApplication([])
        program = Program(app, make_app(), named=None, sample=True)
        program.show()
        while program.office is None:
            app.processEvents()
        PAGE.write_text(keys_page(program.registry.all()), "utf-8")
        program.window.close()
        program.end()


if __name__ == "__main__":
    main()
