"""What can be done on Insights."""

from gettext import gettext as _

from coachdesk.ui.insights.page import InsightsPage
from coachdesk.ui.shell.actions import Action


def insight_actions(page: InsightsPage) -> list[Action]:
    """The window, the group of behaviours, and what lists and charts do with their keys."""
    here, group, lists = page.id, _("Insights"), _("In charts")
    window, kinds = _("Another window of days"), _("Behaviours or qualities")
    events, near = _("Open the events behind a figure"), _("Look at a figure from near")
    save = _("Save Insights as a PDF")
    return [
        Action("insights.save", save, page.save, "Ctrl+S", group, page=here),
        Action("insights.window", window, page.next_window, "W", group, page=here),
        Action("insights.group", kinds, page.next_group, "B", group, page=here),
        Action("insights.open", events, None, "Return", lists, page=here),
        Action("insights.look", near, None, "Space", lists, page=here),
        Action("insights.table", _("Show a chart as a table"), None, "T", lists, page=here),
    ]
