"""`coachdesk playbook`: written, compared, taken only when it is said."""

from pathlib import Path

from tests.cli.calling import Call

RULE = "rules:\n  - subject: Mail\n    entries:\n      - rule: Answered within a day.\n"
OTHER = "coachdesk_playbook: 1\nsituations:\n  - key: large_deal\n    compete: Openly.\n" + RULE


def test_a_playbook_is_written_and_is_the_same_again(call: Call, store: Path) -> None:
    answer = call("playbook", "export", "ours.yaml", "--json")
    assert (answer.status, answer.fields["path"]) == (0, "ours.yaml")
    again = call("playbook", "import", "ours.yaml", "--json")
    assert again.fields["differences"] == []
    assert "Nothing differs" in again.err
    assert call("history").out.count("playbook read in") == 0


def test_nothing_is_taken_unless_it_is_said(call: Call, store: Path) -> None:
    Path("theirs.yaml").write_text(OTHER, "utf-8")
    shown = call("playbook", "import", "theirs.yaml")
    assert "other · Expectations · Large deal" in shown.out
    assert "  + Where to compete: Openly." in shown.out
    assert "1 new, 1 other than yours" in shown.err
    assert "Nothing was taken." in shown.err
    taken = call("playbook", "import", "theirs.yaml", "--take", "new", "--json")
    assert [(row["title"], row["is_taken"]) for row in taken.fields["differences"]] == [
        ("Large deal", False),
        ("Mail", True),
    ]
    call("playbook", "import", "theirs.yaml", "--take", "all")
    assert call("playbook", "import", "theirs.yaml", "--json").fields["differences"] == []
    assert "playbook read in" in call("undo").out


def test_a_broken_file_is_named_by_line_and_field(call: Call, store: Path) -> None:
    Path("theirs.yaml").write_text(OTHER.replace("compete", "competes"), "utf-8")
    answer = call("playbook", "import", "theirs.yaml")
    assert answer.status == 3
    assert "“theirs.yaml”: Line 4, “competes”: this is no field of “large_deal”." in answer.err
