import pytest

from tests.journeys.person import Person, environment


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Every folder the program may use lies in a fresh place."""
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    for name in ("COACHDESK_STORE",):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def manager(home, qtbot):
    """A manager with the sample team open."""
    made = Person(qtbot, sample=True)
    yield made
    made.quits()
