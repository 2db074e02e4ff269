"""An area that knows what is stored, and whether it says something else."""

from coachdesk.ui.kit.fields import TextArea


class StoredArea(TextArea):
    """`stored` is what was written last; Esc in a field of the sheets brings it back."""

    stored = ""

    @property
    def is_changed(self) -> bool:
        """Whether it says something else than what is stored."""
        return self.toPlainText().strip() != self.stored

    def show_stored(self, words: str) -> None:
        """Show what is stored."""
        self.stored = words
        if self.toPlainText() != words:
            self.setPlainText(words)
