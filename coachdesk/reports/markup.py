"""Templates: a brief becomes document markup, a small XML in which a person's text is only text.

Ours are filled here. A person's own are filled in a process apart, and give way to ours when no
page can be made of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar
from xml.etree import ElementTree

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from reportlab.platypus.doctemplate import LayoutError

from coachdesk.language import gettext, ngettext
from coachdesk.language import gettext as _
from coachdesk.reports.house_style import PLAIN, Style, read_style
from coachdesk.reports.own_templates import TemplateFault, fill_own, has_own
from coachdesk.reports.scripts import printable
from coachdesk.resources import resource

# What a layout raises on markup it cannot set: an entry as high as the page, columns without room.
_NOT_SET = (LayoutError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


def _finalize(value: object) -> object:
    # Markup is what a macro returned: escaped already, and to stay so.
    if isinstance(value, str) and not isinstance(value, Markup):
        return printable(value)
    return value


@dataclass(frozen=True, slots=True)
class Template:
    """One document's template, ours or the one in `folder`, and the style it is drawn in."""

    name: str
    style: Style = PLAIN
    folder: Path | None = None

    def fill(self, **values: Any) -> ElementTree.Element:
        """The markup, filled and parsed; TemplateFault if it is the person's and has a mistake."""
        if self.folder is None:
            document = fill_template(self.name, **values)
        else:
            document = fill_own(self.folder, self.name, values)
        self.style.colour(document)
        return document


class Faulty(Protocol):
    """A drawn document that can say why the person's template was left aside."""

    def with_fault(self, fault: str) -> Self:
        """The same, with that sentence."""
        ...


Drawn = TypeVar("Drawn", bound=Faulty)


def drawn_with_own(name: str, own: Path | None, draw: Callable[[Template], Drawn]) -> Drawn:
    """The document as `draw` makes it: with the person's own template and style, else with ours."""
    style, fault = PLAIN, ""
    try:
        style = read_style(own)
    except TemplateFault as error:
        fault = str(error)
    if has_own(own, name):
        try:
            return draw(Template(name, style, own)).with_fault(fault)
        except TemplateFault as error:
            fault = str(error)
        except _NOT_SET:
            fault = str(TemplateFault(name, 0, _("this does not fit on a page.")))
    return draw(Template(name, style)).with_fault(fault)


def fill_template(name: str, **values: Any) -> ElementTree.Element:
    """The markup of our template `name`, filled and parsed."""
    return ElementTree.fromstring(_environment().get_template(name).render(values))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(resource("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["_"] = gettext
    environment.globals["ngettext"] = ngettext
    return environment
