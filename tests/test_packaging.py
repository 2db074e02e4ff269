"""What a fresh machine installs: pinned exactly, from no fixed address, without known traps."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
CONSTRAINTS = (ROOT / "packaging" / "constraints.txt").read_text()
PINS = {
    canonicalize_name(pin.name): pin
    for pin in map(Requirement, re.findall(r"^[^#\n].*", CONSTRAINTS, re.MULTILINE))
}
ASKED_FOR = [
    Requirement(text)
    for text in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
]


def test_constraints_are_exact_and_hold_no_address() -> None:
    assert [str(pin) for pin in PINS.values() if not str(pin.specifier).startswith("==")] == []
    assert "://" not in CONSTRAINTS


@pytest.mark.parametrize("asked", ASKED_FOR, ids=lambda asked: asked.name)
def test_every_dependency_is_pinned_within_its_range(asked: Requirement) -> None:
    (exact,) = PINS[canonicalize_name(asked.name)].specifier
    assert asked.specifier.contains(exact.version)


def test_the_qt_that_aborts_on_older_pythons_is_out_of_range() -> None:
    (qt,) = [asked for asked in ASKED_FOR if asked.name == "PySide6_Essentials"]
    assert not qt.specifier.contains("6.12.0")


@pytest.mark.long
def test_qt_survives_two_hundred_thousand_calls() -> None:
    calls = (
        "from PySide6.QtCore import QObject\n"
        "for _ in range(200_000):\n"
        "    thing = QObject(); thing.setObjectName('x'); thing.blockSignals(True)\n"
    )
    assert subprocess.run([sys.executable, "-c", calls], check=False).returncode == 0


@pytest.mark.long
def test_setting_up_again_is_silent_and_quick() -> None:
    script = ["bash", str(ROOT / "packaging" / "setup.sh"), "--dev"]
    subprocess.run(script, check=True, capture_output=True)
    again = subprocess.run(script, check=True, capture_output=True, text=True, timeout=1)
    assert (again.stdout, again.stderr) == ("", "")
