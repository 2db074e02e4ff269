"""No word that was meant for nobody else reaches a page for a rep or a partner."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from coachdesk.domain.people import PartnerTeam, Rep
from coachdesk.services.calendar_file import save_calendar
from tests.privacy.extractors import READERS, beside_the_text
from tests.privacy.pages import Page, page_of
from tests.privacy.places import MAY_PRINT, NOT_WORDS, places_of_the_schema
from tests.privacy.stores import PlantedStore

TALKS, EVERY = 200, 4
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


def leaks_of_talks(store: PlantedStore, seeds: range) -> dict[tuple[int, str], list[str]]:
    return {
        (seed, page.letter): found
        for seed in seeds
        for page in store.pages(seed, with_another=seed % EVERY == 0)
        if (found := leaks(store, page))
    }


def test_every_place_that_can_hold_words_is_known_and_has_one(store: PlantedStore) -> None:
    """A new column fails here until it is said where its words may be printed."""
    assert places_of_the_schema() == MAY_PRINT.keys() | NOT_WORDS
    assert store.garden.places() == MAY_PRINT.keys()


def test_no_private_word_is_on_a_page_of_two_hundred_talks(store: PlantedStore) -> None:
    assert leaks_of_talks(store, range(TALKS)) == {}


@pytest.mark.long
@pytest.mark.parametrize("seed", range(LONG_RUN))
def test_no_private_word_is_on_a_page_of_ten_thousand_talks(seed: int, tmp_path: Path) -> None:
    store = PlantedStore.build(tmp_path / "team.coachdesk", seed)
    first = (seed + 1) * 100_000
    try:
        assert leaks_of_talks(store, range(first, first + IN_ONE_STORE)) == {}
    finally:
        store.desk.close()
