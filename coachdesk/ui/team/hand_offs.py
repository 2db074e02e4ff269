"""Hand-offs of one rep: rows with their age and their steps, and a line to add one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.hand_off_lines import HandOffLine, parse_hand_off_line
from coachdesk.domain.reading import Vocabulary
from coachdesk.language import gettext as _
from coachdesk.services.capture import vocabulary
from coachdesk.services.hand_offs import add_hand_off_line
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.fields import Field
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.hand_off_steps import open_hand_off_sheet
from coachdesk.ui.parts.hand_offs import HandOffPainter, longest_days
from coachdesk.ui.parts.kept_line import KeptLine
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day
from coachdesk.views.promises import HandOffRow
from coachdesk.views.rep import RepPage as RepRecord
from coachdesk.views.search import Place

PLACE = "hand-off line"


class HandOffsCard(Card):
    """Enter opens the steps of a row, P its card on Partners; the line at the end adds one."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("Hand-offs"))
        self._workplace = workplace
        theme = workplace.theme
        self._page: RepRecord | None = None
        self._known: Vocabulary | None = None
        self.add(SectionHeader(theme, _("Hand-offs"), right=_("days since expectation was set")))
        self._painter = HandOffPainter(theme, with_rep=False)
        self.rows = Rows(theme, self._painter, name=_("Hand-offs"), select=True)
        self.rows.opened.connect(self._settle)
        self.rows.on_key("P", self._to_board)
        self._list = self.add(self.rows, rule=True)
        example = _("@customer #partner need > told, person, by")
        self.line = Field(theme, example, name=_("Add a hand-off"), icon="plus")
        self._kept = KeptLine(workplace, self.line, PLACE, placeholder=example)
        self._words = Text(theme, "", "small", "ink2", wrap=True)
        self._words.hide()
        holder = QWidget()
        stack = QVBoxLayout(holder)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(6))
        stack.addWidget(self.line)
        stack.addWidget(self._words)
        self.add(holder, rule=True, pad=(12, 10, 12, 10))
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._add_line)
        workplace.hold(self.line)
        workplace.hold_rows(self.rows, "opened")

    def show_page(self, page: RepRecord) -> None:
        """Show this rep's hand-offs."""
        if self._page is None or self._page.rep_id != page.rep_id:
            self._page, self._known = page, None
            self._kept.open(page.rep_id)
            self._typed(self.line.text())
        self._page = page
        self._known = None
        self._painter.longest = longest_days(page.hand_offs)
        self.rows.set_rows(page.hand_offs)
        self._list.setVisible(bool(page.hand_offs))

    def keep_typed(self) -> None:
        """Write at once what would be written a moment later."""
        self._kept.keep()

    def _settle(self, row: HandOffRow) -> None:
        open_hand_off_sheet(self._workplace, self.window(), row)

    def _to_board(self, row: HandOffRow) -> None:
        self._workplace.open_place(Place("hand_off", row.id))

    def _typed(self, text: str) -> None:
        if not text.strip():
            self._say("")
            return
        try:
            self._say(self._understood(self._parsed(text)))
        except UserError as error:
            self._say(f"{error.message} {error.next_step}".strip(), "badText")

    def _parsed(self, text: str) -> HandOffLine:
        if self._known is None:
            self._known = self._workplace.ask(vocabulary)
        return parse_hand_off_line(text, self._known, as_of=self._workplace.as_of)

    def _understood(self, line: HandOffLine) -> str:
        known = self._known or Vocabulary()
        names = {item.id: item.name for item in (*known.accounts, *known.teams, *known.people)}
        account = names.get(line.account, line.new_account) if line.account else line.new_account
        parts = [account, names.get(line.team, ""), line.need]
        if line.sets:
            due = near_day(line.due, self._workplace.as_of) if line.due else ""
            by = _("by {day}").format(day=due) if due else ""
            parts += [line.expectation, names.get(line.person, ""), by]
        said = " · ".join(part for part in parts if part)
        if line.missing:
            words = ", ".join(_missing_names()[part] for part in line.missing)
            missing = _("still missing: {parts}").format(parts=words)
            return f"{said} — {missing}" if said else missing
        verb = _("Enter sets it") if line.sets else _("Enter notes the need")
        return f"{said} — {verb}"

    def _add_line(self) -> None:
        assert self._page is not None
        try:
            line = self._parsed(self.line.text())
            said = _("Hand-off added for {name}").format(name=self._page.first_name)
            self._workplace.do(add_hand_off_line, self._page.rep_id, line, said=said)
        except UserError as error:
            self._say(f"{error.message} {error.next_step}".strip(), "badText")
            return
        self._kept.done()
        self._say("")

    def _say(self, words: str, color: str = "ink2") -> None:
        self._words.show_runs([Run(words, "small", color)] if words else "")
        self._words.setVisible(bool(words))
        self.line.set_problem(words if color == "badText" else "")


def _missing_names() -> dict[str, str]:
    return {
        "account": _("the customer (@)"),
        "partner": _("the partner team (#)"),
        "need": _("the need"),
        "expectation": _("what the customer was told"),
        "person": _("the partner’s person"),
        "due": _("by when"),
    }
