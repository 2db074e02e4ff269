"""Every script on paper: drawn with a font that is shipped, in its own direction, or named."""

import unicodedata
from dataclasses import replace
from io import BytesIO
from time import process_time

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from coachdesk.reports.direction import in_visual_order
from coachdesk.reports.render import Rendered, render_summary
from coachdesk.reports.scripts import missing_characters, printable
from coachdesk.views.briefs import TalkedAbout
from coachdesk.views.print_notes import missing_note
from tests.hostile import hostile_strings
from tests.reports.reading import fonts_of, pages_of
from tests.reports.sample_briefs import TYPICAL

HEBREW = "שלום עולם, דיברנו עם Priya (Cobalt) על 3 פגישות."
ARABIC = "السلام عليكم، تحدثنا مع Stefan عن 25 عميلا."


def with_words(words: str) -> Rendered:
    return render_summary(replace(TYPICAL, rep_words=words), "A4")


def text_read(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[0].get_textpage().get_text_range())
    finally:
        document.close()


def turned(text: str, direction: str) -> str:
    return "".join(
        character for character, _ in in_visual_order([(c, None) for c in text], direction)
    )


@pytest.mark.parametrize(
    ("words", "font"),
    [
        (HEBREW, "NotoSansHebrew-Regular"),
        (ARABIC, "NotoSansArabic-Regular"),
        ("เราได้พูดคุย", "NotoSansThai-Regular"),
        ("∑ ☎ ☐ ⅓ Ⴀ", "DejaVuSans"),
        ("我们讨论了下一步计划", "DroidSansFallback"),
        ("次のステップ「顧客」", "DroidSansFallback"),
        ("다음 단계", "DroidSansFallback"),
        ("🎉 👍🏽 👩‍✈️", "NotoEmoji-Regular"),
    ],
)
def test_what_our_font_lacks_is_drawn_with_a_shipped_font(words: str, font: str) -> None:
    rendered = with_words(words)
    assert (font, True) in fonts_of(rendered.pdf)
    assert rendered.missing == ()


def test_no_page_asks_a_font_for_a_glyph_it_has_not() -> None:
    rendered = with_words(f"{HEBREW} {ARABIC} 我们 🎉 नमस्ते \u200b\ufeff\U000e0041")
    for page in PdfReader(BytesIO(rendered.pdf)).pages:
        assert not {"\x00", "\ufffd", "■", "□"} & set(page.extract_text())


@pytest.mark.parametrize(
    "words", ["我们讨论了下一步计划", "다음 단계를 정했습니다", "Great 🎉 job 😀"]
)
def test_such_text_can_be_searched_and_copied(words: str) -> None:
    rendered = with_words(words)
    assert words in text_read(rendered.pdf)
    assert "".join(words.split()) in "".join("".join(pages_of(rendered.pdf)).split())


@pytest.mark.parametrize("words", ["שלום עולם, דיברנו", "السلام عليكم تحدثنا"])
def test_text_from_the_right_is_read_in_the_order_it_was_written(words: str) -> None:
    assert words in text_read(with_words(words).pdf)


def test_a_line_from_the_right_turns_its_words_but_no_number_and_no_latin_word() -> None:
    assert turned("אב 25 Priya (Cobalt) גד", "R") == "דג Priya (Cobalt) 25 בא"
    assert turned("(אב) [גד", "R") == "דג] (בא)"
    assert turned("see (אב) now", "L") == "see (בא) now"


def test_a_mark_stays_with_its_letter_when_a_line_is_turned() -> None:
    assert turned("ב\u05b7ג\u05b8", "R") == "ג\u05b8ב\u05b7"


@given(st.text(alphabet="אבגabc 12(),.-", max_size=30))
def test_turning_a_line_loses_nothing(text: str) -> None:
    for direction in "LR":
        mirrored = str.maketrans("()", "((")
        assert sorted(turned(text, direction).translate(mirrored)) == sorted(
            text.translate(mirrored)
        )


def test_a_name_from_the_right_does_not_turn_the_words_beside_it() -> None:
    brief = replace(TYPICAL, rep="דנה כהן", company="\u202eשלום", code="S-1")
    read = text_read(render_summary(brief, "A4").pdf)
    assert "· Tuesday 10 March 2026" in read
    assert "Page 1 of 1 · version 1 · S-1" in read


def test_a_direction_override_turns_nothing() -> None:
    assert "evil reversed tail" in text_read(with_words("\u202eevil reversed\u202c tail").pdf)


def test_a_letter_and_its_mark_print_as_one() -> None:
    assert printable("e\u0301") == "é"
    assert printable("q\u0301") == "q\u0301"


@pytest.mark.parametrize(
    "words", ["a\u200bb", "a\u2060b", "\ufeffab", "a\u00adb", "a\u202eb\u202c", "ab\ufe0f"]
)
def test_what_draws_nothing_is_left_out(words: str) -> None:
    assert printable(words) == "ab"


@pytest.mark.parametrize("words", ["a\x07b", "a\x1bb", "a\u2028b", "a\u0085b"])
def test_what_breaks_a_line_becomes_a_space(words: str) -> None:
    assert printable(words) == "a b"


def test_what_no_font_has_is_named_once_and_prints_as_a_question_mark() -> None:
    rendered = with_words("नमन")
    assert rendered.missing == ("न", "म")
    assert "???" in pages_of(rendered.pdf)[0]
    note = missing_note(rendered.missing)
    assert note.startswith("These characters cannot be printed")
    assert "न (U+0928)" in note


def test_a_page_without_such_text_names_nothing() -> None:
    assert render_summary(TYPICAL, "A4").missing == ()
    assert missing_note(()) == ""


@given(st.text(max_size=40))
def test_whatever_is_typed_can_be_set(text: str) -> None:
    shown = printable(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in shown)
    assert ("?" in shown) >= bool(missing_characters([text]))


@pytest.mark.parametrize("letter", ["漢", "ש", "ع", "🎉", "W\u0301", "न"])
def test_forty_thousand_characters_do_not_take_long(letter: str) -> None:
    began = process_time()
    rendered = with_words(letter * (40_000 // len(letter)))
    assert rendered.pages <= 2
    assert process_time() - began < 5


def test_no_hostile_string_breaks_a_page_or_becomes_markup() -> None:
    chunks: list[str] = [""]
    for text in hostile_strings():
        longer = f"{chunks[-1]} {text}"
        chunks = [*chunks[:-1], longer] if len(longer) < 1_000 else [*chunks, text]
    read = ""
    for chunk in chunks:
        talked = TalkedAbout(summary=chunk, expectation=chunk)
        rendered = render_summary(replace(TYPICAL, rep=chunk, talked=talked, rep_words=chunk), "A4")
        assert rendered.pages <= 2
        assert not any(c.isascii() for c in rendered.missing)
        read += " ".join(pages_of(rendered.pdf))
    assert "<script>alert(123)</script>" in read.replace(" ", "")
    assert "<IMG" in read
