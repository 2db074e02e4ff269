"""A new situation of the manager's own, and another title of one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.domain.situation_words import SituationWords
from coachdesk.language import gettext as _
from coachdesk.services.situations import add_situation, word_situation
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace

LONGEST = 60


class NewSituationSheet(Sheet):
    """`added` tells the key, so that its words can be written."""

    added = Signal(str)

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        sentence = _("Its words come next: what you expect of each rep in it.")
        super().__init__(workplace, window, _("New situation"), sentence, _("Add it"))
        self.called = self.add_line(_("What you call it"), _("Renewal at risk"))
        self.called.setMaxLength(LONGEST)
        self.ask(self.called)

    def act(self) -> Callable[[], None]:
        title = self.called.text().strip()
        said = _("Added: {title}").format(title=title)
        words: SituationWords = self.workplace.do(add_situation, title, said=said)
        return partial(self.added.emit, words.key)


class RenameSheet(Sheet):
    """Another title; customers and agreements stay with the situation."""

    renamed = Signal()

    def __init__(self, workplace: Workplace, window: QWidget, words: SituationWords) -> None:
        sentence = _("Customers, events and agreements stay with it.")
        super().__init__(workplace, window, words.title, sentence, _("Keep it"))
        self._key = words.key
        self.called = self.add_line(_("What you call it"), text=words.title)
        self.called.setMaxLength(LONGEST)
        self.ask(self.called)

    def act(self) -> Callable[[], None]:
        self.workplace.do(word_situation, self._key, title=self.called.text())
        return self.renamed.emit
