"""The arrows between packages, read from the sources."""

import ast
import inspect
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "coachdesk"

# What each package may import of ours; whatever lies further along the arrows is listed too.
ALLOWED = {
    "domain": {"domain", "language"},
    "views": {"views", "domain", "language"},
    "store": {"store", "views", "domain", "resources", "language"},
    "reports": {"reports", "views", "domain", "resources", "language"},
    "services": {"services", "store", "reports", "views", "domain", "resources", "language"},
    "cli": {"cli", "services", "views", "domain", "resources", "language"},
    "ui": {"ui", "services", "views", "domain", "resources", "language"},
    "app": {
        "app",
        "cli",
        "ui",
        "services",
        "store",
        "reports",
        "views",
        "domain",
        "resources",
        "language",
    },
    "resources": {"resources"},
    "language": {"language"},
    "__main__": {"app", "cli"},
    "__init__": set(),
}
ONLY_IN = {
    "sqlalchemy": {"store"},
    "sqlcipher3": {"store"},
    "alembic": {"store"},
    "PySide6": {"ui"},
    "shiboken6": {"ui"},
    "reportlab": {"reports"},
    "jinja2": {"reports"},
    "PIL": {"reports"},
    "pikepdf": {"reports"},
    "pypdfium2": {"reports"},
    "icalendar": {"reports"},
    "openpyxl": {"services"},
    "yaml": {"services"},
    "platformdirs": {"app"},
}
# The only parts of reports' neighbours that it may read.
REPORTS_READS = {
    "coachdesk.views",
    "coachdesk.domain",
    "coachdesk.resources",
    "coachdesk.language",
    "coachdesk.reports",
}
NETWORK = {
    "asyncio", "ftplib", "http", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib.request", "xmlrpc", "httpx", "aiohttp",
    "PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebSockets",
}  # fmt: skip
THREADS = {
    "threading", "concurrent.futures", "PySide6.QtCore.QThreadPool", "PySide6.QtCore.QThread",
}  # fmt: skip
# A Unix socket to the X server is asked whether it answers, before Qt would end the interpreter.
MAY_KNOCK = {PACKAGE / "services" / "display.py"}


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def package_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else path.stem


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imports_of(path: Path) -> set[str]:
    """Every module a file imports, also inside functions, relative ones made absolute."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                here = ("coachdesk", *path.relative_to(PACKAGE).parent.parts)
                base = ".".join([*here[: len(here) - node.level + 1], base]).strip(".")
            found.add(base)
            found |= {f"{base}.{alias.name}" for alias in node.names}
    return found


def ids(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def test_every_package_has_a_rule():
    assert {package_of(path) for path in sources()} <= set(ALLOWED)


def test_imports_follow_the_arrows():
    for path in sources():
        own = {
            name.split(".")[1]
            for name in imports_of(path)
            if (name.startswith("coachdesk.") and (PACKAGE / name.split(".")[1]).is_dir())
            or (name.startswith("coachdesk.") and (PACKAGE / f"{name.split('.')[1]}.py").is_file())
        }
        assert own <= ALLOWED[package_of(path)], f"{ids(path)} imports {own}"


def test_libraries_stay_where_they_belong():
    for path in sources():
        for name in imports_of(path):
            top = name.split(".")[0]
            if top in ONLY_IN:
                assert package_of(path) in ONLY_IN[top], f"{ids(path)} imports {name}"


def test_domain_and_views_import_the_standard_library_only():
    for path in sources():
        if package_of(path) not in ("domain", "views", "language"):
            continue
        for name in imports_of(path):
            top = name.split(".")[0]
            assert top in sys.stdlib_module_names or top == "coachdesk", name


def test_nothing_talks_to_a_network():
    for path in sources():
        if path in MAY_KNOCK:
            continue
        for name in imports_of(path):
            assert NETWORK.isdisjoint({name, name.split(".")[0]}), f"{ids(path)}: {name}"


def test_only_the_root_asks_what_day_it_is():
    for path in sources():
        if package_of(path) == "app":
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow"):
                owner = node.value
                assert not (isinstance(owner, ast.Name) and owner.id in ("date", "datetime")), (
                    f"{ids(path)}:{node.lineno} asks the clock"
                )


def test_colours_come_from_the_tokens():
    for path in sources():
        if package_of(path) != "ui" or "kit" in path.parts:
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                value = node.value
                is_colour = len(value) == 7 and value[0] == "#" and value[1:].isalnum()
                assert not is_colour, f"{ids(path)}:{node.lineno} names a colour"


SHARED_UI = {"kit", "parts", "shell"}


def test_a_screen_never_imports_another_screen():
    for path in sources():
        parts = path.relative_to(PACKAGE).parts
        if parts[0] != "ui" or len(parts) < 3 or parts[1] in SHARED_UI:
            continue
        for name in imports_of(path):
            of = name.split(".")
            if of[:2] == ["coachdesk", "ui"] and len(of) > 3 and of[2] not in SHARED_UI:
                assert of[2] == parts[1], f"{ids(path)} imports {name}"


def test_no_widget_shows_itself_while_it_is_made():
    """Without a parent it would be a window of its own, and take the keys."""
    for path in sources():
        made = [
            node
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.FunctionDef) and node.name == "__init__"
        ]
        for call in (n for init in made for n in ast.walk(init) if isinstance(n, ast.Call)):
            words = ast.unparse(call)
            shows = words.startswith(("self.setVisible(", "self.setHidden(", "self.show("))
            hides = words in ("self.setVisible(False)", "self.setHidden(True)")
            assert hides or not shows, f"{ids(path)}:{call.lineno} {words}"


def test_only_jobs_starts_a_thread():
    for path in sources():
        if path.name == "jobs.py":
            continue
        names = imports_of(path)
        assert names.isdisjoint(THREADS), ids(path)


def test_finds_name_fields_that_exist():
    """`find` takes field names as keywords; a wrong one is seen here, not at run time."""
    from coachdesk.store.schema import BINDINGS

    tables = {binding.kind.__name__: set(binding.table.c.keys()) for binding in BINDINGS}
    for path in sources():
        for node in ast.walk(tree_of(path)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            if node.func.attr != "find" or not node.args:
                continue
            kind = node.args[0]
            if isinstance(kind, ast.Name) and kind.id in tables:
                used = {keyword.arg for keyword in node.keywords if keyword.arg}
                assert used <= tables[kind.id], f"{ids(path)}:{node.lineno} {used}"


def test_a_brief_has_no_place_for_private_text():
    """What documents are built from knows no private note, no draft and no form of an ask."""
    from coachdesk.views import briefs

    source = inspect.getsource(briefs)
    names = {n.target.id for n in ast.walk(ast.parse(source)) if isinstance(n, ast.AnnAssign)}
    for word in ("private", "draft_text", "form_of", "verdict", "aspect"):
        assert not any(word in name for name in names), names
    assert imports_of(PACKAGE / "views" / "briefs.py").isdisjoint(
        {"coachdesk.domain.private_notes", "coachdesk.domain.asks", "coachdesk.domain.evidence"}
    )


def test_reports_read_briefs_only():
    for path in sorted((PACKAGE / "reports").rglob("*.py")):
        for name in imports_of(path):
            if name.startswith("coachdesk."):
                assert ".".join(name.split(".")[:2]) in REPORTS_READS, f"{ids(path)}: {name}"


def test_every_visible_word_goes_through_language():
    """A team's own word for a rep stands everywhere, but where words are read instead of shown."""
    plain = {ids(path) for path in sources() if "gettext" in imports_of(path)}
    assert plain == {"language.py", "resources.py", "domain/observation_lines.py"}
