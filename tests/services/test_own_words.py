"""A manager's word for a rep, accountability steps and ready subjects."""

import json
from pathlib import Path

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import BehaviourKey, Cause
from coachdesk.language import words_in_use
from coachdesk.services.asks import note_ask
from coachdesk.services.desk import Desk
from coachdesk.services.exchange import export_bytes, import_package, read_package
from coachdesk.services.own_words import (
    accountability_steps,
    ready_subjects,
    rep_words,
    set_accountability_steps,
    set_rep_word,
    speak_own_words,
)
from coachdesk.services.playbook import shipped_playbook
from coachdesk.services.wordings import playbook_of, reset_wording, reword_behaviour
from coachdesk.store.opening import create_store
from tests.store.making import FakeClock

STEPS = ["Say what was agreed and what happened", "", "  Ask   again, with a day "]


def elsewhere(folder: Path, clock: FakeClock) -> Desk:
    return Desk(create_store(folder / "elsewhere.coachdesk", now=clock()), clock)


def test_the_word_is_trimmed_used_and_taken_back(office: Desk) -> None:
    office.do(set_rep_word, "  sales   manager ", "sales managers")
    assert office.ask(rep_words) == ("sales manager", "sales managers")
    assert office.ask(speak_own_words)
    assert words_in_use() == ("sales manager", "sales managers")
    office.undo()
    assert office.ask(speak_own_words)
    assert words_in_use() == ("rep", "reps")


@pytest.mark.parametrize("word", ["", "   ", "x" * 31, "{n}", "rep1", "-", "--rep", "a.b", "<b>"])
def test_what_is_no_word_is_refused_in_one_sentence(office: Desk, word: str) -> None:
    for pair in ((word, "reps"), ("rep", word)):
        with pytest.raises(InputError, match="A word for a rep has 1 to 30 letters"):
            office.do(set_rep_word, *pair)
    assert office.ask(rep_words) == ("rep", "reps")


def test_letters_of_any_script_are_a_word(office: Desk) -> None:
    office.do(set_rep_word, "Außendienst-Mitarbeiter", "営業担当")
    assert office.ask(rep_words) == ("Außendienst-Mitarbeiter", "営業担当")


def test_steps_are_kept_one_a_line_and_none_are_shipped(office: Desk) -> None:
    assert office.ask(accountability_steps) == ()
    office.do(set_accountability_steps, STEPS)
    kept = ("Say what was agreed and what happened", "Ask again, with a day")
    assert office.ask(accountability_steps) == kept
    office.do(set_accountability_steps, [])
    assert office.ask(accountability_steps) == ()
    office.undo()
    assert office.ask(accountability_steps) == kept


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        (["abc"] * 11, "Too long: 10 steps at most, 1 too many."),
        (["abc", "x" * 203], "Too long: step 2 has 3 characters too many."),
        (["ab"], "Too short: step 1 says nothing yet."),
    ],
)
def test_too_many_or_too_long_steps_are_refused(office: Desk, steps: list[str], said: str) -> None:
    with pytest.raises(InputError, match=said):
        office.do(set_accountability_steps, steps)


def test_words_and_steps_come_back_from_an_exchange_file_with_the_same_bytes(
    office: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    office.do(set_rep_word, "account manager", "account managers")
    office.do(set_accountability_steps, STEPS)
    content, other = office.ask(export_bytes), elsewhere(tmp_path, clock)
    other.load(import_package, read_package(content, "team.json"))
    assert other.ask(export_bytes) == content
    assert other.ask(rep_words) == ("account manager", "account managers")
    other.close()


def test_a_file_of_a_former_version_has_no_own_words_and_is_read(
    office: Desk, tmp_path: Path, clock: FakeClock
) -> None:
    plain = json.loads(office.ask(export_bytes))
    settings = plain["entities"]["workspace"][0]["settings"]
    for key in ("rep_word", "reps_word", "accountability_steps"):
        del settings[key]
    other = elsewhere(tmp_path, clock)
    other.load(import_package, read_package(json.dumps(plain).encode(), "team.json"))
    assert other.ask(rep_words) == ("rep", "reps")
    assert other.ask(accountability_steps) == ()
    other.close()


def test_a_store_from_before_is_opened(office: Desk) -> None:
    connection = office.store.connection
    with office.store.writing():
        connection.exec_driver_sql(
            "UPDATE workspace SET settings = json_remove("
            "settings, '$.rep_word', '$.reps_word', '$.accountability_steps')"
        )
    assert office.ask(rep_words) == ("rep", "reps")
    office.do(set_rep_word, "seller", "sellers")
    assert office.ask(rep_words) == ("seller", "sellers")


def test_labels_keep_the_thresholds_alone(desk: Desk) -> None:
    desk.do(set_rep_word, "seller", "sellers")
    plain = json.loads(desk.ask(export_bytes))
    assert all("rep_word" not in row["settings"] for row in plain["entities"]["label_snapshot"])


def test_the_shipped_content_says_the_word_and_no_version_keeps_it(office: Desk) -> None:
    key = BehaviourKey.NEED_IDENTIFICATION
    office.do(set_rep_word, "seller", "sellers")
    office.ask(speak_own_words)
    assert shipped_playbook().causes[Cause.REP].title == "Seller"
    assert "not the seller" in office.ask(playbook_of).behaviours[key].definition
    office.do(reword_behaviour, key, anchors={4: "Names the need and who has it"})
    assert "not the seller" in office.ask(playbook_of).behaviours[key].definition
    office.do(set_rep_word, "rep", "reps")
    office.ask(speak_own_words)
    assert "not the rep" in office.ask(playbook_of).behaviours[key].definition
    assert office.do(reset_wording, key).result.version == 3


def test_subjects_are_ready_the_own_ones_used_most_first(office: Desk) -> None:
    assert office.ask(ready_subjects) == ("Keep the CRM current",)
    reps = office.ask(lambda reads: reads.find(Rep))
    for rep in reps[:2]:
        asked(office, rep, "Call before the offer")
    asked(office, reps[2], "Plan the week")
    asked(office, reps[2], "keep the CRM current")
    for n in range(9):
        asked(office, reps[0], f"Subject {n}")
    subjects = office.ask(ready_subjects)
    assert subjects[:2] == ("Keep the CRM current", "Call before the offer")
    assert "keep the CRM current" not in subjects
    assert len(subjects) == 9


def asked(office: Desk, rep: Rep, subject: str) -> None:
    office.do(note_ask, rep_id=rep.id, text=subject)
