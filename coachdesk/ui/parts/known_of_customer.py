"""What partner teams know of a customer, in a few lines."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachdesk.domain.account_intelligence import confidence_words, short_names
from coachdesk.language import gettext as _
from coachdesk.services.account_intelligence import known_of
from coachdesk.ui.kit.canvas import Run
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day
from coachdesk.views.partner_team import KnownAnswer

MOST = 6


class KnownOfCustomer(QWidget):
    """The newest answer of each team to each question; not there where nobody said anything."""

    def __init__(self, workplace: Workplace, account_id: UUID) -> None:
        super().__init__()
        theme, as_of = workplace.theme, workplace.as_of
        known: tuple[KnownAnswer, ...] = workplace.ask(known_of, account_id)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.px(4))
        stack.addWidget(Text(theme, _("What partners know of them"), "label", "ink2"))
        for answer in known[:MOST]:
            says = _("{question}: {words}").format(
                question=short_names()[answer.question_id], words=answer.words
            )
            color = "warnText" if answer.is_old else "ink2"
            source = Run(f" · {source_words(answer, as_of)}", "small", color)
            stack.addWidget(Text(theme, [Run(says, "body"), source], wrap=True))
        if len(known) > MOST:
            words = _("{n} more on the teams’ pages").format(n=len(known) - MOST)
            stack.addWidget(Text(theme, words, "small", "ink2"))
        if not known:
            self.hide()


def source_words(answer: KnownAnswer, as_of: date) -> str:
    """“Creative, heard, 3 Mar, may be outdated”."""
    parts = (
        answer.team,
        confidence_words()[answer.confidence],
        near_day(answer.day, as_of),
        _("may be outdated") if answer.is_old else "",
    )
    return ", ".join(part for part in parts if part)


def known_words(workplace: Workplace, account_id: UUID) -> str:
    """The newest answers in one line."""
    known: tuple[KnownAnswer, ...] = workplace.ask(known_of, account_id)
    names = short_names()
    return " · ".join(f"{names[answer.question_id]}: {answer.words}" for answer in known[:4])
