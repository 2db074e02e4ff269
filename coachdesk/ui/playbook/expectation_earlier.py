"""Two versions of one expectation side by side, of which one is chosen."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.situation_words import SituationWords
from coachdesk.language import gettext as _
from coachdesk.services.situations import take_words_back
from coachdesk.ui.kit.choices import ChoiceButton
from coachdesk.ui.kit.fields import Labeled
from coachdesk.ui.kit.text import Text
from coachdesk.ui.parts.sheet import Sheet
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import near_day
from coachdesk.views.expectations import SituationPage, message


class EarlierSheet(Sheet):
    """The words in force at the left, the earlier ones at the right; choosing makes a version."""

    def __init__(self, workplace: Workplace, window: QWidget, page: SituationPage) -> None:
        sentence = _("The words you choose count from now on; both versions are kept.")
        title = _("{title}: two versions").format(title=page.words.title)
        super().__init__(workplace, window, title, sentence, _("Take the earlier words"), width=860)
        theme = workplace.theme
        self._page = page
        self._versions = {str(each.version): each for each in page.earlier}
        options = [(key, self._named(each)) for key, each in self._versions.items()]
        self.version = ChoiceButton(theme, options, options[0][0], name=_("Earlier words"))
        self.version.chosen.connect(self._show)
        self.body.addWidget(Labeled(theme, _("Earlier words"), self.version))
        both = QHBoxLayout()
        both.setSpacing(theme.px(24))
        self.now, self.earlier = Text(theme, "", wrap=True), Text(theme, "", wrap=True)
        for label, words in ((_("In force"), self.now), (_("Earlier"), self.earlier)):
            side = QVBoxLayout()
            side.setSpacing(theme.px(4))
            side.addWidget(Text(theme, label, "label", "ink2"))
            side.addWidget(words)
            side.addStretch(1)
            both.addLayout(side, 1)
        self.body.addLayout(both)
        self.now.show_runs(message(page.words).strip())
        self._show(options[0][0])
        self.ask(self.version)

    def act(self) -> None:
        version = int(self.version.value())
        self.workplace.do(take_words_back, self._page.words.key, version)

    def _named(self, words: SituationWords) -> str:
        if words.is_shipped or words.edited_day is None:
            return _("the shipped words")
        day = near_day(words.edited_day, self.workplace.as_of)
        return _("version {n}, {day}").format(n=words.version, day=day)

    def _show(self, version: str) -> None:
        self.earlier.show_runs(message(self._versions[version]).strip())
        self.fit()
