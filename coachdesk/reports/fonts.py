"""The fonts of paper: our own three weights, and for what they lack one shipped font a script."""

from functools import cache

from reportlab.pdfbase.pdfmetrics import getFont, registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from coachdesk.resources import resource

REGULAR = "CoachdeskSans-Regular"
MEDIUM = "CoachdeskSans-Medium"
SEMIBOLD = "CoachdeskSans-SemiBold"

EMOJI = "NotoEmoji-Regular"
FALLBACKS = (
    "NotoSansHebrew-Regular",
    "NotoSansArabic-Regular",
    "NotoSansThai-Regular",
    "DejaVuSans",
    "DroidSansFallback",
    EMOJI,
)
"""Asked in this order; pictures above `FIRST_PICTURE` come from the font of emoji alone."""

FIRST_PICTURE = 0x1F000

# A font's table ends with U+FFFF, which is no character and no document may hold.
_NO_CHARACTERS = frozenset((0xFFFE, 0xFFFF))


class _Font(TTFont):  # type: ignore[misc]
    """A font that measures text in one pass: a page is measured word by word before it is drawn."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename)
        self._widths = _Widths(self.face)

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:
        return float(0.001 * size * sum(map(self._widths.__getitem__, text)))


class _Widths(dict[str, float]):
    """The width of each character met so far, in thousandths of the size."""

    def __init__(self, face: TTFontFace) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> float:
        face = self._face
        width = self[character] = face.charWidths.get(ord(character), face.defaultWidth)
        return float(width)


@cache
def register_fonts() -> None:
    """Make the three weights known to ReportLab, once in a process."""
    for name in (REGULAR, MEDIUM, SEMIBOLD):
        registerFont(_Font(name, str(resource("fonts", f"{name}.ttf"))))
    registerFontFamily(REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=REGULAR, boldItalic=SEMIBOLD)


@cache
def characters_of(name: str) -> frozenset[int]:
    """The code points a font has a glyph for; a fallback font is loaded when first asked."""
    if name in FALLBACKS:
        registerFont(_Font(name, str(resource("fonts", "fallback", f"{name}.ttf"))))
    else:
        register_fonts()
    return frozenset(getFont(name).face.charToGlyph) - _NO_CHARACTERS


@cache
def font_for(character: str, own: str) -> str | None:
    """The font that draws `character` where `own` is asked for; None if no shipped font has it."""
    code = ord(character)
    order = (EMOJI, *FALLBACKS) if code >= FIRST_PICTURE else FALLBACKS
    return next((name for name in (own, *order) if code in characters_of(name)), None)
