"""Design tokens: the colours and lengths of `resources/content/tokens.json`, read once."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from coachdesk.resources import resource


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One text role at 100 %: font size and line height in logical pixels, weight 400-600."""

    px: int
    weight: int
    line: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colour names per appearance (`light`, `dark`) and the type scale."""

    colors: Mapping[str, Mapping[str, str]]
    roles: Mapping[str, TypeRole]


def load_tokens() -> Tokens:
    """Read the token file; the weights a role needs beside its own are named here."""
    raw = json.loads(resource("content", "tokens.json").read_text(encoding="utf-8"))
    roles = {
        name: TypeRole(scale["px"], scale["weight"], scale["line"])
        for name, scale in raw["type"]["scale"].items()
    }
    caption, small, body, lead = (roles[name] for name in ("caption", "small", "body", "lead"))
    roles |= {
        "initials": TypeRole(9, 600, 12),
        "label": TypeRole(caption.px, 600, caption.line),
        "smallMedium": TypeRole(small.px, 500, small.line),
        "smallStrong": TypeRole(small.px, 600, small.line),
        "bodyMedium": TypeRole(body.px, 500, body.line),
        "leadMedium": TypeRole(lead.px, 500, lead.line),
    }
    return Tokens(colors=raw["color"], roles=roles)
