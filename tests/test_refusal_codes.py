"""The codes of refusals are the contract: each one that can be raised is asserted by a test."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
CODE = re.compile(r"E-[A-Z]{3}-\d\d")


def codes_in(folder: str, files: str = "*.py") -> set[str]:
    """Codes that stand in the sources as values, not in their docstrings."""
    found: set[str] = set()
    for source in (ROOT / folder).rglob(files):
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and CODE.fullmatch(str(node.value)):
                found.add(str(node.value))
    return found


def test_every_refusal_that_can_be_raised_is_asserted_by_its_code() -> None:
    raised = codes_in("coachdesk")
    assert len(raised) > 60
    assert raised - codes_in("tests", "test_*.py") == set()
