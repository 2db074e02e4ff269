"""What a person calls a field; a file's author finds the rest by its own name."""

from coachdesk.language import gettext as _


def field_words(name: str) -> str:
    """The field as a sentence begins with it: "The promise", "The reason"."""
    known = {
        "coach_on": _("What to coach"),
        "collaborate": _("Where to collaborate"),
        "comment": _("What was seen"),
        "company_name": _("The company’s name"),
        "compete": _("Where to compete"),
        "customer_question": _("What the customer asks"),
        "customer_stage": _("What the customer does"),
        "expectation": _("The expectation"),
        "first_name": _("The first name"),
        "funnel_stage": _("Your funnel stage"),
        "goal": _("The goal"),
        "good_looks_like": _("What good looks like"),
        "help": _("The help"),
        "how": _("“How”"),
        "in_it_for_rep": _("What is in it for the rep"),
        "inspect_every_days": _("The number of days between two looks"),
        "inspected_how": _("“Looked at how”"),
        "last_name": _("The last name"),
        "manager_name": _("The manager’s name"),
        "measure": _("The measure"),
        "minutes": _("The length in minutes"),
        "name": _("The name"),
        "need": _("The need"),
        "peer_text": _("What the other side says"),
        "principle": _("The guiding principle"),
        "problem_path": _("How problems are solved"),
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
