"""`coachdesk print`: a document as PDF."""

from argparse import Namespace
from typing import Literal

from coachdesk.cli.answer import Answer
from coachdesk.cli.kinds import KINDS
from coachdesk.cli.program import Program
from coachdesk.cli.wrong_words import WrongWords
from coachdesk.domain.people import PartnerTeam, Rep
from coachdesk.language import gettext as _
from coachdesk.services.alignment import save_alignment
from coachdesk.services.briefs import LATEST, NEXT, talk_meant
from coachdesk.services.capture import rep_named
from coachdesk.services.desk import Desk
from coachdesk.services.development_record import save_development_record
from coachdesk.services.documents import Printed
from coachdesk.services.early_sheet import save_early
from coachdesk.services.joint_meetings import next_joint_meeting
from coachdesk.services.joint_paper import save_joint
from coachdesk.services.manager_brief import save_manager_brief
from coachdesk.services.partner_teams import team_called
from coachdesk.services.preparations import save_preparation
from coachdesk.services.saved_files import save_form, save_summary
from coachdesk.services.year_page import save_year_page
from coachdesk.views.print_notes import missing_note, template_note

PAPERS: dict[str, Literal["A4", "Letter"]] = {"a4": "A4", "letter": "Letter"}


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Write the document, and say where it is."""
    _refuse_others(options)
    desk = program.open_desk(program.store_path(options.store))
    try:
        rep = None if options.rep is None else desk.ask(rep_named, options.rep)
        team = None if options.partner is None else desk.ask(team_called, options.partner)
        printed = _printed(desk, options, rep, team)
        for note in (missing_note(printed.missing), template_note(printed.template_fault)):
            if note:
                answer.say(note)
        answer.result(str(options.out), {"path": str(options.out), "pages": printed.pages})
    finally:
        desk.close()
    return 0


def _refuse_others(options: Namespace) -> None:
    """Wrong words: an option this document is not chosen by, or one that is missing."""
    takes = KINDS[options.kind]
    for name in ("rep", "session", "partner"):
        if getattr(options, name) is not None and name not in takes.options:
            words = _("“{kind}” is not chosen by --{option}: leave it out.")
            raise WrongWords(words.format(kind=options.kind, option=name))
    if takes.needs and getattr(options, takes.needs) is None:
        words = _("Say which one: “{kind}” needs --{option}.")
        raise WrongWords(words.format(kind=options.kind, option=takes.needs))


def _printed(desk: Desk, options: Namespace, rep: Rep | None, team: PartnerTeam | None) -> Printed:
    paper = None if options.paper is None else PAPERS[options.paper]
    rep_id = None if rep is None else rep.id
    if options.kind == "alignment" and team is not None:
        return save_alignment(desk, team.id, options.out, paper)
    if options.kind == "early-access" and team is not None:
        return save_early(desk, team.id, options.out, paper)
    if options.kind == "joint-meeting":
        team_id = None if team is None else team.id
        meeting = desk.ask(next_joint_meeting, rep_id=rep_id, team_id=team_id)
        return save_joint(desk, meeting.id, options.out, paper)
    if options.kind == "form":
        return save_form(desk, rep_id, options.out, paper)
    if options.kind == "preparation" and rep is not None:
        return save_preparation(desk, rep.id, options.out, paper)
    if options.kind == "record" and rep is not None:
        return save_development_record(desk, rep.id, options.out, paper)
    if options.kind == "year" and rep is not None:
        return save_year_page(desk, rep.id, options.out, paper)
    if options.kind == "brief":
        # A brief is read before a talk: without a choice it is about the next one.
        talk = desk.ask(talk_meant, options.session or NEXT, rep)
        return save_manager_brief(desk, talk.id, options.out, paper)
    talk = desk.ask(talk_meant, options.session or LATEST, rep)
    return save_summary(desk, talk.id, options.out, paper)
