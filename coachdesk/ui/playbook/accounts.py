"""“Account intelligence”: four questions to a partner about a customer, and who has answers."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachdesk.domain.marketing import AccountIntelligenceAnswer
from coachdesk.domain.people import Account, PartnerTeam
from coachdesk.language import gettext as _
from coachdesk.services.account_intelligence import account_questions
from coachdesk.services.playbook import account_guide
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.canvas import RIGHT, Canvas, box, text
from coachdesk.ui.kit.card import Card
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.playbook.head import section_head, section_page
from coachdesk.ui.playbook.section import Section
from coachdesk.views.account_questions import AccountQuestions, KnownCustomer
from coachdesk.views.dates import near_day
from coachdesk.views.search import Place

COPY_KEY = "C"


class Accounts(Section):
    """Enter opens a customer with all answers; C copies the questions as a message."""

    id = "accounts"
    shows = frozenset({Account, AccountIntelligenceAnswer, PartnerTeam})

    _found: AccountQuestions | None = None

    @property
    def title(self) -> str:
        return _("Account intelligence")

    def count(self) -> str:
        return str(len(account_guide().questions))

    def build(self) -> QWidget:
        """The questions, then every customer with what is known."""
        theme, found = self.theme, self._read()
        words = _(
            "Ask the partner about the account before you visit it; each answer keeps its day."
        )
        copy = Button(theme, _("Copy as a message"), icon="copy")
        copy.clicked.connect(self.copy)
        content, stack = section_page(self, section_head(self, self.title, words, copy))
        asked = Card(theme, self.title)
        for n, question in enumerate(found.questions):
            row = QHBoxLayout()
            row.setSpacing(theme.px(12))
            row.addWidget(Text(theme, question.text, "body", wrap=True), 1)
            known = _("{n} of {of} answered").format(n=question.answered, of=question.of)
            row.addWidget(Text(theme, known, "body#", "ink2"))
            asked.add(row, rule=n > 0, pad=(16, 10, 16, 10))
        stack.addWidget(asked)
        title = _("Customers")
        self.rows = Rows(
            theme, _CustomerPainter(theme, self.workplace.as_of), name=title, round_last=True
        )
        self.rows.opened.connect(self._open)
        self.rows.on_key(COPY_KEY, self.copy)
        self.host.follow(self.rows)
        none = _("No customer yet.")
        card = ListCard(
            theme,
            self.rows,
            title=title,
            right=_("what is answered, by whom last"),
            stays=True,
            none=none,
        )
        stack.addWidget(card)
        card.fill(found.customers)
        stack.addStretch(1)
        return content

    def refresh(self) -> None:
        before, self._found = self._found, self.workplace.ask(account_questions)
        if self.is_built and before != self._found:
            self.host.show_section()

    def first_focus(self) -> QWidget | None:
        return self.rows if self.rows.rows() else None

    def copy(self, row: object = None) -> None:
        """The four questions as plain text, about the customer the keys are on."""
        current = row if isinstance(row, KnownCustomer) else self.rows.current_row()
        QGuiApplication.clipboard().setText(message(current))
        self.workplace.say(_("The questions are on the clipboard."))

    def _read(self) -> AccountQuestions:
        if self._found is None:
            self._found = self.workplace.ask(account_questions)
        return self._found

    def _open(self, row: KnownCustomer) -> None:
        self.workplace.open_place(Place("name", row.id))


def message(customer: KnownCustomer | None) -> str:
    """“What do you know of Cobalt?” and the four questions."""
    first = (
        _("What do you know of this customer?")
        if customer is None
        else _("What do you know of {customer}?").format(customer=customer.name)
    )
    questions = (f"{n}. {q.text}" for n, q in enumerate(account_guide().questions, 1))
    return "\n".join((first, "", *questions))


@dataclass(slots=True)
class _CustomerPainter:
    """A customer, a box for each question, and who said something last."""

    theme: Theme
    as_of: date

    def height(self, row: KnownCustomer, width: int) -> int:
        return self.theme.px(36)

    def name(self, row: KnownCustomer) -> str:
        known = _("{n} of {of} answered").format(n=row.answered, of=len(row.known))
        return ", ".join(part for part in (row.name, known, self._last(row)) if part)

    def paint(self, c: Canvas, rect: QRectF, row: KnownCustomer, look: RowLook) -> None:
        px = c.theme.px
        inner = rect.adjusted(px(16), 0, -px(16), 0)
        color = "warnText" if row.is_old else "ink2"
        taken = text(c, inner, self._last(row), "small#", color, RIGHT) if row.answered else 0
        middle = inner.left() + min(inner.width() * 0.42, px(320))
        for n, is_known in enumerate(row.known):
            mark = QRectF(middle + n * px(14), inner.center().y() - px(5), px(10), px(10))
            box(c, mark, 2, "accent" if is_known else None, "accent" if is_known else "control")
        left = QRectF(inner.left(), inner.top(), middle - inner.left() - px(12), inner.height())
        text(c, left, row.name, "body", "ink")
        if not row.answered and not taken:
            text(c, inner, _("nobody asked"), "small", "muted", RIGHT)

    def _last(self, row: KnownCustomer) -> str:
        if row.last_day is None:
            return ""
        return ", ".join(
            part for part in (row.last_team, near_day(row.last_day, self.as_of)) if part
        )
