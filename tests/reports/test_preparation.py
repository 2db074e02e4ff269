"""The form a rep fills in: one page in both sizes, fields with names, nothing private."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from coachdesk.reports.preparation import render_preparation
from coachdesk.views.briefs import Paper
from coachdesk.views.preparation_brief import PreparationBrief, RatingChoice, SeenEvent
from tests.reports.reading import fonts_of, pages_of

TITLES = (
    "Need identification",
    "Value positioning",
    "Transition to partner",
    "Follow-through",
    "All win",
)
BRIEF = PreparationBrief(
    language="en-GB",
    company="Example Company",
    rep="Priya Raman",
    manager="Alex Morgan",
    day="Tuesday 17 March 2026",
    form_code="2237",
    mark="coachdesk_2237_0_",
    made_on="Tuesday 10 March 2026",
    events=tuple(
        SeenEvent(key=f"rate_{n}", letter="NVTFW"[n], behaviour=title, where="Cobalt, Tue 3 Mar")
        for n, title in enumerate(TITLES)
    ),
    ratings=tuple(RatingChoice(value=n, name=f"Rating {n}") for n in range(1, 6)),
    hints=("Write what was said and done. " * 4,),
)
LONG = "An unusually long name of a customer and what was seen there that day " * 6
HOSTILE = replace(
    BRIEF,
    company=LONG,
    rep="{{ brief }} <b>\u202e שלום 😀",
    manager=LONG,
    events=tuple(replace(event, where=LONG) for event in BRIEF.events),
)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("brief", [BRIEF, replace(BRIEF, events=()), HOSTILE])
def test_it_is_one_page_with_embedded_fonts_and_repeatable(
    brief: PreparationBrief, paper: Paper
) -> None:
    made = render_preparation(brief, paper)
    assert made.pages == 1
    assert all(embedded for _name, embedded in fonts_of(made.pdf))
    assert made.pdf == render_preparation(brief, paper).pdf


def test_it_names_the_rep_the_day_the_code_and_the_hint() -> None:
    (page,) = pages_of(render_preparation(BRIEF, "A4").pdf)
    for words in ("Priya Raman", "Tuesday 17 March 2026", "form 2237", "what was said and done"):
        assert words in page


def test_every_field_is_spoken_limited_embedded_and_in_the_reading_order() -> None:
    with pikepdf.open(BytesIO(render_preparation(BRIEF, "A4").pdf)) as document:
        form = document.Root.AcroForm
        assert form.NeedAppearances
        assert "/FontFile2" in form.DR.Font.CoachdeskSans.FontDescriptor
        names = [str(field.T).removeprefix(BRIEF.mark) for field in form.Fields]
        assert names[:3] == ["view", "well", "need"]
        assert names[-5:] == ["promise1", "by1", "promise2", "by2", "ask"]
        tree = document.Root.StructTreeRoot.ParentTree.Nums
        owners = dict(zip(list(tree)[::2], list(tree)[1::2], strict=True))
        for field in form.Fields:
            assert str(field.TU)
            assert "/MaxLen" in field or field.FT == "/Ch"
            assert owners[field.StructParent].K.Obj.T == field.T
