"""The pages of the very PDF that prints, as pixels."""

import pypdfium2

from coachdesk.views.page_image import PageImage


def page_images(pdf: bytes, *, pixels_wide: int) -> tuple[PageImage, ...]:
    """Every page of `pdf`, drawn `pixels_wide` wide (device pixels)."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_image(page, pixels_wide) for page in document)
    finally:
        document.close()


def _image(page: pypdfium2.PdfPage, pixels_wide: int) -> PageImage:
    bitmap = page.render(scale=pixels_wide / page.get_width(), prefer_bgrx=True)
    return PageImage(
        width=bitmap.width,
        height=bitmap.height,
        stride=bitmap.stride,
        pixels=bytes(bitmap.buffer),
    )
