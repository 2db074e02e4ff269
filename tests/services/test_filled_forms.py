"""A form that a rep filled in comes back from its file: what was typed, once, and undone whole."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from coachdesk.domain.errors import InputError
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.people import Rep
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.promises import Commitment
from coachdesk.domain.self_ratings import SelfRating
from coachdesk.domain.talks import AgendaItem, CoachingSession
from coachdesk.domain.vocabulary import OwnerSide, TalkState, WhoAsked
from coachdesk.reports.filled_form import LARGEST, read_filled
from coachdesk.services.desk import Desk
from coachdesk.services.filled_forms import check_filled, keep_filled, read_filled_file
from coachdesk.services.paper import read_code_line
from coachdesk.services.preparations import new_preparation, save_preparation, talk_to_prepare
from coachdesk.services.sample import sample_id
from coachdesk.services.talks import cancel_talk, move_talk
from coachdesk.views.print_limits import texts_of
from tests.services.making import all_of

PRIYA = sample_id("priya")
ANSWERS = {
    "view": "Slow start.\nThen two good weeks with Dana.",
    "well": "Cobalt: asked before I showed anything",
    "need": "A date with Creative",
    "promise1": "Send Ingrid the plan of the first month",
    "by1": "27 March",
    "promise2": "Call Tom",
    "by2": "when there is time",
    "ask": "Twenty minutes on my Birch offer",
}


def filled(pdf: bytes, answers: dict[str, str], rating: str = "") -> bytes:
    """The form as another program saves it; every own rating set to `rating`."""
    with pikepdf.open(BytesIO(pdf)) as document:
        for field in document.Root.AcroForm.Fields:
            key = str(field.T).split("_", 3)[3]
            field.V = String(rating if key.startswith("rate_") else answers.get(key, ""))
        output = BytesIO()
        document.save(output)
    return output.getvalue()


@pytest.fixture
def form(desk: Desk, tmp_path: Path) -> Path:
    """A form for Priya's next talk, filled in."""
    path = tmp_path / "preparation.pdf"
    save_preparation(desk, PRIYA, path)
    path.write_bytes(filled(path.read_bytes(), ANSWERS, rating="4"))
    return path


def keep_all(desk: Desk, path: Path) -> CoachingSession:
    read = read_filled_file(path)
    keys = [row.key for row in desk.ask(check_filled, read).rows]
    return desk.do(keep_filled, read, keys).result


def stored(desk: Desk) -> list[object]:
    kinds = (CoachingSession, AgendaItem, Commitment, SelfRating, Draft)
    return [row for kind in kinds for row in all_of(desk, kind)]


def refusal(pdf: bytes) -> InputError:
    with pytest.raises(InputError) as found:
        read_filled(pdf)
    assert found.value.message.endswith(".")
    assert found.value.next_step
    return found.value


def test_the_form_holds_nothing_private_and_no_words_of_the_managers(desk: Desk) -> None:
    brief = desk.ask(new_preparation, PRIYA).brief
    said = " ".join(texts_of(brief))
    assert [event.letter for event in brief.events] == ["N", "V", "T", "F", "W"]
    assert not any(note.text in said for note in all_of(desk, PrivateNote))
    assert not any(seen.comment in said for seen in all_of(desk, Observation) if seen.comment)
    assert "rivate" not in said


def test_every_row_is_read_with_what_it_becomes(desk: Desk, form: Path) -> None:
    check = desk.ask(check_filled, read_filled_file(form))
    assert check.rep.first_name == "Priya"
    assert not check.was_read
    rows = {row.key: row for row in check.rows if row.answer.observation is None}
    assert {key: (row.becomes, row.words) for key, row in rows.items()} == {
        "view": ("Words of the rep", ANSWERS["view"]),
        "well": ("On the agenda", "Went well: Cobalt: asked before I showed anything"),
        "need": ("On the agenda", "Needs: A date with Creative"),
        "promise1": (
            "Promise of the rep",
            "Send Ingrid the plan of the first month, by Fri 27 Mar",
        ),
        "promise2": ("On the agenda", "Would promise: Call Tom, by when there is time"),
        "ask": ("On the agenda", "Asks of you: Twenty minutes on my Birch offer"),
    }
    assert rows["promise2"].note == "No promise yet, it needs a day from today on."
    rated = [row for row in check.rows if row.answer.observation is not None]
    assert rated
    assert all(row.words.endswith(": 4") and row.can_keep for row in rated)


def test_what_is_kept_stands_with_the_talk_and_one_undo_takes_it_back(
    desk: Desk, form: Path
) -> None:
    before = stored(desk)
    talk = keep_all(desk, form)
    assert talk.rep_words == ANSWERS["view"]
    points = [item.text for item in all_of(desk, AgendaItem) if item.session_id == talk.id]
    assert "Asks of you: Twenty minutes on my Birch offer" in points
    (promise,) = [p for p in all_of(desk, Commitment) if p.text == ANSWERS["promise1"]]
    assert (promise.owner_side, promise.origin_id) == (OwnerSide.REP, talk.id)
    assert len(all_of(desk, SelfRating)) > sum(isinstance(row, SelfRating) for row in before)
    desk.undo()
    assert stored(desk) == before
    assert not desk.ask(check_filled, read_filled_file(form)).was_read


def test_a_row_that_is_left_out_is_not_kept(desk: Desk, form: Path) -> None:
    talk = desk.do(keep_filled, read_filled_file(form), ["need"]).result
    assert talk.rep_words == ""
    assert ANSWERS["promise1"] not in [p.text for p in all_of(desk, Commitment)]


def test_a_form_is_kept_once(desk: Desk, form: Path) -> None:
    talk = keep_all(desk, form)
    after = stored(desk)
    check = desk.ask(check_filled, read_filled_file(form))
    assert (check.was_read, check.talk.id) == (True, talk.id)
    with pytest.raises(InputError) as again:
        keep_all(desk, form)
    assert again.value.code == "read"
    assert stored(desk) == after


def test_a_form_follows_its_talk_to_another_day(desk: Desk, form: Path) -> None:
    talk = desk.ask(talk_to_prepare, PRIYA)
    after = desk.do(
        move_talk, talk.id, talk.day.replace(day=27), None, who=WhoAsked.REP, reason="Ill"
    ).result
    assert keep_all(desk, form).id == after.id


def test_a_form_of_a_cancelled_talk_without_another_is_refused(desk: Desk, form: Path) -> None:
    for talk in all_of(desk, CoachingSession):
        if talk.rep_id == PRIYA and talk.state in (TalkState.PLANNED, TalkState.PREPARED):
            desk.do(cancel_talk, talk.id, who=WhoAsked.REP, reason="Ill")
    with pytest.raises(InputError, match="No one-on-one with Priya Raman is planned"):
        desk.ask(talk_to_prepare, PRIYA)
    with pytest.raises(InputError, match="is over"):
        desk.ask(check_filled, read_filled_file(form))


def test_a_form_of_another_store_is_unknown_here(desk: Desk, office: Desk, form: Path) -> None:
    with pytest.raises(InputError) as other:
        office.ask(check_filled, read_filled_file(form))
    assert other.value.code == "no_form"


def test_the_forms_code_is_no_code_line(desk: Desk, form: Path) -> None:
    code = read_filled_file(form).code
    with pytest.raises(InputError) as typed:
        desk.ask(read_code_line, f"{code} T4 4")
    assert typed.value.code == "no_form"
    assert "read its file instead" in typed.value.next_step


def test_what_is_too_long_is_cut_and_says_so(desk: Desk, form: Path) -> None:
    form.write_bytes(filled(form.read_bytes(), {"view": "word " * 200, "well": "x" * 900}))
    view, well = desk.ask(check_filled, read_filled_file(form)).rows
    assert view.note == f"Cut: {len(view.answer.text)} of 999 characters."
    assert (len(well.words), well.note) == (200, "Cut: 200 of 911 characters.")
    assert len(keep_all(desk, form).rep_words) <= 400


def test_an_empty_form_keeps_nothing(desk: Desk, form: Path) -> None:
    form.write_bytes(filled(form.read_bytes(), {"view": " \n ", "well": "\u200b"}))
    assert desk.ask(check_filled, read_filled_file(form)).rows == ()
    with pytest.raises(InputError, match="Nothing on this form"):
        keep_all(desk, form)


texts = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
    | st.sampled_from("\n\tאبšß日本😀👩‍🔧ﬁ–„“’"),
    max_size=80,
)


@pytest.fixture(scope="module")
def blank() -> bytes:
    """A file with one field of ours."""
    document = pikepdf.new()
    document.add_blank_page()
    field = document.make_indirect(Dictionary(FT=Name.Tx, T=String(name("view")), V=String("")))
    document.Root.AcroForm = Dictionary(Fields=Array([field]))
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def name(key: str) -> str:
    return f"coachdesk_2237_{PRIYA.hex}_{key}"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts)
def test_what_is_typed_is_what_is_read(blank: bytes, text: str) -> None:
    assert read_filled(filled(blank, {"view": text})).answers["view"] == text


@pytest.mark.parametrize("ending", ["\r", "\r\n", "\n", "\u2028"])
def test_every_line_break_is_one(blank: bytes, ending: str) -> None:
    typed = filled(blank, {"view": f"one{ending}two"})
    assert read_filled(typed).answers["view"] == "one\ntwo"


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    output = BytesIO()
    document.save(output, **options)
    return output.getvalue()


def test_a_locked_a_damaged_a_foreign_and_a_huge_file_are_refused(blank: bytes) -> None:
    with pikepdf.open(BytesIO(blank)) as document:
        locked = saved(document, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert refusal(locked).code == "locked"
    assert refusal(b"%PDF-1.7\nnothing of a PDF").code == "damaged"
    assert refusal(b"").code == "damaged"
    assert refusal(blank + b"\0" * LARGEST).code == "large"
    foreign = pikepdf.new()
    foreign.add_blank_page()
    assert refusal(saved(foreign)).code == "no_form"


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(blank: bytes) -> None:
    with pikepdf.open(BytesIO(blank)) as document:
        document.Root.AcroForm.Fields[0].V = String("a" * 40_000_000)
        packed = saved(document, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert len(packed) < 1_000_000
    assert refusal(packed).code == "damaged"


def test_scripts_attachments_and_knots_are_not_looked_at(blank: bytes) -> None:
    with pikepdf.open(BytesIO(blank)) as document:
        document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        document.attachments["bad.exe"] = b"MZ"
        knot = document.make_indirect(Dictionary(T=String("knot")))
        knot.Kids = Array([knot, knot])
        form = document.Root.AcroForm
        form.Fields.extend([knot, Dictionary(T=String("x"), V=Dictionary()), String("odd")])
        read = read_filled(filled_in_place(document, "seen"))
    assert read.answers == {"view": "seen"}


def filled_in_place(document: pikepdf.Pdf, text: str) -> bytes:
    document.Root.AcroForm.Fields[0].V = String(text)
    return saved(document)


def test_a_rating_of_somebody_elses_event_is_not_kept(desk: Desk, form: Path) -> None:
    other = next(rep for rep in all_of(desk, Rep) if rep.id != PRIYA)
    path = form.with_name("other.pdf")
    save_preparation(desk, other.id, path)
    theirs = read_filled_file(path).answers
    read = read_filled_file(form)
    read.answers.update({key: "5" for key in theirs if key.startswith("rate_")})
    rows = desk.ask(check_filled, read).rows
    foreign = [row for row in rows if row.note == "This event is not known here."]
    assert foreign
    assert not any(row.can_keep for row in foreign)
