"""What can become of a share, as the steps of its sheet: never a request, never a score."""

from PySide6.QtWidgets import QWidget

from coachdesk.domain.day_names import short_day
from coachdesk.language import gettext as _
from coachdesk.services.share_prints import print_share
from coachdesk.services.shares import reword_share, void_share
from coachdesk.ui.parts.settle_sheet import Answers, Part, SettleSheet, Step
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.rep import ShareRow

LONGEST_SHARE, LONGEST_REASON = 400, 200


def open_share_sheet(workplace: Workplace, window: QWidget, row: ShareRow) -> SettleSheet:
    """The sheet of one share."""
    prints = _("prints") if row.prints else _("does not print")
    about = " · ".join((row.kind, short_day(row.day), prints))
    why = _(
        "A share is given freely: no date, no outcome, no count of what came back. "
        "If you need something, ask for it."
    )
    steps = ShareSteps(workplace, row).steps()
    return SettleSheet(workplace, window, row.text, f"{about}. {why}", steps)


class ShareSteps:
    """Its words on its own day; whether it prints; taken back with a reason."""

    def __init__(self, workplace: Workplace, row: ShareRow) -> None:
        self._work, self._row = workplace, row

    def steps(self) -> list[Step]:
        """What the rules allow today."""
        words = [self._reword()] if self._row.day == self._work.as_of else []
        return [*words, self._print(), self._void()]

    def _reword(self) -> Step:
        what = Part(key="what", label=_("What"), text=self._row.text, longest=LONGEST_SHARE)
        return Step(_("Other words"), _("Change it"), (what,), self._do_reword)

    def _do_reword(self, given: Answers) -> None:
        text = given.words("what")
        self._work.do(
            reword_share, self._row.id, text, said=_("Reworded: {what}").format(what=text)
        )

    def _print(self) -> Step:
        if self._row.prints:
            return Step(_("Do not print"), _("Keep it off paper"), (), self._do_print)
        hint = _("It will stand on the next printed page.")
        return Step(_("Print"), _("Let it print"), (), self._do_print, hint)

    def _do_print(self, _given: Answers) -> None:
        words = _("Does not print: {what}") if self._row.prints else _("Prints: {what}")
        said = words.format(what=self._row.text)
        self._work.do(print_share, self._row.id, print=not self._row.prints, said=said)

    def _void(self) -> Step:
        why = Part(key="why", label=_("Why"), longest=LONGEST_REASON)
        return Step(_("Take back"), _("Take it back"), (why,), self._do_void)

    def _do_void(self, given: Answers) -> None:
        said = _("Taken back: {what}").format(what=self._row.text)
        self._work.do(void_share, self._row.id, given.words("why"), said=said)
