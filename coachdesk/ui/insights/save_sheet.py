"""Where the page of Insights is saved as a PDF."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.services.insights_file import save_insights
from coachdesk.ui.parts.places import documents_folder
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.insights import Insights


class SaveInsightsSheet(Sheet):
    """The charts and their sentences on one page, for the manager alone."""

    writes = False

    def __init__(self, workplace: Workplace, window: QWidget, found: Insights) -> None:
        super().__init__(
            workplace,
            window,
            _("Save Insights as a PDF"),
            _("The charts and their sentences on one page, for you: it shows the whole team."),
            _("Save"),
            width=560,
        )
        self._found = found
        name = _("insights {day}.pdf").format(day=found.until.isoformat())
        self.path = self.add_line(
            _("Path of the file"), text=str(documents_folder() / name), icon="file"
        )
        self.path.setMaxLength(4000)
        self.ask(self.path)

    def act(self) -> None:
        path = Path(self.path.text().strip()).expanduser()
        save_insights(self.workplace.desk, self._found, path)
        self.workplace.say(_("Saved to “{file}”.").format(file=path.name))
