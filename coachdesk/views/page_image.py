"""A page as pixels, for the preview."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """One page: `pixels` in rows of `stride` bytes, four bytes a pixel (blue, green, red, unused).

    That is the layout of QImage.Format_RGB32.
    """

    width: int
    height: int
    stride: int
    pixels: bytes
