"""A person's own templates: which there are, whether they work, copies of ours, the way back."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.resources import resource
from coachdesk.store.files import write_new
from coachdesk.views.alignment_brief import AlignmentBrief
from coachdesk.views.briefs import FormBrief, Paper, SummaryBrief
from coachdesk.views.development_record import DevelopmentRecord
from coachdesk.views.early_brief import EarlyBrief
from coachdesk.views.example_brief import described, example_brief
from coachdesk.views.joint_brief import JointBrief
from coachdesk.views.manager_brief import ManagerBrief
from coachdesk.views.own_templates import FILES, STYLE, TemplateRow, titles
from coachdesk.views.year_page import YearPage

if TYPE_CHECKING:
    from coachdesk.reports.render import Rendered

PRIVATE_FOLDER = 0o700
README = "README.txt"
BRIEFS: dict[str, tuple[type[Any], str]] = {
    "summary": (SummaryBrief, "brief"),
    "brief": (ManagerBrief, "brief"),
    "form": (FormBrief, "brief"),
    "alignment": (AlignmentBrief, "brief"),
    "early-access": (EarlyBrief, "brief"),
    "joint-meeting": (JointBrief, "brief"),
    "record": (DevelopmentRecord, "record"),
    "year": (YearPage, "page"),
}
"""What each template is filled with, and what it calls it."""

NEVER_EMPTY = ("form", "year")


def template_rows(folder: Path) -> tuple[TemplateRow, ...]:
    """Every document, and whether the person has a template for it."""
    return tuple(
        TemplateRow(kind=kind, file=file, is_own=os.path.lexists(folder / file))
        for kind, file in FILES.items()
    )


def tried_templates(folder: Path) -> tuple[TemplateRow, ...]:
    """The same, each of the person's tried on a full and on an empty page: takes a moment."""
    from coachdesk.reports.house_style import read_style
    from coachdesk.reports.own_templates import TemplateFault

    style_fault = ""
    try:
        read_style(folder)
    except TemplateFault as fault:
        style_fault = str(fault)
    rows = []
    for row in template_rows(folder):
        if row.kind == STYLE:
            row = replace(row, fault=style_fault)
        elif row.is_own:
            row = replace(row, fault=_tried(folder, row.kind, style_fault))
        rows.append(row)
    return tuple(rows)


def _tried(folder: Path, kind: str, style_fault: str) -> str:
    for full in (True, False):
        if full or kind not in NEVER_EMPTY:
            brief = example_brief(BRIEFS[kind][0], full=full)
            fault = _drawing(kind)(brief, "A4", folder).template_fault
            if fault and fault != style_fault:
                return fault
    return ""


def _drawing(kind: str) -> "Callable[[Any, Paper, Path], Rendered]":
    from coachdesk.reports.alignment import render_alignment
    from coachdesk.reports.development_record import render_development_record
    from coachdesk.reports.early_access import render_early_access
    from coachdesk.reports.joint_meeting import render_joint_meeting
    from coachdesk.reports.manager_brief import render_manager_brief
    from coachdesk.reports.render import render_form, render_summary
    from coachdesk.reports.year_page import render_year_page

    ways: dict[str, Callable[[Any, Paper, Path], Rendered]] = {
        "summary": render_summary,
        "brief": render_manager_brief,
        "form": render_form,
        "alignment": render_alignment,
        "early-access": render_early_access,
        "joint-meeting": render_joint_meeting,
        "record": render_development_record,
        "year": render_year_page,
    }
    return ways[kind]


def copy_template(folder: Path, kind: str) -> Path:
    """Copy ours into the person's folder to be edited; InputError if theirs is there already."""
    path = folder / FILES[kind]
    if os.path.lexists(path):
        raise _is_there(path)
    make_folder(folder)
    if kind != STYLE and not write_new(path, resource("templates", path.name).read_bytes()):
        raise _is_there(path)
    return path


def make_folder(folder: Path) -> None:
    """Make the folder, with the file of the style and the page that explains what is written."""
    try:
        for each in (folder.parent, folder):
            each.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            _("The folder “{path}” could not be made: {reason}.").format(
                path=folder, reason=error.strerror or error
            ),
            _("Free its name or some space, then try again."),
            code="file",
        ) from error
    write_new(folder / FILES[STYLE], _style().encode("utf-8"))
    write_new(folder / README, _explained().encode("utf-8"))


def _is_there(path: Path) -> InputError:
    return InputError(
        _("“{file}” is yours already; nothing was written.").format(file=path.name),
        _("Put it aside first to begin again from ours."),
        code="there",
    )


def put_aside(folder: Path, kind: str) -> Path:
    """Go back to ours: the person's file stays beside it under another name."""
    path = folder / FILES[kind]
    if not os.path.lexists(path):
        raise InputError(_("“{file}” is ours already.").format(file=path.name), "", code="missing")
    number = 1
    while os.path.lexists(aside := folder / f"{path.name}.{number}"):
        number += 1
    try:
        os.rename(path, aside)
    except OSError as error:
        raise InputError(
            _("“{file}” could not be renamed: {reason}.").format(
                file=path.name, reason=error.strerror or error
            ),
            _("Close it elsewhere, then try again."),
            code="file",
        ) from error
    return aside


def take_back(folder: Path, kind: str, aside: Path) -> None:
    """The person's file as it was before it was put aside."""
    path = folder / FILES[kind]
    if os.path.lexists(path):
        raise _is_there(path)
    os.rename(aside, path)


def _style() -> str:
    from coachdesk.reports.house_style import LEAST_CONTRAST, MOST_LOGO_SIDE

    notes = (
        _("How all your documents look. To use a line, take the # before it away."),
        "",
        _("A picture at the head of each page: a PNG or JPEG file in this folder,"),
        _("at most 1 MB and {n} pixels on a side.").format(n=MOST_LOGO_SIDE),
        'logo = "logo.png"',
        "",
        _("The colours of titles and of the rules below them. They must be dark enough to be read"),
        _("when printed in grey: a contrast to white of at least {n}.").format(n=LEAST_CONTRAST),
        'titles = "#1F4E79"',
        'rules = "#1F4E79"',
    )
    return "".join(f"# {note}".rstrip() + "\n" for note in notes)


def _explained() -> str:
    from coachdesk.reports.template_elements import elements_of

    parts = [
        _("Your own templates"),
        "",
        _("A document is drawn with the file of its name in this folder, else with ours."),
        _("Words, order and sections are yours: move a <section>, take one away, write another."),
        _("What was written comes in as {{ brief.field }}; the rest is Jinja, such as {% if %}."),
        _("A mistake is named with its line, and our own page prints until it is mended."),
        _("To check all of them: coachdesk templates check"),
    ]
    for kind, file in FILES.items():
        if kind == STYLE:
            continue
        record, name = BRIEFS[kind]
        parts += ["", "", f"{file} · {titles()[kind]}", "", _("Fields:")]
        parts += [f"  {line}" for line in described(record, name)]
        parts += ["", _("Elements, with what each needs, may have (in brackets) and holds:")]
        for tag, allowed in elements_of(file).items():
            attributes = [*allowed.needs, *(f"[{each}]" for each in allowed.may)]
            inside = ["…"] if allowed.text else []
            inside += [f"<{each}>" for each in (*allowed.exactly, *allowed.within)]
            parts.append(f"  <{' '.join([tag, *attributes])}>  {' '.join(inside)}".rstrip())
    return "\n".join(parts) + "\n"
