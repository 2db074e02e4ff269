"""Every change has a name to be undone by."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest

import coachdesk.services
from coachdesk.domain.people import Rep
from coachdesk.domain.vocabulary import NoteAbout
from coachdesk.services.capture import capture_line, read_line
from coachdesk.services.command_titles import titles
from coachdesk.services.desk import Desk
from coachdesk.services.history import undo_last
from coachdesk.services.people import add_rep
from coachdesk.services.private_notes import write_private_note
from coachdesk.store.unit_of_work import UnitOfWork

# Run by Desk.load or Desk.do_print, which undo never reaches, or only within another command.
NEVER_UNDONE = {
    "load_sample",
    "fill_past_summaries",
    "import_package",
    "record_print",
    "record_joint_print",
    "take_item",
    "word_entry",
    "usual_agenda",
    "evaluate_months",
    "evaluate_on",
    "follow_evidence",
    "forget_labels",
    "make_record",
    "reword_record",
    "remove_record",
}


def commands() -> Iterator[str]:
    """Names of the functions that a Desk can run as a command."""
    for module in pkgutil.iter_modules(coachdesk.services.__path__):
        found = importlib.import_module(f"coachdesk.services.{module.name}")
        for name, function in inspect.getmembers(found, inspect.isfunction):
            first = next(iter(inspect.signature(function).parameters.values()), None)
            is_own = function.__module__ == found.__name__ and not name.startswith("_")
            if is_own and first is not None and first.annotation is UnitOfWork:
                yield name


def test_every_command_has_a_title_and_every_title_a_command() -> None:
    assert set(titles()) == set(commands()) - NEVER_UNDONE


def test_no_title_ends_like_a_sentence_or_begins_with_a_capital() -> None:
    assert [title for title in titles().values() if title[0].isupper() or title[-1] == "."] == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Priya t4 Brought Stefan in with a hand-off", "observation for Priya Raman"),
        ("Priya and then", "line in the Inbox for Priya Raman"),
        ("t4 and then", "line in the Inbox"),
    ],
)
def test_a_captured_line_is_undone_by_what_it_became(desk: Desk, line: str, said: str) -> None:
    desk.do(capture_line, desk.ask(read_line, line))
    assert undo_last(desk) == said


def test_a_private_note_is_undone_without_its_words(desk: Desk) -> None:
    rep = desk.ask(lambda reads: reads.find(Rep, first_name="Tom"))[0]
    desk.do(
        write_private_note, about=NoteAbout.REP, about_id=rep.id, rep_id=rep.id, text="zanzibar"
    )
    assert undo_last(desk) == "private note for Tom Hartley"


def test_a_rep_who_is_gone_by_undo_needs_no_name(desk: Desk) -> None:
    desk.do(add_rep, "Noor Haddad")
    assert undo_last(desk) == "new rep"
