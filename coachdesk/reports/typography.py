"""Sizes, greys and paragraph styles of every document; lengths in points (1/72 inch)."""

from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from coachdesk.reports.fonts import REGULAR, SEMIBOLD

AREA_WIDTH = 177 * mm
AREA_HEIGHT = 249 * mm
LEFT_MARGIN = 18 * mm
TITLE_HEIGHT = 17.0
LINE = 13.0

INK = black
SOFT = Color(0.29, 0.29, 0.29)
WRITING_RULE = Color(0.5, 0.5, 0.5)
HAIR_RULE = Color(0.72, 0.72, 0.72)

LABEL_WIDTH = 72.0
"""The left column that days, kinds and "Request 1" share, so that texts start on one edge."""


def _style(name: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=REGULAR,
        fontSize=size,
        leading=leading,
        textColor=INK,
        bulletFontName=SEMIBOLD,
        bulletFontSize=size,
        **more,
    )


BODY = _style("body", 9.5, LINE)
BODY_RIGHT = _style("body-right", 9.5, LINE, alignment=TA_RIGHT)
SMALL = _style("small", 8, 10.5)
SMALL_RIGHT = _style("small-right", 8, LINE, alignment=TA_RIGHT)
COLUMN_TITLE = _style("column-title", 8, 10, alignment=TA_RIGHT)
LABELLED = _style("labelled", 9.5, LINE, leftIndent=LABEL_WIDTH, bulletIndent=0)
EYEBROW = _style("eyebrow", 9, 11)
NAME = _style("name", 19, 23)
LINK_TITLE = _style("link-title", 9, 11)
COUNT = _style("count", 9.5, 12)
ANCHOR = _style("anchor", 9, 11.8)
SCALE = _style("scale", 8, LINE)
