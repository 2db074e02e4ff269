"""The preview shows the pages that print."""

from coachdesk.reports.preview import page_images
from coachdesk.reports.render import render_summary
from tests.reports.sample_briefs import OVERFULL


def test_each_page_is_drawn_at_the_width_asked_for() -> None:
    images = page_images(render_summary(OVERFULL, "A4").pdf, pixels_wide=420)
    assert [(image.width, image.height) for image in images] == [(420, 595), (420, 595)]
    for image in images:
        assert image.stride == 4 * 420
        assert len(image.pixels) == image.stride * image.height


def test_the_paper_is_white_and_the_ink_is_black() -> None:
    (first, _second) = page_images(render_summary(OVERFULL, "A4").pdf, pixels_wide=840)
    colours = {first.pixels[at : at + 3] for at in range(0, len(first.pixels), 4)}
    assert bytes((255, 255, 255)) in colours
    assert min(max(colour) for colour in colours) < 40
