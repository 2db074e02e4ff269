"""The program: `coachdesk`, or `python -m coachdesk`."""

import io
import sys
from collections.abc import Sequence

from coachdesk.app import make_app
from coachdesk.cli.run import run


def main(words: Sequence[str] | None = None) -> int:
    """Run the program with these words, or those it was called with; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that has no “ or ł shows a stand-in instead of failing.
            stream.reconfigure(errors="replace")
    return run(sys.argv[1:] if words is None else words, make_app)


if __name__ == "__main__":
    sys.exit(main())
