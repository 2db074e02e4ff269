"""What a person calls a field; a file's author finds the rest by its own name."""

from coachdesk.language import gettext as _


def field_words(name: str) -> str:
    """The field as a sentence begins with it: "The promise", "The reason"."""
    known = {
        "candidate_code": _("The candidate’s code"),
        "coach_on": _("What to coach"),
        "comment": _("What was seen"),
        "company_name": _("The company’s name"),
        "customer_question": _("What the customer asks"),
        "customer_stage": _("What the customer does"),
        "decision": _("The decision"),
        "expectation": _("The expectation"),
        "first_name": _("The first name"),
        "funnel_stage": _("Your funnel stage"),
        "goal": _("The goal"),
        "good": _("The good sign"),
        "good_looks_like": _("What good looks like"),
        "help": _("The help"),
        "how": _("“How”"),
        "interviewer": _("The interviewer’s name"),
        "last_name": _("The last name"),
        "manager_name": _("The manager’s name"),
        "measure": _("The measure"),
        "minutes": _("The length in minutes"),
        "name": _("The name"),
        "need": _("The need"),
        "notes": _("What was heard"),
        "peer_text": _("What the other side says"),
        "position": _("The position"),
        "problem_path": _("How problems are solved"),
        "question": _("The question"),
        "raw": _("The line"),
        "reason": _("The reason"),
        "rep_view": _("The rep’s view"),
        "result": _("What came of it"),
        "rep_words": _("The rep’s own words"),
        "seen_how": _("“How both will see it”"),
        "sessions_planned": _("The number of one-on-ones"),
        "skip_reason": _("The reason"),
        "solution": _("The solution"),
        "stop_note": _("The reason"),
        "subject": _("The subject"),
        "summary": _("The summary"),
        "text": _("The text"),
        "tried": _("What was tried"),
        "what": _("The requirement"),
    }
    return known.get(name, name)
