"""The documents whose templates a person can make their own, and how each of them stands."""

from dataclasses import dataclass

from coachdesk.language import gettext as _

STYLE = "style"
FILES = {
    "summary": "summary.xml",
    "brief": "manager_brief.xml",
    "form": "form_anchors.xml",
    "alignment": "alignment.xml",
    "early-access": "early_access.xml",
    "joint-meeting": "joint_meeting.xml",
    "record": "development_record.xml",
    "year": "year_page.xml",
    STYLE: "style.toml",
}
"""Each document as the command line calls it, and its template's file; last the style of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateRow:
    """One document: whose template draws it, and why a page cannot be made of the person's.

    `fault` is None until the template was tried.
    """

    kind: str
    file: str
    is_own: bool
    fault: str | None = None

    @property
    def title(self) -> str:
        """The document's name."""
        return titles()[self.kind]

    @property
    def state(self) -> str:
        """“ours”, “yours”, “yours · works”, or what is wrong."""
        if not self.is_own:
            return _("ours")
        if self.fault is None:
            return _("yours")
        return self.fault or _("yours · works")


def titles() -> dict[str, str]:
    """What each of them is called."""
    return {
        "summary": _("Coaching-session summary"),
        "brief": _("Your brief before a talk"),
        "form": _("Observation form, page 2"),
        "alignment": _("Alignment with a peer manager"),
        "early-access": _("Early-access sheet"),
        "joint-meeting": _("Joint-meeting plan"),
        "record": _("Development record"),
        "year": _("The year on one page"),
        STYLE: _("Logo and colours of all of them"),
    }
