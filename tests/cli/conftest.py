"""Calls of the command line in-process, on copies of the sample team as of a fixed morning."""

import shutil
from pathlib import Path

import pytest

from coachdesk.__main__ import main
from tests.cli.calling import NOW, Call, Result

FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample team's store, made once; tests work on copies."""
    folder = tmp_path_factory.mktemp("sample")
    store = folder / "sample.coachdesk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COACHDESK_NOW", NOW)
        words = ["demo", "--no-window", "--quiet", "--store", str(store), "--out", str(folder)]
        assert main(words) == 0
    return store


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, a clock that stands still, no display and no chosen store."""
    for name in FOLDERS:
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "COACHDESK_STORE", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COACHDESK_NOW", NOW)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def store(home: Path, sample_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample team, chosen by COACHDESK_STORE."""
    copy = home / "team.coachdesk"
    shutil.copyfile(sample_file, copy)
    monkeypatch.setenv("COACHDESK_STORE", str(copy))
    return copy


@pytest.fixture
def call(home: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Call the program with these words."""

    def call_it(*words: object) -> Result:
        capsys.readouterr()
        status = main([str(word) for word in words])
        caught = capsys.readouterr()
        return Result(status, caught.out, caught.err)

    return call_it
