"""Two entries that are one: which other one, and whose words are kept."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError
from coachdesk.domain.names import fold
from coachdesk.language import gettext as _
from coachdesk.services import merging
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.fields import Labeled
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.team_rows import NamePainter
from coachdesk.views.team import NameRow

MOST = 5
MINE, THEIRS = "mine", "theirs"
COMMANDS: dict[str, Callable[..., Any]] = {
    "rep": merging.merge_reps,
    "account": merging.merge_accounts,
    "team": merging.merge_partner_teams,
    "person": merging.merge_partner_people,
    "contact": merging.merge_contacts,
    "peer": merging.merge_peer_managers,
}


def found_by(typed: str, rows: Sequence[NameRow]) -> list[NameRow]:
    """Rows whose names hold what was typed; those that begin with it come first."""
    fitting = [row for row in rows if typed in fold(row.name)]
    return sorted(fitting, key=lambda row: not fold(row.name).startswith(typed))


class MergeSheet(Sheet):
    """Typing finds the other one, Up and Down choose it; Enter merges. `then` gets the kept id."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        one: NameRow,
        others: Sequence[NameRow],
        other: NameRow | None = None,
        *,
        then: Callable[[UUID], None] | None = None,
    ) -> None:
        title = _("Merge {name} with another entry").format(name=one.name)
        sentence = _(
            "Everything said of either is then said of one. Of what both say, the kept entry’s "
            "words stay. Pages that were received stay as they are."
        )
        super().__init__(workplace, window, title, sentence, _("Merge them"), width=520)
        self._one, self._then = one, then
        self._others = [row for row in others if row.kind == one.kind and row.id != one.id]
        self.field = self.add_line(_("The other entry"), _("Type a name"), icon="search")
        self.found = Rows(
            workplace.theme, NamePainter(workplace.theme, 10), name=_("Entries"), select=True
        )
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.found)
        self.keep = ChoiceButton(workplace.theme, [], name=_("Keep as"))
        self.body.addWidget(Labeled(workplace.theme, _("Keep as"), self.keep))
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.found.moved_to.connect(self._chosen)
        self.found.opened.connect(self._chosen)
        self.field.setText("" if other is None else other.name)
        self._look()
        if other in self.found.rows():  # another one may have the very same name
            self.found.set_current(self.found.rows().index(other))
        self.ask(self.field)

    def act(self) -> Callable[[], None] | None:
        other: NameRow | None = self.found.current_row()
        if other is None:
            raise InputError(_("Nothing has that name."), _("Type the other entry’s name."))
        kept, lost = (self._one, other) if self.keep.value() == MINE else (other, self._one)
        said = _("“{one}” and “{other}” are one now").format(one=kept.name, other=lost.name)
        self.workplace.do(COMMANDS[kept.kind], kept.id, lost.id, said=said)
        return None if self._then is None else partial(self._then, kept.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key())  # type: ignore[attr-defined]
            if step and self.found.rows():
                at = self.found.currentIndex().row() + step
                self.found.set_current(min(max(at, 0), len(self.found.rows()) - 1))
                return True
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        """Show the entries whose names hold what was typed; the first is chosen."""
        typed = fold(self.field.text().strip())
        fitting = found_by(typed, self._others)
        self.found.set_rows(fitting[:MOST])
        if fitting:
            self.found.set_current(0)
        self.found.setVisible(bool(fitting))
        self._chosen(self.found.current_row())
        self.fit()

    def _chosen(self, other: NameRow | None) -> None:
        names = [(MINE, self._one.name)]
        if other is not None:
            names.append((THEIRS, other.name))
        self.keep.set_options(names)
        self.keep.set_value(self.keep.value() if other is not None else MINE)
        if not self.keep.value():
            self.keep.set_value(MINE)
