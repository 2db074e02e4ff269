"""First run: from nothing to the first brief, by keyboard; later the way to add several reps."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QFileDialog, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.people import Rep, Workspace
from coachdesk.domain.roster_check import Checked, CheckedRow, Finding, Way
from coachdesk.language import gettext as _
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.services.looking import StoreLook, take_exchange
from coachdesk.services.pages import workspace
from coachdesk.services.roster import create_team, known_reps
from coachdesk.services.roster_files import read_roster
from coachdesk.ui.first_run import state as words
from coachdesk.ui.first_run.choices import OPEN, SAMPLE, TEAM
from coachdesk.ui.first_run.lines import REMOVE, TYPE
from coachdesk.ui.first_run.parts import STEPS, Parts
from coachdesk.ui.first_run.place import PlaceSheet
from coachdesk.ui.first_run.state import TeamState
from coachdesk.ui.kit.fields import Settling
from coachdesk.ui.parts.dropping import FileDrop
from coachdesk.ui.shell.page import Room
from coachdesk.ui.shell.workplace import Workplace

PLACE = "first run"


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
        self._drop = FileDrop(self.widget)
        self._drop.dropped.connect(self._take_dropped)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.widget)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._parts: Parts | None = None
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
        self._parts.fit(room)

    def leave(self) -> None:
        """Keep what was typed."""
        if self._settling.isActive():
            self._keep()

    def first_focus(self) -> QWidget | None:
        """The field of the team, or of the file."""
        if self._choice == OPEN:
            return self._open.path
        if self._left is not None and self._parts.is_stacked and self._state.is_empty:
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
        if self._parts is not None:
            self._parts.free()
        parts = self._parts = Parts(
            self._work,
            self._both,
            self._room,
            choice=self._choice,
            way=self._way,
            is_first=not self._known,
        )
        self._left, self._view, self._open = parts.left, parts.view, parts.open
        self._scroll, self._foot = parts.scroll, parts.foot
        self._connect()

    def _connect(self) -> None:
        view, card = self._view, self._view.card
        if self._left is not None:
            self._left.choices.chosen.connect(self._choose)
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
        view.findings.removed_back.connect(self._bring_removed_back)
        view.teams.turned.connect(self._turn_team)
        view.teams.named.connect(self._name_team)
        view.place.change_asked.connect(self._ask_place)
        self._open.chosen.connect(self._open_chosen)
        self._foot.skip.clicked.connect(self.skip)
        self._foot.create.clicked.connect(self.create)

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
        self._parts.show_choice(choice)
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
        self._take(partial(self._state.with_list, text))

    def take_file(self, path: Path) -> None:
        """The lines of a file that was chosen or dropped."""
        self._take(partial(_with_file, self._state, path))

    def _take(self, taking: Callable[[], TeamState]) -> None:
        before = len(self._state.lines)
        try:
            self._change(taking())
        except UserError as refused:
            self._refuse(refused)
            return
        self._view.card.pasting.area.setPlainText("")
        self._focus_entry()
        self._see_findings()
        self._foot.tell(words.read_words(len(self._state.lines) - before))

    def _refuse(self, refused: UserError) -> None:
        self._view.problem.say(refused.message, refused.next_step)
        self._scroll.show_widget(self._view.problem)

    def _hit(self, what: str, row: object) -> None:
        if what == REMOVE:
            self._remove(row)

    def _remove(self, checked_row: object) -> None:
        assert isinstance(checked_row, CheckedRow)
        self._change(self._state.with_removed(checked_row.row.line))
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

    def _bring_removed_back(self) -> None:
        self._change(self._state.with_removed_back())
        self._view.card.rows.setFocus()

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

    def _take_dropped(self, path: Path) -> None:
        if path.suffix.lower() in (".coachdesk", ".json") and not self._known:
            self._choose(OPEN)
            self._open.look_at(path)
            return
        self._choose(TEAM)
        self.take_file(path)

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


def _with_file(state: TeamState, path: Path) -> TeamState:
    return state.with_roster(read_roster(path))
