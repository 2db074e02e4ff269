"""What can be done on Insights."""

from gettext import gettext as _

from coachdesk.ui.insights.page import InsightsPage
from coachdesk.ui.shell.actions import Action


def insight_actions(page: InsightsPage) -> list[Action]:
    """The window, the group of behaviours, and what lists and charts do with their keys."""
    here, group, lists = page.id, _("Insights"), _("In charts")
    window, kinds = _("Another window of days"), _("Behaviours or qualities")
    asked, answer = _("Go to the question of the month"), _("Keep your answer")
    talks = _("Show the talks with the rep")
    when = page.why_no_question
    events, near = _("Open the events behind a figure"), _("Look at a figure from near")
    return [
        Action("insights.window", window, page.next_window, "W", group, page=here),
        Action("insights.group", kinds, page.next_group, "B", group, page=here),
        Action("insights.question", asked, page.to_question, "Q", group, when, page=here),
        Action(
            "insights.answer", answer, page.answer, "Ctrl+Return", group, when, here, writes=True
        ),
        Action("insights.talks", talks, None, "O", lists, page=here),
        Action("insights.open", events, None, "Return", lists, page=here),
        Action("insights.look", near, None, "Space", lists, page=here),
        Action("insights.table", _("Show a chart as a table"), None, "T", lists, page=here),
    ]
