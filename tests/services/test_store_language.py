"""A store is shown and printed in its own language and on its own paper."""

from datetime import UTC, datetime

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.domain.vocabulary import Paper
from coachdesk.resources import bind_words, locale_in_use
from coachdesk.services.desk import Desk
from coachdesk.services.documents import newest_wrapped_up, summary_brief
from coachdesk.services.languages import (
    prints_on,
    set_language,
    set_paper,
    speak_language,
    speaks,
)
from coachdesk.services.opening import build_store
from coachdesk.services.people import start_workspace
from coachdesk.services.sample import load_sample
from coachdesk.store.opening import open_store
from tests.store.making import FakeClock


def test_a_language_is_spoken_from_then_on_and_taken_back(desk: Desk) -> None:
    desk.do(set_language, "de")
    assert desk.ask(speak_language)
    assert (desk.ask(speaks), locale_in_use()) == ("de", "de")
    assert not desk.ask(speak_language)
    desk.undo()
    assert desk.ask(speak_language)
    assert desk.ask(speaks) == "en-GB"


def test_a_language_there_is_not_is_refused_with_those_there_are(desk: Desk) -> None:
    with pytest.raises(InputError) as refused:
        desk.do(set_language, "tlh")
    assert "“tlh”" in refused.value.message
    assert "en-GB, de" in refused.value.next_step


def test_the_paper_is_the_stores_own(desk: Desk) -> None:
    desk.do(set_paper, Paper.LETTER)
    assert desk.ask(prints_on) is Paper.LETTER


def test_a_new_store_begins_in_the_language_in_use(tmp_path) -> None:
    path, clock = tmp_path / "new.coachdesk", FakeClock()
    bind_words("de")
    build_store(path, clock, lambda desk: desk.load(start_workspace, "Helen"))
    new = Desk(open_store(path, now=clock()), clock)
    assert new.ask(speaks) == "de"
    new.close()


def test_the_sample_speaks_the_language_in_use_and_keeps_its_words(tmp_path) -> None:
    path, clock = tmp_path / "s.coachdesk", FakeClock(datetime(2026, 3, 10, 10, 7, tzinfo=UTC))
    bind_words("de")
    build_store(path, clock, lambda desk: desk.load(load_sample))
    sample = Desk(open_store(path, now=clock()), clock)
    talk = sample.ask(newest_wrapped_up)
    assert talk is not None
    brief = sample.ask(summary_brief, talk.id)
    sample.close()
    assert (brief.language, brief.day) == ("de", "Freitag, 6. März 2026")
    assert talk.summary.startswith("Main subject was")
