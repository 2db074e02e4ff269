"""`coachdesk print preparation` and `coachdesk form`: out to the rep, and back."""

from pathlib import Path

import pikepdf
import pytest

from tests.cli.calling import Call


@pytest.fixture
def form(call: Call, store: Path) -> str:
    """A form of Priya's, filled in and saved."""
    assert call("print", "preparation", "--rep", "Priya", "--out", "form.pdf").status == 0
    with pikepdf.open("form.pdf", allow_overwriting_input=True) as document:
        for field in document.Root.AcroForm.Fields:
            if str(field.T).endswith("_ask"):
                field.V = pikepdf.String("Twenty minutes on Birch")
        document.save("form.pdf")
    return "form.pdf"


def test_a_dry_run_shows_the_rows_and_keeps_nothing(call: Call, form: str) -> None:
    fields = call("form", form, "--dry-run", "--json").fields
    assert (fields["rep"], fields["read_before"], fields["dry_run"]) == ("Priya Raman", False, True)
    assert fields["rows"] == [
        {
            "row": "ask",
            "kind": "point",
            "text": "Asks of you: Twenty minutes on Birch",
            "note": "",
            "kept": False,
        }
    ]
    assert not call("form", form, "--dry-run", "--json").fields["read_before"]


def test_a_form_is_kept_once_and_taken_back_by_undo(call: Call, form: str) -> None:
    first = call("form", form)
    assert "On the agenda: Asks of you: Twenty minutes on Birch" in first.out
    again = call("form", form)
    assert (again.status, again.err.strip()) == (
        0,
        "This form was read before; nothing was kept a second time.",
    )
    assert call("undo").status == 0
    assert not call("form", form, "--json").fields["read_before"]


def test_what_is_no_form_is_refused_in_one_line(call: Call, store: Path) -> None:
    Path("odd.pdf").write_bytes(b"no PDF at all")
    for file in ("odd.pdf", "not-there.pdf"):
        answer = call("form", file)
        assert (answer.status, answer.out, answer.err.count("\n")) == (3, "", 1)
