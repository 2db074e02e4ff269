"""Runs one call of the command line and turns what happened into an exit status."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module

from coachdesk.cli.answer import Answer
from coachdesk.cli.parser import parse
from coachdesk.cli.program import Program
from coachdesk.cli.wrong_words import WrongWords
from coachdesk.domain.errors import StoreError, UserError
from coachdesk.language import gettext as _

DONE, WRONG_WORDS, REFUSED, STORE, BUG = 0, 2, 3, 4, 70
INTERRUPTED = 130
Command = Callable[[Program, Namespace, Answer], int]
# Imported when they run: a window must not wait for them.
COMMANDS = {
    "demo": "coachdesk.cli.demo",
    "note": "coachdesk.cli.note",
    "brief": "coachdesk.cli.brief",
    "print": "coachdesk.cli.printing",
    "form": "coachdesk.cli.form",
    "insights": "coachdesk.cli.insights",
    "search": "coachdesk.cli.searching",
    "import": "coachdesk.cli.importing",
    "export": "coachdesk.cli.exporting",
    "playbook": "coachdesk.cli.playbook",
    "templates": "coachdesk.cli.templates",
    "history": "coachdesk.cli.history",
    "undo": "coachdesk.cli.undo",
    "doctor": "coachdesk.cli.doctor",
    "verify": "coachdesk.cli.verify",
}


def run(words: Sequence[str], make_program: Callable[[], Program]) -> int:
    """Do what the words say; returns the exit status."""
    # Also for words that cannot be read: whoever asked for JSON gets its refusal in JSON.
    answer = Answer(as_json="--json" in words, quiet="--quiet" in words)
    program: Program | None = None
    try:
        program = make_program()
        options = parse(words)
        answer = Answer(as_json=options.json, quiet=options.quiet)
        status = _command(options)(program, options, answer)
        sys.stdout.flush()
        return status
    except WrongWords as error:
        answer.refuse("usage", str(error))
        return WRONG_WORDS
    except UserError as error:
        answer.refuse(error.code or "input", error.message, error.next_step)
        return STORE if isinstance(error, StoreError) else REFUSED
    except BrokenPipeError:
        return _reader_left()
    except OSError as error:
        where = f"“{error.filename}”: " if error.filename else ""
        answer.refuse(
            "file", f"{where}{error.strerror}.", _("Choose another place, then try again.")
        )
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        _report_bug(answer, program, words, error)
        return BUG


def _command(options: Namespace) -> Command:
    if options.command is None:
        return _open_window
    command: Command = import_module(COMMANDS[options.command]).run
    return command


def _open_window(program: Program, options: Namespace, answer: Answer) -> int:
    return program.run_window(options.store)


def _reader_left() -> int:
    """The reader of a pipe went away; Python must not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _report_bug(
    answer: Answer, program: Program | None, words: Sequence[str], error: Exception
) -> None:
    from coachdesk.services.bug_log import log_bug

    command = next((word for word in words if word in COMMANDS), "window")
    log = None if program is None else log_bug(program.log_path(), command, error)
    answer.refuse(
        "bug",
        _("Something went wrong in Coachdesk ({kind}); nothing was half done.").format(
            kind=type(error).__name__
        ),
        _("Please send the log: {path}").format(path=log) if log else "",
    )
