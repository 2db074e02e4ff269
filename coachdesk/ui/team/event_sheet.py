"""Changing an event: its words and ratings, or a dated line once the rep has the page in hand."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import RuleError, UserError
from coachdesk.domain.evidence_rules import can_miss
from coachdesk.domain.opinions import is_opinion
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.services.besides import Besides
from coachdesk.services.capture import least_comment
from coachdesk.services.event_edits import EventParts, edit_event, event_parts
from coachdesk.services.evidence import correct_observation
from coachdesk.services.wordings import playbook_of
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.fields import TextArea
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.tab_order import put_in_reading_order
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.event_fields import GainFields, MissFields
from coachdesk.ui.parts.opinion_line import opinion_words
from coachdesk.ui.parts.sheet import FieldArea
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.event_ratings import RatingFields
from coachdesk.views.dates import near_day
from coachdesk.views.evidence import Event

RECEIVED = "E-OBS-10"


class EventSheet(Overlay):
    """One event; `correction` begins a dated line below the original instead."""

    def __init__(
        self, workplace: Workplace, window: QWidget, event: Event, correction: str | None = None
    ) -> None:
        super().__init__(workplace.theme, window, _("Edit the event"), width=600)
        self._workplace, self._event = workplace, event
        self._corrects = correction is not None
        self._playbook = workplace.ask(playbook_of)
        self._least = workplace.ask(least_comment)
        self._before: EventParts = workplace.ask(event_parts, event.observation_id)
        self._build()
        words = self._before.comment if correction is None else correction
        self.words.setPlainText(words)
        self.words.moveCursor(self.words.textCursor().MoveOperation.End)
        self.words.textChanged.connect(self._follow)
        self._show_parts()
        self._name()
        self._follow()
        self.open_panel(self.words)
        self.fit()

    def accept(self) -> None:
        """Write it; an event in a received page turns to a correction, with nothing lost."""
        name = self._event.rep_name
        try:
            if self._corrects:
                said = _("Correction added for {name}").format(name=name)
                self._do(correct_observation, self.words.toPlainText(), said)
            else:
                said = _("Changed for {name}").format(name=name)
                self._do(edit_event, self._parts(), said)
        except RuleError as error:
            if error.code == RECEIVED and not self._corrects:
                self._turn_to_correction(error)
                return
            self._refuse(error)
            return
        except UserError as error:
            self._refuse(error)
            return
        self.close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
            return
        super().keyPressEvent(event)

    def fit(self) -> None:
        self._area.updateGeometry()
        super().fit()

    def _build(self) -> None:
        theme = self._theme
        self._title = Text(theme, "", wrap=False)
        self.card.add(self._title, pad=(20, 16, 20, 4))
        content = QWidget()
        stack = QVBoxLayout(content)
        stack.setContentsMargins(*(theme.px(m) for m in (20, 4, 20, 16)))
        stack.setSpacing(theme.px(10))
        self._below = Text(theme, "", "body", "ink2", wrap=True)
        self.words = TextArea(theme, _("What was seen or heard"), name=_("Words"), lines=3, most=8)
        self.hint = Text(theme, "", "small", "ink2", wrap=True)
        self.ratings = RatingFields(theme, self._playbook)
        self.ratings.changed.connect(self._follow)
        self.miss = MissFields(theme)
        self.miss.changed.connect(self.fit)
        self._gain_title = Text(theme, _("How each of the three came out of it"), "label", "ink2")
        self.gains = GainFields(theme, with_words=True)
        for widget in (
            self._below,
            self.words,
            self.hint,
            self.ratings,
            self.miss,
            self._gain_title,
            self.gains,
        ):
            stack.addWidget(widget)
        self._area = FieldArea(theme, content)
        self.card.add(self._area)
        self.problem = Text(theme, "", "small", "badText", wrap=True)
        self._refused = self.card.add(self.problem, pad=(20, 0, 20, 12))
        self._refused.hide()
        footer = Footer(theme)
        row = QHBoxLayout(footer)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.addStretch(1)
        back = Button(theme, _("Leave it"), hint=_("Esc"))
        back.clicked.connect(self.close_panel)
        self.go = Button(theme, _("Save"), "primary", hint="Ctrl+Enter")
        self.go.clicked.connect(self.accept)
        row.addWidget(back)
        row.addWidget(self.go)
        self.card.add(footer)

    def _show_parts(self) -> None:
        before = self._before
        self.ratings.show_ratings(before.ratings, before.versions)
        self.miss.show_besides(before.besides)
        self.gains.show_gains(before.besides.gains)

    def _parts(self) -> EventParts:
        return EventParts(
            comment=self.words.toPlainText(),
            ratings=self.ratings.ratings(),
            besides=Besides(
                missed=self.miss.missed,
                cause=self.miss.why,
                cause_note=self.miss.note.text() if self.miss.missed else "",
                gains=self.gains.gains(),
            ),
        )

    def _follow(self) -> None:
        """What depends on the words and on what is rated."""
        keys, words = self.ratings.keys(), self.words.toPlainText()
        edits = not self._corrects
        self.ratings.setVisible(edits)
        self.ratings.setEnabled(len(words.strip()) >= self._least)
        self.miss.setVisible(edits and can_miss(keys))
        wins = edits and BehaviourKey.ALL_WIN in keys
        self._gain_title.setVisible(wins)
        self.gains.setVisible(wins)
        behaviour = self._event.behaviour
        hinted = edits and is_opinion(words)
        self.hint.show_runs(opinion_words(self._playbook, behaviour) if hinted else "")
        self.hint.setVisible(hinted)
        put_in_reading_order(self)
        self.fit()

    def _do(self, command: object, given: object, said: str) -> None:
        self._workplace.do(command, self._event.observation_id, given, said=said)

    def _turn_to_correction(self, error: RuleError) -> None:
        self._corrects = True
        self._name()
        self._follow()
        self.words.setFocus()
        self._refuse(error)

    def _refuse(self, error: UserError) -> None:
        self.problem.show_runs(f"{error.message} {error.next_step}".strip())
        self._refused.show()
        self.fit()

    def _name(self) -> None:
        title = _("Add a correction") if self._corrects else _("Edit the event")
        day = near_day(self._event.day, self._workplace.as_of)
        parts = (self._event.account, day)
        head = "   " + " · ".join(part for part in parts if part)
        self._title.show_runs([Run(title, "title"), Run(head, "small", "ink2")])
        self._below.setVisible(self._corrects)
        self._below.show_runs(
            _(
                "{name} has a page with this event. The original stays; this line is dated today."
            ).format(name=self._event.rep_name)
        )
        self.go.set_label(_("Add it") if self._corrects else _("Save"))
