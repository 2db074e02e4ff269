"""`coachdesk doctor`: what to paste into a support mail."""

from argparse import Namespace

from coachdesk.cli.answer import Answer
from coachdesk.cli.checks import answer_checks
from coachdesk.cli.program import Program
from coachdesk.services.doctor import examine


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Show every check; 4 if the store cannot be used."""
    checks, error = examine(program.store_path(options.store), program.environment)
    return answer_checks(answer, checks, error)
