"""`make words`: every sentence for a person, collected for the translators of every language.

The template holds the strings of the code, of the document templates and of the shipped content.
Each catalogue of `resources/locale` is brought up to date with it and compiled; what a catalogue
lacks is said at the end.
"""

import ast
from collections.abc import Iterator
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
PAGES = ROOT / "resources" / "templates"
STRICT = {"**.xml": {"silent": "false"}}
# How many words a call gives: one, or one for each number; the first of `pgettext` is the context.
CALLS = {"_": 1, "gettext": 1, "ngettext": 2, "pgettext": 2}


def template() -> Catalog:
    """Every message there is, without a word of any language but English."""
    found = Catalog(domain=DOMAIN)
    for path in sorted((ROOT / "coachdesk").rglob("*.py")):
        for message, context in messages_of(ast.parse(path.read_text("utf-8"))):
            found.add(message, context=context)
    for _file, _line, message, _comments, context in extract_from_dir(
        PAGES, [("**.xml", "jinja2")], STRICT, DEFAULT_KEYWORDS
    ):
        found.add(message, context=context)
    for text in shipped_texts():
        found.add(text)
    return found


def messages_of(code: ast.Module) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    """Each message of a module with its context, also those inside an f-string."""
    for node in ast.walk(code):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        given = node.args[: CALLS.get(called, 0)]
        words = [each.value for each in given if isinstance(each, ast.Constant)]
        if not words or len(words) < len(given):
            continue
        if called == "pgettext":
            yield words[1], words[0]
        else:
            yield (words[0], words[1]) if len(words) == 2 else words[0], None


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
