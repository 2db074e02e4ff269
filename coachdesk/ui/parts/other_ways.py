"""The less common ways a document leaves: one short list below a button."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.popup import Choice, Popup
from coachdesk.ui.kit.theme import Theme

COPY, MAIL, SET_UP = "copy", "mail", "set up"
COPY_KEY, MAIL_KEY = "Ctrl+Shift+C", "Ctrl+E"


def why_not_mail(*, is_private: bool) -> str:
    """Why no mail is made of a document, or ""."""
    return _("This page is for you alone: it is not made into a mail.") if is_private else ""


def drop_other_ways(
    theme: Theme,
    below: QWidget,
    chosen: Callable[[str], None],
    *,
    is_private: bool = False,
    copies: bool = True,
) -> None:
    """Offer them below a button; what is private goes into no mail, and the list says why."""
    why = why_not_mail(is_private=is_private)
    copy = Choice(COPY, _("Copy the PDF as a file"), hint=COPY_KEY)
    choices = [
        *([copy] if copies else []),
        Choice(MAIL, _("Save as a mail draft…"), _("private") if why else MAIL_KEY, why_not=why),
        Choice(SET_UP, _("Printer settings…")),
    ]
    popup = Popup(theme, choices, name=_("Other ways"), parent=below)
    popup.chosen.connect(chosen)
    popup.drop_from(below)
