"""`coachdesk insights`: every figure with what it was made of, and nothing that ranks."""

from pathlib import Path

import pytest

from coachdesk.domain import statistics
from tests.cli.calling import Call

FIELDS = {"figure", "rep", "behaviour", "inputs", "n", "value", "interval", "shown", "wording"}
KINDS = {
    "share",
    "trend",
    "smoothed_rating",
    "change_signal",
    "before_after",
    "break_point",
    "style_balance",
    "promises_kept",
    "stage_conversion",
    "time_to_met",
    "activity_outcome",
    "activity_by_stage",
    "opportunities_decided",
    "prepared_difference",
    "misses",
    "published_figure",
}


def figures(call: Call, *words: str) -> list[dict]:
    answer = call("insights", "--json", *words)
    assert answer.status == 0
    return answer.fields["figures"]


def of(found: list[dict], kind: str, **equals: object) -> list[dict]:
    return [
        one
        for one in found
        if one["figure"] == kind and all(one[name] == value for name, value in equals.items())
    ]


def test_every_figure_says_its_inputs_and_its_sentence(call: Call, store: Path) -> None:
    found = figures(call)
    assert {one["figure"] for one in found} == KINDS
    assert all(one.keys() >= FIELDS and one["wording"] for one in found)
    hidden = [one for one in found if not one["shown"]]
    assert hidden
    assert {(one["value"], one["interval"]) for one in hidden} == {(None, None)}


def test_a_figure_can_be_recomputed_from_its_inputs(call: Call, store: Path) -> None:
    found = figures(call)
    for one in of(found, "share"):
        x, n = one["inputs"]["x"], one["inputs"]["n"]
        assert one["interval"] == (statistics.wilson(x=x, n=n) if n >= 6 else None)
        assert one["value"] == (x / n if n >= 6 else None)
    for one in of(found, "trend", shown=True):
        assert one["value"] == pytest.approx(statistics.p_rise(**one["inputs"]))
    for one in of(found, "break_point", shown=True):
        assert one["value"] == pytest.approx(statistics.p_weakest(**one["inputs"]))
        assert sum(one["value"]) == pytest.approx(1.0)
    for one in of(found, "before_after", shown=True):
        again = statistics.permutation(before=one["inputs"]["before"], after=one["inputs"]["after"])
        assert one["value"]["p"] == again.p


def test_one_rep_has_the_same_own_figures_alone_as_in_the_team(call: Call, store: Path) -> None:
    alone, whole = figures(call, "--rep", "Priya"), figures(call)
    own = [one for one in whole if one["rep"] == "Priya Raman"]
    assert own
    assert [one for one in alone if one["rep"] == "Priya Raman"] == own
    assert {one["rep"] for one in alone} == {"Priya Raman", None}


def test_how_the_manager_leads_is_told_over_time(call: Call, store: Path) -> None:
    of_all, *of_reps = of(figures(call), "style_balance")
    newest, before = of_all["history"]
    assert {kind: newest[kind] for kind in of_all["inputs"]} == of_all["inputs"]
    assert (newest["from"], newest["until"]) == ("2025-12-10", "2026-03-10")
    assert before["until"] == "2025-12-09"
    for kind in of_all["inputs"]:
        assert sum(one["inputs"][kind] for one in of_reps) == newest[kind]
    assert call("insights").out.count("Over a year, newest first: 17:13:0, 4:12:2") == 1


def test_an_earlier_day_knows_nothing_of_later_ones(call: Call, store: Path) -> None:
    before = figures(call, "--until", "2026-01-15")
    line = "Priya n4 Asked the plant lead what an hour of downtime costs, and waited @Dunmere"
    call("note", line)
    assert figures(call, "--until", "2026-01-15") == before
    now = of(figures(call), "share", rep="Priya Raman", behaviour="need_identification")[0]
    assert now["n"] == 9


@pytest.mark.parametrize("typed", ["soon", "2026-13-01", "2999-01-01"])
def test_a_day_that_cannot_be_is_refused(call: Call, store: Path, typed: str) -> None:
    answer = call("insights", "--until", typed)
    assert answer.status == 3
    assert answer.err.count("\n") == 1
    assert "--until" in answer.err


def test_the_text_has_no_verdict(call: Call, store: Path) -> None:
    text = call("insights").out
    assert "Priya Raman" in text
    assert "The chain probably breaks at Transition to partner" in text
    for word in ("significant", "proves", "causes ", "rank", "best", "worst"):
        assert word not in text.lower()
