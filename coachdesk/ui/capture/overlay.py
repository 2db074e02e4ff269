"""Capture: one line in ten seconds, from any page; Enter saves at any time."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.capture import read_capture
from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.line_edits import rating_edit, rating_of
from coachdesk.domain.opinions import is_opinion
from coachdesk.domain.paper import looks_like_form_code
from coachdesk.domain.reading import Reading
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.domain.wordings import BehaviourDefinition
from coachdesk.language import gettext as _
from coachdesk.services.besides import besides_of
from coachdesk.services.capture import least_comment, read_line, vocabulary
from coachdesk.services.inbox import read_draft
from coachdesk.services.pages import figures_of
from coachdesk.services.paper import FormMeant, forms_meant, read_code_line, with_form
from coachdesk.services.private_notes import is_first_private_note
from coachdesk.services.wordings import playbook_of
from coachdesk.ui.capture import state
from coachdesk.ui.capture.asking import Asking, Keys, capture_keys
from coachdesk.ui.capture.besides import BesidesRow
from coachdesk.ui.capture.form_check import FormCheckOverlay
from coachdesk.ui.capture.line import CaptureLine
from coachdesk.ui.capture.parts import Anchor, AnchorPainter, UnderstoodRow, anchors_of
from coachdesk.ui.capture.saving import Saving, is_whole
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.fields import Settling
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.states import IconLabel
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.kept_line import Kept, covered_words
from coachdesk.ui.parts.opinion_line import opinion_words
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.changes import Changes
from coachdesk.views.dates import clock, medium_day
from coachdesk.views.evidence import LinkFigure

PLACE, NOWHERE = "capture", UUID(int=0)
SHORT, CALM_MS = 2_000, 150


class CaptureOverlay(Overlay):
    """The line, what it understood, the anchors of the rating, and what saving would change."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        line: str = "",
        draft_id: UUID | None = None,
    ) -> None:
        super().__init__(workplace.theme, window, _("Capture what you saw"))
        self._workplace, self._window = workplace, window
        self._saving = Saving(workplace, draft_id)
        self._kept = Kept(workplace, PLACE, draft_id or NOWHERE)
        self._covered = False
        self._least = workplace.ask(least_comment)
        self._known = workplace.ask(vocabulary)
        self._playbook = workplace.ask(playbook_of)
        self._answers: dict[tuple[str, str], UUID | str] = {}
        self._choices: list[state.Choice] = []
        self._meant: tuple[FormMeant, ...] = ()
        self._reading: Reading | None = None
        self._event: Observation | None = None
        self._figures: dict[UUID, Mapping[BehaviourKey, LinkFigure]] = {}
        self._notice_due = workplace.ask(is_first_private_note)
        self._build()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.timeout.connect(self._read)
        self._settling = Settling(self)
        self._settling.timeout.connect(self._autosave)
        self.line.textChanged.connect(self._typed)
        self.line.saved.connect(self.save)
        self.line.stepped.connect(self._step)
        self.line.picked.connect(self._pick)
        self.line.grown.connect(self.fit)
        workplace.changed.connect(self._changed)
        self.anchors.opened.connect(self._choose_anchor)
        self.line.set_line(self._begin_with(line, draft_id))
        self._read()
        self._settling.rest()
        self.open_panel(self.line)
        self.fit()

    def save(self) -> None:
        """Enter: keep it, whole or in the Inbox; a form's code opens its rows."""
        if self._covered:
            self._uncover()
            return
        line = self.line.line()
        try:
            if self._is_form(line):
                # A second Enter takes the first of the forms that may have been meant.
                self._open_form(with_form(line, self._meant[0].code) if self._meant else line)
                return
            self._workplace.ask(read_line, line)
            self._read()
            reading = self._reading
            if reading is None:
                return
            if reading.private and self._notice_due and is_whole(reading):
                self._show_notice()
                return
            self._saving.save(reading, self._rep_name(reading), self.besides.besides())
        except UserError as error:
            self._refuse(error)
            self._ask_form(error)
            return
        self._done()

    def add_to_event(self) -> None:
        """Put the words on the event that is there already."""
        if self._event is None or self._reading is None:
            return
        try:
            name, besides = self._rep_name(self._reading), self.besides.besides()
            self._saving.add_to(self._event, self._reading, name, besides)
        except UserError as error:
            self._refuse(error)
            return
        self._done()

    def close_panel(self) -> None:
        self.keep_typed()
        super().close_panel()

    def keep_typed(self) -> None:
        """Write at once what would be written a moment later: the panel, or the window, closes."""
        self._calm.stop()
        if self._settling.isActive():
            self._autosave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        number = event.key() - Qt.Key.Key_0.value
        if alt and 1 <= number <= 9:
            self._pick(number)
        elif alt and event.key() == Qt.Key.Key_A:
            self.add_to_event()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif alt and event.key() in (Qt.Key.Key_M, Qt.Key.Key_W):
            self.besides.take_key(event.key())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        theme, px, now = self._theme, self._theme.px, self._workplace.now
        head, top = QVBoxLayout(), QHBoxLayout()
        head.setSpacing(px(8))
        when = _("{day}, {time}").format(day=medium_day(now.date()), time=clock(now.time()))
        top.addWidget(Text(theme, _("Capture what you saw"), "label", "ink2"))
        top.addStretch(1)
        top.addWidget(Text(theme, when, "small", "ink2"))
        example = _("Priya transition 4 Clear hand-off to Dana @Northwind #creative")
        self.line = CaptureLine(theme, example, _("Line"))
        self.problem = Text(theme, "", "small", "badText", wrap=True)
        self.problem.hide()
        head.addLayout(top)
        head.addWidget(self.line)
        head.addWidget(self.problem)
        self.hint = Text(theme, "", "small", "ink2", wrap=True)
        self.hint.hide()
        head.addWidget(self.hint)
        self.card.add(head, pad=(20, 16, 20, 12))
        self.understood = UnderstoodRow(theme)
        self.card.add(self.understood, rule=True, sunk=True, pad=(20, 10, 20, 10))
        self._asking = Asking(theme)
        self._asking.chosen.connect(self._picked)
        self._ask_section = self.card.add(self._asking, rule=True, pad=(20, 10, 20, 10))
        self._anchor_title = Text(theme, "", "label", "ink2", elide=True)
        titles = QHBoxLayout()
        titles.setSpacing(px(12))
        titles.addWidget(self._anchor_title, 1)
        titles.addWidget(Text(theme, _("Up and Down change it"), "small", "ink2"))
        self.word = Button(theme, _("Word them"), "link", name=_("Word these ratings yourself"))
        self.word.clicked.connect(self._word_ratings)
        titles.addWidget(self.word)
        self._anchor_head = self.card.add(titles, rule=True, pad=(20, 10, 20, 4))
        self._anchor_painter = AnchorPainter(theme)
        self.anchors = Rows(theme, self._anchor_painter, name=_("Ratings"), ruled=False)
        self.anchors.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card.add(self.anchors, pad=(0, 0, 0, 8))
        self.besides = BesidesRow(theme)
        self.besides.changed.connect(self.fit)
        self.besides.done.connect(self.line.setFocus)
        self._besides_section = self.card.add(self.besides, rule=True, pad=(20, 8, 20, 8))
        self._effect = Text(theme, "", wrap=True)
        self._effect_icon = IconLabel(theme, "check", "good")
        self.add_to = Button(theme, _("Add to it"), small=True, hint="Alt+A")
        self.add_to.clicked.connect(self.add_to_event)
        effect = QHBoxLayout()
        effect.setSpacing(px(8))
        effect.addWidget(self._effect_icon, 0, Qt.AlignmentFlag.AlignTop)
        effect.addWidget(self._effect, 1)
        effect.addWidget(self.add_to)
        self.card.add(effect, rule=True, pad=(20, 10, 20, 10))
        self._build_footer()

    def _build_footer(self) -> None:
        theme, footer = self._theme, Footer(self._theme)
        row = QHBoxLayout(footer)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.setSpacing(theme.px(12))
        row.addWidget(Keys(theme, capture_keys()), 1)
        back = Button(theme, _("Close"), hint=_("Esc"))
        back.clicked.connect(self.close_panel)
        self.go = Button(theme, _("Save"), "primary", hint=_("Enter"))
        self.go.clicked.connect(self.save)
        row.addWidget(back)
        row.addWidget(self.go)
        self.card.add(footer)

    def _begin_with(self, line: str, draft_id: UUID | None) -> str:
        """What was being typed, covered if it is private; else the line, or the Inbox row."""
        typed, is_private = self._kept.read()
        self._covered = is_private and bool(typed)
        if self._covered:
            self.line.cover(covered_words())
            self.go.set_label(_("Show it"))
            return ""
        if typed or draft_id is None:
            return typed or line
        draft = self._workplace.ask(_draft, draft_id)
        self.besides.show_besides(besides_of(draft))
        said = self._workplace.ask(read_draft, draft)
        return state.line_of(draft, said, self._known, self._playbook, self._workplace.as_of)

    def _typed(self) -> None:
        self._settling.touch()
        if self.line.document().characterCount() > SHORT:
            self._calm.start(CALM_MS)
        else:
            self._read()

    def _read(self) -> None:
        self._calm.stop()
        line = self.line.line()
        self._reading = None
        problem, reading = "", None
        if line.strip() and not self._is_form(line):
            try:
                reading = read_capture(
                    line,
                    self._known,
                    as_of=self._workplace.as_of,
                    comment_min_chars=self._least,
                )
                reading = state.with_answers(reading, self._answers)
            except UserError as error:
                problem = f"{error.message} {error.next_step}".strip()
        self._reading = reading
        self._show(problem)

    def _show(self, problem: str) -> None:
        reading, as_of = self._reading, self._workplace.as_of
        self._say(problem)
        pieces = reading.pieces if reading else ()
        self.line.show_pieces(pieces, state.hues(reading) if reading else ())
        parts = state.Understood()
        if reading is not None:
            parts = state.understood(reading, self._known, self._playbook, as_of)
        self.understood.show_parts(parts)
        self._show_choices()
        self._show_anchors()
        self._show_besides()
        self._show_effect()
        self.fit()

    def _ask_form(self, error: UserError) -> None:
        """Offer the forms that a wrong code may have meant."""
        if error.code not in ("form", "no_form"):
            return
        self._meant = self._workplace.ask(forms_meant, self.line.line())
        self._choices = state.forms_of(self._meant, self.line.line())
        self._asking.ask([choice.question for choice in self._choices[:1]], self._choices)
        self._ask_section.setVisible(bool(self._choices))
        if self._meant:
            takes = _("Enter takes {code} and opens its six rows.")
            self._effect.show_runs(takes.format(code=self._meant[0].code))
        self.fit()

    def _show_choices(self) -> None:
        self._meant = ()
        self._choices = state.choices_of(self._reading) if self._reading else []
        questions = self._reading.questions if self._reading else ()
        self._asking.ask(questions, self._choices)
        self._ask_section.setVisible(bool(questions))

    def _show_anchors(self) -> None:
        rating = rating_of(self._reading) if self._reading else None
        shown = rating is not None and rating.behaviour is not None
        self._anchor_head.setVisible(shown)
        self.anchors.parentWidget().setVisible(shown)
        if not shown:
            return
        guide = self._playbook.behaviours[rating.behaviour]
        title = _("{title}, what each rating looks like").format(title=guide.title)
        self._anchor_title.show_runs(title)
        self._anchor_painter.chosen = rating.value
        names = {int(n): name for n, name in self._playbook.rating_names.items()}
        self.anchors.set_rows(anchors_of(guide, names))

    def _show_besides(self) -> None:
        """The hint beside an opinion, and what the rated behaviours ask for."""
        reading = self._reading
        keys = {r.behaviour for r in reading.ratings if r.behaviour} if reading else set()
        if reading is not None and reading.private:
            keys = set()
        self._besides_section.setVisible(self.besides.show_for(keys))
        rating = rating_of(reading) if reading is not None and not reading.private else None
        hinted = rating is not None and reading is not None and is_opinion(reading.comment)
        behaviour = rating.behaviour if rating is not None else None
        self.hint.show_runs(opinion_words(self._playbook, behaviour) if hinted else "")
        self.hint.setVisible(hinted)

    def _show_effect(self) -> None:
        reading = self._reading
        self._event = None
        icon, words = "clock", [Run(self._waiting_words(), "body", "ink2")]
        if reading is not None and is_whole(reading):
            icon, words = "check", self._whole_words(reading)
        self.add_to.setVisible(self._event is not None)
        self._effect_icon.show_icon(icon, "good" if icon == "check" else "ink2")
        self._effect.show_runs(words)

    def _waiting_words(self) -> str:
        if self._covered:
            return _("Private words stay covered until you ask for them.")
        line, reading = self.line.line(), self._reading
        if self._is_form(line):
            return _("The code line of a form. Enter opens its six rows.")
        if reading is None:
            return _("Say who, what and what you saw. Enter keeps it at any time.")
        parts = state.missing_words(reading.missing)
        if not parts:
            return _("Enter keeps it in the Inbox.")
        return _("Enter keeps it in the Inbox; it still needs {parts}.").format(parts=parts)

    def _whole_words(self, reading: Reading) -> list[Run]:
        name = self._rep_name(reading)
        if reading.private:
            words = _("A private note about {name}. Never printed or shared.")
            return [Run(words.format(name=name))]
        self._event = self._saving.same(reading)
        if self._event is not None:
            words = _("{name} has an event like this on that day. Enter makes a new one.")
            return [Run(words.format(name=name))]
        if reading.rep not in self._figures:
            self._figures[reading.rep] = figures_of(self._workplace.desk, reading.rep)
        said = state.effect(reading, self._figures[reading.rep], name)
        if not said:
            return [Run(_("Saved for {name}.").format(name=name))]
        before, old, new = said
        return [
            Run(before),
            Run(old, "bodyStrong#"),
            Run(_(" to ")),
            Run(new, "bodyStrong#"),
            Run("."),
        ]

    def _step(self, by: int) -> None:
        rating = rating_of(self._reading) if self._reading else None
        if rating is None or rating.behaviour is None:
            return
        value = 3 if rating.value is None else min(5, max(1, rating.value + by))
        self._rate(value)

    def _choose_anchor(self, anchor: Anchor) -> None:
        self._rate(anchor.id)
        self.line.setFocus()

    def _rate(self, value: int) -> None:
        edit = rating_edit(self._reading, value) if self._reading else None
        if edit is not None:
            self.line.replace(edit.start, edit.end, edit.words)

    def _word_ratings(self) -> None:
        rating = rating_of(self._reading) if self._reading else None
        if rating is not None and rating.behaviour is not None:
            self._workplace.wordings_asked.emit(rating.behaviour)

    def _changed(self, changes: Changes, _by: object) -> None:
        if changes.touch({BehaviourDefinition}):
            self._playbook = self._workplace.ask(playbook_of)
            self._show_anchors()
            self.fit()

    def _pick(self, number: int) -> None:
        if 1 <= number <= len(self._choices):
            self._picked(self._choices[number - 1])

    def _picked(self, choice: state.Choice) -> None:
        if choice.question.kind == "form":
            self.line.set_line(with_form(self.line.line(), str(choice.answer)))
            self.line.setFocus()
            self.save()
            return
        self._answers[(choice.question.kind, choice.question.text)] = choice.answer
        self._read()
        self.line.setFocus()

    def _is_form(self, line: str) -> bool:
        names = [rep.first_name for rep in self._known.reps]
        return len(line) < SHORT and looks_like_form_code(line, names)

    def _open_form(self, line: str) -> None:
        check = self._workplace.ask(read_code_line, line)
        self._done()
        FormCheckOverlay(self._workplace, self._window, line, check)

    def _show_notice(self) -> None:
        self._notice_due = False
        self._say(self._playbook.private_note_notice, "ink2")
        self.go.set_label(_("Understood, keep it"))
        self.fit()

    def _refuse(self, error: UserError) -> None:
        self._say(f"{error.message} {error.next_step}".strip())
        self.fit()

    def _say(self, words: str, color: str = "badText") -> None:
        self.problem.show_runs([Run(words, "small", color)] if words else "")
        self.problem.setVisible(bool(words))
        self.line.setAccessibleDescription(words or (covered_words() if self._covered else ""))

    def _rep_name(self, reading: Reading) -> str:
        return next((rep.first_name for rep in self._known.reps if rep.id == reading.rep), "")

    def _uncover(self) -> None:
        self._covered = False
        self.line.cover("")
        self.go.set_label(_("Save"))
        self.line.set_line(self._kept.read()[0])
        self._settling.rest()

    def _autosave(self) -> None:
        self._settling.rest()
        line = self.line.line()
        if self._covered:
            return
        is_private = line.split(maxsplit=1)[:1] in (["p"], ["P"])
        self._kept.keep(line, private=is_private)

    def _done(self) -> None:
        self._settling.rest()
        self._kept.forget()
        with QSignalBlocker(self.line):
            super().close_panel()


def _draft(reads: Any, id: UUID) -> Draft:
    """One Inbox row."""
    found: Draft = reads.get(Draft, id)
    return found
