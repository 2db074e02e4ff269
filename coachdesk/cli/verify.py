"""`coachdesk verify`: check a store, or a backup, on a copy of it."""

from argparse import Namespace

from coachdesk.cli.answer import Answer
from coachdesk.cli.checks import answer_checks
from coachdesk.cli.program import Program
from coachdesk.domain.errors import StoreError
from coachdesk.services.doctor import Check, check_store


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Check the named file, else the store that is meant; 4 if it is not sound."""
    path = options.file or program.store_path(options.store)
    try:
        return answer_checks(answer, check_store(path), None)
    except StoreError as error:
        return answer_checks(answer, [Check("store", False, error.code)], error)
