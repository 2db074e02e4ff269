"""Where fonts, icons, templates, content and catalogues are, in either kind of installation."""

import gettext
import os
from pathlib import Path

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
    gettext.bindtextdomain("coachdesk", resource("locale"))
    gettext.textdomain("coachdesk")


def language_in_use() -> str:
    """The language that words were bound in, such as "en_GB"; "" before they were."""
    return os.environ.get("LANGUAGE", "")
