"""The parts of trust that a private note may be about."""

from coachdesk.domain.vocabulary import NoteAspect
from coachdesk.language import gettext as _

NOTE = ""


def about_options() -> list[tuple[str, str]]:
    """A plain note, or the part of trust it is about."""
    return [(NOTE, _("note")), *((aspect.value, word) for aspect, word in trust_words().items())]


def trust_words() -> dict[NoteAspect, str]:
    """The three parts of trust."""
    return {
        NoteAspect.RELATIONSHIP: _("relationship"),
        NoteAspect.RESPECT: _("respect"),
        NoteAspect.CREDIBILITY: _("credibility"),
    }
