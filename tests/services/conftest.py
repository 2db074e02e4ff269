"""A Desk on a copy of the sample team, at ten past ten on its Tuesday."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk.services.desk import Desk
from coachdesk.services.opening import build_store
from coachdesk.store.opening import open_store
from tests.services.making import fill_small_team
from tests.services.stores import sample_store
from tests.store.making import FakeClock


@pytest.fixture(scope="session")
def team_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample team's store, made once; tests work on copies."""
    path = tmp_path_factory.mktemp("team") / "team.coachdesk"
    path.write_bytes(sample_store())
    return path


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock, team_file: Path) -> Iterator[Desk]:
    path = tmp_path / "team.coachdesk"
    shutil.copyfile(team_file, path)
    made = Desk(open_store(path, now=clock()), clock)
    yield made
    made.close()


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with three reps and nothing said about them yet, made once."""
    path = tmp_path_factory.mktemp("small") / "small.coachdesk"
    build_store(path, FakeClock(), lambda desk: desk.load(fill_small_team))
    return path


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock, small_file: Path) -> Iterator[Desk]:
    """A Desk on a copy of the small team."""
    path = tmp_path / "small.coachdesk"
    shutil.copyfile(small_file, path)
    made = Desk(open_store(path, now=clock()), clock)
    yield made
    made.close()
