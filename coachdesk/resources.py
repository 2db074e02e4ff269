"""Where fonts, icons, templates, content and catalogues are, in either kind of installation."""

import gettext
import os
from pathlib import Path

ENGLISH = "en-GB"
DOMAIN = "coachdesk"

_PACKAGE = Path(__file__).parent
_SOURCE_TREE = _PACKAGE.parent / "resources"
_INSTALLED = _PACKAGE / "_resources"


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder: `resource("icons", "calendar.svg")`.

    The source tree comes first, so that an editable installation never reads a stale copy.
    """
    # A stray site-packages/resources is not ours: only a source tree has the project file.
    in_source_tree = (_PACKAGE.parent / "pyproject.toml").is_file()
    root = _SOURCE_TREE if in_source_tree else _INSTALLED
    return root.joinpath(*parts)


def bind_words(locale: str) -> None:
    """Bind gettext to the shipped catalogues, in the language of `locale` (such as "en-GB").

    A language without a catalogue shows the strings as they stand in the code, which is English.
    gettext reads the language from the environment at each call, so it is set there.
    """
    os.environ["LANGUAGE"] = locale.replace("-", "_")
    gettext.bindtextdomain(DOMAIN, resource("locale"))
    gettext.textdomain(DOMAIN)


def locale_in_use() -> str:
    """The locale that words were bound to last."""
    return os.environ.get("LANGUAGE", "").replace("_", "-") or ENGLISH


def languages(folder: Path | None = None) -> dict[str, str]:
    """The languages there are, by locale, each called as it calls itself; English comes first.

    Every folder of `folder`, else of ours, that holds a catalogue is one; the catalogue says its
    own name.
    """
    folder = folder or resource("locale")
    found = {ENGLISH: "English"}
    for code in _codes(folder):
        words = gettext.translation(DOMAIN, folder, [code])
        found[_tag(code)] = words.pgettext("this language, in itself", "English")
    return found


def language_of(wanted: str) -> str:
    """The locale of ours that comes nearest to `wanted`, such as "de-AT" or "de_DE.UTF-8"."""
    asked = _tag(wanted.partition(".")[0].partition("@")[0])
    known = {_tag(code) for code in _codes(resource("locale"))}
    return next((code for code in (asked, asked.partition("-")[0]) if code in known), ENGLISH)


def _codes(folder: Path) -> list[str]:
    """The folders that hold a catalogue; none of them is read."""
    found = folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return sorted(catalogue.parent.parent.name for catalogue in found)


def _tag(code: str) -> str:
    return code.replace("_", "-")
