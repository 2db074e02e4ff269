"""Copies of our templates in the person's folder: made once, tried, put aside, taken back."""

import stat
from pathlib import Path

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.services.own_templates import (
    copy_template,
    put_aside,
    take_back,
    template_rows,
    tried_templates,
)
from coachdesk.views.own_templates import FILES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "templates"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nothing_is_made_before_the_first_copy(folder: Path) -> None:
    assert not any(row.is_own for row in tried_templates(folder))
    assert not folder.exists()


def test_every_copy_works_as_it_is_and_is_the_persons_alone(folder: Path) -> None:
    for kind in FILES:
        if kind != "style":  # comes with the first copy
            copy_template(folder, kind)
    assert {row.fault for row in tried_templates(folder)} == {""}
    assert mode(folder) == 0o700
    assert {mode(path) for path in folder.iterdir()} == {0o600}
    told = (folder / "README.txt").read_text("utf-8")
    assert "brief.rep_promises" in told
    assert "<promise due state [closed]>" in told


def test_a_copy_never_takes_the_place_of_the_persons_own(folder: Path) -> None:
    path = copy_template(folder, "year")
    path.write_text("mine", "utf-8")
    with pytest.raises(InputError) as refused:
        copy_template(folder, "year")
    assert "yours already" in refused.value.message
    assert path.read_text("utf-8") == "mine"


def test_going_back_to_ours_loses_nothing(folder: Path) -> None:
    path = copy_template(folder, "summary")
    path.write_text("mine", "utf-8")
    aside = put_aside(folder, "summary")
    assert aside.name == "summary.xml.1"
    assert not template_rows(folder)[0].is_own
    take_back(folder, "summary", aside)
    assert path.read_text("utf-8") == "mine"
    copied_again = put_aside(folder, "summary")
    copy_template(folder, "summary")
    assert put_aside(folder, "summary").name == "summary.xml.2"
    assert copied_again.read_text("utf-8") == "mine"


def test_a_mistake_is_told_for_its_document_alone(folder: Path) -> None:
    path = copy_template(folder, "record")
    copy_template(folder, "summary")
    path.write_text(path.read_text("utf-8").replace("record.talks", "record.tolks"), "utf-8")
    (folder / "style.toml").write_text('titles = "#EEEEEE"', "utf-8")
    faults = {row.kind: row.fault for row in tried_templates(folder) if row.fault}
    assert set(faults) == {"record", "style"}
    assert "is “talks” meant?" in faults["record"]
