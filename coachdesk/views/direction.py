"""What the program says, quietly, about the wording of a request or of other direction."""

from collections.abc import Sequence
from gettext import gettext as _

from coachdesk.domain.ask_clarity import Unclear

MOST_SENTENCES = 2


def clarity_words(found: Sequence[Unclear]) -> str:
    """One quiet line on what a request lacks; "" where it is clear."""
    words = {
        Unclear.SEVERAL: _("Two things: ask one at a time."),
        Unclear.NO_VERB: _("What should be done? A verb helps."),
        Unclear.NO_DAY: _("By which day?"),
        Unclear.HARSH: _("Say it so that you would like to hear it."),
    }
    return " ".join(words[kind] for kind in found[:MOST_SENTENCES])
