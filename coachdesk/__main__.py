"""The program: `coachdesk`, or `python -m coachdesk`."""

import io
import sys
from collections.abc import Sequence

from coachdesk.app import APART, fill_apart, make_app
from coachdesk.cli.run import run


def main(words: Sequence[str] | None = None) -> int:
    """Run the program with these words, or those it was called with; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that has no “ or ł shows a stand-in instead of failing.
            stream.reconfigure(errors="replace")
    words = sys.argv[1:] if words is None else words
    if list(words) == [APART]:
        return fill_apart()
    return run(words, make_app)


if __name__ == "__main__":
    sys.exit(main())
