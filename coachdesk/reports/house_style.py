"""How a person's documents look: a logo and two colours, read from `style.toml`."""

import re
import tomllib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

from PIL import Image, UnidentifiedImageError
from reportlab.lib.colors import Color, HexColor

from coachdesk.language import gettext as _
from coachdesk.reports.own_templates import TemplateFault
from coachdesk.reports.typography import INK

STYLE = "style.toml"
COLOURS = {"titles": "title-colour", "rules": "rule-colour"}
"""The fields of the file that are colours, and the attribute of the markup that carries each."""

LEAST_CONTRAST = 4.5
MOST_LOGO_BYTES, MOST_LOGO_SIDE = 1_000_000, 4000
LOGO_WIDTH, LOGO_HEIGHT = 96.0, 18.0
_MOST_BYTES = 64 * 1024
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LOGO = re.compile(r"[^/\\:]{1,80}\.(png|jpe?g)", re.IGNORECASE)
_COLOURED = ("section", "head", "block", "causes", "anchors", "anchors-head")


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture for the head of each page, with the room it takes there, in points."""

    content: bytes
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Colours of titles and rules (“#1F4E79”; "" is black) and the logo, if there is one."""

    titles: str = ""
    rules: str = ""
    logo: Logo | None = None

    def colour(self, document: Element) -> None:
        """Write the colours into the markup, where the layout finds them."""
        colours = {COLOURS["titles"]: self.titles, COLOURS["rules"]: self.rules}
        given = {name: value for name, value in colours.items() if value}
        for element in document.iter() if given else ():
            if element.tag in _COLOURED:
                element.attrib |= given


PLAIN = Style()


def title_colour(element: Element) -> Color:
    """The colour of the element's title: black unless the style says another."""
    return _colour(element, "titles")


def rule_colour(element: Element) -> Color:
    """The colour of the rule at the element's title, likewise."""
    return _colour(element, "rules")


def _colour(element: Element, name: str) -> Color:
    value = element.get(COLOURS[name], "")
    return HexColor(value) if value else INK


def read_style(folder: Path | None) -> Style:
    """The style of that folder, plain without one; TemplateFault says what is wrong in the file."""
    path = None if folder is None else folder / STYLE
    if path is None or not (path.exists() or path.is_symlink()):
        return PLAIN
    text = _text_of(path)
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        words = _("this cannot be read: {reason}.").format(reason=str(error).partition(" (at")[0])
        raise TemplateFault(STYLE, int(line[1]) if line else text.count("\n") + 1, words) from error
    for name in found:
        if name not in ("logo", *COLOURS):
            raise _fault(text, name, _("“{name}” is not known here.").format(name=name))
    colours = {name: _checked_colour(text, name, found.get(name, "")) for name in COLOURS}
    return Style(**colours, logo=_logo(text, path.parent, found.get("logo", "")))


def _text_of(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        raise TemplateFault(STYLE, 0, _("this is a link or no file; copy the file itself here."))
    try:
        content = path.read_bytes()
        if len(content) > _MOST_BYTES:
            raise TemplateFault(STYLE, 0, _("this is longer than {n} kB.").format(n=64))
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise TemplateFault(STYLE, 0, _("this is not UTF-8 text.")) from error
    except OSError as error:
        words = _("this cannot be read: {reason}.").format(reason=error.strerror or error)
        raise TemplateFault(STYLE, 0, words) from error


def _checked_colour(text: str, name: str, value: object) -> str:
    if value == "":
        return ""
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        words = _('“{name}” is a colour such as "#1F4E79", or "" for black.')
        raise _fault(text, name, words.format(name=name))
    if contrast_with_white(value) < LEAST_CONTRAST:
        words = _("{colour} is too pale on white paper and vanishes in grey; choose a darker one.")
        raise _fault(text, name, words.format(colour=value))
    return value


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of a colour to white paper, as the accessibility guidelines count it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    light = sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (light + 0.05)


def _logo(text: str, folder: Path, name: object) -> Logo | None:
    if name == "":
        return None
    if not isinstance(name, str) or not _LOGO.fullmatch(name):
        words = _("“logo” is the name of a PNG or JPEG file in this folder, without a path.")
        raise _fault(text, "logo", words)
    path = folder / name
    if path.is_symlink() or not path.is_file():
        words = _("there is no file “{name}” in this folder.").format(name=name)
        raise _fault(text, "logo", words)
    try:
        if path.stat().st_size > MOST_LOGO_BYTES:
            words = _("“{name}” is larger than 1 MB; save it smaller.").format(name=name)
            raise _fault(text, "logo", words)
        content = path.read_bytes()
        width, height = _size_of(content)
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError) as error:
        words = _("“{name}” cannot be read as a picture.").format(name=name)
        raise _fault(text, "logo", words) from error
    if not (0 < width <= MOST_LOGO_SIDE and 0 < height <= MOST_LOGO_SIDE):
        words = _("“{name}” has more than {n} pixels on a side; save it smaller.")
        raise _fault(text, "logo", words.format(name=name, n=MOST_LOGO_SIDE))
    scale = min(LOGO_WIDTH / width, LOGO_HEIGHT / height)
    return Logo(content=content, width=width * scale, height=height * scale)


def _size_of(content: bytes) -> tuple[int, int]:
    """The picture's size, from its head; its pixels are read only if that is small enough."""
    with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
        width, height = picture.size
        if max(width, height) <= MOST_LOGO_SIDE:
            picture.load()
    return width, height


def _fault(text: str, name: str, words: str) -> TemplateFault:
    found = re.search(rf"^\s*[\"']?{re.escape(name)}\b", text, re.MULTILINE)
    line = text.count("\n", 0, found.end()) + 1 if found else 0
    return TemplateFault(STYLE, line, words)
