"""What was given to a rep: the rows, and a line to give something more."""

from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import UserError
from coachdesk.domain.vocabulary import ShareKind
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.shares import give_share
from coachdesk.services.wordings import playbook_of
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.parts.added_line import AddedLine
from coachdesk.ui.parts.kept_line import KeptLine
from coachdesk.ui.parts.kind_field import KindField
from coachdesk.ui.parts.list_card import ListCard
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.team.rows import SharePainter
from coachdesk.ui.team.share_steps import open_share_sheet
from coachdesk.views.rep import RepPage as RepRecord
from coachdesk.views.rep import ShareRow

PLACE = "share line"


class ShareCard(ListCard):
    """Enter in the line gives it; there is no place for a day or for what came back."""

    def __init__(self, workplace: Workplace) -> None:
        theme = workplace.theme
        rows = Rows(theme, SharePainter(theme), name=_("Shared"))
        given = _("given freely, nothing owed back")
        super().__init__(theme, rows, title=_("Shared"), extra=given, stays=True)
        self._workplace = workplace
        self._page: RepRecord | None = None
        self._kinds = workplace.ask(playbook_of).shares
        rows.opened.connect(self._settle)
        workplace.hold_rows(rows, "opened")
        options = [(kind.value, guide.title) for kind, guide in self._kinds.items()]
        usual = ShareKind.EXPERIENCE.value
        self.kind = ChoiceButton(theme, options, usual, name=_("Kind of what you share"))
        self.line = KindField(theme, _("Share something"))
        self._kept = KeptLine(workplace, self.line, PLACE, placeholder="")
        self._below = AddedLine(theme, self.line, self.kind)
        self._section: QWidget = self.add(self._below, rule=True, pad=(12, 10, 12, 10))
        self.kind.chosen.connect(self._show_kind)
        self.line.kind_stepped.connect(self._step_kind)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._give)
        workplace.hold(self.kind, self.line)

    def show_page(self, page: RepRecord) -> None:
        """Show what this rep was given."""
        is_other = self._page is None or self._page.rep_id != page.rep_id
        self._page = page
        if is_other:
            self._kept.open(page.rep_id)
            self.kind.set_value(ShareKind.EXPERIENCE.value)
        if is_other or not self._below.is_refused:
            self._below.say(self._first_settle())
        self._show_kind(self.kind.value())
        self._section.setVisible(page.left_on is None)
        self.header.title.show_runs(_("Shared with {name}").format(name=page.first_name))
        self.say_none(_("Nothing was shared with {name} yet.").format(name=page.first_name))
        self.fill(page.shares)

    def keep_typed(self) -> None:
        """Write at once what would be written a moment later."""
        self._kept.keep()

    def _first_settle(self) -> str:
        """A share is no way round one’s own promises (rules §4); it is said, never refused."""
        page = self._page
        if page is None:
            return ""
        today = self._workplace.as_of
        n = sum(row.is_mine and row.due_day < today for row in page.promises)
        if not n:
            return ""
        return ngettext(
            "You have {n} overdue promise to {name}; settle it first.",
            "You have {n} overdue promises to {name}; settle them first.",
            n,
        ).format(n=n, name=page.first_name)

    def _show_kind(self, key: str) -> None:
        opening = self._kinds[ShareKind(key)].opening
        self.line.set_placeholder(opening)

    def _step_kind(self, step: int) -> None:
        keys = [kind.value for kind in self._kinds]
        at = (keys.index(self.kind.value()) + step) % len(keys)
        self.kind.set_value(keys[at])
        self._show_kind(keys[at])

    def _typed(self, _text: str) -> None:
        self._below.say(self._first_settle())

    def _give(self) -> None:
        page, text = self._page, self.line.text().strip()
        if page is None or not text:
            return
        kind = ShareKind(self.kind.value())
        said = _("Shared with {name}: {what}").format(name=page.first_name, what=text)
        try:
            self._workplace.do(give_share, rep_id=page.rep_id, kind=kind, text=text, said=said)
        except UserError as refused:
            self._below.refuse(refused)
            return
        self._kept.done()
        self.kind.set_value(ShareKind.EXPERIENCE.value)
        self._show_kind(self.kind.value())
        self._below.say(self._first_settle())

    def _settle(self, row: ShareRow) -> None:
        open_share_sheet(self._workplace, self.window(), row)
