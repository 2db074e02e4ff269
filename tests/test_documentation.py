"""The pages of the documentation lead somewhere, and the changelog can be read by a program."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def targets(page: Path) -> list[str]:
    """Where the page's links lead, but for other sites."""
    return [
        target
        for target in LINK.findall(page.read_text("utf-8"))
        if not target.startswith("https:")
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    pages = [target.split("#")[0] for target in targets(page)]
    # Pictures are drawn by `make screenshots`; a fresh clone has those that were committed.
    there = [target for target in pages if not target.endswith(".png")]
    assert [target for target in there if target and not (page.parent / target).exists()] == []


def test_every_page_of_the_documentation_is_linked_from_the_readme() -> None:
    linked = {(ROOT / target).resolve() for target in targets(ROOT / "README.md")}
    assert {page for page in PAGES if page.parent.name == "docs"} <= linked


def test_the_changelog_has_versions_with_known_headings_and_entries() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    versions = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    assert versions[0].startswith("[Unreleased]")
    for version in versions:
        assert re.match(r"\[(Unreleased|\d+\.\d+\.\d+)\]( - \d{4}-\d{2}-\d{2})?\n", version)
        parts = re.split(r"^### ", version, flags=re.MULTILINE)[1:]
        assert {part.splitlines()[0] for part in parts} <= KINDS
        assert all("\n- " in part for part in parts)
