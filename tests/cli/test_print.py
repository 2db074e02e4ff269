"""`coachdesk print` and `demo`: the document where it was asked for, or what was there before."""

import json
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from pypdf import PdfReader

from tests.cli.calling import NOW, Call


def text_of(path: object) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(str(path)).pages)


def talks(call: Call) -> list[dict[str, str]]:
    """Every talk with its rep's name, oldest first."""
    call("export", "all.json", "--quiet")
    entities = json.loads(Path("all.json").read_text("utf-8"))["entities"]
    names = {rep["id"]: rep["first_name"] for rep in entities["rep"]}
    rows = [talk | {"name": names[talk["rep_id"]]} for talk in entities["coaching_session"]]
    return sorted(rows, key=lambda talk: (talk["day"], talk["start"]))


def test_the_summary_of_the_newest_talk_is_written(call: Call, store: Path) -> None:
    answer = call("print", "summary", "--rep", "Priya", "--out", "priya.pdf", "--json")
    assert answer.fields == {"path": "priya.pdf", "pages": len(PdfReader("priya.pdf").pages)}
    assert "Priya Raman" in text_of("priya.pdf")


def test_latest_is_the_newest_held_talk_and_next_is_a_draft(call: Call, store: Path) -> None:
    held = [talk for talk in talks(call) if talk["state"] in ("held", "wrapped_up")]
    assert call("print", "summary", "--out", "latest.pdf").status == 0
    assert held[-1]["name"] in text_of("latest.pdf")
    assert call("print", "summary", "--session", "next", "--out", "next.pdf").status == 0
    assert "Draft" in text_of("next.pdf")
    by_id = call("print", "summary", "--session", held[0]["id"], "--out", "first.pdf")
    assert by_id.status == 0
    assert held[0]["name"] in text_of("first.pdf")


@pytest.mark.parametrize(
    "words",
    [
        ["--session", "abc"],
        ["--session", "00000000-0000-4000-8000-000000000000"],
        ["--rep", "Nobody"],
    ],
    ids=" ".join,
)
def test_a_talk_that_is_not_there_is_refused(call: Call, store: Path, words: list[str]) -> None:
    answer = call("print", "summary", *words, "--out", "x.pdf")
    assert (answer.status, answer.out) == (3, "")
    assert not Path("x.pdf").exists()


def test_a_save_that_fails_leaves_the_old_file_as_it_was(call: Call, store: Path) -> None:
    Path("taken").mkdir()
    Path("taken/old.txt").write_text("old")
    answer = call("print", "summary", "--out", "taken")
    assert answer.status == 3
    assert [path.name for path in Path("taken").iterdir()] == ["old.txt"]
    assert call("print", "summary", "--out", "nowhere/x.pdf").status == 3


def test_a_document_never_takes_the_place_of_the_store(call: Call, store: Path) -> None:
    before = store.read_bytes()
    for words in (["print", "summary", "--out"], ["print", "form", "--out"]):
        assert call(*words, store).status == 3
    odd = store.rename(store.with_name("team.json"))
    assert call("--store", odd, "export", odd).status == 3
    assert odd.read_bytes() == before


def test_a_blank_form_and_one_for_a_rep_fit_both_papers(call: Call, store: Path) -> None:
    assert call("print", "form", "--out", "blank.pdf", "--paper", "letter").status == 0
    assert round(PdfReader("blank.pdf").pages[0].mediabox.height) == 792
    assert call("print", "form", "--rep", "Tom", "--out", "tom.pdf", "--paper", "a4").status == 0
    assert round(PdfReader("tom.pdf").pages[0].mediabox.height) == 842
    assert "Tom Hartley" in text_of("tom.pdf")
    assert "Tom Hartley" not in text_of("blank.pdf")


def test_demo_without_a_window_prints_the_newest_summary_and_its_path_alone(
    call: Call, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COACHDESK_STORE", str(home / "mine.coachdesk"))
    answer = call("demo", "--out", "paper")
    assert answer.status == 0
    path = Path(answer.out.removesuffix("\n"))
    assert path.parent == home / "paper"
    assert path.name == "one-on-one-sofia-almeida-2026-03-06.pdf"
    assert "Sofia Almeida" in text_of(path)
    assert "display" in answer.err
    assert not Path("mine.coachdesk").exists()


def test_demo_keeps_a_sample_of_today_and_makes_one_of_another_day_anew(
    call: Call, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call("note", "Priya t4 Zanzibar was named in the first minute")
    demo = ("demo", "--no-window", "--store", store)
    assert call(*demo).status == 0
    assert "Zanzibar" in exported(call)
    monkeypatch.setenv("COACHDESK_NOW", "2026-03-12T09:00+01:00")
    assert call(*demo).status == 0
    assert "Zanzibar" not in exported(call)
    assert not list(store.parent.glob(".*"))


def exported(call: Call) -> str:
    call("export", "all.json", "--quiet")
    return Path("all.json").read_text("utf-8")


def test_demo_refuses_a_store_that_is_no_sample(call: Call, store: Path) -> None:
    with sqlcipher3.dbapi2.connect(str(store)) as raw:
        raw.execute("UPDATE workspace SET kind = 'own', sample_day = NULL")
    raw.close()
    before = store.read_bytes()
    answer = call("demo", "--no-window", "--store", store)
    assert (answer.status, answer.out) == (3, "")
    assert "not a sample" in answer.err
    letter = Path("letter.txt")
    letter.write_text("Dear friend")
    assert call("demo", "--no-window", "--store", letter).status == 4
    assert (store.read_bytes(), letter.read_text()) == (before, "Dear friend")


def test_the_same_day_gives_the_same_page(call: Call, store: Path, sample_file: Path) -> None:
    shutil.copyfile(sample_file, "other.coachdesk")
    call("print", "summary", "--out", "one.pdf")
    call("--store", "other.coachdesk", "print", "summary", "--out", "two.pdf")
    assert Path("one.pdf").read_bytes() == Path("two.pdf").read_bytes()
    assert NOW.startswith("2026-03-10")


def test_an_alignment_page_is_written_for_a_team_by_the_start_of_its_name(
    call: Call, store: Path
) -> None:
    answer = call("print", "alignment", "--partner", "integr", "--out", "both.pdf", "--json")
    assert answer.fields == {"path": "both.pdf", "pages": 1}
    assert "Mei Tanaka" in text_of("both.pdf")


def test_the_start_of_a_whole_name_is_meant_before_that_of_a_word(call: Call, store: Path) -> None:
    answer = call("print", "alignment", "--partner", "service", "--out", "both.pdf")
    assert answer.status == 0
    assert "Ingrid Halvorsen" in text_of("both.pdf")


def test_a_team_that_is_not_clear_is_refused_with_the_candidates(call: Call, store: Path) -> None:
    for typed, said in (("e x", "Customer Training"), ("nobody", "Customer Training")):
        answer = call("print", "alignment", "--partner", typed, "--out", "x.pdf")
        assert answer.status == 3
        assert said in answer.err
    assert call("print", "alignment", "--out", "x.pdf").status == 2
    assert call("print", "form", "--partner", "svc", "--out", "x.pdf").status == 2
    assert not Path("x.pdf").exists()


def test_the_next_joint_meeting_is_written_of_a_rep_and_a_team(call: Call, store: Path) -> None:
    answer = call("print", "joint-meeting", "--out", "next.pdf", "--json")
    assert answer.fields == {"path": "next.pdf", "pages": 1}
    assert "Who says what" in text_of("next.pdf")
    words = ["print", "joint-meeting", "--rep", "Owen", "--partner", "Customer T"]
    assert call(*words, "--out", "owen.pdf", "--paper", "letter").status == 0
    assert "Owen" in text_of("owen.pdf")
    for wrong in (["--rep", "Nobody"], ["--partner", "Nobody"]):
        refused = call("print", "joint-meeting", *wrong, "--out", "x.pdf")
        assert (refused.status, refused.out) == (3, "")
    assert call("print", "form", "--partner", "Customer T", "--out", "x.pdf").status == 2
    assert call("print", "joint-meeting", "--session", "next", "--out", "x.pdf").status == 2
    assert not Path("x.pdf").exists()


def test_without_a_joint_meeting_the_way_out_is_said(call: Call, store: Path) -> None:
    answer = call(
        "print", "joint-meeting", "--rep", "Priya", "--partner", "Marketing", "--out", "x.pdf"
    )
    assert answer.status == 3
    assert "Plan one first" in answer.err


def test_an_early_access_sheet_is_written_for_a_team(call: Call, store: Path) -> None:
    answer = call("print", "early-access", "--partner", "integr", "--out", "e.pdf", "--json")
    assert answer.fields == {"path": "e.pdf", "pages": 1}
    assert "What may be coming" in text_of("e.pdf")
    assert call("print", "early-access", "--out", "x.pdf").status == 2
    refused = call("print", "early-access", "--partner", "nobody", "--out", "x.pdf")
    assert (refused.status, "Customer Training" in refused.err) == (3, True)
    assert not Path("x.pdf").exists()


def test_the_development_record_is_of_one_rep(call: Call, store: Path) -> None:
    assert call("print", "record", "--rep", "Priya", "--out", "record.pdf").status == 0
    assert "Priya Raman" in text_of("record.pdf")
    assert call("print", "record", "--out", "x.pdf").status == 2
    assert call("print", "record", "--rep", "Nobody", "--out", "x.pdf").status == 3


def test_the_year_of_a_rep_is_one_page_and_needs_a_rep(call: Call, store: Path) -> None:
    answer = call("print", "year", "--rep", "Priya", "--out", "year.pdf", "--json")
    assert answer.fields == {"path": "year.pdf", "pages": 1}
    assert "Priya Raman" in text_of("year.pdf")
    assert call("print", "year", "--out", "none.pdf").status == 2
    assert (
        call("print", "year", "--rep", "Priya", "--session", "next", "--out", "x.pdf").status == 2
    )
