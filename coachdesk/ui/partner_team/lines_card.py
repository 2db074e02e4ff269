"""Capabilities, trends and timelines both ways: the newest of each, and a line to add one."""

from collections.abc import Sequence
from uuid import UUID

from coachdesk.domain.capability_lines import split_days
from coachdesk.domain.errors import UserError
from coachdesk.domain.partner_vocabulary import CapabilityKind
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.capabilities import (
    NewCapability,
    add_capability,
    remove_capability,
    tell_capability,
)
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.partner_team.rows import Heading, LinePainter
from coachdesk.ui.partner_team.state import line_titles
from coachdesk.ui.parts.added_line import AddedLine
from coachdesk.ui.parts.kind_field import KindField
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.parts.reveal import put_keys_on
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.partner_team import CapabilityRow, PartnerTeamPage, newest_lines

TOLD_KEY, EVERY = "T", 10_000
_THEIRS = f"theirs {CapabilityKind.CAPABILITY.value}"


class LinesCard(ListCard):
    """Alt with the arrows chooses the kind while typing; T says ours again, Del removes."""

    def __init__(self, workplace: Workplace) -> None:
        theme, title = workplace.theme, _("Capabilities, trends, timelines")
        self._painter = LinePainter(theme, workplace.as_of)
        rows = Rows(theme, self._painter, name=title, select=True)
        none = _("What can they do, what do they see coming, how long does it take? And we?")
        super().__init__(theme, rows, title=title, stays=True, none=none)
        self._workplace = workplace
        self._page: PartnerTeamPage | None = None
        self._is_unfolded = False
        rows.opened.connect(self._tell)
        rows.removed.connect(self._remove)
        rows.on_key(TOLD_KEY, self._tell)
        self._kinds = {_key(ours, kind): (ours, kind) for ours, kind in line_titles()}
        options = [(_key(*both), title) for both, title in line_titles().items()]
        self.kind = ChoiceButton(theme, options, _THEIRS, name=_("Kind of the line"))
        self.line = KindField(theme, _("Add a line"))
        self._below = AddedLine(theme, self.line, self.kind)
        self.older = Button(theme, "", "link")
        self.older.clicked.connect(self._unfold)
        self._older_row = self.add(self.older, rule=True, pad=(16, 6, 16, 6))
        self.add(self._below, rule=True, pad=(12, 10, 12, 10))
        self.kind.chosen.connect(self._show_kind)
        self.line.kind_stepped.connect(self._step)
        self.line.returnPressed.connect(self._add)
        self.line.textEdited.connect(self._typed)
        workplace.hold(self.kind, self.line)
        workplace.hold_rows(rows, "opened", "removed", TOLD_KEY)
        self._show_kind(_THEIRS)

    def show_page(self, page: PartnerTeamPage) -> None:
        """Show the lines of this team."""
        if self._page is None or self._page.team_id != page.team_id:
            self._is_unfolded = False
            self.line.clear()
            self._below.say("")
        self._page = page
        self._painter.as_of = page.as_of
        shown, older = newest_lines(page.capabilities)
        words = ngettext("{n} older line", "{n} older lines", older).format(n=older)
        self.older.set_label(words)
        if self._is_unfolded:
            shown, older = newest_lines(page.capabilities, EVERY)
        self._older_row.setVisible(bool(older))
        self.fill(_with_titles(shown))

    def reveal(self, id: UUID) -> bool:
        """Put the keys on a line, an older one too."""
        page = self._page
        if page is None or all(row.id != id for row in page.capabilities):
            return False
        self._is_unfolded = True
        self.show_page(page)
        return put_keys_on((self.rows,), id)

    def _unfold(self) -> None:
        self._is_unfolded = True
        if self._page is not None:
            self.show_page(self._page)
            self.rows.setFocus()

    def _show_kind(self, key: str) -> None:
        _ours, kind = self._kinds[key]
        examples = {
            CapabilityKind.CAPABILITY: _("Courses in four languages"),
            CapabilityKind.TREND: _("More customers ask for condition data"),
            CapabilityKind.TIMELINE: _("Feasibility answer 5–8 working days"),
        }
        self.line.set_placeholder(examples[kind])

    def _step(self, step: int) -> None:
        keys = list(self._kinds)
        key = keys[(keys.index(self.kind.value()) + step) % len(keys)]
        self.kind.set_value(key)
        self._show_kind(key)

    def _typed(self, _text: str) -> None:
        self._below.say("")

    def _add(self) -> None:
        page, text = self._page, self.line.text().strip()
        if page is None or not text:
            return
        ours, kind = self._kinds[self.kind.value()]
        is_timeline = kind is CapabilityKind.TIMELINE
        words, first, last = split_days(text) if is_timeline else (text, None, None)
        new = NewCapability(kind=kind, text=words, from_days=first, to_days=last, ours=ours)
        said = _("Added: {what}").format(what=words)
        try:
            self._workplace.do(add_capability, page.team_id, new, said=said)
        except UserError as refused:
            self._below.refuse(refused)
            return
        self.line.clear()
        self._below.say("")

    def _tell(self, row: CapabilityRow) -> None:
        if not row.ours:
            self._workplace.say(_("Only what we can do or see is told to them."))
            return
        said = _("Told them today: {what}").format(what=row.text)
        self._workplace.do(tell_capability, row.id, said=said)

    def _remove(self, row: CapabilityRow) -> None:
        said = _("Removed: {what}").format(what=row.text)
        self._workplace.do(remove_capability, row.id, said=said)


def _key(ours: bool, kind: CapabilityKind) -> str:
    return f"{'ours' if ours else 'theirs'} {kind.value}"


def _with_titles(rows: Sequence[CapabilityRow]) -> list[Heading | CapabilityRow]:
    """Rows with the title of their kind before the first of it."""
    found: list[Heading | CapabilityRow] = []
    titles = line_titles()
    last: tuple[bool, CapabilityKind] | None = None
    for row in rows:
        if (row.ours, row.kind) != last:
            last = (row.ours, row.kind)
            found.append(Heading(titles[last]))
        found.append(row)
    return found
