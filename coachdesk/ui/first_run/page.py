"""First run: from nothing to the first brief, by keyboard; later the way to add several reps."""

from collections.abc import Mapping
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.people import Rep, Workspace
from coachdesk.domain.roster_check import Checked, CheckedRow, Finding, Way
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.services.looking import StoreLook, take_exchange
from coachdesk.services.pages import workspace
from coachdesk.services.roster import create_team, known_reps
from coachdesk.services.roster_files import read_roster
from coachdesk.ui.first_run import state as words
from coachdesk.ui.first_run.choices import OPEN, SAMPLE, TEAM, LeftSide
from coachdesk.ui.first_run.lines import REMOVE, TYPE
from coachdesk.ui.first_run.opening import OpenPanel
from coachdesk.ui.first_run.place import PlaceSheet
from coachdesk.ui.first_run.state import TeamState
from coachdesk.ui.first_run.view import Foot, TeamView
from coachdesk.ui.kit.fields import Settling
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.shell.page import Room
from coachdesk.ui.shell.workplace import Workplace

PLACE = "first run"
STACKED_BELOW, TIGHT_BELOW = STEPS = (900, 1180)
LEFT_LEAST, LEFT_MOST, LEFT_SHARE = 300, 452, 0.33


class FirstRunSignals(QObject):
    """What only the program can do."""

    sample_asked = Signal()
    store_asked = Signal(object)  # Path of a store to open
    place_asked = Signal(object)  # Path of a store to begin


class FirstRunPage(QObject):
    """Full-bleed while the store has no reps; beside the navigation where it has some."""

    id = "first_run"
    icon = ""
    key = ""
    nav = "today"
    shows = frozenset({Rep, Workspace})

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._work = workplace
        self.title = _("Your team")
        self.signals = FirstRunSignals(self)
        self._known: list[Rep] = []
        self._state, self._checked = TeamState(), Checked(rows=(), skipped=(), notices=())
        self._choice, self._way, self._room = TEAM, TYPE, Room(0)
        self._about: UUID | None = None
        self._is_read = False
        self.widget: QWidget = QWidget()
        self.widget.setAccessibleName(self.title)
        self.widget.setAcceptDrops(True)
        self.widget.installEventFilter(self)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.widget)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._content: list[QWidget] = []
        self._settling = Settling(self.widget)
        self._settling.timeout.connect(self._keep)
        self._build()

    @property
    def full_bleed(self) -> bool:
        """Nothing else is offered before there is a team."""
        return not self._known

    # --- the page protocol ------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read again; what was typed when the program stopped is back."""
        before = bool(self._known)
        self._known = self._work.ask(known_reps)
        if not self._is_read:
            self._is_read = True
            self._about = self._work.ask(workspace).id
            kept = self._work.ask(unsaved_at, PLACE, self._about)
            if kept is not None and kept.content:
                self.restore(kept.content)
        if bool(self._known) != before:
            self._build()
        self._show()

    def rebuild(self) -> None:
        """Make the widgets again at the current zoom."""
        self._build()
        self._show()

    def reflow(self, room: Room) -> None:
        """The two sides beside each other, or one under the other."""
        before, self._room = self._room, room
        if any((before.width < step) != (room.width < step) for step in STEPS):
            self.rebuild()
        self._fit()

    def leave(self) -> None:
        """Keep what was typed."""
        if self._settling.isActive():
            self._keep()

    def first_focus(self) -> QWidget | None:
        """The field of the team, or of the file."""
        if self._choice == OPEN:
            return self._open.path
        if self._left is not None and self._is_stacked and self._state.is_empty:
            return self._left.choices.first()  # else the choices lie above what is in sight
        return self._view.card.show_way(self._way)

    # --- what was typed ---------------------------------------------------------------------------

    def content(self) -> dict[str, object]:
        """Everything typed, to be carried to another place."""
        return self._state.content()

    def restore(self, content: Mapping[str, Any]) -> None:
        """What was typed before."""
        self._state = words.restored(content)

    def bring(self, content: Mapping[str, Any]) -> None:
        """What was typed in another store is typed here."""
        self.restore(content)
        self._show()
        self._keep()

    def show_team(self) -> None:
        """Go on with the team, whatever was chosen before."""
        self._choose(TEAM)

    # --- doing ------------------------------------------------------------------------------------

    def create(self) -> None:
        """Make the team of every line, or show what still needs a look."""
        if self._choice != TEAM:
            return
        self._change(self._state.with_entry_added())
        checked = self._checked
        if checked.findings:
            self._foot.refuse(words.findings_title(checked.findings) + ".")
            self._see_findings(focus=True)
            return
        if not checked.new_rows and not checked.merges:
            self._foot.refuse(_("Type a name first."))
            self._focus_entry()
            return
        try:
            self._make(checked)
        except UserError as refused:
            self._view.problem.say(refused.message, refused.next_step)
            self._scroll.show_widget(self._view.problem)

    def _make(self, checked: Checked) -> None:
        is_first = not self._known
        new, merges = checked.new_rows, checked.merges
        said = words.created_words(len(new), len(merges), is_first=is_first)
        teams = self._state.partner_teams
        self._work.do(create_team, new, teams, merges, said=said, by=self)
        self._done()

    def _done(self) -> None:
        """Nothing is left to be kept; the day begins."""
        self._state, self._is_read = TeamState(), False
        self._settling.rest()
        self._forget()
        self.refresh()
        self._work.open_page("today")

    def skip(self) -> None:
        """Today without a team; what was typed waits here."""
        self._keep()
        self._work.open_page("today")

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        theme, is_first = self._work.theme, not self._known
        for old in self._content:
            self._both.removeWidget(old)
            old.hide()
            old.deleteLater()
        stacked = self._is_stacked
        self._left: LeftSide | None = None
        if is_first:
            tight = self._room.width < TIGHT_BELOW
            self._left = LeftSide(theme, self._choice, beside=not stacked, tight=tight)
            self._left.choices.chosen.connect(self._choose)
        work = QWidget()
        stack = QVBoxLayout(work)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        self._build_work(stack, inside=self._left if stacked else None)
        self._content = [work]
        if self._left is not None and not stacked:
            side = ScrollPage(theme, _("How to begin"), content=self._left)
            self._content.insert(0, side)
        for i, widget in enumerate(self._content):
            self._both.addWidget(widget, int(i == len(self._content) - 1))
        self._fit()

    @property
    def _is_stacked(self) -> bool:
        """Too narrow for two sides: the choices stand above the work."""
        return self._room.width < STACKED_BELOW

    def _build_work(self, stack: QVBoxLayout, inside: QWidget | None) -> None:
        """What scrolls, over the bar that does not."""
        theme, is_first = self._work.theme, not self._known
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if inside is not None:
            column.addWidget(inside)
        self._view = TeamView(theme, self._way, self._work.desk.store.path, is_first=is_first)
        self._open = OpenPanel(self._work)
        top = 56 if inside is None and is_first else 24
        for panel in (self._view, self._open):
            panel.setContentsMargins(*(theme.px(m) for m in (40, top, 40, 24)))
            column.addWidget(panel, 1)
        self._scroll = ScrollPage(theme, self.title, content=inner)
        self._foot = Foot(theme, is_first=is_first)
        stack.addWidget(self._scroll, 1)
        stack.addWidget(self._foot)
        self._connect()
        self._show_choice()

    def _connect(self) -> None:
        view, card = self._view, self._view.card
        view.ways.chosen.connect(self._show_way)
        card.rows.removed.connect(self._remove)
        card.rows.hit.connect(self._hit)
        card.rows.opened.connect(self._take_up)
        card.entry.textEdited.connect(self._typed)
        card.entry.entered.connect(self._entered)
        card.entry.pasted.connect(self.take_list)
        card.pasting.taken.connect(self.take_list)
        card.drop.choose_asked.connect(self._browse)
        view.findings.decided.connect(self._decide)
        view.findings.all_settled.connect(self._settle_all)
        view.findings.skipped_back.connect(self._bring_back)
        view.teams.turned.connect(self._turn_team)
        view.teams.named.connect(self._name_team)
        view.place.change_asked.connect(self._ask_place)
        self._open.chosen.connect(self._open_chosen)
        self._foot.skip.clicked.connect(self.skip)
        self._foot.create.clicked.connect(self.create)

    def _fit(self) -> None:
        px = self._work.theme.px
        if len(self._content) > 1:
            wanted = round(self._room.width * LEFT_SHARE)
            self._content[0].setFixedWidth(px(min(max(wanted, LEFT_LEAST), LEFT_MOST)))
        self._view.set_beside(self._room.width >= TIGHT_BELOW)

    # --- showing ----------------------------------------------------------------------------------

    def _show(self) -> None:
        self._checked = self._state.checked(self._known, self._work.as_of)
        self._view.show_state(self._state, self._checked)
        self._show_count()

    def _show_count(self) -> None:
        """The button counts the line being typed as well."""
        checked = self._state.checked(self._known, self._work.as_of, with_entry=True)
        count = words.add_words if self._known else words.create_words
        self._foot.create.set_label(count(checked))

    def _show_choice(self) -> None:
        self._view.setVisible(self._choice != OPEN)
        self._open.setVisible(self._choice == OPEN)
        self._foot.create.setVisible(self._choice != OPEN)

    def _change(self, state: TeamState) -> None:
        """Another state: shown, and kept a moment later."""
        self._foot.refuse("")
        self._view.problem.say("")
        self._state = state
        self._settling.touch()
        self._show()

    def _see_findings(self, *, focus: bool = False) -> None:
        findings = self._view.findings
        if focus and findings.first_way is not None:
            findings.first_way.setFocus()
        if self._checked.findings:
            QTimer.singleShot(0, self._scroll_to_findings)

    def _scroll_to_findings(self) -> None:
        """Once they have their place."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.show_widget(self._view.findings)

    def _focus_entry(self) -> None:
        if self._way != TYPE:
            self._view.ways.set_value(TYPE)
        self._show_way(TYPE)
        self._scroll.show_widget(self._view.card.entry)

    # --- what a person does -----------------------------------------------------------------------

    def _choose(self, choice: str) -> None:
        if choice == SAMPLE:
            self._keep()
            self.signals.sample_asked.emit()
            return
        self._choice = choice
        if self._left is not None:
            self._left.choices.set_value(choice)
        self._show_choice()
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus()

    def _show_way(self, way: str) -> None:
        self._way = way
        now = QApplication.focusWidget()
        by_arrows = now is not None and self._view.ways.isAncestorOf(now)
        focus = self._view.card.show_way(way)
        if not by_arrows or getattr(now, "focus_by_mouse", False):
            focus.setFocus()

    def _typed(self, text: str) -> None:
        if "\n" in text:
            return
        self._state = replace(self._state, entry=text)
        self._foot.refuse("")
        self._settling.touch()
        self._show_count()

    def _entered(self) -> None:
        if not self._state.entry.strip():
            return
        before = self._checked.findings
        self._change(self._state.with_entry_added())
        self._focus_entry()
        if len(self._checked.findings) > len(before):
            self._see_findings()

    def take_list(self, text: str) -> None:
        """The lines of a list that was pasted."""
        try:
            self._change(self._state.with_list(text))
        except UserError as refused:
            self._refuse(refused)
            return
        self._taken()

    def take_file(self, path: Path) -> None:
        """The lines of a file that was chosen or dropped."""
        try:
            self._change(self._state.with_roster(read_roster(path)))
        except UserError as refused:
            self._refuse(refused)
            return
        self._taken()

    def _taken(self) -> None:
        self._view.card.pasting.area.setPlainText("")
        self._focus_entry()
        self._see_findings()

    def _refuse(self, refused: UserError) -> None:
        self._view.problem.say(refused.message, refused.next_step)
        self._scroll.show_widget(self._view.problem)

    def _hit(self, what: str, row: object) -> None:
        if what == REMOVE:
            self._remove(row)

    def _remove(self, checked_row: object) -> None:
        assert isinstance(checked_row, CheckedRow)
        self._change(self._state.without(checked_row.row.line))
        if not self._checked.rows:
            self._focus_entry()

    def _take_up(self, checked_row: object) -> None:
        assert isinstance(checked_row, CheckedRow)
        self._change(self._state.taken_up(checked_row.row.line))
        self._focus_entry()

    def _decide(self, finding: Finding, way: Way) -> None:
        if way is Way.CHANGE:
            self._change(self._state.taken_up(finding.line))
            self._focus_entry()
            return
        self._change(self._state.decided(finding, way))
        self._after_findings()

    def _settle_all(self) -> None:
        self._change(self._state.settled(self._checked.findings))
        self._after_findings()

    def _after_findings(self) -> None:
        """The next finding has the keys, else the button that creates."""
        first = self._view.findings.first_way
        (first or self._foot.create).setFocus()

    def _bring_back(self) -> None:
        self._change(self._state.with_skipped_back())
        self._see_findings(focus=True)

    def _turn_team(self, name: str, on: bool) -> None:
        self._change(self._state.with_team(name, on=on))

    def _name_team(self, name: str) -> None:
        self._change(self._state.with_own_team(name))

    def _ask_place(self) -> None:
        PlaceSheet(self._work, self.widget.window(), self.signals.place_asked.emit)

    def _open_chosen(self, seen: StoreLook) -> None:
        if not seen.is_exchange:
            self._keep()
            self.signals.store_asked.emit(seen.path)
            return
        try:
            changes = take_exchange(self._work.desk, seen.path)
        except UserError as refused:
            self._open.refuse(refused)
            return
        self._work.tell(changes, self)
        self._done()

    def _browse(self) -> None:
        dialog = QFileDialog(self.widget, _("Choose a list of reps"))
        dialog.setNameFilter(_("Lists") + " (*.csv *.tsv *.txt)")
        dialog.fileSelected.connect(self._picked)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _picked(self, path: str) -> None:
        self.take_file(Path(path))

    # --- a file that is dropped -------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._drop(event)
            return True
        return False

    def _drop(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return
        event.acceptProposedAction()
        if paths[0].suffix.lower() in (".coachdesk", ".json") and not self._known:
            self._choose(OPEN)
            self._open.look_at(paths[0])
            return
        self._choose(TEAM)
        self.take_file(paths[0])

    # --- kept while the window is closed ----------------------------------------------------------

    def _keep(self) -> None:
        self._settling.rest()
        if self._about is None:
            return
        if self._state.is_empty:
            self._forget()
            return
        draft = unsaved_draft(PLACE, self._about, self._state.content(), self._work.as_of)
        self._work.autosave(draft)

    def _forget(self) -> None:
        if self._about is not None:
            self._work.forget(unsaved_draft(PLACE, self._about, {}, self._work.as_of))
