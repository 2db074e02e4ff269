"""A ten-year store, made once, and the table of ratios that a run writes."""

import platform
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from benchmarks.ten_years import fill_ten_years
from coachdesk.services.desk import Desk
from coachdesk.services.opening import build_store
from coachdesk.store.opening import open_store
from tests.store.making import FakeClock

RESULTS = Path(__file__).with_name("results.md")
HEAD = """# Speed, as ratios

Each line does one piece of work twice in the same run: through Coachdesk, and with the bare library
below it doing no more than that work. The ratio says what Coachdesk adds; it hardly depends on the
computer, the milliseconds do. `make bench` measures anew. Nothing passes or fails by time.

"""

Report = Callable[[str, float, str, float], None]
_lines: list[str] = []


@pytest.fixture
def report() -> Report:
    """Add a line: the work, our seconds, the bare library's name, its seconds."""

    def add(work: str, ours: float, bare_name: str, bare: float) -> None:
        line = f"| {work} | {ours * 1e3:.2f} | {bare_name} | {bare * 1e3:.2f} | {ours / bare:.1f} |"
        _lines.append(line)

    return add


@pytest.fixture(scope="session")
def ten_years_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """40 reps, 60,000 observations, 150,000 ratings, 10,400 talks."""
    path = tmp_path_factory.mktemp("ten") / "ten.coachdesk"
    build_store(path, FakeClock(), lambda desk: desk.load(fill_ten_years))
    return path


@pytest.fixture
def ten_years(ten_years_file: Path, tmp_path: Path) -> Iterator[Desk]:
    """A Desk on a copy of the ten-year store."""
    path = tmp_path / "ten.coachdesk"
    shutil.copyfile(ten_years_file, path)
    clock = FakeClock()
    made = Desk(open_store(path, now=clock()), clock)
    yield made
    made.close()


def pytest_sessionfinish(session: pytest.Session) -> None:
    if not _lines:
        return
    table = ["| work | ms | bare library | ms | ratio |", "|---|---:|---|---:|---:|", *_lines]
    measured = f"Measured {date.today():%d %B %Y}, Python {platform.python_version()}."
    RESULTS.write_text(HEAD + "\n".join(table) + f"\n\n{measured}\n", "utf-8")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for line in _lines:
        terminalreporter.write_line(line)
