"""Planning a joint visit, and another day for one."""

from collections.abc import Callable
from datetime import date, time
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import InputError
from coachdesk.domain.slot_phrases import parse_slot
from coachdesk.language import gettext as _
from coachdesk.services.capture import rep_named
from coachdesk.services.visits import (
    VisitPlan,
    customer_called,
    enter_visit,
    hold_visit,
    move_visit,
    plan_visit,
)
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.parts.slots import parse_past_slot
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day

PLANNED, HELD = "planned", "held"


class PlanVisitSheet(Sheet):
    """With whom, at which customer, when; Enter makes it and opens its page."""

    def __init__(self, workplace: Workplace, window: QWidget, name: str = "") -> None:
        sentence = _("You watch, the rep leads. What you see becomes evidence on the way.")
        super().__init__(
            workplace, window, _("Plan a joint visit"), sentence, _("Plan it"), width=520
        )
        self.who = self.add_line(_("With"), _("A first name is enough"), name, icon="users")
        self.where = self.add_line(_("Customer"), _("A name, or the beginning of one"))
        self.known = Text(workplace.theme, "", "small", "ink2", wrap=True)
        self.known.hide()
        self.body.addWidget(self.known)
        kinds = [(PLANNED, _("Plan it")), (HELD, _("Was held already"))]
        self.kind = self.add_one_of(_("What it is"), kinds)
        self.kind.set_value(PLANNED)
        self.when = self.add_line(_("Day and hour"), icon="calendar")
        self.kind.chosen.connect(self._changed)
        self.where.textChanged.connect(self._look)
        self._changed(PLANNED)
        self.ask(self.where if name else self.who)

    def act(self) -> Callable[[], None]:
        work, typed = self.workplace, self.who.text().strip()
        if not typed:
            raise InputError(_("With whom?"), _("Type a first name."))
        rep = work.ask(rep_named, typed)
        account = work.ask(customer_called, self.where.text())
        day, start = self._slot()
        plan = VisitPlan(
            rep_id=rep.id,
            account_id=None if account is None else account.id,
            new_account=self.where.text().strip(),
            day=day,
            start=start,
        )
        make = enter_visit if self.kind.value() == HELD else plan_visit
        said = _("A joint visit with {name}: {day}.")
        visit = work.do(
            make, plan, said=said.format(name=rep.first_name, day=near_day(day, work.as_of))
        )
        return partial(work.open_visit, visit.id)

    def _slot(self) -> tuple[date, time | None]:
        as_of, typed = self.workplace.as_of, self.when.text()
        if self.kind.value() == HELD:
            return parse_past_slot(typed, as_of=as_of)
        return parse_slot(typed, as_of=as_of)

    def _changed(self, kind: str) -> None:
        examples = {
            PLANNED: _("Thu 14:00, 24 Mar, in a week"),
            HELD: _("today, yesterday 15:00, 3 March"),
        }
        words = {PLANNED: _("Plan it"), HELD: _("Enter as held")}
        self.when.set_placeholder(examples[kind])
        self.act_button.set_label(words[kind])

    def _look(self, typed: str) -> None:
        """Name the customer that is meant, or say that it is a new one."""
        words = ""
        if typed.strip():
            try:
                account = self.workplace.ask(customer_called, typed)
            except InputError as unclear:
                words = f"{unclear.message} {unclear.next_step}"
            else:
                new = _("“{name}” is new and will be added.").format(name=typed.strip())
                words = new if account is None else account.name
        self.known.show_runs(words)
        self.known.setVisible(bool(words))
        self.fit()


class VisitDaySheet(Sheet):
    """Another day for a visit, or the day on which it took place."""

    def __init__(
        self, workplace: Workplace, window: QWidget, visit_id: UUID, name: str, *, held: bool
    ) -> None:
        title = _("The visit with {name} took place") if held else _("Move the visit with {name}")
        action = _("It took place") if held else _("Move it")
        super().__init__(workplace, window, title.format(name=name), "", action)
        self._visit_id, self._held, self._name = visit_id, held, name
        label = _("On which day") if held else _("New day and hour")
        self.when = self.add_line(label, _("today") if held else _("Thu 14:00"), icon="calendar")
        self.ask(self.when)

    def act(self) -> None:
        work, typed = self.workplace, self.when.text()
        if self._held:
            day, _start = parse_past_slot(typed or _("today"), as_of=work.as_of)
            work.do(hold_visit, self._visit_id, day, said=_("The visit took place."))
            return
        day, start = parse_slot(typed, as_of=work.as_of)
        said = _("The visit with {name} was moved to {day}.")
        said = said.format(name=self._name, day=near_day(day, work.as_of))
        work.do(move_visit, self._visit_id, day, start, said=said)
