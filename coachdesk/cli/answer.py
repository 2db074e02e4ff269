"""Where answers go: results on standard output, messages on standard error."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from coachdesk.domain.errors import UserError


@dataclass(frozen=True, slots=True)
class Answer:
    """How this call wants to be answered."""

    as_json: bool = False
    quiet: bool = False

    def result(self, text: str, fields: Mapping[str, object]) -> None:
        """The result: its text, or its fields as JSON."""
        print(_json(fields) if self.as_json else text)

    def say(self, message: str) -> None:
        """A message beside the result."""
        if not self.quiet:
            print(_one_line(message), file=sys.stderr)

    def refuse(self, code: str, message: str, next_step: str = "") -> None:
        """Why nothing was done, in one line."""
        if self.as_json:
            print(_json(error_fields(code, message, next_step)))
        else:
            print(_one_line(f"{message} {next_step}"), file=sys.stderr)


def error_fields(code: str, message: str, next_step: str) -> dict[str, object]:
    """An error as JSON has it."""
    return {"error": {"code": code, "message": message, "next_step": next_step}}


def fields_of(error: UserError) -> dict[str, object]:
    """An error as JSON has it; input that no rule names has the code "input"."""
    return error_fields(error.code or "input", error.message, error.next_step)


def _json(fields: Mapping[str, object]) -> str:
    return json.dumps(fields, ensure_ascii=False, indent=2)


def _one_line(text: str) -> str:
    return " ".join(text.split())
