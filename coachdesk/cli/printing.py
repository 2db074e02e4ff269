"""`coachdesk print`: a document as PDF."""

from argparse import Namespace
from typing import Literal

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.cli.wrong_words import WrongWords
from coachdesk.language import gettext as _
from coachdesk.services.briefs import LATEST, talk_meant
from coachdesk.services.capture import rep_named
from coachdesk.services.joint_meetings import next_joint_meeting, team_called
from coachdesk.services.joint_paper import save_joint
from coachdesk.services.saved_files import save_form, save_summary
from coachdesk.views.print_limits import missing_note

JOINT_MEETING = "joint-meeting"
PAPERS: dict[str, Literal["A4", "Letter"]] = {"a4": "A4", "letter": "Letter"}


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Write the document, and say where it is."""
    if options.kind == "form" and options.session is not None:
        raise WrongWords(_("A form belongs to no one-on-one: leave --session out."))
    if options.kind == JOINT_MEETING and options.session is not None:
        raise WrongWords(_("A joint meeting is no one-on-one: leave --session out."))
    if options.kind != JOINT_MEETING and options.partner is not None:
        raise WrongWords(_("Only a joint meeting has a partner: leave --partner out."))
    paper = None if options.paper is None else PAPERS[options.paper]
    desk = program.open_desk(program.store_path(options.store))
    try:
        rep = None if options.rep is None else desk.ask(rep_named, options.rep)
        if options.kind == JOINT_MEETING:
            team = None if options.partner is None else desk.ask(team_called, options.partner)
            meeting = desk.ask(
                next_joint_meeting,
                rep_id=None if rep is None else rep.id,
                team_id=None if team is None else team.id,
            )
            printed = save_joint(desk, meeting.id, options.out, paper)
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
