"""Evidence of one rep: filter chips, rows that unfold, and the strip of the chosen link."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coachdesk.domain.errors import RuleError
from coachdesk.language import gettext as _
from coachdesk.language import within
from coachdesk.services.event_details import event_details
from coachdesk.services.evidence import amend_rating, void_observation
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.card import Card, SectionHeader
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.filter_chip import FilterChip
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.kit.states import EmptyState
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.event_sheet import RECEIVED, EventSheet
from coachdesk.ui.team.own_rating_sheet import OwnRatingSheet
from coachdesk.ui.team.rows import EvidencePainter
from coachdesk.ui.team.state import (
    LEVEL_WINDOW,
    SHOWN_AT_FIRST,
    WINDOWS,
    EvidenceRow,
    Filter,
    since_month,
)
from coachdesk.ui.team.strip import StripChart
from coachdesk.views.event_details import detail_lines
from coachdesk.views.evidence import Event
from coachdesk.views.rep import RepPage as RepRecord

BESIDE_TITLE, ONE_ROW = 660, 560
TITLE_WORDS = 48


class EvidenceCard(Card):
    """`filtered` tells that link or window changed, so that the chain can follow."""

    filtered = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.theme, _("Evidence"))
        self._workplace = workplace
        self.filter = Filter()
        self._page: RepRecord | None = None
        self._unfolded: UUID | None = None
        self._shown_all = False
        theme = workplace.theme
        self._painter = EvidencePainter(theme, workplace.as_of)
        self.rows = Rows(theme, self._painter, name=_("Evidence"), select=True)
        self._make_filters()
        self.header = SectionHeader(theme, _("Evidence"), right=self._chips)
        self.add(self.header)
        self._own_line = QVBoxLayout()
        self._chips_below = self.add(self._own_line, pad=(16, 0, 16, 10))
        self._chips_below.hide()
        self._list = self.add(self.rows, rule=True)
        self._more = Button(theme, _("Show all"), "link")
        self._more_row = self.add(self._more, rule=True, pad=(16, 8, 16, 8))
        capture = Button(theme, _("Capture one"), hint="Ctrl+N")
        capture.clicked.connect(self._capture)
        workplace.hold(capture)
        self._empty_title = EmptyState(
            theme, _("No evidence yet"), _("The first note makes the first brief."), capture
        )
        self._empty = self.add(self._empty_title, rule=True)
        self._none = self.add(
            Text(theme, _("No event fits these filters."), "body", "ink2"),
            rule=True,
            pad=(16, 12, 16, 12),
        )
        self._add_strip()
        self._connect()

    def show_page(self, page: RepRecord) -> None:
        """Show this rep's events."""
        if self._page is None or self._page.rep_id != page.rep_id:
            self._unfolded, self._shown_all = None, False
            self.filter = Filter(window=page.window_days)
        self._page = page
        self._painter.as_of = self._workplace.as_of
        self._show()

    def set_room(self, content: int) -> None:
        """The filters stand beside the title, or below it in one row or two."""
        beside = content >= BESIDE_TITLE
        self._arrange(len(self._every_chip) if content >= ONE_ROW else 2)
        if beside:
            self.header.layout().addWidget(self._chips)
        else:
            self._own_line.addWidget(self._chips)
        self._chips_below.setVisible(not beside)

    def choose_link(self, link: str) -> None:
        """Filter to one link; the same again lets all through."""
        self._change(link="" if self.filter.link == link else link)

    def show_only(self, link: str, window_days: int) -> None:
        """The events of one behaviour in a window, whatever was filtered before."""
        self.filter = Filter(link=link, window=window_days)
        self._shown_all = True
        self._show()
        self.filtered.emit()

    def show_link(self, link: str) -> None:
        """All events of one link in the level window, with the keys on the first."""
        self._change(link=link, team="", account="", window=LEVEL_WINDOW)
        self._show_all()

    def reveal(self, observation_id: UUID) -> None:
        """Unfold one event and put the keys on it, whatever is filtered."""
        if self._page is None:
            return
        event = next((e for e in self._page.events if e.observation_id == observation_id), None)
        if event is None:
            return
        self._shown_all = True
        if not self.filter.fits(event, self._workplace.as_of):
            wide = next(
                (w for w in WINDOWS if Filter(window=w).fits(event, self._workplace.as_of)),
                WINDOWS[-1],
            )
            self.filter = Filter(window=max(wide, self.filter.window))
        self._unfolded = event.rating_id
        self._show()
        self._select(event.rating_id)
        self.rows.setFocus()

    def _make_filters(self) -> None:
        theme = self._theme
        self._chips = QWidget()
        self._grid = QGridLayout(self._chips)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(6))
        self.all = FilterChip(theme)
        self.link = FilterChip(theme)
        self.team = ChoiceButton(theme, [("", _("Any partner"))], name=_("Partner"))
        self.account = ChoiceButton(theme, [("", _("Any customer"))], name=_("Customer"))
        windows = [(str(days), _("{n} days").format(n=days)) for days in WINDOWS]
        self.window_choice = ChoiceButton(theme, windows, "182", name=_("Window"))
        chips = (self.all, self.link, self.team, self.account, self.window_choice)
        self._every_chip: tuple[QWidget, ...] = chips
        self._arrange(len(chips))

    def _arrange(self, columns: int) -> None:
        for n, chip in enumerate(self._every_chip):
            self._grid.addWidget(chip, n // columns, n % columns)

    def _add_strip(self) -> None:
        theme = self._theme
        self._strip_title = SectionHeader(theme, _("Ratings"), right=_("each dot opens its event"))
        self._strip_head = self.add(self._strip_title, rule=True)
        self.strip = StripChart(theme)
        self._strip_section = self.add(self.strip, pad=(16, 0, 16, 14))

    def _connect(self) -> None:
        self.all.clicked.connect(self._all_links)
        self.link.clicked.connect(self._all_links)
        self.team.chosen.connect(self._team_chosen)
        self.account.chosen.connect(self._account_chosen)
        self.window_choice.chosen.connect(self._window_chosen)
        self._more.clicked.connect(self._show_all)
        rows = self.rows
        rows.opened.connect(self._unfold)
        rows.ticked.connect(self._unfold)
        rows.removed.connect(self._void)
        rows.hit.connect(self._hit)
        rows.moved_to.connect(self._moved_to)
        rows.on_key("E", self._edit)
        rows.on_key("H", self._show_history)
        rows.on_key("O", self._rate_own)
        for value in range(1, 6):
            rows.on_key(str(value), partial(self._amend, value))
        self._workplace.hold_rows(rows, "removed", "hit", "E", "O", *map(str, range(1, 6)))
        self.strip.chosen.connect(self._dot_chosen)

    def _fitting(self, wanted: Filter) -> list[Event]:
        assert self._page is not None
        as_of = self._workplace.as_of
        return [event for event in self._page.events if wanted.fits(event, as_of)]

    def _show(self) -> None:
        page = self._page
        if page is None:
            return
        found = self._fitting(self.filter)
        shown = found if self._shown_all else found[:SHOWN_AT_FIRST]
        self.rows.set_rows([self._row(event) for event in shown])
        every = len(self._fitting(Filter(window=self.filter.window)))
        name = _("Evidence, {n} of {of} shown").format(n=len(shown), of=every)
        self.setAccessibleName(name)
        self.rows.setAccessibleName(name)
        self._show_chips(every, len(found))
        self._list.setVisible(bool(found))
        self._empty.setVisible(not page.events)
        self._none.setVisible(bool(page.events) and not found)
        self._more_row.setVisible(len(found) > len(shown))
        self._more.set_label(_("All {n}").format(n=len(found)))
        self._show_strip(found)

    def _show_chips(self, every: int, found: int) -> None:
        assert self._page is not None
        link = self.filter.link
        words = _("All {n}").format(n=every)
        self.all.show_words(words, on=not link, name=words)
        self.link.setVisible(bool(link))
        if link:
            figure = next((f for f in self._page.figures if f.behaviour.value == link), None)
            titles = (e.behaviour_title for e in self._page.events if e.behaviour == link)
            title = figure.short_title if figure else next(titles, link)
            words = f"{title} {found}"
            self.link.show_words(words, link, on=True, name=_("{link}, filter").format(link=words))
        events = self._page.events
        teams = sorted({event.team for event in events if event.team})
        accounts = sorted({event.account for event in events if event.account})
        self.team.set_options([("", _("Any partner")), *((t, t) for t in teams)])
        self.account.set_options([("", _("Any customer")), *((a, a) for a in accounts)])
        self.team.set_value(self.filter.team)
        self.account.set_value(self.filter.account)
        self.window_choice.set_value(str(self.filter.window))

    def _show_strip(self, found: list[Event]) -> None:
        shown = bool(self.filter.link) and bool(found)
        self._strip_head.setVisible(shown)
        self._strip_section.setVisible(shown)
        if shown:
            title = _("{title} ratings since {month}").format(
                title=found[0].behaviour_title, month=since_month(found)
            )
            self._strip_title.title.show_runs(title)
            self.strip.show_events(found, self._workplace.as_of)

    def _row(self, event: Event) -> EvidenceRow:
        if event.rating_id != self._unfolded:
            return EvidenceRow(event.rating_id, event)
        details = self._workplace.ask(event_details, event.observation_id)
        return EvidenceRow(event.rating_id, event, True, detail_lines(event, details))

    def _unfold(self, row: EvidenceRow) -> None:
        self._unfolded = None if row.unfolded else row.id
        self._show()
        self._select(row.id)

    def _select(self, rating_id: object) -> None:
        for at, row in enumerate(self.rows.rows()):
            if row.id == rating_id:
                self.rows.set_current(at)

    def _moved_to(self, row: EvidenceRow) -> None:
        self.strip.select(row.id)

    def _dot_chosen(self, rating_id: object) -> None:
        self._shown_all = True
        self._unfolded = rating_id if isinstance(rating_id, UUID) else None
        self._show()
        self._select(rating_id)
        self.strip.select(rating_id)

    def _hit(self, _what: str, row: EvidenceRow) -> None:
        self._edit(row)

    def _show_history(self, row: EvidenceRow) -> None:
        event = row.event
        ids = (event.observation_id, event.rating_id)
        self._workplace.history_asked.emit(ids, _title(event.words))

    def _edit(self, row: EvidenceRow) -> None:
        EventSheet(self._workplace, self.window(), row.event)

    def _rate_own(self, row: EvidenceRow) -> None:
        OwnRatingSheet(self._workplace, self.window(), row.event)

    def _amend(self, value: int, row: EvidenceRow) -> None:
        event = row.event
        if value == event.value:
            return
        said = _("{title} rated {n} instead of {old}").format(
            title=event.behaviour_title, n=value, old=event.value
        )
        try:
            self._workplace.do(
                amend_rating, event.observation_id, event.rating_id, value, said=said
            )
        except RuleError as error:
            self._correct(error, event, said + ".")

    def _void(self, row: EvidenceRow) -> None:
        reason = _("Entered by mistake")
        said = _("No longer counted: {why}").format(why=within(reason))
        try:
            self._workplace.do(void_observation, row.event.observation_id, reason, said=said)
        except RuleError as error:
            self._correct(error, row.event, _("This should not have been counted: "))

    def _correct(self, error: RuleError, event: Event, words: str) -> None:
        if error.code == RECEIVED:
            EventSheet(self._workplace, self.window(), event, words)
        else:
            self._workplace.say(f"{error.message} {error.next_step}".strip())

    def _change(self, **parts: object) -> None:
        self.filter = replace(self.filter, **parts)
        self._shown_all = False
        self._show()
        self.filtered.emit()

    def _all_links(self) -> None:
        self._change(link="")

    def _team_chosen(self, team: str) -> None:
        self._change(team=team)

    def _account_chosen(self, account: str) -> None:
        self._change(account=account)

    def _window_chosen(self, days: str) -> None:
        self._change(window=int(days))

    def _show_all(self) -> None:
        self._shown_all = True
        self._show()
        self.rows.setFocus()

    def _capture(self) -> None:
        name = self._page.first_name if self._page else ""
        self._workplace.capture_asked.emit(f"{name} " if name else "")


def _title(words: str) -> str:
    """The beginning of an event's words, as the title of its history."""
    return words if len(words) <= TITLE_WORDS else f"{words[:TITLE_WORDS].rstrip()}…"
