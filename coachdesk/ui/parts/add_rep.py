"""A rep by name: all that is needed to begin."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.services.people import add_rep
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace


class AddRep(Overlay):
    """One field; Enter adds the rep and goes to the page."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(workplace.theme, window, _("Add a rep"), width=460)
        self._work = workplace
        theme, px = workplace.theme, workplace.theme.px
        body = QVBoxLayout()
        body.setContentsMargins(px(20), px(16), px(20), px(16))
        body.setSpacing(px(12))
        body.addWidget(Text(theme, _("Add a rep"), "title"))
        self.name = Field(theme, _("First and last name"))
        self._box = Labeled(theme, _("Name"), self.name)
        body.addWidget(self._box)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self._add_button = Button(theme, _("Add"), "primary", hint=_("Enter"))
        self._add_button.clicked.connect(self._add)
        cancel = Button(theme, _("Cancel"), "quiet")
        cancel.clicked.connect(self.close_panel)
        row.addWidget(self._add_button)
        row.addWidget(cancel)
        row.addStretch(1)
        body.addLayout(row)
        self.card.add(body)
        self.open_panel(self.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._add()
            return
        super().keyPressEvent(event)

    def _add(self) -> None:
        name = self.name.text().strip()
        if not name:
            self._box.show_problem(_("Type a name first."))
            self.fit()
            return
        try:
            rep = self._work.do(add_rep, name, said=_("{name} added").format(name=name))
        except UserError as refused:
            self._box.show_problem(str(refused))
            self.fit()
            return
        self.close_panel()
        self._work.open_rep(rep.id)
