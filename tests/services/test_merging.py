"""Two entries of one become one: nothing refers to the lost one, and undo brings all back."""

from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.asks import Ask, AskThread
from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.entity import Entity
from coachdesk.domain.labels import LabelSnapshot
from coachdesk.domain.people import Account, PartnerPerson, PartnerTeam, Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.talks import CoachingSession
from coachdesk.domain.vocabulary import NoteAbout, PrintMeans, TalkState
from coachdesk.services import merging
from coachdesk.services.asks import agree_ask, note_ask, withdraw_ask
from coachdesk.services.desk import Desk
from coachdesk.services.documents import print_form, print_summary
from coachdesk.services.drafts import unsaved_at, unsaved_draft
from coachdesk.services.exchange import export_bytes
from coachdesk.services.people import add_account
from coachdesk.services.private_notes import write_private_note
from coachdesk.store.table_parts import metadata
from tests.services.making import all_of, everything, on, refused, rep_called, running

MERGES = {
    Rep: merging.merge_reps,
    Account: merging.merge_accounts,
    PartnerTeam: merging.merge_partner_teams,
    PartnerPerson: merging.merge_partner_people,
}


def places_of(desk: Desk, id: UUID) -> set[str]:
    """Tables and columns that hold this id in any form; the journal keeps what was."""
    found = set()
    for table in metadata.sorted_tables:
        if table.name.startswith("journal"):
            continue
        for row in desk.ask(lambda reads, t=table: reads.rows(t.select())):
            for column, value in zip(table.columns, row, strict=True):
                if value == id.bytes or (isinstance(value, str) and str(id) in value):
                    found.add(f"{table.name}.{column.name}")
    return found


def rows_but_labels(desk: Desk) -> int:
    """A merge may write labels anew, and nothing else."""
    return sum(not isinstance(row, LabelSnapshot) for row in everything(desk))


@pytest.mark.parametrize("kind", MERGES)
@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_merge_leaves_no_trace_of_the_lost_one_and_undo_none_of_the_merge(
    desk: Desk, kind: type[Entity], data: st.DataObject
) -> None:
    rows = all_of(desk, kind)
    kept = data.draw(st.sampled_from(rows))
    may_be = [r for r in rows if r.id != kept.id and _may_merge(kept, r)]
    lost = data.draw(st.sampled_from(may_be))
    before, count = desk.ask(export_bytes), rows_but_labels(desk)
    desk.do(MERGES[kind], kept.id, lost.id)
    assert places_of(desk, lost.id) == set()
    assert rows_but_labels(desk) <= count - 1
    assert len(all_of(desk, kind)) == len(rows) - 1
    desk.undo()
    assert desk.ask(export_bytes) == before
    desk.redo()
    assert places_of(desk, lost.id) == set()
    desk.undo()


def _may_merge(kept: Entity, lost: Entity) -> bool:
    if isinstance(kept, PartnerPerson) and isinstance(lost, PartnerPerson):
        return kept.team_id == lost.team_id
    return True


def test_ids_that_only_a_neighbour_names_move_too(desk: Desk) -> None:
    priya, tom = rep_called(desk, "Priya"), rep_called(desk, "Tom")
    print_form(desk, tom.id, means=PrintMeans.FILE)
    note = {"about": NoteAbout.TRUST, "about_id": tom.id, "rep_id": tom.id}
    desk.do(write_private_note, **note, text="Trusts the team more since spring")
    held = {"printed_document.subject_id", "private_note.about_id", "observation.rep_id"}
    assert held < places_of(desk, tom.id)
    desk.do(merging.merge_reps, priya.id, tom.id)
    assert held < places_of(desk, priya.id)
    assert all_of(desk, PrintedDocument, subject_id=priya.id)
    assert all_of(desk, PrivateNote, about_id=priya.id, rep_id=priya.id)


def test_a_received_page_is_the_same_bytes_after_its_rep_was_merged(desk: Desk) -> None:
    received = next(t for t in all_of(desk, CoachingSession) if t.received_on is not None)
    before = print_summary(desk, received.id).content
    others = [rep for rep in all_of(desk, Rep) if rep.id != received.rep_id]
    desk.do(merging.merge_reps, others[0].id, received.rep_id)
    assert print_summary(desk, received.id).content == before


def test_figures_of_both_are_one(office: Desk) -> None:
    cobalt = all_of(office, Account, name="Cobalt")[0]
    again = office.do(add_account, "Cobalt Ltd", owner=rep_called(office, "Tom").id).result
    kept = office.do(merging.merge_accounts, cobalt.id, again.id).result
    assert (kept.name, kept.owner_rep_id) == ("Cobalt", rep_called(office, "Tom").id)


def test_one_entry_is_not_merged_with_itself(office: Desk) -> None:
    tom = rep_called(office, "Tom").id
    assert refused(lambda: office.do(merging.merge_reps, tom, tom)) == "E-MRG-02"


def test_people_of_different_teams_are_merged_after_their_teams(desk: Desk) -> None:
    people = all_of(desk, PartnerPerson)
    one, other = people[0], next(p for p in people if p.team_id != people[0].team_id)
    act = lambda: desk.do(merging.merge_partner_people, one.id, other.id)  # noqa: E731
    assert refused(act) == "E-MRG-03"
    desk.do(merging.merge_partner_teams, one.team_id, other.team_id)
    assert refused(act) == ""


def test_two_running_talks_are_closed_first(office: Desk) -> None:
    talk = running(office, "Priya")
    office.do(_put_running, rep_called(office, "Tom").id)
    act = lambda: office.do(merging.merge_reps, talk.rep_id, rep_called(office, "Tom").id)  # noqa: E731
    assert refused(act) == "E-MRG-01"


def _put_running(work, rep_id):
    """As an import may bring it: the program itself lets only one talk run."""
    work.put(
        CoachingSession(
            id=work.new_id(CoachingSession), rep_id=rep_id, day=work.as_of, state=TalkState.RUNNING
        )
    )


def asked(desk: Desk, name: str, *, agreed: bool = True) -> Ask:
    ask = desk.do(note_ask, rep_id=rep_called(desk, name).id, text="Write one page").result
    if agreed:
        terms = AskTerms(how="from the template", due_day=on(3), help_none=True)
        desk.do(agree_ask, ask.id, terms)
    return ask


def test_two_open_requests_on_one_subject_are_closed_first(office: Desk) -> None:
    one, other = asked(office, "Priya"), asked(office, "Tom")
    before = everything(office)
    kept, lost = rep_called(office, "Priya").id, rep_called(office, "Tom").id
    assert refused(lambda: office.do(merging.merge_reps, kept, lost)) == "E-MRG-01"
    assert everything(office) == before
    office.do(withdraw_ask, one.id, "Asked twice")
    office.do(merging.merge_reps, kept, lost)
    assert len(all_of(office, AskThread, rep_id=kept)) == 2
    assert all_of(office, Ask, id=other.id)


def test_an_open_request_and_an_unfinished_one_on_its_subject_share_a_thread(office: Desk) -> None:
    asked(office, "Priya", agreed=False)
    asked(office, "Tom")
    kept, lost = rep_called(office, "Priya").id, rep_called(office, "Tom").id
    office.do(merging.merge_reps, kept, lost)
    (thread,) = all_of(office, AskThread)
    assert thread.rep_id == kept
    assert len(all_of(office, Ask, thread_id=thread.id)) == 2


def test_what_was_being_typed_about_the_lost_one_is_found_at_the_kept_one(office: Desk) -> None:
    kept, lost = rep_called(office, "Priya").id, rep_called(office, "Tom").id
    office.autosave(unsaved_draft("private", lost, {"text": "Ask about"}, on(0), private=True))
    office.do(merging.merge_reps, kept, lost)
    found = office.ask(unsaved_at, "private", kept)
    assert found is not None
    assert (found.content or {})["text"] == "Ask about"
    assert places_of(office, lost) == set()
    office.undo()
    assert office.ask(unsaved_at, "private", lost) is not None
    assert office.ask(unsaved_at, "private", kept) is None
