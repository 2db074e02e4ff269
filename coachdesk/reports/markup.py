"""Templates: a brief becomes document markup, a small XML in which a person's text is only text."""

from functools import cache
from typing import Any
from xml.etree import ElementTree

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from coachdesk.language import gettext, ngettext
from coachdesk.reports.scripts import printable
from coachdesk.resources import resource


def _finalize(value: object) -> object:
    # Markup is what a macro returned: escaped already, and to stay so.
    if isinstance(value, str) and not isinstance(value, Markup):
        return printable(value)
    return value


def fill_template(name: str, **values: Any) -> ElementTree.Element:
    """The markup of the template `name`, filled and parsed."""
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
