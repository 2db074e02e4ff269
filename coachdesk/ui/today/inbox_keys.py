"""The keys that complete a row of the Inbox where it stands: R, N V T F W, and 1 to 5."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import Observation
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.services.inbox import add_to_draft
from coachdesk.services.playbook import shipped_playbook
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.kit.rows import Rows
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.today.state import needed_words
from coachdesk.views.today import InboxRow, NavRep

REP_KEY, RATING_KEYS = "R", "12345"
MOST_DIGITS = 9


class InboxKeys(QObject):
    """Adds to the current row what its key stands for; what is refused is said in the bar."""

    def __init__(self, workplace: Workplace, rows: Rows, reps: Sequence[NavRep]) -> None:
        super().__init__(rows)
        self._workplace, self._rows, self.reps = workplace, rows, tuple(reps)
        rows.on_key(REP_KEY, self._ask_rep)
        for guide in shipped_playbook().chain:
            _Part(self, guide.letter, behaviour=guide.key)
        for figure in RATING_KEYS:
            _Part(self, figure, value=int(figure))

    @property
    def keys(self) -> tuple[str, ...]:
        """All of them."""
        return (REP_KEY, *(guide.letter for guide in shipped_playbook().chain), *RATING_KEYS)

    @property
    def rows(self) -> Rows:
        """The list whose keys these are."""
        return self._rows

    def add(self, row: InboxRow, **part: object) -> None:
        """Add one part, and say what became of the row."""
        if row.is_private and "rep_id" not in part:
            self._workplace.say(_("A private line is not rated. Enter opens it."))
            return
        try:
            done = self._workplace.do(add_to_draft, row.id, said="", **part)
        except UserError as refused:
            words = f"{refused.message} {refused.next_step}".strip()
            if refused.code == "E-OBS-02":
                words += " " + _("Enter opens the line.")
            self._workplace.say(words)
            return
        if isinstance(done.record, Observation):
            name = next((rep.name for rep in self.reps if rep.id == done.record.rep_id), "")
            said = _("Saved for {name}").format(name=name)
        else:
            said = _("Still in the Inbox, it needs {parts}")
            said = said.format(parts=needed_words(done.missing) or _("your word"))
        self._workplace.say(said, can_undo=True)

    def _ask_rep(self, row: InboxRow) -> None:
        if not self.reps:
            self._workplace.say(_("There is nobody in the team yet."))
            return
        theme, choices = self._workplace.theme, rep_choices(self.reps)
        popup = Popup(theme, choices, name=_("Rep"), parent=self._rows)
        popup.chosen.connect(partial(self._take_rep, row))
        popup.drop_from(self._rows)

    def _take_rep(self, row: InboxRow, rep_id: str) -> None:
        self.add(row, rep_id=UUID(rep_id))


class _Part(QObject):
    """One key and what it adds."""

    def __init__(
        self,
        keys: InboxKeys,
        key: str,
        *,
        behaviour: BehaviourKey | None = None,
        value: int | None = None,
    ) -> None:
        super().__init__(keys)
        self._keys, self._behaviour, self._value = keys, behaviour, value
        keys.rows.on_key(key, self._add)

    def _add(self, row: InboxRow) -> None:
        if self._behaviour is not None:
            self._keys.add(row, behaviour=self._behaviour)
        else:
            self._keys.add(row, value=self._value)


def rep_choices(reps: Sequence[NavRep]) -> list[Choice]:
    """The team with its figures; a first letter that only one name has chooses too."""
    firsts = Counter(rep.name[:1].casefold() for rep in reps)
    found = []
    for number, rep in enumerate(reps, 1):
        figure = str(number) if number <= MOST_DIGITS else ""
        first = rep.name[:1]
        is_plain = first.isascii() and first.isalpha() and first.casefold() not in "jk"
        letter = first.upper() if is_plain and firsts[first.casefold()] == 1 else ""
        found.append(
            Choice(
                str(rep.id),
                rep.name,
                hint=" ".join(key for key in (figure, letter) if key),
                takes=tuple(key for key in (figure, letter) if key),
            )
        )
    return found
