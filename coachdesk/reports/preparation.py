"""The form a rep fills in before a one-on-one: one page, to be typed into and sent back."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

from reportlab.platypus import Flowable, Spacer

from coachdesk.language import gettext as _
from coachdesk.reports.composition import share_air
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.form_fields import (
    GAP,
    ChoiceRow,
    FieldRow,
    FieldSpec,
    Places,
    add_fields,
)
from coachdesk.reports.layout import entry_flowables, height_of, section_title
from coachdesk.reports.markup import fill_template
from coachdesk.reports.pages import Margins, build_pdf
from coachdesk.reports.render import Rendered, joined, page_words
from coachdesk.reports.scripts import missing_characters, printable, without_controls
from coachdesk.reports.typography import AREA_HEIGHT, AREA_WIDTH
from coachdesk.views.briefs import Paper
from coachdesk.views.preparation_brief import (
    LONGEST_DAY,
    LONGEST_POINT,
    LONGEST_PROMISE,
    LONGEST_VIEW,
    PROMISES,
    PreparationBrief,
)
from coachdesk.views.print_limits import NAME_CHARACTERS, cut, texts_of

CHOICE_WIDTH, DAY_WIDTH, PROMISE_LINES = 150.0, 110.0, 2
MOST_HINTS = 480


def render_preparation(brief: PreparationBrief, paper: Paper) -> Rendered:
    """The form as bytes, with its fields."""
    register_fonts()
    brief = _short(brief)
    document = fill_template(
        "preparation.xml",
        brief=brief,
        promises=PROMISES,
        longest_view=LONGEST_VIEW,
        longest_point=LONGEST_POINT,
        longest_promise=LONGEST_PROMISE,
        longest_day=LONGEST_DAY,
    )
    made = _("Coachdesk · form {code} · made {day}").format(code=brief.form_code, day=brief.made_on)
    title = _("Preparation for the one-on-one")
    margins = Margins(
        title=without_controls(f"{title}: {brief.rep}, {brief.day}"),
        language=brief.language,
        header_left=joined(cut(brief.company, NAME_CHARACTERS), title),
        header_right=joined(brief.rep, brief.day),
        header_mark="",
        footer_left=printable(made),
        footer_right=page_words(brief.version, ""),
    )
    places = Places()

    def story() -> list[Flowable]:
        places.clear()
        return _story(document, places)

    pdf, pages = build_pdf(story, margins, paper)
    return Rendered(
        pdf=add_fields(pdf, places), pages=pages, missing=missing_characters(texts_of(brief))
    )


def _short(brief: PreparationBrief) -> PreparationBrief:
    """The form within its one page: names and hints cut to what their places hold."""
    return replace(
        brief,
        rep=cut(brief.rep, NAME_CHARACTERS),
        manager=cut(brief.manager, NAME_CHARACTERS),
        hints=(cut(" ".join(brief.hints), MOST_HINTS),),
    )


def _story(document: Element, places: Places) -> list[Flowable]:
    flowables: list[Flowable] = []
    for section in document:
        flowables += section_title(section)
        for entry in section:
            if entry.tag in _FIELDS:
                flowables.append(_FIELDS[entry.tag](entry, places))
            else:
                flowables += [*entry_flowables(entry), Spacer(1, 3)]
    share_air(flowables, AREA_HEIGHT - height_of(flowables))
    return flowables


def _text(entry: Element, places: Places) -> Flowable:
    spec = FieldSpec(
        name=entry.get("name", ""),
        spoken=entry.get("spoken", ""),
        lines=int(entry.get("lines", "1")),
        longest=int(entry.get("longest", "0")),
    )
    return FieldRow([spec], places)


def _promise(entry: Element, places: Places) -> Flowable:
    """What is promised, and at the right by when."""
    what, by = (
        FieldSpec(
            name=part.get("name", ""),
            spoken=part.get("spoken", ""),
            label=part.get("label", ""),
            width=width,
            lines=PROMISE_LINES,
            longest=int(part.get("longest", "0")),
        )
        for part, width in zip(entry, (AREA_WIDTH - DAY_WIDTH - GAP, DAY_WIDTH), strict=True)
    )
    return FieldRow([what, by], places)


def _choice(entry: Element, places: Places) -> Flowable:
    spec = FieldSpec(
        name=entry.get("name", ""),
        spoken=entry.get("spoken", ""),
        label=entry.get("label", ""),
        width=CHOICE_WIDTH,
        options=(("", ""), *((each.get("value", ""), each.text or "") for each in entry)),
    )
    return ChoiceRow(spec, entry.get("letter", ""), places)


_FIELDS: dict[str, Callable[[Element, Places], Flowable]] = {
    "text-field": _text,
    "promise-fields": _promise,
    "choice-field": _choice,
}
