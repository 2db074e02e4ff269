import pytest
from PySide6.QtGui import QColor, QRawFont

from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.fonts import ZOOM_STEPS
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.kit.tokens import load_tokens


def luminance(color):
    def linear(channel):
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    r, g, b = (linear(x) for x in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, other):
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("role", ["body", "bodyMedium", "title", "label", "figure#"])
def test_every_weight_is_drawn_with_our_own_font(appearance, theme, role):
    raw = QRawFont.fromFont(theme.font(role))
    assert raw.familyName() == "Coachdesk Sans"
    assert raw.unitsPerEm() == 2048
    assert raw.weight() == theme.font(role).weight()


def test_figures_are_equally_wide_only_where_they_stand_in_columns(appearance, theme):
    assert theme.width("111", "body#") == theme.width("888", "body#")
    assert theme.width("111", "body") < theme.width("888", "body")


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
def test_font_sizes_are_whole_pixels_and_keep_their_order_at_every_zoom(qapp, zoom):
    theme = Theme(zoom=zoom)
    sizes = [theme.font(r).pixelSize() for r in ("caption", "small", "body", "title", "page")]
    assert sizes == sorted(set(sizes))


def test_a_zoom_that_is_no_step_is_refused(theme):
    with pytest.raises(ValueError):
        theme.use(zoom=101)


def test_zooming_stops_at_both_ends(theme):
    for _ in range(20):
        theme.step_zoom(1)
    assert theme.zoom == 200
    for _ in range(20):
        theme.step_zoom(-1)
    assert theme.zoom == 80


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", ["panel", "bg", "sunk"])
@pytest.mark.parametrize("words", ["ink", "ink2", "muted", "accent"])
def test_text_has_enough_contrast(dark, ground, words):
    theme = Theme(load_tokens(), dark=dark)
    assert contrast(theme.c(words), theme.c(ground)) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("stem", ["good", "warn", "bad", "need", "value", "transition", "follow"])
def test_a_word_on_its_tint_has_enough_contrast(dark, stem):
    theme = Theme(load_tokens(), dark=dark)
    assert contrast(theme.c(f"{stem}Text"), theme.c(f"{stem}Soft")) >= 4.5


def test_switching_to_dark_changes_what_is_painted(shown, appearance, theme, colors):
    button = Button(theme, "Start", "primary")
    shown(button)
    assert "#0F5C5C" in colors(button)
    appearance.choose("dark")
    assert "#63BDB7" in colors(button)
    assert "#0F5C5C" not in colors(button)


def test_the_wish_for_contrast_strengthens_lines(theme):
    theme.use(contrast=True)
    assert theme.c("line") == QColor("#868D96")
