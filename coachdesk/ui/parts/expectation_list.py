"""The card of expectations in a talk: agree them, and look at them, from there."""

from uuid import UUID

from PySide6.QtCore import Qt

from coachdesk.domain.expectations import ExpectationAgreement, SituationExpectation
from coachdesk.language import gettext as _
from coachdesk.services.expectations import rep_expectations
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.expectation_rows import ExpectationPainter
from coachdesk.ui.parts.expectation_sheets import AgreeSheet, open_expectation
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.expectations import ExpectationRow

EXPECTATION_KINDS: frozenset[type] = frozenset({ExpectationAgreement, SituationExpectation})
ANEW_KEY, EXPECTATIONS_KEY = "A", "Ctrl+Shift+V"


class ExpectationList(ListCard):
    """Never agreed first, then not yet bought in, then missed; not there where none concerns.

    Enter takes the next step, A agrees anew. What is done here is noted as done in the talk once
    that runs.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace, self._session_id = workplace, None
        theme = workplace.theme
        painter = ExpectationPainter(theme, workplace.as_of, by_rep=False)
        rows = Rows(theme, painter, name=_("Expectations, those never agreed first"))
        super().__init__(theme, rows, title=_("Expectations"), right=" ")
        rows.opened.connect(self._open)
        rows.on_key(ANEW_KEY, self._agree)
        workplace.hold_rows(rows, "opened", ANEW_KEY)

    def show_rep(self, rep_id: UUID, session_id: UUID | None) -> None:
        """Read those of a rep; looks and agreements belong to the talk, if it is one."""
        self._session_id = session_id
        rows: tuple[ExpectationRow, ...] = self._workplace.ask(rep_expectations, rep_id)
        self.fill(rows)
        waiting = sum(row.needs_talk for row in rows)
        self.say_right(_("{n} to talk about").format(n=waiting) if waiting else "")

    def go_to(self, first_name: str) -> None:
        """Put the keys on the first row; say where expectations come from if there is none."""
        if self.rows.rows():
            self.rows.set_current(0)
            self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        words = _("No expectation concerns {name} yet. Agree one in the Playbook.")
        self._workplace.say(words.format(name=first_name))

    def _open(self, row: ExpectationRow) -> None:
        open_expectation(self._workplace, self.window(), row, self._session_id)

    def _agree(self, row: ExpectationRow) -> None:
        AgreeSheet(self._workplace, self.window(), row, self._session_id)
