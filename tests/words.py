"""`make words`: every sentence for a person, collected for the translators of every language.

The template holds the strings of the code, of the document templates and of the shipped content.
Each catalogue of `resources/locale` is brought up to date with it and compiled; what a catalogue
lacks is said at the end.
"""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from coachdesk.resources import DOMAIN
from coachdesk.services.shipped_words import shipped_texts

ROOT = Path(__file__).parents[1]
LOCALE = ROOT / "resources" / "locale"
TEMPLATE = LOCALE / f"{DOMAIN}.pot"
SOURCES = (
    (ROOT / "coachdesk", [("**.py", "python")]),
    (ROOT / "resources" / "templates", [("**.xml", "jinja2")]),
)
STRICT = {"**.xml": {"silent": "false"}}


def template() -> Catalog:
    """Every message there is, without a word of any language but English."""
    found = Catalog(domain=DOMAIN)
    for folder, methods in SOURCES:
        for _file, _line, message, _comments, context in extract_from_dir(
            folder, methods, STRICT, DEFAULT_KEYWORDS
        ):
            found.add(message, context=context)
    for text in shipped_texts():
        found.add(text)
    return found


def catalogues() -> list[Path]:
    """The catalogue of every language but English."""
    return sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def lacking(catalogue: Catalog) -> list[str]:
    """The messages that the language says nothing for, or only by guess."""
    return [
        str(message.id)
        for message in catalogue
        if message.id and (message.fuzzy or not all(_said(message.string)))
    ]


def _said(string: object) -> tuple[object, ...]:
    return tuple(string) if isinstance(string, tuple | list) else (string,)


def main() -> None:
    """Write the template; update, write and compile every catalogue."""
    words = template()
    with TEMPLATE.open("wb") as file:
        write_po(file, words, no_location=True, sort_output=True, omit_header=True)
    for path in catalogues():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parent.parent.name, domain=DOMAIN)
        made = catalogue.creation_date
        catalogue.update(words, no_fuzzy_matching=True)
        catalogue.creation_date = made  # collecting the same words again changes no byte
        catalogue.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalogue, no_location=True, sort_output=True, width=100)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalogue)
        missing = lacking(catalogue)
        print(f"{path.parent.parent.name}: {len(catalogue)} messages, {len(missing)} missing")
        for message in missing[:20]:
            print(f"  {message}")


if __name__ == "__main__":
    main()
