"""A line of a talk and the record it becomes stay together."""

import pytest

from coachdesk.domain.ask_rules import AskTerms
from coachdesk.domain.asks import Ask, AskThread, Mandate
from coachdesk.domain.entity import Entity
from coachdesk.domain.errors import InputError
from coachdesk.domain.evidence import Draft, Observation, Rating
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.reading import ReadRating
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import SessionNote
from coachdesk.domain.vocabulary import (
    AskForm,
    AskState,
    DraftState,
    NoteMark,
    OwnerSide,
    PromiseOrigin,
    ReceivedMeans,
    ShareKind,
)
from coachdesk.services.asks import close_ask_unmet, discard_ask
from coachdesk.services.capture import complete_draft, read_line
from coachdesk.services.desk import Desk
from coachdesk.services.line_records import LineDraft
from coachdesk.services.private_notes import remove_private_note
from coachdesk.services.promises import keep_promise
from coachdesk.services.talk_notes import (
    RequirementTerms,
    agree_noted_ask,
    drop_line,
    keep_requirement,
    print_line,
    private_line,
)
from coachdesk.services.talks import receive_summary
from tests.services.making import (
    TODAY,
    TRANSITION,
    again,
    all_of,
    line,
    on,
    page_of,
    refused,
    rep_called,
    running,
    wrapped_up,
)
from tests.store.making import FakeClock

M = NoteMark
RATED = {"rating": ReadRating(behaviour=TRANSITION, value=4)}
TEXTS = {
    M.ASK: "Bring Stefan to the next meeting",
    M.SHARE: "How the first meeting at Cobalt went",
    M.COMMITMENT: "Send the pricing example",
    M.OBSERVATION: "Brought Stefan in with a clear hand-off @Cobalt",
    M.PRIVATE: "zanzibar",
    M.NONE: "Talked about the forecast",
}
BECOMES: dict[NoteMark, type[Entity] | None] = {
    M.ASK: Ask,
    M.SHARE: Share,
    M.COMMITMENT: Commitment,
    M.OBSERVATION: Observation,
    M.PRIVATE: PrivateNote,
    M.NONE: None,
}
RECORDS = (Ask, AskThread, Share, Commitment, Observation, Rating, Draft, PrivateNote, Mandate)


def a_line(desk: Desk, talk, mark: NoteMark, text: str | None = None, **fields) -> SessionNote:
    rated = RATED if mark is M.OBSERVATION else {}
    return line(desk, talk, mark, TEXTS[mark] if text is None else text, **rated | fields)


def counts(desk: Desk) -> dict[str, int]:
    return {kind.__name__: len(all_of(desk, kind)) for kind in RECORDS}


@pytest.mark.parametrize("mark", BECOMES)
def test_a_marked_line_becomes_its_record_on_the_spot(office: Desk, mark: NoteMark) -> None:
    note = a_line(office, running(office), mark)
    kind = BECOMES[mark]
    if kind is None:
        assert note.created_id is None
    else:
        assert [found.id for found in all_of(office, kind)] == [note.created_id]


def test_an_observation_in_a_talk_knows_its_talk_customer_and_rating(office: Desk) -> None:
    talk = running(office)
    a_line(office, talk, M.OBSERVATION)
    (seen,) = all_of(office, Observation)
    assert seen.comment == "Brought Stefan in with a clear hand-off Cobalt"
    assert seen.session_id == talk.id
    assert seen.account_id is not None
    assert [(r.behaviour_key, r.value) for r in all_of(office, Rating)] == [(TRANSITION, 4)]


def test_an_observation_that_is_too_short_waits_in_the_inbox(office: Desk) -> None:
    a_line(office, running(office), M.OBSERVATION, "Good start")
    assert all_of(office, Observation) == []
    assert [draft.comment for draft in all_of(office, Draft)] == ["Good start"]


def test_a_promise_belongs_to_the_rep_whose_name_begins_the_line(office: Desk) -> None:
    talk = running(office)
    a_line(office, talk, M.COMMITMENT, "Priya calls Birch by Friday")
    a_line(office, talk, M.COMMITMENT, "Send the example by Friday")
    owners = {p.text: (p.owner_side, p.due_day) for p in all_of(office, Commitment)}
    assert owners == {
        "Priya calls Birch by Friday": (OwnerSide.REP, on(3)),
        "Send the example by Friday": (OwnerSide.MANAGER, on(3)),
    }


@pytest.mark.parametrize("mark", BECOMES)
def test_a_removed_line_takes_its_record_with_it_and_undo_brings_both_back(
    office: Desk, mark: NoteMark
) -> None:
    talk = running(office)
    before = counts(office)
    note = a_line(office, talk, mark)
    with_it = counts(office)
    office.do(drop_line, note.id)
    assert counts(office) == before
    office.undo()
    assert counts(office) == with_it
    assert again(office, note) == note


@pytest.mark.parametrize("mark", BECOMES)
@pytest.mark.parametrize("then", BECOMES)
def test_a_line_whose_mark_changes_has_the_new_record_only(
    office: Desk, mark: NoteMark, then: NoteMark
) -> None:
    talk = running(office)
    before = counts(office)
    plain = a_line(office, talk, M.NONE)
    fresh = a_line(office, talk, then, id=plain.id)
    alone = counts(office)
    office.do(drop_line, fresh.id)
    assert counts(office) == before
    note = a_line(office, talk, mark)
    changed = a_line(office, talk, then, id=note.id)
    assert counts(office) == alone
    assert changed.mark is then


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (M.ASK, lambda record: record.text),
        (M.SHARE, lambda record: record.text),
        (M.COMMITMENT, lambda record: record.text),
        (M.OBSERVATION, lambda record: record.comment),
        (M.PRIVATE, lambda record: record.text),
    ],
)
def test_an_edited_line_rewords_its_record(office: Desk, mark: NoteMark, words) -> None:
    talk = running(office)
    note = a_line(office, talk, mark)
    a_line(office, talk, mark, "Other words that say enough", id=note.id)
    kind = BECOMES[mark]
    assert kind is not None
    assert [words(found) for found in all_of(office, kind)] == ["Other words that say enough"]


def test_the_words_of_a_private_line_stand_in_the_private_note_alone(office: Desk) -> None:
    talk = running(office)
    note = a_line(office, talk, M.PRIVATE)
    assert (note.text, note.print) == ("", False)
    assert office.ask(private_line, note.id) == "zanzibar"
    assert office.do(print_line, note.id, print=True).result.print is False
    assert "zanzibar" not in repr(page_of(office, talk))


@pytest.mark.parametrize(("mark", "prints"), [(M.NONE, False), (M.SHARE, False), (M.ASK, True)])
def test_plain_lines_and_shares_print_only_if_they_are_ticked(
    office: Desk, mark: NoteMark, prints: bool
) -> None:
    assert a_line(office, running(office), mark).print is prints


def test_the_tick_of_a_share_stands_in_the_share_and_outlives_an_edit(office: Desk) -> None:
    talk = running(office)
    note = a_line(office, talk, M.SHARE)
    office.do(print_line, note.id, print=True)
    for kind in (ShareKind.EXPERIENCE, ShareKind.STORY):
        kept = a_line(office, talk, M.SHARE, "Told once more", id=note.id, share_kind=kind)
        (share,) = all_of(office, Share)
        assert (share.kind, share.text, share.print, kept.print) == (
            kind,
            "Told once more",
            True,
            True,
        )


def test_a_line_outlives_a_record_that_was_removed_elsewhere(office: Desk) -> None:
    talk = running(office)
    private, ask = a_line(office, talk, M.PRIVATE), a_line(office, talk, M.ASK)
    office.do(remove_private_note, private.created_id)
    office.do(discard_ask, ask.created_id)
    assert office.ask(private_line, private.id) == ""
    a_line(office, talk, M.PRIVATE, "anew", id=private.id)
    a_line(office, talk, M.ASK, "Bring Stefan along", id=ask.id)
    assert [note.text for note in all_of(office, PrivateNote)] == ["anew"]
    office.do(drop_line, ask.id)
    assert all_of(office, Ask) == []


def test_what_was_completed_in_the_inbox_stays_when_its_line_is_edited(office: Desk) -> None:
    talk = running(office)
    note = a_line(office, talk, M.OBSERVATION, "Good start")
    whole = office.ask(read_line, "Priya t4 Brought Stefan in with a clear hand-off")
    office.do(complete_draft, note.created_id, whole)
    a_line(office, talk, M.OBSERVATION, "A good start with Stefan at Cobalt", id=note.id)
    assert len(all_of(office, Observation)) == 1
    office.do(drop_line, note.id)
    assert [draft.state for draft in all_of(office, Draft)] == [DraftState.PROMOTED]


def test_a_promise_that_was_kept_stays_when_its_line_is_dropped(office: Desk) -> None:
    note = a_line(office, running(office), M.COMMITMENT)
    office.do(keep_promise, note.created_id)
    office.do(drop_line, note.id)
    assert len(all_of(office, Commitment)) == 1


def test_a_line_with_an_impossible_day_is_refused_and_nothing_is_written(office: Desk) -> None:
    talk = running(office)
    with pytest.raises(InputError):
        a_line(office, talk, M.COMMITMENT, "Send it by 31 February")
    assert all_of(office, SessionNote) == []
    assert all_of(office, Commitment) == []


TERMS = AskTerms(
    form=AskForm.CHALLENGE,
    how="A joint call",
    due_day=on(7),
    help="Lend the slides",
    help_due_day=on(3),
)


def test_an_agreed_request_and_its_help_become_promises_and_go_with_the_line(office: Desk) -> None:
    note = a_line(office, running(office), M.ASK)
    ask = office.do(agree_noted_ask, note.id, TERMS).result
    by_side = {promise.owner_side: promise for promise in all_of(office, Commitment)}
    help_promise, own = by_side[OwnerSide.MANAGER], by_side[OwnerSide.REP]
    assert (help_promise.id, help_promise.due_day) == (ask.help_commitment_id, on(3))
    assert (own.text, own.due_day) == (ask.text, ask.due_day)
    office.do(drop_line, note.id)
    assert all_of(office, Commitment) == []
    assert all_of(office, AskThread) == []


def required(desk: Desk, talk, text: str = "Every hand-off is written down", **terms):
    draft = LineDraft(order=9, mark=M.MANDATE, text=text)
    how = {"how": "We read two together", "due_day": on(14)}
    return desk.do(keep_requirement, talk.id, draft, RequirementTerms(**how | terms)).result


def test_a_requirement_needs_an_unmet_request_or_twenty_characters_of_reason(
    office: Desk,
) -> None:
    talk = running(office)
    assert refused(lambda: required(office, talk)) == "E-MAN-01"
    assert refused(lambda: required(office, talk, skip_reason="Too late")) == "E-MAN-02"
    required(office, talk, skip_reason="The customer has threatened to leave us")
    (mandate,) = all_of(office, Mandate)
    assert mandate.ladder_skipped
    assert mandate.trigger_ids == ()


def test_a_requirement_after_an_unmet_request_rests_on_it(office: Desk, clock: FakeClock) -> None:
    talk = running(office)
    note = a_line(office, talk, M.ASK)
    terms = AskTerms(how="A joint call", due_day=on(1), help_none=True)
    ask = office.do(agree_noted_ask, note.id, terms).result
    clock.wait(days=2)
    office.do(close_ask_unmet, ask.id)
    kept = required(office, talk, thread_id=ask.thread_id)
    (mandate,) = all_of(office, Mandate)
    assert (kept.created_id, mandate.trigger_ids) == (mandate.id, (ask.id,))
    assert again(office, ask).state is AskState.UNMET


def test_an_open_requirement_goes_with_its_line(office: Desk) -> None:
    talk = running(office)
    reason = "The customer has threatened to leave us"
    office.do(drop_line, required(office, talk, skip_reason=reason).id)
    assert (all_of(office, Mandate), all_of(office, AskThread)) == ([], [])


def test_no_line_of_a_received_page_changes(office: Desk) -> None:
    talk = running(office)
    note = a_line(office, talk, M.SHARE)
    wrapped_up(office, talk)
    office.do(receive_summary, talk.id, TODAY, ReceivedMeans.SIGNATURE)
    for act in (
        lambda: a_line(office, talk, M.NONE),
        lambda: a_line(office, talk, M.SHARE, "Other words", id=note.id),
        lambda: office.do(drop_line, note.id),
        lambda: office.do(print_line, note.id, print=True),
        lambda: required(office, talk, skip_reason="The customer has threatened to leave"),
    ):
        assert refused(act) == "E-SES-13"
    assert rep_called(office, "Priya").id == talk.rep_id


def test_a_share_that_wants_something_back_is_no_share(office: Desk) -> None:
    talk = running(office)
    give = lambda: a_line(office, talk, M.SHARE, "My list, so that you owe me one")  # noqa: E731
    assert refused(give) == "E-SHA-01"
    assert all_of(office, Share) == []


@pytest.mark.parametrize("mark", [M.ASK, M.MANDATE, M.SHARE, M.COMMITMENT])
def test_undo_after_a_marked_line_takes_note_and_record_and_redo_brings_both(
    office: Desk, mark: NoteMark
) -> None:
    talk = running(office)
    before = counts(office)
    if mark is M.MANDATE:
        note = required(office, talk, skip_reason="The customer has threatened to leave us")
    else:
        note = a_line(office, talk, mark)
    with_it = counts(office)
    assert with_it != before
    office.undo()
    assert counts(office) == before
    assert all_of(office, SessionNote) == []
    office.redo()
    assert counts(office) == with_it
    assert again(office, note) == note


def test_undo_of_an_agreed_request_takes_the_promises_of_both_sides_too(office: Desk) -> None:
    note = a_line(office, running(office), M.ASK)
    ask = office.do(agree_noted_ask, note.id, TERMS).result
    promised = all_of(office, Commitment)
    assert {(p.owner_side, p.origin_kind) for p in promised} == {
        (OwnerSide.MANAGER, PromiseOrigin.ASK),
        (OwnerSide.REP, PromiseOrigin.ASK),
    }
    office.undo()
    assert again(office, ask).state is AskState.DRAFT
    assert all_of(office, Commitment) == []
    office.redo()
    assert again(office, ask) == ask
    assert all_of(office, Commitment) == promised
    office.undo()
    office.undo()
    assert (all_of(office, Ask), all_of(office, SessionNote)) == ([], [])
