"""One command is one transaction, and the journal takes it back."""

from dataclasses import replace

import pytest

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.errors import RuleError, StoreError
from coachdesk.domain.evidence import Draft
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.vocabulary import DocumentKind, DraftSource, DraftState, PrintMeans
from coachdesk.services.desk import Desk
from coachdesk.services.documents import record_print
from coachdesk.services.drafts import any_unsaved, unsaved_at, unsaved_draft
from coachdesk.store.opening import open_store
from tests.store.making import add_account, add_rep, new_desk, remove_account, reopened


def rename(work, rep_id, name):
    return work.put(replace(work.get(Rep, rep_id), first_name=name))


def rename_then_fail(work, rep_id, name):
    rename(work, rep_id, name)
    raise RuleError("E-TST-01", "refused")


def names(desk):
    return sorted(rep.first_name for rep in desk.ask(lambda reads: reads.find(Rep)))


def test_a_command_returns_its_result_and_what_it_touched(desk):
    outcome = desk.do(add_rep, "Ann")
    assert outcome.result.first_name == "Ann"
    assert outcome.changes.kinds == {Rep}
    assert outcome.changes.rep_ids == {outcome.result.id}


def test_a_refused_command_changes_nothing_and_leaves_no_entry(desk):
    ann = desk.do(add_rep, "Ann").result
    with pytest.raises(RuleError):
        desk.do(rename_then_fail, ann.id, "Bob")
    assert names(desk) == ["Ann"]
    assert desk.undo()[0].command == "add_rep"


def test_a_broken_reference_is_refused_at_the_end_and_the_next_command_works(desk):
    ann = desk.do(add_rep, "Ann").result
    desk.do(add_account, "Dunmere", ann.id)

    def lose_the_owner(work):
        work.remove(work.get(Rep, ann.id))

    with pytest.raises(Exception, match="FOREIGN KEY"):
        desk.do(lose_the_owner)
    desk.do(rename, ann.id, "Bea")
    assert names(desk) == ["Bea"]


def test_undo_and_redo_walk_the_same_steps_back_and_forth(desk):
    ann = desk.do(add_rep, "Ann").result
    desk.do(rename, ann.id, "Bea")
    assert desk.undo()[0].command == "rename"
    assert names(desk) == ["Ann"]
    desk.undo()
    assert names(desk) == []
    desk.redo()
    desk.redo()
    assert names(desk) == ["Bea"]
    with pytest.raises(RuleError) as refused:
        desk.redo()
    assert refused.value.code == "E-UND-02"


def test_a_new_command_after_undo_ends_redo(desk):
    ann = desk.do(add_rep, "Ann").result
    desk.do(rename, ann.id, "Bea")
    desk.undo()
    desk.do(rename, ann.id, "Cleo")
    with pytest.raises(RuleError):
        desk.redo()
    desk.undo()
    assert names(desk) == ["Ann"]


def test_undo_outlives_a_restart(desk, clock):
    ann = desk.do(add_rep, "Ann").result
    desk.do(rename, ann.id, "Bea")
    again = reopened(desk, clock)
    again.undo()
    assert names(again) == ["Ann"]
    third = reopened(again, clock)
    third.redo()
    assert names(third) == ["Bea"]
    third.close()


def test_removed_rows_come_back_with_their_parents(desk):
    ann = desk.do(add_rep, "Ann").result
    dunmere = desk.do(add_account, "Dunmere", ann.id).result
    desk.do(remove_account, dunmere.id)
    desk.undo()
    assert desk.ask(lambda reads: reads.get(Account, dunmere.id)) == dunmere


def test_an_unchanged_value_writes_nothing_and_journals_nothing(desk):
    ann = desk.do(add_rep, "Ann").result
    assert desk.do(rename, ann.id, "Ann").changes.kinds == frozenset()
    assert desk.undo()[0].command == "add_rep"


def test_undo_skips_what_was_printed(desk):
    desk.do(add_rep, "Ann")
    desk.do_print(
        record_print, kind=DocumentKind.FORM, means=PrintMeans.FILE, content=b"%PDF", form_number=7
    )
    assert desk.undo()[0].command == "add_rep"
    assert names(desk) == []
    printed = desk.ask(lambda reads: reads.find(PrintedDocument))
    assert [document.form_number for document in printed] == [7]


def test_the_clock_of_the_journal_never_runs_back(desk, clock):
    from sqlalchemy import text

    desk.do(add_rep, "Ann")
    clock.wait(days=-30)
    desk.do(add_rep, "Bea")
    stamps = desk.ask(
        lambda reads: [row[0] for row in reads.rows(text("SELECT stamp FROM journal_entry"))]
    )
    assert stamps == sorted(stamps)
    assert len(set(stamps)) == 2


def test_typed_work_is_kept_outside_the_journal(desk, clock):
    ann = desk.do(add_rep, "Ann").result
    draft = unsaved_draft("talk line", ann.id, {"text": "half a sen"}, desk.as_of)
    desk.autosave(draft)
    again = reopened(desk, clock)
    kept = again.ask(unsaved_at, "talk line", ann.id)
    assert kept.content["text"] == "half a sen"
    assert again.undo()[0].command == "add_rep"
    again.drop_autosave(kept)
    assert again.ask(any_unsaved) == []
    again.close()


def test_inbox_rows_are_not_kept_by_autosave(desk):
    inbox = Draft(
        id=desk.do(add_rep, "Ann").result.id,
        source=DraftSource.CAPTURE,
        day=desk.as_of,
        state=DraftState.WAITING,
    )
    with pytest.raises(ValueError, match="unsaved"):
        desk.autosave(inbox)


def test_a_read_only_desk_reads_and_refuses_to_write(desk, clock):
    desk.do(add_rep, "Ann")
    reading = Desk(open_store(desk.store.path, now=clock(), read_only=True), clock)
    assert names(reading) == ["Ann"]
    with pytest.raises(StoreError) as refused:
        reading.do(add_rep, "Bea")
    assert refused.value.code == "read_only"
    with pytest.raises(StoreError):
        reading.undo()
    reading.close()


def test_reading_goes_on_while_another_desk_writes(tmp_path, clock):
    writing = new_desk(tmp_path / "shared.coachdesk", clock)
    reading = Desk(open_store(writing.store.path, now=clock(), read_only=True), clock)
    writing.do(add_rep, "Ann")
    assert names(reading) == ["Ann"]
    reading.close()
    writing.close()
