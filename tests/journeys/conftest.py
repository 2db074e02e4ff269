import pytest

from tests.journeys.person import environment


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Every folder the program may use lies in a fresh place."""
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    for name in ("COACHDESK_STORE",):
        monkeypatch.delenv(name, raising=False)
    return tmp_path
