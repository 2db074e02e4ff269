from pathlib import Path

import pytest

from coachdesk.services.desk import Desk
from tests.store.making import FakeClock, new_desk


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def desk(tmp_path: Path, clock: FakeClock):
    made: Desk = new_desk(tmp_path / "team.coachdesk", clock)
    yield made
    made.close()
