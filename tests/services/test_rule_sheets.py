"""Rule sheets: short lists, who knows them as they stand, and the back of the next summary."""

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.rule_sheets import RuleAcknowledgement, RuleSheetEntry
from coachdesk.services.desk import Desk
from coachdesk.services.rule_sheets import (
    acknowledge_rules,
    add_rule,
    end_rule,
    rename_sheet,
    rule_sheets,
    rules_to_tell,
    take_back_acknowledgement,
    word_rule,
)
from tests.services.making import all_of, page_of, rep_called, running, wrapped_up

SOCIAL = "Social media"


def sheet(desk: Desk, subject: str = SOCIAL):
    return next(each for each in desk.ask(rule_sheets) if each.subject == subject)


def knows(desk: Desk, name: str):
    return next(rep for rep in sheet(desk).reps if rep.name.startswith(name))


def _page(desk: Desk):
    return page_of(desk, wrapped_up(desk, running(desk, "Tom")))


def test_a_change_asks_again_who_knew_it(office: Desk) -> None:
    tom = rep_called(office, "Tom").id
    made = office.do(add_rule, " social  media ", rule="The profile is kept current.").result
    office.do(rename_sheet, made.subject, SOCIAL)
    office.do(acknowledge_rules, SOCIAL, tom)
    assert (sheet(office).knowing, knows(office, "Tom").n) == (1, 1)
    office.do(word_rule, made.id, "boundary", "No remarks about customers.")
    assert (knows(office, "Tom").n, knows(office, "Tom").is_asked_again) == (0, True)
    assert knows(office, "Priya").is_asked_again is False
    assert office.ask(rules_to_tell, tom) == ((SOCIAL, True),)
    office.do(acknowledge_rules, SOCIAL, tom)
    assert office.ask(rules_to_tell, tom) == ()
    # What was acknowledged first stays as it was read.
    assert len(all_of(office, RuleAcknowledgement)) == 2
    office.do(take_back_acknowledgement, SOCIAL, tom)
    assert knows(office, "Tom").is_asked_again is True


def test_a_rule_that_was_told_ends_and_one_that_was_not_goes(office: Desk) -> None:
    told = office.do(add_rule, SOCIAL, rule="The profile is kept current.").result
    office.do(acknowledge_rules, SOCIAL, rep_called(office, "Tom").id)
    fresh = office.do(add_rule, SOCIAL, limitation="No duty to post.").result
    assert knows(office, "Tom").of == 2
    for gone in (told, fresh):
        office.do(end_rule, gone.id)
    assert office.ask(rule_sheets) == ()
    assert [entry.id for entry in all_of(office, RuleSheetEntry)] == [told.id]
    office.undo()
    assert len(sheet(office).lines) == 1


def test_a_name_that_is_taken_is_refused(office: Desk) -> None:
    for subject in (SOCIAL, "CRM"):
        office.do(add_rule, subject, rule="Current.")
    with pytest.raises(InputError):
        office.do(rename_sheet, "CRM", "social MEDIA")
    assert {each.subject for each in office.ask(rule_sheets)} == {SOCIAL, "CRM"}


def test_the_back_of_the_summary_has_them_only_after_a_change(office: Desk, clock) -> None:
    made = office.do(add_rule, SOCIAL, rule="The profile is kept current.").result
    first = _page(office)
    assert [(line.subject, line.is_new) for line in first.rules] == [(SOCIAL, False)]
    clock.wait(days=14)
    assert _page(office).rules == ()
    clock.wait(days=7)
    office.do(word_rule, made.id, "limitation", "No duty to post.")
    clock.wait(days=7)
    (line,) = _page(office).rules
    assert (line.limitation, line.is_new) == ("No duty to post.", True)
