"""What to paste into a support mail: versions and checks, without personal text."""

import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from coachdesk import __version__
from coachdesk.domain.errors import StoreError
from coachdesk.language import gettext as _
from coachdesk.reports.fonts import register_fonts
from coachdesk.services.display import display_problem, missing_packages
from coachdesk.store.verify import Check as Check  # the type of what is answered
from coachdesk.store.verify import verify_file

PACKAGES = (
    "PySide6_Essentials",
    "SQLAlchemy",
    "sqlcipher3",
    "alembic",
    "reportlab",
    "Jinja2",
    "pikepdf",
    "pypdfium2",
    "platformdirs",
)


def check_store(path: Path) -> list[Check]:
    """Open a copy of the store and check it; StoreError if it cannot be opened at all."""
    return verify_file(path)


def examine(path: Path, environment: Mapping[str, str]) -> tuple[list[Check], StoreError | None]:
    """Every check, and why the store cannot be used if it cannot; paths are left out."""
    found = [
        Check("version", True, f"Coachdesk {__version__}"),
        Check("python", True, platform.python_version()),
        Check("system", True, f"{platform.system()} {platform.release()} {platform.machine()}"),
        *(_package(name) for name in PACKAGES),
    ]
    checks, error = _store(path)
    found += checks
    # Backups arrive with a later version; until then there is none to look at.
    found.append(Check("backup", True, _("none yet")))
    found.append(_fonts())
    found.append(_display(environment))
    return found, error


def _package(name: str) -> Check:
    try:
        return Check(name, True, version(name))
    except PackageNotFoundError:
        return Check(name, False, _("not installed"))


def _store(path: Path) -> tuple[list[Check], StoreError | None]:
    try:
        checks = verify_file(path)
    except StoreError as error:
        return [Check("store", False, error.code)], error
    return [Check("store", True, path.suffix or _("no ending")), *checks], None


def _fonts() -> Check:
    try:
        register_fonts()
    except OSError as error:
        return Check("fonts", False, error.strerror or _("not readable"))
    return Check("fonts", True, _("embedded"))


def _display(environment: Mapping[str, str]) -> Check:
    """A machine without a display is no fault; missing libraries on one that has it are."""
    problem = display_problem(environment)
    missing = missing_packages(under_x=False) if platform.system() == "Linux" else []
    return Check("display", not missing, problem or _("ready"))
