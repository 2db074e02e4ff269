"""Today before the store is open: the frame is there, the figures come."""

from gettext import gettext as _

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.ui.kit.states import Loading
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.page import ScrollingPage


class LoadingPage(ScrollingPage):
    """Stands where Today will be; says so only if it takes longer than 300 ms."""

    def __init__(self, theme: Theme) -> None:
        self.id, self.icon, self.key = "today", "calendar", "1"
        super().__init__(theme, _("Today"))
        self.rebuild()

    def build(self) -> QWidget:
        content = QWidget()
        stack = QVBoxLayout(content)
        px = self.theme.px
        stack.setContentsMargins(px(24), px(24), px(24), px(24))
        self.loading = Loading(self.theme)
        stack.addWidget(self.loading)
        stack.addStretch(1)
        self.loading.begin(_("Opening the store"))
        return content
