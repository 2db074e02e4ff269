"""What can be done on the One-on-ones page."""

from coachdesk.language import gettext as _
from coachdesk.ui.one_on_ones.page import OneOnOnesPage
from coachdesk.ui.parts.talk_actions import talk_actions
from coachdesk.ui.shell.actions import Action


def one_on_one_actions(page: OneOnOnesPage) -> list[Action]:
    """Plan a talk from anywhere; on the page the steps of the talk that is current."""
    here, talks, lists = page.id, _("Talk"), _("In lists")
    plan, calendar = _("Plan a talk, or enter one that was held"), _("Save a calendar file")
    find, enter = _("Find in the talks behind"), _("Prepare the talk, or open its wrap-up")
    return [
        Action("talk.plan", plan, page.plan, "Ctrl+T", talks, writes=True),
        Action("talk.calendar", calendar, page.calendar, "", talks),
        *talk_actions(here, page.steps),
        Action("talks.find", find, page.find, "Ctrl+F", talks, page=here),
        Action("talks.open", enter, None, "Return", lists, page=here),
    ]
