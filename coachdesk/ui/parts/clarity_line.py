"""The quiet line below a request that could be asked more nicely, respectfully or clearly."""

from coachdesk.domain.ask_clarity import unclear
from coachdesk.language import gettext as _
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.views.direction import clarity_words


class ClarityLine(Text):
    """Small words that are only there while there is something to say; never a block."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "small", "ink2", wrap=True)
        self.hide()

    def show_for(self, text: str, has_day: bool) -> None:
        """Look at these words; `has_day` says that the day has a field of its own."""
        words = clarity_words(unclear(text, has_day=has_day))
        self.show_runs(words)
        self.setAccessibleName(_("About the wording: {words}").format(words=words) if words else "")
        self.setVisible(bool(words))
