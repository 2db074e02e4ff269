"""Open what there is: a store or an exported file, looked into before anything is opened."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.looking import StoreLook, look_into
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.states import ErrorInPlace
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import medium_day


class OpenPanel(QWidget):
    """A path, what the file holds, and the button that opens it. `chosen` tells the look."""

    chosen = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace
        self._seen: StoreLook | None = None
        theme, px = workplace.theme, workplace.theme.px
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(14))
        stack.addWidget(Text(theme, _("Open what you have"), "page"))
        words = _(
            "A store ends with .coachdesk, an exported file with .json. "
            "You see what is in it before it is opened."
        )
        stack.addWidget(Text(theme, words, "body", "ink2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.path = Field(theme, _("Path of the file"), name=_("Path of the file"), icon="file")
        self.path.returnPressed.connect(self._look)
        browse = Button(theme, _("Choose a file…"))
        browse.clicked.connect(self._browse)
        row.addWidget(Labeled(theme, _("File"), self.path), 1)
        stack.addLayout(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        look = Button(theme, _("Look into it"), hint=_("Enter"))
        look.clicked.connect(self._look)
        buttons.addWidget(browse)
        buttons.addWidget(look)
        buttons.addStretch(1)
        stack.addLayout(buttons)
        self.problem = ErrorInPlace(theme)
        self.problem.hide()
        stack.addWidget(self.problem)
        self._card = Card(theme, _("What the file holds"))
        self._what = Text(theme, "", "bodyStrong", wrap=True)
        self._how = Text(theme, "", "body", "ink2", wrap=True)
        self.open_button = Button(theme, "", "primary")
        self.open_button.clicked.connect(self._open)
        inside = QVBoxLayout()
        inside.setSpacing(px(8))
        for widget in (self._what, self._how, self.open_button):
            inside.addWidget(widget)
        self._card.add(inside, pad=(16, 14, 16, 14))
        self._card.hide()
        stack.addWidget(self._card)
        stack.addStretch(1)

    def look_at(self, path: Path) -> None:
        """Fill in a path and look into the file."""
        self.path.setText(str(path))
        self._look()

    def refuse(self, refusal: UserError) -> None:
        """Say in place what failed."""
        self._card.hide()
        self.problem.say(refusal.message, refusal.next_step)

    def _browse(self) -> None:
        dialog = QFileDialog(self, _("Open what you have"))
        dialog.setNameFilter(_("Stores and exported files") + " (*.coachdesk *.json)")
        dialog.fileSelected.connect(self._picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _picked(self, path: str) -> None:
        self.look_at(Path(path))

    def _look(self) -> None:
        typed = self.path.text().strip()
        if not typed:
            self.path.setFocus()
            return
        self.problem.say("")
        self._card.hide()
        work = partial(look_into, Path(typed).expanduser(), self._work.now)
        self._work.jobs.start(work, done=self._looked, refused=self.refuse, topic="look")

    def _looked(self, seen: StoreLook) -> None:
        self._seen = seen
        reps = ngettext("{n} rep", "{n} reps", seen.reps).format(n=seen.reps)
        events = ngettext("{n} event", "{n} events", seen.events).format(n=seen.events)
        self._what.show_runs(f"{seen.path.name}: {reps}, {events}")
        day = medium_day(seen.day)
        if seen.is_exchange:
            how = _("Exported on {day}. It is copied into your own store.").format(day=day)
        else:
            how = _("Last changed on {day}. Coachdesk goes on in this file.").format(day=day)
        self._how.show_runs(how)
        self.open_button.set_label(_("Take it over") if seen.is_exchange else _("Open this store"))
        self._card.show()
        self.open_button.setFocus()

    def _open(self) -> None:
        if self._seen is not None:
            self.chosen.emit(self._seen)
