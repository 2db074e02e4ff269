"""Our own font files and whole-pixel sizes for every zoom step.

The files carry a family name of our own: an installed Inter of another version would be merged
with them. Hinting is off, so a line is equally wide on every desktop.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from coachdesk.resources import resource

FAMILY = "Coachdesk Sans"
FILES = ("CoachdeskSans-Regular.ttf", "CoachdeskSans-Medium.ttf", "CoachdeskSans-SemiBold.ttf")
ZOOM_STEPS = (80, 90, 100, 110, 125, 150, 175, 200)

# Qt renders whole pixels only. At 80 % 12 and 13 would both become 10, so body stays at 11.
_SIZES = {
    11: (9, 10, 11, 12, 14, 16, 19, 22),
    12: (10, 11, 12, 13, 15, 18, 21, 24),
    13: (11, 12, 13, 14, 16, 20, 23, 26),
    15: (12, 14, 15, 16, 19, 23, 26, 30),
    17: (14, 15, 17, 19, 21, 26, 30, 34),
    20: (16, 18, 20, 22, 25, 30, 35, 40),
    28: (22, 25, 28, 31, 35, 42, 49, 56),
}


def load_fonts() -> None:
    """Register the vendored weights with Qt; needs a QGuiApplication."""
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0:
            raise FileNotFoundError(f"font file {name} cannot be loaded")
    emoji_family()


@cache
def emoji_family() -> str:
    """The desktop's font of emoji; without one, that of our paper, instead of empty boxes.

    Named in every font: what Qt falls back to by itself depends on what was drawn before.
    """
    known = [name for name in QFontDatabase.families() if "emoji" in name.casefold()]
    if not known:
        file = resource("fonts", "fallback", "NotoEmoji-Regular.ttf")
        known = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return known[0]


def pixel_size(px: int, zoom: int) -> int:
    """Font size in whole logical pixels of a token size at a zoom step (per cent)."""
    sizes = _SIZES.get(px)
    return sizes[ZOOM_STEPS.index(zoom)] if sizes else max(1, round(px * zoom / 100))


def make_font(px: int, weight: int, *, tabular: bool) -> QFont:
    """A font of ours; `tabular` figures only for columns, dates and figures."""
    font = QFont([FAMILY, emoji_family()])
    font.setPixelSize(px)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("cv05"), 1)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
