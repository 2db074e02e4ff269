"""No word that was meant for nobody else reaches a page for a rep or a partner."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from coachdesk.domain.asks import Ask
from coachdesk.domain.change_stories import AdoptionConcern
from coachdesk.domain.evidence import Observation, Rating
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.people import PartnerTeam, Rep
from coachdesk.domain.playbook_vocabulary import ConcernVerdict
from coachdesk.domain.vocabulary import AskForm
from coachdesk.reports.mail_draft import mail_draft
from coachdesk.services.briefs import LATEST, NEXT, talk_meant
from coachdesk.services.calendar_file import save_calendar
from coachdesk.services.documents import newest_held, summary_brief
from coachdesk.services.manager_brief import draw_manager_brief, manager_brief
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from tests.privacy.extractors import READERS, beside_the_text
from tests.privacy.hiding import HIDING_PLACES, hidden_in
from tests.privacy.pages import OF_A_REP, Page, page_of, summary
from tests.privacy.places import LETTERS, MAY_PRINT, NOT_WORDS, places_of_the_schema
from tests.privacy.rows import in_order
from tests.privacy.stores import PlantedStore
from tests.reports.reading import pages_of

TALKS = 200
LONG_RUN, IN_ONE_STORE = 20, 500
PRESSURE = re.compile(r"loss of faith|mandate|challenge")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlantedStore]:
    made = PlantedStore.build(tmp_path_factory.mktemp("privacy") / "team.coachdesk", seed=1)
    yield made
    made.desk.close()


def leaks(store: PlantedStore, page: Page) -> list[str]:
    """The places whose words stand on the page, or beside it in the file, and should not.

    Every reader must see the same words: one that is blind finds nothing to complain of.
    """
    texts = {name: read(page.pdf) for name, read in READERS.items()}
    first, *others = [store.garden.found_in(text) for text in texts.values()]
    assert first, f"({page.letter}) shows no word at all"
    assert all(other == first for other in others), f"({page.letter}) reads differently"
    assert not any(PRESSURE.search(text.casefold()) for text in texts.values())
    hidden = store.garden.found_in(beside_the_text(page.pdf))
    return store.strangers(page, first | hidden)


def leaks_of_talks(
    store: PlantedStore, seeds: range, *, with_another: bool
) -> dict[tuple[int, str], list[str]]:
    return {
        (seed, page.letter): found
        for seed in seeds
        for page in store.pages(seed, with_another=with_another)
        if (found := leaks(store, page))
    }


def other_pages(store: PlantedStore, most: int) -> Iterator[Page]:
    """Each other document, of so many reps, teams and meetings."""
    for letter in sorted(set(LETTERS) - {"a"}):
        kind = Rep if letter in OF_A_REP else JointMeeting if letter == "g" else PartnerTeam
        for row in store.desk.ask(lambda reads, kind=kind: in_order(reads, kind))[:most]:
            yield store.desk.ask(page_of, letter, row.id)


def test_every_place_that_can_hold_words_is_known_and_has_one(store: PlantedStore) -> None:
    """A new column fails here until it is said where its words may be printed."""
    assert places_of_the_schema() == MAY_PRINT.keys() | NOT_WORDS
    assert store.garden.places() == MAY_PRINT.keys()


def test_no_private_word_is_on_a_page_of_two_hundred_talks(store: PlantedStore) -> None:
    assert leaks_of_talks(store, range(TALKS), with_another=False) == {}


def test_no_private_word_is_on_any_other_page_for_a_rep_or_a_partner(store: PlantedStore) -> None:
    assert [(page.letter, leaks(store, page)) for page in other_pages(store, 2)] == [
        (page.letter, []) for page in other_pages(store, 2)
    ]


@pytest.mark.long
@pytest.mark.parametrize("seed", range(LONG_RUN))
def test_no_private_word_is_on_a_page_of_ten_thousand_talks(seed: int, tmp_path: Path) -> None:
    store = PlantedStore.build(tmp_path / "team.coachdesk", seed)
    first = (seed + 1) * 100_000
    try:
        seeds = range(first, first + IN_ONE_STORE)
        assert leaks_of_talks(store, seeds, with_another=True) == {}
    finally:
        store.desk.close()


def test_a_word_that_may_print_is_found_by_each_reader(store: PlantedStore) -> None:
    """The positive control: what the search finds, it would find of a private word, too."""
    drawn = [page.pdf for seed in range(8) for page in store.pages(seed, with_another=False)]
    for read in READERS.values():
        words = set[str]().union(*(store.garden.found_in(read(pdf)) for pdf in drawn))
        found = {store.garden.words[word].place for word in words}
        assert {
            "coaching_session.summary",
            "coaching_session.rep_words",
            "rating.words",
            "commitment.text",
            "share.text",
            "ask.text",
        } <= found


def test_the_same_search_finds_the_private_words_in_the_brief_for_the_manager(
    store: PlantedStore,
) -> None:
    talk = store.desk.ask(talk_meant, NEXT, None)
    pdf = draw_manager_brief(store.desk.ask(manager_brief, talk.id), "A4").pdf
    for read in READERS.values():
        words = store.garden.found_in(read(pdf))
        assert "private_note.text" in store.strangers(Page("a", pdf, rep_id=talk.rep_id), words)
    pages = pages_of(pdf)
    assert len(pages) > 1
    assert all("private" in page.casefold() for page in pages)


def test_a_private_word_beside_the_text_is_found_wherever_it_hides(store: PlantedStore) -> None:
    page = next(page for page in other_pages(store, 1) if page.letter == "e")
    word = next(w for w, at in store.garden.words.items() if at.place == "private_note.text")
    assert leaks(store, page) == []
    for hide in HIDING_PLACES:
        changed = replace(page, pdf=hidden_in(page.pdf, hide, word))
        assert leaks(store, changed) == ["private_note.text"], hide.__name__


def test_a_mail_draft_says_no_more_than_the_title_of_its_page(store: PlantedStore) -> None:
    for page in other_pages(store, 1):
        mail = message_from_bytes(mail_draft(page.pdf, "page.pdf"), policy=policy.default)
        body = mail.get_body()
        assert body is not None
        said = f"{mail.as_string().partition('Content-Type')[0]} {body.get_content()}"
        places = {store.garden.words[word].place for word in store.garden.found_in(said)}
        names = {"rep.first_name", "rep.last_name", "partner_team.name", "account.name"}
        assert places <= names, page.letter
        assert [part.get_content() for part in mail.iter_attachments()] == [page.pdf]


def test_the_calendar_file_says_with_whom_and_when_and_nothing_else(
    store: PlantedStore, tmp_path: Path
) -> None:
    save_calendar(store.desk, tmp_path / "talks.ics")
    words = store.garden.found_in((tmp_path / "talks.ics").read_text("utf-8"))
    assert {store.garden.words[word].place for word in words} == {"rep.first_name", "rep.last_name"}


def test_the_form_of_a_request_and_a_verdict_change_no_byte(store: PlantedStore) -> None:
    """What is private without being words: it could only show as another page."""

    def pages(reads: Snapshot) -> list[bytes]:
        talks = [newest_held(reads, rep.id) for rep in in_order(reads, Rep)]
        held = [talk for talk in talks if talk is not None]
        assert any(summary_brief(reads, talk.id).requests for talk in held)
        return [summary(reads, talk).pdf for talk in held]

    def pages_had_it_been_otherwise(work: UnitOfWork) -> list[bytes]:
        for ask in work.find(Ask):
            work.put(replace(ask, form=AskForm.LOSS_OF_FAITH if ask.form is None else None))
        for concern in work.find(AdoptionConcern):
            other = None if concern.verdict else ConcernVerdict.EXCUSE
            work.put(replace(concern, verdict=other))
        return pages(work)

    assert store.looked(pages_had_it_been_otherwise) == store.desk.ask(pages)


def test_the_figures_of_others_change_no_byte(store: PlantedStore) -> None:
    talk = store.desk.ask(talk_meant, LATEST, None)

    def pages(reads: Snapshot) -> list[bytes]:
        own = [page_of(reads, letter, talk.rep_id).pdf for letter in "fy"]
        return [summary(reads, talk).pdf, *own]

    def pages_had_it_been_otherwise(work: UnitOfWork) -> list[bytes]:
        own = {seen.id for seen in work.find(Observation, rep_id=talk.rep_id)}
        for rating in work.find(Rating):
            if rating.observation_id not in own:
                work.put(replace(rating, value=6 - rating.value))
        return pages(work)

    assert store.looked(pages_had_it_been_otherwise) == store.desk.ask(pages)
