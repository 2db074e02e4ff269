"""Every line of a roster is looked at before anything is created."""

from uuid import uuid4

import pytest

from coachdesk.domain.people import Rep
from coachdesk.domain.roster import read_list, read_row
from coachdesk.domain.roster_check import (
    MOST_REPS,
    FindingKind,
    Way,
    check_roster,
    suggested,
)
from tests.domain.making import TODAY

LENA = Rep(id=uuid4(), first_name="Lena", last_name="Ortiz")


def checked(text, known=(), **decisions):
    roster = read_list(text)
    rows = [read_row(line, as_of=TODAY) for line in roster.lines]
    made = {
        (int(key.split("_", 2)[1]), FindingKind(key.split("_", 2)[2])): way
        for key, way in decisions.items()
    }
    return check_roster(rows, known, made, unread_columns=roster.unread_columns)


def names(found):
    return [row.name for row in found.new_rows]


def test_clean_lines_need_no_look():
    found = checked("Priya Raman\nMarcus Hale")
    assert names(found) == ["Priya Raman", "Marcus Hale"]
    assert not found.findings
    assert not found.skipped


@pytest.mark.parametrize(
    ("text", "line", "kind", "words"),
    [
        ("Priya Raman\nOrtiz, Lena", 2, FindingKind.KNOWN, "looks like a rep you have"),
        ("Priya Raman\nRaman, Priya", 2, FindingKind.DOUBLE, "stands in line 1 already"),
        ("Priya Raman\npriya raman", 2, FindingKind.DOUBLE, "stands in line 1 already"),
        ("Priya Raman\nPriya Ramann", 2, FindingKind.ALIKE, "looks like Priya Raman"),
        ("L. Ortiz", 1, FindingKind.ALIKE, "looks like Lena Ortiz"),
        ("Priya Raman\n\nWest region", 3, FindingKind.NO_PERSON, "has no person"),
        ("Priya Raman, every 3 days", 1, FindingKind.ODD_SLOT, "between 7 and 90"),
        ("Priya Raman, Tue 25:10", 1, FindingKind.ODD_SLOT, "not a time of day"),
        ("P" * 41, 1, FindingKind.TOO_LONG, "over 40 characters"),
        ("Priya " + "R" * 41, 1, FindingKind.TOO_LONG, "over 40 characters"),
        ("Priya Raman, " + "r" * 61, 1, FindingKind.TOO_LONG, "over 60 characters"),
    ],
)
def test_what_needs_a_look_is_said_with_its_line(text, line, kind, words):
    (finding,) = checked(text, [LENA]).findings
    assert (finding.line, finding.kind) == (line, kind)
    assert words in finding.words
    assert finding.ways


def test_a_line_that_needs_a_look_is_neither_created_nor_lost():
    found = checked("Priya Raman\nWest region")
    assert names(found) == ["Priya Raman"]
    assert [row.row.line for row in found.rows] == [1, 2]


def test_a_skipped_line_is_named():
    found = checked("Priya Raman\nWest region", line_2_no_person=Way.SKIP)
    assert found.skipped == (2,)
    assert not found.findings


def test_a_line_without_a_person_can_be_kept_as_a_name():
    found = checked("West region", line_1_no_person=Way.KEEP)
    assert names(found) == ["West region"]


def test_a_line_without_any_letter_can_only_be_skipped():
    assert checked("----").findings[0].ways == (Way.SKIP,)


def test_keeping_an_odd_slot_keeps_the_person_without_it():
    found = checked("Priya Raman, every 3 days, Tue 10:30", line_1_odd_slot=Way.KEEP)
    (row,) = found.new_rows
    assert (row.rhythm_days, row.weekday) == (None, 1)


def test_a_double_line_that_is_merged_fills_up_the_first():
    found = checked("Priya Raman\nRaman, Priya, AE, Tue 10:30", line_2_double=Way.MERGE)
    (row,) = found.new_rows
    assert (row.line, row.role, row.weekday) == (1, "AE", 1)


def test_a_known_rep_can_be_merged_or_kept_beside_the_one_there_is():
    merged = checked("Ortiz, Lena, AE", [LENA], line_1_known=Way.MERGE)
    assert merged.new_rows == ()
    assert [(id, row.role) for id, row in merged.merges] == [(LENA.id, "AE")]
    both = checked("Ortiz, Lena, AE", [LENA], line_1_known=Way.KEEP)
    assert names(both) == ["Lena Ortiz"]
    assert not both.merges


def test_one_decision_does_not_hide_what_else_is_the_matter():
    found = checked("Priya Raman\nRaman, Priya, every 3 days", line_2_odd_slot=Way.KEEP)
    assert [f.kind for f in found.findings] == [FindingKind.DOUBLE]


def test_a_team_has_an_end():
    text = "\n".join(chr(0x4E00 + n) for n in range(MOST_REPS + 1))
    found = checked(text)
    assert len(found.new_rows) == MOST_REPS
    assert [f.kind for f in found.findings] == [FindingKind.TOO_MANY]


def test_the_suggestions_settle_everything_that_needs_no_typing():
    text = "Priya Raman\nRaman, Priya\nWest region\nTom Okafor, every 3 days\n" + "P" * 41
    found = checked(text, [LENA])
    roster = read_list(text)
    rows = [read_row(line, as_of=TODAY) for line in roster.lines]
    again = check_roster(rows, [LENA], suggested(found.findings))
    assert not again.findings
    assert names(again) == ["Priya Raman", "Tom Okafor"]
    assert again.skipped == (3, 5)


def test_what_has_no_place_is_said():
    found = checked("Name,Region\nLena Ortiz <lena@x.org>,West")
    assert found.notices == (
        "Nothing is read from the column “Region”.",
        "E-mail addresses are not kept.",
    )
