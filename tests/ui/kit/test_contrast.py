"""Every pair of colours that is used can be read: 4.5 to 1 for text, 3 to 1 for marks and edges."""

import pytest

from coachdesk.ui.kit.tokens import load_tokens

GROUNDS = ("bg", "panel", "sunk")
HUED = (
    "need", "value", "transition", "follow", "allwin", "ask", "share", "mandate",
    "good", "warn", "bad",
)  # fmt: skip
# Ink on ground: what is read.
TEXT = (
    *(("ink", ground) for ground in (*GROUNDS, "side", "accentSoft", "warnSoft", "badSoft")),
    *(("ink2", ground) for ground in (*GROUNDS, "side", "accentSoft", "warnSoft")),
    *(("muted", ground) for ground in GROUNDS),
    *(("accent", ground) for ground in (*GROUNDS, "side", "accentSoft", "warnSoft")),
    ("onAccent", "accent"),
    ("onAccent", "accentHover"),
    *((f"{hue}Text", f"{hue}Soft") for hue in HUED),
    *((f"{hue}Text", ground) for hue in ("good", "warn", "bad") for ground in ("panel", "bg")),
    ("badText", "sunk"),
    ("panel", "ink"),
    ("bg", "ink"),
)
# Edges of what can be used, the focus ring, marks that stand beside a word.
EDGES = (
    *(("control", ground) for ground in GROUNDS),
    *(("accent", ground) for ground in (*GROUNDS, "side", "accentSoft")),
    *((hue, ground) for hue in ("good", "warn", "bad") for ground in ("panel", "sunk")),
    *((hue, "panel") for hue in HUED),
    ("ink3", "panel"),
)


def luminance(color):
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_weak(pairs, least, colors):
    found = {(ink, ground): contrast(colors[ink], colors[ground]) for ink, ground in pairs}
    return {pair: round(value, 2) for pair, value in found.items() if value < least}


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_text_can_be_read_on_every_ground_it_stands_on(appearance):
    assert too_weak(TEXT, 4.5, load_tokens().colors[appearance]) == {}


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_edges_focus_and_marks_can_be_seen(appearance):
    assert too_weak(EDGES, 3.0, load_tokens().colors[appearance]) == {}


def test_the_measure_is_the_one_of_the_guidelines():
    assert round(contrast("#FFFFFF", "#000000"), 1) == 21.0
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48
