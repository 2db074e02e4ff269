"""Shipped files are found in the source tree and in a built wheel, and words follow the locale."""

import gettext
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from coachdesk.resources import bind_words, resource

ROOT = Path(__file__).parents[1]
WEIGHTS = ("Regular", "Medium", "SemiBold")


def shipped_files() -> list[Path]:
    return sorted(path for path in (ROOT / "resources").rglob("*") if path.is_file())


def test_a_resource_is_found_in_the_source_tree() -> None:
    assert resource("icons", "calendar.svg").read_text().count("currentColor") == 1
    assert resource("fonts") == ROOT / "resources" / "fonts"


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_font_is_ours_and_holds_the_characters_that_matter(weight: str) -> None:
    font = TTFontFile(str(resource("fonts", f"CoachdeskSans-{weight}.ttf")))
    assert font.name.decode() == f"CoachdeskSans-{weight}"
    assert [c for c in "Łłễžß€→…“”‘’–—✓·−≥×" if ord(c) not in font.charToGlyph] == []


def test_every_icon_draws_in_the_colour_it_is_given() -> None:
    icons = sorted(resource("icons").glob("*.svg"))
    assert len(icons) > 30
    assert [p.name for p in icons if 'stroke="currentColor"' not in p.read_text()] == []


def test_fonts_and_icons_come_with_their_licences() -> None:
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "OFL.txt").read_text()
    fallback = resource("fonts", "fallback")
    assert len(list(fallback.glob("*.ttf"))) == 6
    assert "SIL OPEN FONT LICENSE" in (fallback / "LICENSE-OFL.txt").read_text()
    assert "Apache License" in (fallback / "LICENSE-Apache-2.0.txt").read_text()
    assert "Bitstream" in (fallback / "LICENSE-DejaVu.txt").read_text()
    readme = (fallback / "README.md").read_text()
    assert [font.name for font in fallback.glob("*.ttf") if font.name not in readme] == []
    assert "ISC License" in resource("icons", "LICENSE").read_text()


def test_words_without_a_catalogue_stay_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "xx")
    bind_words("en-GB")
    assert gettext.gettext("Next time") == "Next time"


@pytest.mark.long
def test_a_built_wheel_holds_each_shipped_file_and_finds_it(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "-q", "-w", str(tmp_path), str(ROOT)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(unpacked)
    probe = "from coachdesk.resources import resource; print(resource())"
    found = subprocess.run(
        [sys.executable, "-c", probe], cwd=unpacked, check=True, capture_output=True, text=True
    )
    installed = Path(found.stdout.strip())
    assert installed == unpacked / "coachdesk" / "_resources"
    for path in shipped_files():
        twin = installed / path.relative_to(ROOT / "resources")
        assert twin.read_bytes() == path.read_bytes()
