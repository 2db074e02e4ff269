"""What can be done on Insights."""

from coachdesk.language import gettext as _
from coachdesk.ui.insights.deals import Deals
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
    save = _("Save Insights as a PDF")
    return [
        Action("insights.save", save, page.save, "Ctrl+S", group, page=here),
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


def deal_actions(deals: Deals, page: str) -> list[Action]:
    """Note an activity or an opportunity from anywhere, and the keys of their lists."""
    menu, lists = _("Customers"), _("In lists")
    note, add = _("Note an activity"), _("Add an opportunity")
    return [
        Action("activity.note", note, deals.note_activity, "Ctrl+Shift+N", menu, writes=True),
        Action("opportunity.add", add, deals.add_opportunity, "Ctrl+Shift+O", menu, writes=True),
        Action("opportunity.open", _("Review the opportunity"), None, "Return", lists, page=page),
        Action("activity.open", _("Show the activities"), None, "Return", lists, page=page),
        *(
            Action(id, title, None, keys, lists, page=page, writes=True)
            for id, title, keys in (
                ("opportunity.pursue", _("Pursue the opportunity, hold it or let it go"), "P"),
                ("opportunity.close", _("Close the opportunity"), "C"),
                ("opportunity.remove", _("Remove the opportunity or activity"), "Del"),
                ("activity.forward", _("The activity moved the decision forward"), "F"),
                ("activity.stayed", _("The decision stayed where it was"), "S"),
                ("activity.back", _("The decision fell back"), "B"),
            )
        ),
    ]
