"""A paragraph in our own font, made of pieces of one look each.

ReportLab's paragraph reads markup; ours is told its pieces, so that nothing in them can be markup,
and breaks its lines once for each width instead of at every question how high it is.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from coachdesk.reports.mixed_text import Look, Set


def set_paragraph(pieces: Iterable[Set], style: ParagraphStyle, bullet: str = "") -> Paragraph:
    """The pieces as one paragraph in `style`; `bullet` stands at its bullet indent."""
    frags = [_frag(text, look, style) for text, look in pieces if text]
    return _SetParagraph("", style, bulletText=bullet or None, frags=frags)


class _SetParagraph(Paragraph):  # type: ignore[misc]
    """Made anew by ReportLab, with the same arguments, where it is split at the end of a page."""

    _broken_at: float | None = None

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if self._broken_at != width or not hasattr(self, "blPara"):
            super().wrap(width, height)
            self._broken_at = width
        return self.width, self.height


def _frag(text: str, look: Look, style: ParagraphStyle) -> Any:
    color = look.color or style.textColor
    return _pattern(style).clone(text=text, fontName=look.font, textColor=color)


@cache
def _pattern(style: ParagraphStyle) -> Any:
    """What ReportLab itself makes of one letter in that style."""
    return Paragraph("x", style).frags[0]
