"""Agreeing an expectation with a rep, and looking at whether it is met; by keys alone."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.day_phrases import parse_day
from coachdesk.domain.errors import InputError
from coachdesk.domain.expectation_rules import Standing
from coachdesk.domain.playbook_vocabulary import Found
from coachdesk.domain.situation_words import SituationWords
from coachdesk.domain.vocabulary import BuyIn
from coachdesk.language import gettext as _
from coachdesk.language import quoted
from coachdesk.services.expectations import (
    Agreed,
    agree_expectation,
    days_from,
    look_at_expectation,
    remove_look,
)
from coachdesk.services.situations import situations
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day
from coachdesk.views.expectations import (
    ExpectationRow,
    MissedEvent,
    agreed_words,
    buy_in_words,
    found_words,
    look_line,
)

LONGEST, LONGEST_HOW, LOOKS_SHOWN, EVENTS_SHOWN = 300, 200, 4, 3
HALF = 150


def open_expectation(
    workplace: Workplace, window: QWidget, row: ExpectationRow, session_id: UUID | None = None
) -> Sheet:
    """What is next: agreeing it until the rep is bought in, then looking at it."""
    waits = row.standing in (Standing.NEVER_AGREED, Standing.NOT_BOUGHT_IN)
    kind = AgreeSheet if waits else LookSheet
    return kind(workplace, window, row, session_id)


class AgreeSheet(Sheet):
    """Why it is expected stands on top; then the rep’s side, in the rep’s words."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        row: ExpectationRow,
        session_id: UUID | None = None,
    ) -> None:
        self._words: SituationWords = workplace.ask(situations)[row.situation]
        self._row, self._session_id, self._ground = row, session_id, window
        title = _("{title}, with {name}").format(title=row.title, name=row.first_name)
        super().__init__(workplace, window, title, self._words.principle, _("Agree it"), width=560)
        self._add_expected()
        name = row.first_name
        self.gain = self._line(
            _("What is in it for {name}").format(name=name), row.in_it_for_rep, LONGEST
        )
        self.said = self._line(
            _("{name}’s own words").format(name=name), row.rep_words, LONGEST, _("Word for word")
        )
        choices = [(choice.value, words) for choice, words in buy_in_words().items()]
        self.buy_in = self.add_one_of(_("Bought in"), choices)
        self.buy_in.set_value(row.bought_in.value)
        self.how = self._field(
            _("Looked at how"), row.inspected_how, LONGEST_HOW, _("One joint visit a month")
        )
        every = "" if row.inspect_every_days is None else str(row.inspect_every_days)
        self.every = self._field(_("Every how many days"), every, 20, "30")
        self._beside(self.how, self.every)
        explained = None if row.words_changed else row.explained_day
        self.day = self._line(
            _("Explained why on"), near_day(explained or workplace.as_of, workplace.as_of), 40
        )
        if row.is_agreed:
            self.look = Button(workplace.theme, _("Record a look…"), "link")
            self.look.clicked.connect(self._look)
            workplace.hold(self.look)
            self.foot.insertWidget(0, self.look)
        self.ask(self.gain)

    def act(self) -> None:
        row = self._row
        agreed = Agreed(
            explained_day=_past_day(self.day, self.workplace.as_of),
            in_it_for_rep=self.gain.text(),
            rep_words=self.said.text(),
            bought_in=BuyIn(self.buy_in.value()),
            inspected_how=self.how.text(),
            inspect_every_days=days_from(self.every.text()),
        )
        said = _("Agreed with {name}: {title}").format(name=row.first_name, title=row.title)
        self.workplace.do(
            agree_expectation, row.rep_id, row.situation, agreed, self._session_id, said=said
        )

    def _look(self) -> None:
        self.close_panel()
        LookSheet(self.workplace, self._ground, self._row, self._session_id)

    def _add_expected(self) -> None:
        theme = self.workplace.theme
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(3))
        for line in self._words.expected:
            stack.addWidget(Text(theme, f"·  {line}", "body", wrap=True))
        if self._row.words_changed:
            changed = _("These words changed since they were agreed.")
            stack.addWidget(Text(theme, changed, "small", "warnText", wrap=True))
        if stack.count():
            self.body.addLayout(stack)

    def _line(self, label: str, words: str, most: int, example: str = "") -> Field:
        field = self.add_line(label, example)
        field.setMaxLength(most)
        field.setText(words)
        field.setCursorPosition(0)
        return field

    def _field(self, label: str, words: str, most: int, example: str) -> Field:
        field = Field(self.workplace.theme, example, name=label)
        field.setMaxLength(most)
        field.setText(words)
        field.setCursorPosition(0)
        return field

    def _beside(self, wide: Field, narrow: Field) -> None:
        theme = self.workplace.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        for field, stretch in ((wide, 1), (narrow, 0)):
            box = Labeled(theme, field.accessibleName(), field)
            row.addWidget(box, stretch, Qt.AlignmentFlag.AlignTop)
        narrow.setFixedWidth(theme.px(HALF))
        self.body.addLayout(row)


class LookSheet(Sheet):
    """What was agreed stands on top; then what was seen. “Agree it anew” leads to the other."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        row: ExpectationRow,
        session_id: UUID | None = None,
    ) -> None:
        self._row, self._session_id, self._ground = row, session_id, window
        title = _("{title}, with {name}").format(title=row.title, name=row.first_name)
        agreed = agreed_words(row, workplace.as_of)
        sentence = agreed[:1].upper() + agreed[1:]
        super().__init__(workplace, window, title, sentence, _("Keep the look"), width=560)
        self._add_agreed()
        choices = [(found.value, words) for found, words in found_words().items()]
        self.found = self.add_one_of(_("What you found"), choices)
        self.note = self.add_line(_("The moment, in a few words"), _("Who, where, what was said"))
        self.note.setMaxLength(LONGEST)
        self.day = self.add_line(_("Day"), text=_("today"), icon="calendar")
        self._add_earlier()
        self.anew = Button(workplace.theme, _("Agree it anew…"), "link")
        self.anew.clicked.connect(self._agree_anew)
        workplace.hold(self.anew)
        self.foot.insertWidget(0, self.anew)
        self.ask(self.found.findChild(QAbstractButton))

    def act(self) -> None:
        row, found = self._row, self.found.value()
        if not found:
            raise InputError(_("What did you find?"), _("Choose seen, partly or missed."))
        words = found_words()[Found(found)]
        said = _("{title}, {name}: {found}").format(
            title=row.title, name=row.first_name, found=words
        )
        self.workplace.do(
            look_at_expectation,
            row.rep_id,
            row.situation,
            Found(found),
            self.note.text(),
            day=_past_day(self.day, self.workplace.as_of),
            session_id=self._session_id,
            said=said,
        )

    def _add_agreed(self) -> None:
        theme, row = self.workplace.theme, self._row
        if row.rep_words:
            self.body.addWidget(Text(theme, quoted(row.rep_words), "lead", wrap=True))
        if row.missed:
            runs = [
                Run(_("Events that missed it since: "), "small", "ink2"),
                Run(events_words(row.missed, self.workplace.as_of), "small", "badText"),
            ]
            self.body.addWidget(Text(theme, runs, wrap=True))

    def _add_earlier(self) -> None:
        row, theme, as_of = self._row, self.workplace.theme, self.workplace.as_of
        if not row.looks:
            return
        stack = QVBoxLayout()
        stack.setSpacing(theme.px(2))
        stack.addWidget(Text(theme, _("Earlier looks"), "label", "ink2"))
        for look in row.looks[:LOOKS_SHOWN]:
            stack.addWidget(Text(theme, look_line(look, as_of), "small", "ink2", wrap=True))
        line = QHBoxLayout()
        self.take_out = Button(theme, _("Take the newest look out"), "link", small=True)
        self.take_out.clicked.connect(self._take_out)
        self.workplace.hold(self.take_out)
        line.addWidget(self.take_out)
        line.addStretch(1)
        stack.addLayout(line)
        self.body.addLayout(stack)

    def _take_out(self) -> None:
        row = self._row
        said = _("Taken out: the look of {day}").format(
            day=near_day(row.looks[0].day, self.workplace.as_of)
        )
        self.workplace.do(remove_look, row.rep_id, row.situation, row.looks[0].at, said=said)
        self.close_panel()

    def _agree_anew(self) -> None:
        self.close_panel()
        AgreeSheet(self.workplace, self._ground, self._row, self._session_id)


def events_words(missed: tuple[MissedEvent, ...], as_of: date) -> str:
    """“3 Mar Kestrel, 9 Mar Cobalt and 2 more”, the newest first."""
    newest = missed[::-1]
    shown = [f"{near_day(each.day, as_of)} {each.account}".strip() for each in newest]
    words = ", ".join(shown[:EVENTS_SHOWN])
    left = len(shown) - EVENTS_SHOWN
    return _("{events} and {n} more").format(events=words, n=left) if left > 0 else words


def _past_day(field: Field, as_of: date) -> date | None:
    typed = field.text().strip()
    return parse_day(typed, as_of=as_of, toward="past") if typed else None
