"""`coachdesk print`: a document as PDF."""

from argparse import Namespace
from typing import Literal

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.cli.wrong_words import WrongWords
from coachdesk.language import gettext as _
from coachdesk.services.briefs import LATEST, talk_meant
from coachdesk.services.capture import rep_named
from coachdesk.services.early_sheet import save_early
from coachdesk.services.partner_teams import team_called
from coachdesk.services.saved_files import save_form, save_summary
from coachdesk.views.print_limits import missing_note

EARLY_ACCESS = "early-access"
PAPERS: dict[str, Literal["A4", "Letter"]] = {"a4": "A4", "letter": "Letter"}


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Write the document, and say where it is."""
    if options.kind == "form" and options.session is not None:
        raise WrongWords(_("A form belongs to no one-on-one: leave --session out."))
    if options.kind == EARLY_ACCESS:
        if options.partner is None or options.rep or options.session:
            raise WrongWords(_("Say which team: --partner TEAM, without --rep and --session."))
    elif options.partner is not None:
        raise WrongWords(_("Only an early-access sheet belongs to a partner team."))
    paper = None if options.paper is None else PAPERS[options.paper]
    desk = program.open_desk(program.store_path(options.store))
    try:
        rep = None if options.rep is None else desk.ask(rep_named, options.rep)
        if options.kind == EARLY_ACCESS:
            team = desk.ask(team_called, options.partner)
            printed = save_early(desk, team.id, options.out, paper)
        elif options.kind == "form":
            printed = save_form(desk, None if rep is None else rep.id, options.out, paper)
        else:
            talk = desk.ask(talk_meant, options.session or LATEST, rep)
            printed = save_summary(desk, talk.id, options.out, paper)
        note = missing_note(printed.missing)
        if note:
            answer.say(note)
        answer.result(str(options.out), {"path": str(options.out), "pages": printed.pages})
    finally:
        desk.close()
    return 0
