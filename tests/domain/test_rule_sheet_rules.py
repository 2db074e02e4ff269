"""Rule sheets: what holds, what changed since a page, and who knows it as it stands."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from coachdesk.domain import rule_sheet_rules as rules
from coachdesk.domain.errors import InputError, RuleError
from coachdesk.domain.rule_sheets import RuleAcknowledgement, RuleSheetEntry

TODAY = date(2026, 3, 10)


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


def entry(subject: str = "Social media", days: int = -30, **more) -> RuleSheetEntry:
    words = {"rule": "The company profile is kept current."} | more
    return RuleSheetEntry(id=uuid4(), subject=subject, valid_from=on(days), **words)


def known(found: RuleSheetEntry, rep_id, days: int = -20):
    made = RuleAcknowledgement(
        id=uuid4(), rule_sheet_entry_id=found.id, rep_id=rep_id, day=on(days)
    )
    return {(found.id, rep_id): made}


def test_an_entry_says_at_least_one_of_the_three() -> None:
    with pytest.raises(InputError):
        entry(rule=" ")


def test_what_holds_on_a_day() -> None:
    old = entry(ended_on=on(-5))
    new, later = entry(days=-5), entry("CRM", days=3)
    assert rules.in_force((later, new, old), on(-6)) == (old,)
    assert rules.in_force((later, new, old), TODAY) == (new,)
    assert rules.standing((new, later, old)) == (later, new)


@pytest.mark.parametrize(
    ("after", "until", "changed"),
    [(-40, -30, True), (-30, -6, False), (-6, -5, True), (-5, 0, False), (-60, 0, True)],
)
def test_a_page_prints_them_only_after_a_change(after: int, until: int, changed: bool) -> None:
    entries = (entry(ended_on=on(-5)), entry(days=-5))
    assert rules.changed_between(entries, on(after), on(until)) is changed


def test_other_words_nobody_knows_yet_stay_one_row() -> None:
    found = entry()
    (made,) = rules.reworded(
        found, {"rule": "Kept current each month."}, is_known=False, new_id=uuid4(), as_of=TODAY
    )
    assert (made.id, made.valid_from, made.replaces_id) == (found.id, TODAY, None)


def test_other_words_that_somebody_knows_are_asked_again() -> None:
    found, rep = entry(), uuid4()
    ended, made = rules.reworded(
        found, {"boundary": "No remarks."}, is_known=True, new_id=uuid4(), as_of=TODAY
    )
    assert (ended.id, ended.ended_on, made.replaces_id) == (found.id, TODAY, found.id)
    said = known(found, rep)
    now = rules.known_by(rep, [made], said)
    assert (now.n, now.is_asked_again, now.is_whole) == (0, True, False)
    again = rules.known_by(rep, [made], said | known(made, rep, 0))
    assert (again.is_whole, again.is_asked_again, again.day) == (True, False, TODAY)


def test_the_same_words_change_nothing() -> None:
    found = entry()
    same = rules.reworded(found, {"rule": found.rule}, is_known=True, new_id=uuid4(), as_of=TODAY)
    assert same == ()


@pytest.mark.parametrize(("days", "code"), [(1, "E-RUL-01"), (-31, "E-RUL-02"), (-30, ""), (0, "")])
def test_a_rule_is_known_from_when_it_holds_until_today(days: int, code: str) -> None:
    try:
        rules.check_acknowledged(entry(), on(days), as_of=TODAY)
        said = ""
    except RuleError as refused:
        said = refused.code
    assert said == code
