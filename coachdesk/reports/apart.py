"""How the process is started that fills a person's own template, with nothing in its reach."""

import os
import sys
from pathlib import Path

APART = "--fill-template"
"""What the program is called with where it is one file, with no interpreter beside it."""

_START = (
    "import sys; sys.path[:0] = sys.argv[1:]; "
    "from coachdesk.reports.template_child import main; sys.exit(main())"
)


def command() -> list[str]:
    """The words that start it: isolated, with no path but to itself and its template engine."""
    if getattr(sys, "frozen", False):
        return [sys.executable, APART]
    import jinja2
    import markupsafe

    import coachdesk

    modules = (jinja2, markupsafe, coachdesk)
    places = dict.fromkeys(str(Path(each.__file__ or "").parents[1]) for each in modules)
    return [sys.executable, "-I", "-S", "-c", _START, *places]


def environment() -> dict[str, str]:
    """Nothing of the person's; Windows starts no process without its own folder."""
    return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
