"""The fonts of paper: the same files as on the screen, embedded in each document."""

from functools import cache

from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
from reportlab.pdfbase.ttfonts import TTFont

from coachdesk.resources import resource

REGULAR = "CoachdeskSans-Regular"
MEDIUM = "CoachdeskSans-Medium"
SEMIBOLD = "CoachdeskSans-SemiBold"


@cache
def register_fonts() -> None:
    """Make the three weights known to ReportLab, once in a process."""
    for name in (REGULAR, MEDIUM, SEMIBOLD):
        registerFont(TTFont(name, str(resource("fonts", f"{name}.ttf"))))
    registerFontFamily(REGULAR, normal=REGULAR, bold=SEMIBOLD, italic=REGULAR, boldItalic=SEMIBOLD)
