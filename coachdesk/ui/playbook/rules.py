"""“Rules, boundaries, limitations”: a short list for each subject, and who knows it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.names import fold
from coachdesk.domain.people import Rep
from coachdesk.domain.rule_sheets import RuleAcknowledgement, RuleSheetEntry
from coachdesk.language import gettext as _
from coachdesk.services.rule_sheets import (
    PARTS,
    acknowledge_rules,
    add_rule,
    end_rule,
    rename_sheet,
    rule_sheets,
    take_back_acknowledgement,
    word_rule,
)
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import RIGHT, Canvas, text
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.marks import avatar, check
from coachdesk.ui.kit.rows import TICK, RowLook, Rows
from coachdesk.ui.kit.states import EmptyState, ErrorInPlace
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.parts.stored_area import SentenceField
from coachdesk.ui.playbook.head import section_head, section_page
from coachdesk.ui.playbook.section import Section, Side, SideRow
from coachdesk.views.dates import near_day
from coachdesk.views.rule_sheets import KnownBy, RuleLine, RuleSheet

NEW = "\0new"


class RuleSheets(Section):
    """A change asks again who knew it; a tick says that a rep knows it as it stands."""

    id = "rules"
    shows = frozenset({Rep, RuleAcknowledgement, RuleSheetEntry})

    _sheets: tuple[RuleSheet, ...] = ()
    _current = ""
    _is_read = False
    _lines: tuple["_Line", ...] = ()

    @property
    def title(self) -> str:
        return _("Rules and limits")

    def count(self) -> str:
        return str(len(self._read())) if self._read() else ""

    def side(self) -> Side:
        rows = tuple(
            SideRow(
                fold(sheet.subject),
                sheet.subject,
                _("{n} of {of}").format(n=sheet.knowing, of=len(sheet.reps)),
            )
            for sheet in self._read()
        )
        shown = self._shown()
        return Side(
            title=_("Subjects"),
            rows=rows,
            current="" if shown is None else fold(shown.subject),
            add=_("New subject"),
            foot=_(
                "How many know it as it stands. A change prints on the back of the next summary."
            ),
        )

    def choose(self, id: str) -> None:
        self._current = id
        self.host.show_section()

    def add(self) -> None:
        self._current = NEW
        self.host.show_section()
        self.subject.setFocus()

    def reveal(self, id: UUID) -> bool:
        for sheet in self._read():
            if any(line.id == id for line in sheet.lines):
                self._current = fold(sheet.subject)
                return True
        return False

    def refresh(self) -> None:
        before = self._sheets
        self._sheets, self._is_read = self.workplace.ask(rule_sheets), True
        if self.is_built and before != self._sheets:
            self.host.show_section()

    def leave(self) -> None:
        if self._shown() is not None:
            self._rename()
        for line in self._lines:
            line.write()
        if any(field.text().strip() for field in self.new_fields):
            self._add()

    def first_focus(self) -> QWidget | None:
        if self._shown() is None:
            return self.subject
        return self.known.rows if self.known.rows.rows() else self.first_line

    def build(self) -> QWidget:
        """The entries in three columns, a line for one more, and every rep."""
        sheet = self._shown()
        words = _("What everybody may expect: what is done, where it stops, how much is enough.")
        content, stack = section_page(self, section_head(self, self.title, words))
        self._lines = ()
        self.new_fields: tuple[Field, ...] = ()
        if sheet is None:
            self._build_new(stack)
        else:
            stack.addWidget(self._entries(sheet))
            self.known = self._who()
            stack.addWidget(self.known)
            self.known.fill(sheet.reps)
        stack.addStretch(1)
        return content

    @property
    def first_line(self) -> SentenceField:
        """The first rule of the subject that is shown."""
        return self._lines[0].fields[0]

    def _read(self) -> tuple[RuleSheet, ...]:
        if not self._is_read:
            self._sheets, self._is_read = self.workplace.ask(rule_sheets), True
        return self._sheets

    def _shown(self) -> RuleSheet | None:
        sheets = self._read()
        if self._current == NEW:
            return None
        found = (sheet for sheet in sheets if fold(sheet.subject) == self._current)
        return next(found, sheets[0] if sheets else None)

    def _build_new(self, stack: QVBoxLayout) -> None:
        theme = self.theme
        card = Card(theme, _("New subject"))
        if not self._read():
            words = _(
                "For example social media: which platforms, what is never said, how much is enough."
            )
            card.add(EmptyState(theme, _("No rules are written down yet."), words))
        self.subject = Field(theme, _("Subject, for example Social media"), name=_("Subject"))
        self.subject.setMaxLength(60)
        card.add(self.subject, pad=(16, 12, 16, 0))
        card.add(self._adding(), pad=(16, 8, 16, 12))
        self._add_problem(card)
        stack.addWidget(card)
        self.workplace.hold(card)

    def _entries(self, sheet: RuleSheet) -> Card:
        theme = self.theme
        card = Card(theme, sheet.subject)
        self.name = SentenceField(
            theme, _("Subject"), name=_("Subject"), quiet=True, most=1, role="title"
        )
        self.name.show_stored(sheet.subject)
        self.name.left.connect(self._left_name)
        self.name.entered.connect(self._rename)
        self.workplace.hold(self.name)
        card.add(self.name, pad=(8, 6, 16, 0))
        heads = QHBoxLayout()
        heads.setSpacing(theme.px(12))
        for name in _part_names().values():
            heads.addWidget(Text(theme, name, "label", "ink2"), 1)
        heads.addSpacing(theme.px(64))
        card.add(heads, pad=(16, 4, 16, 8))
        lines = []
        for line in sheet.lines:
            made = _Line(theme, sheet.subject, line, self._word)
            made.ended.connect(self._end)
            self.workplace.hold(made)
            card.add(made, rule=True)
            lines.append(made)
        self._lines = tuple(lines)
        card.add(self._adding(), rule=True, pad=(8, 8, 16, 10))
        self._add_problem(card)
        return card

    def _add_problem(self, card: Card) -> None:
        self.problem = ErrorInPlace(self.theme)
        self._problem_row = card.add(self.problem, pad=(16, 0, 16, 12))
        self._problem_row.hide()

    def _adding(self) -> QHBoxLayout:
        theme = self.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        fields = []
        for name in _one_names().values():
            field = Field(theme, name, name=name)
            field.setMaxLength(200)
            field.returnPressed.connect(self._add)
            row.addWidget(field, 1)
            fields.append(field)
        self.new_fields = tuple(fields)
        button = Button(theme, _("Add"), icon="plus")
        button.clicked.connect(self._add)
        row.addWidget(button)
        self.workplace.hold(button, *fields)
        return row

    def _who(self) -> ListCard:
        theme = self.theme
        title = _("Who knows it")
        rows = Rows(theme, _KnownPainter(theme, self.workplace.as_of), name=title, round_last=True)
        rows.opened.connect(self._tick)
        rows.ticked.connect(self._tick)
        self.workplace.hold_rows(rows, "opened", "ticked")
        self.host.follow(rows)
        return ListCard(
            theme,
            rows,
            title=title,
            right=_("Space: knows it since today"),
            stays=True,
            none=_("No rep on the team yet."),
        )

    def _tick(self, row: KnownBy) -> None:
        sheet = self._shown()
        if sheet is None or not row.of:
            return
        if row.n == row.of:
            self._do(take_back_acknowledgement, sheet.subject, row.id)
        else:
            self._do(acknowledge_rules, sheet.subject, row.id)

    def _add(self) -> None:
        shown = self._shown()
        subject = self.subject.text() if shown is None else shown.subject
        texts = dict(zip(PARTS, (field.text() for field in self.new_fields), strict=True))
        if self._do(add_rule, subject, **texts):
            self._current = fold(" ".join(subject.split()))
            for field in self.new_fields:
                field.setText("")
            self.host.show_section()
            self.new_fields[0].setFocus()

    def _left_name(self, _words: str) -> None:
        self._rename()

    def _rename(self) -> None:
        self.name.tell(self._rename_to)

    def _rename_to(self, words: str) -> bool:
        sheet = self._shown()
        is_done = sheet is not None and self._do(rename_sheet, sheet.subject, words)
        if is_done:
            self._current = fold(" ".join(words.split()))
            self.host.show_section()
        return is_done

    def _word(self, id: UUID, part: str, words: str) -> bool:
        return self._do(word_rule, id, part, words)

    def _end(self, line: "_Line") -> None:
        self._do(end_rule, line.id)

    def _do(self, command: Callable[..., object], *given: object, **named: object) -> bool:
        try:
            self.workplace.do(command, *given, **named)
        except UserError as refused:
            self.problem.say(refused.message, refused.next_step)
            self._problem_row.show()
            return False
        self._problem_row.hide()
        return True


def _part_names() -> dict[str, str]:
    return {"rule": _("Rules"), "boundary": _("Boundaries"), "limitation": _("Limits")}


def _one_names() -> dict[str, str]:
    return {
        "rule": _("Rule: what is done"),
        "boundary": _("Boundary: what is never done"),
        "limitation": _("Limit: how much is enough"),
    }


class _Line(QWidget):
    """One entry: rule, boundary and limitation side by side, since when, and its end."""

    ended = Signal(object)

    def __init__(
        self, theme: Theme, subject: str, line: RuleLine, word: Callable[[UUID, str, str], bool]
    ) -> None:
        super().__init__()
        self.id, self._word = line.id, word
        grid = QGridLayout(self)
        grid.setContentsMargins(*(theme.px(m) for m in (8, 4, 16, 4)))
        grid.setHorizontalSpacing(theme.px(4))
        fields = []
        names = _part_names()
        for column, part in enumerate(PARTS):
            field = SentenceField(theme, "–", quiet=True, most=6)
            field.show_stored(getattr(line, part))
            field.setAccessibleName(f"{subject}, {names[part]}")
            field.left.connect(self._left)
            field.entered.connect(self.write)
            grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, 1)
            fields.append(field)
        self.fields = tuple(fields)
        end = Button(theme, _("End"), "link")
        end.setAccessibleName(
            _("End: {rule}").format(rule=line.rule or line.boundary or line.limitation)
        )
        end.clicked.connect(self._end)
        end.setFixedWidth(theme.px(56))
        grid.addWidget(end, 0, 3, Qt.AlignmentFlag.AlignVCenter)

    def write(self) -> None:
        """Tell each part that says something else."""
        for part, field in zip(PARTS, self.fields, strict=True):
            field.tell(partial(self._word, self.id, part))

    def _left(self, _words: str) -> None:
        self.write()

    def _end(self) -> None:
        self.ended.emit(self)


@dataclass(slots=True)
class _KnownPainter:
    """A tick, the rep, and since when the sheet is known."""

    theme: Theme
    as_of: date

    def height(self, row: KnownBy, width: int) -> int:
        return self.theme.px(38)

    def name(self, row: KnownBy) -> str:
        return f"{row.name}, {self._state(row)}"

    def hit(self, row: KnownBy, rect: QRectF, pos: object) -> str:
        return TICK

    def paint(self, c: Canvas, rect: QRectF, row: KnownBy, look: RowLook) -> None:
        px, cy = c.theme.px, rect.center().y()
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        is_whole = row.of > 0 and row.n == row.of
        check(c, inner.left(), cy, is_whole)
        avatar(c, inner.left() + px(28), cy, row.initials)
        color = "ink2" if is_whole else "warnText" if row.is_asked_again else "muted"
        taken = text(c, inner, self._state(row), "small#", color, RIGHT)
        inner.setLeft(inner.left() + px(58))
        inner.setRight(inner.right() - taken - px(12))
        text(c, inner, row.name, "body", "ink")

    def _state(self, row: KnownBy) -> str:
        if row.is_asked_again:
            return _("it changed: ask again")
        if not row.n:
            return _("not told yet")
        since = near_day(row.day, self.as_of) if row.day else ""
        if row.n < row.of:
            return _("{n} of {of}, since {day}").format(n=row.n, of=row.of, day=since)
        return _("since {day}").format(day=since)
