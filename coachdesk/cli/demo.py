"""`coachdesk demo`: the sample team in a window, or its newest summary on paper."""

from argparse import Namespace

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.services.display import display_problem
from coachdesk.services.documents import newest_wrapped_up
from coachdesk.services.saved_files import save_summary_into
from coachdesk.views.print_notes import template_note


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Open the sample team; without a display, print the summary of its newest talk."""
    problem = _("A window was not asked for.") if options.no_window else _problem(program)
    if not problem:
        if options.store is not None and options.store.exists():
            # Refused here in words; a sample that has to be made is made behind the first paint.
            program.open_sample(options.store).close()
        return program.run_window(options.store, sample=True)
    answer.say(_("{problem} Printing the newest summary instead.").format(problem=problem))
    desk = program.open_sample(options.store)
    try:
        talk = desk.ask(newest_wrapped_up)
        if talk is None:
            raise InputError(
                _("No one-on-one of this sample is wrapped up."), _("Make it anew: remove it.")
            )
        path, printed = save_summary_into(desk, talk.id, options.out.absolute())
        if note := template_note(printed.template_fault):
            answer.say(note)
        answer.result(str(path), {"path": str(path), "pages": printed.pages})
    finally:
        desk.close()
    return 0


def _problem(program: Program) -> str:
    return display_problem(program.environment, seen=True)
