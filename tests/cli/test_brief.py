"""`coachdesk brief` shows what to know before the next one-on-one, and nothing private."""

import json
import unicodedata
from dataclasses import fields
from pathlib import Path

from coachdesk.app import make_app
from coachdesk.services.sample import sample_id
from coachdesk.views.talks import TalkBrief
from tests.cli.calling import Call
from tests.hostile_team import hostile_team


def test_a_brief_names_last_talk_promises_behaviour_with_evidence_and_agenda(
    call: Call, store: Path
) -> None:
    answer = call("brief", "Priya")
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert lines[0] == "One-on-one with Priya Raman, Tuesday 10 March 2026, 10:30, 30 minutes"
    headings = [line for line in lines if line and not line.startswith(" ")][1:]
    assert headings == [
        "Last talk",
        "Promises",
        "With partners",
        "Requests",
        "Expectations",
        "Behaviour",
        "Agenda",
    ]
    assert "  You: Ask Stefan's manager for a second analyst (by today)" in lines
    assert "  Transition to partner: 6 of 10 rated 4 or 5" in lines
    assert "  Cobalt Lane Printing: with Integration Services for 29 days, agreed 35" in lines


def test_the_json_answer_has_the_fields_of_the_brief(call: Call, store: Path) -> None:
    answer = call("--json", "brief", "Pri")
    names = [field.name for field in fields(TalkBrief)]
    assert list(answer.fields) == [*names, "expectations", "requests", "balance"]
    assert answer.fields["head"]["day"] == "2026-03-10"
    assert answer.fields["head"]["start"] == "10:30"
    waits = answer.fields["batons"][0]
    assert (waits["held_days"], waits["breaks_at"]) == (117, "value_positioning")
    assert waits["words"].startswith("Tarn Valley Textiles: with Priya for 117 days")


def test_a_brief_tells_requests_of_both_and_the_step_that_is_permitted_next(
    call: Call, store: Path
) -> None:
    lines = call("brief", "Priya").out.splitlines()
    begin = "  Priya asks C. Adeyemi, Dunmere Clinics: Would you send us the number of corrections"
    assert [line for line in lines if line.startswith(begin) and line.endswith("(by Thu)")]
    assert "  13 weeks: 2 requests, 2 shares, 0 requirements" in lines
    lines = call("brief", "Tom").out.splitlines()
    assert [line for line in lines if line.endswith("(unfinished: how, by when, what help?)")]
    answer = call("--json", "brief", "Marco")
    asked = {each["next"]: each for each in answer.fields["requests"]}
    assert set(asked) == {"require", "settle"}
    assert (asked["require"]["state"], asked["require"]["requests"]) == ("unmet", 1)
    assert (asked["settle"]["help"], asked["settle"]["due_day"]) == ("due", "2026-03-19")
    assert answer.fields["balance"] == {"ask": 4, "share": 2, "mandate": 0}
    assert call("--json", "brief", "Aisha").fields["balance"] is None
    assert "form" not in asked["require"]


def test_no_private_note_reaches_a_brief(call: Call, store: Path) -> None:
    call("export", "all.json", "--quiet")
    entities = json.loads(Path("all.json").read_text("utf-8"))["entities"]
    private = [note["text"] for note in entities["private_note"]]
    assert private
    for rep in entities["rep"]:
        for words in (["brief", rep["id"]], ["brief", rep["id"], "--json"]):
            out = call(*words).out
            assert not [text for text in private if text in out]


def test_without_a_planned_talk_the_brief_says_so(call: Call, store: Path, monkeypatch) -> None:
    monkeypatch.setenv("COACHDESK_NOW", "2027-03-10T09:00+01:00")
    answer = call("brief", "Priya")
    assert (answer.status, answer.out) == (0, "No one-on-one with Priya Raman is planned.\n")
    asked = call("brief", "Priya", "--json")
    assert asked.status == 0
    assert asked.fields["head"] is None


def test_an_unknown_or_ambiguous_name_is_refused_with_the_candidates(
    call: Call, store: Path
) -> None:
    unknown = call("brief", "Xavier")
    assert (unknown.status, unknown.out) == (3, "")
    assert "Priya Raman" in unknown.err
    assert unknown.err.count("\n") == 1
    call("--store", "two.coachdesk", "import", _two_toms(call))
    ambiguous = call("--store", "two.coachdesk", "brief", "Tom", "--json")
    assert ambiguous.status == 3
    assert "Tom Hartley, Tom Ashby" in ambiguous.fields["error"]["message"]


def _two_toms(call: Call) -> str:
    call("export", "all.json", "--quiet")
    content = json.loads(Path("all.json").read_text("utf-8"))
    priya = next(rep for rep in content["entities"]["rep"] if rep["first_name"] == "Viktor")
    priya |= {"first_name": "Tom", "last_name": "Ashby", "sort_order": 9}
    Path("toms.json").write_text(json.dumps(content), "utf-8")
    return "toms.json"


def test_hostile_names_and_notes_reach_the_terminal_as_plain_lines(call: Call, store: Path) -> None:
    desk = make_app().open_desk(store)
    desk.load(hostile_team)
    desk.close()
    answer = call("brief", str(sample_id("priya")))
    assert answer.status == 0
    odd = {c for c in answer.out if unicodedata.category(c) == "Cc"} - {"\n"}
    assert odd == set()
    assert call("brief", str(sample_id("priya")), "--json").fields["head"]
