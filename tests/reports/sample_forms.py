"""A form to print, from the shipped content."""

import json
from typing import Any

from coachdesk.resources import resource
from coachdesk.views.briefs import FormBehaviour, FormBrief, FormCause, FormRating


def _content() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(resource("content", "behaviours.json").read_text("utf-8"))
    return content


def _behaviour(entry: dict[str, Any]) -> FormBehaviour:
    return FormBehaviour(
        letter=entry["letter"].upper(),
        title=entry["title"],
        short_title=entry["short_title"],
        short_cue=entry["short_cue"],
        anchors=tuple(entry["anchors"][value] for value in "12345"),
    )


CONTENT = _content()
FORM = FormBrief(
    language="en-GB",
    company="Example Company",
    form_code="2237",
    example="2237 T4 N5 V3 - - - 2",
    made_on="Tuesday 10 March 2026",
    rep="Priya Raman",
    planned="Castellan Bank, Thu 12 March",
    behaviours=tuple(_behaviour(e) for e in CONTENT["behaviours"] if e["kind"] == "behaviour"),
    ratings=tuple(
        FormRating(value=int(value), name=name)
        for value, name in CONTENT["rating_scale"]["short_names"].items()
    ),
    causes=tuple(
        FormCause(letter=e["paper"].upper(), title=e["title"], meaning=e["meaning"])
        for e in CONTENT["cause_codes"]
    ),
    hints=tuple(CONTENT["writing_hints"][1:3]),
)
