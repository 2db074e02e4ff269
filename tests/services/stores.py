"""The sample team's file, laid out once in a process for all tests that begin with it."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from coachdesk.services.opening import build_store
from coachdesk.services.sample import load_sample
from tests.store.making import FakeClock


@cache
def sample_store() -> bytes:
    """As it is at the moment a fake clock begins with."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "team.coachdesk"
        build_store(path, FakeClock(), lambda desk: desk.load(load_sample))
        return path.read_bytes()
