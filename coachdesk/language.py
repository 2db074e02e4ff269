"""gettext with the team's own word for a rep: “account manager”, “sales manager”.

A language is a folder of `resources/locale` and needs no code: dates, numbers and the typed words
of a day are messages too.

A second-line manager coaches sales managers with the same sentences. Only the shipped sentence is
worded, before anything is put into it, so that what a person typed stays as it was typed. Only
English: a catalogue has words of its own.
"""

import gettext as shipped
import os
import re
from functools import cache

DEFAULT = ("rep", "reps")
# Where gettext learns the language from.
_NAMED_BY = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
VOWELS = "aeioAEIO"
# What is put in, and what is typed on the command line, stays; then the word with its article.
_WORDS = re.compile(
    r"\{[^{}]*\}"
    r"|--[\w-]+"
    r"|\b(?:(?P<article>[Aa])(?P<gap>\s))?(?<!-)\b(?P<word>[Rr]eps?)\b(?!\.\w)(?P<owns>[’'](?!\w))?"
)

_in_use = DEFAULT


def use_words(singular: str = DEFAULT[0], plural: str = DEFAULT[1]) -> bool:
    """Call a rep this from now on, in the whole process; says whether that is another word."""
    global _in_use  # one process speaks one team's language, as gettext itself
    before, _in_use = _in_use, (singular, plural)
    return _in_use != before


def words_in_use() -> tuple[str, str]:
    """What one rep and several reps are called."""
    return _in_use


def as_shipped(message: str) -> str:
    """The message in the language of the store, its words for a rep as they were shipped."""
    return _catalogue().gettext(message)


def pgettext(context: str, message: str) -> str:
    """The message as it is meant in this context: a pattern, or words that a person types."""
    return _catalogue().pgettext(context, message)


def spoken() -> tuple[str, ...]:
    """What shipped content depends on, for a cache: the language, and the words for a rep."""
    return (*_named(), *_in_use)


def speaks_english() -> bool:
    """Whether the language in use is the one the program is written in, and no catalogue's."""
    return not isinstance(_catalogue(), shipped.GNUTranslations)


def quoted(words: str) -> str:
    """Words of a person between the language's own quotation marks."""
    return gettext("“{words}”").format(words=words)


def within(title: str) -> str:
    """A title as it stands inside a sentence: “Follow-through” is “follow-through” in English.

    A language that writes its nouns large says so by its own example of the two.
    """
    example = pgettext("a title → inside a sentence", "Follow-through → follow-through")
    stays = example.rpartition("→")[2].strip()[:1].isupper()
    return title if stays else title.lower()


def _catalogue() -> shipped.NullTranslations:
    """The catalogue of the language in use; `gettext` itself looks for its file at every word."""
    domain = shipped.textdomain()
    return _found(domain, shipped.bindtextdomain(domain), _named())


def _named() -> tuple[str, ...]:
    """What names the language: the first of these alone where it is set, as for gettext itself."""
    if first := os.environ.get(_NAMED_BY[0]):
        return (first,)
    return tuple(os.environ.get(name, "") for name in _NAMED_BY[1:])


@cache
def _found(domain: str, folder: str, _languages: tuple[str, ...]) -> shipped.NullTranslations:
    return shipped.translation(domain, folder, fallback=True)


def gettext(message: str) -> str:
    """The message in the language of the store, with its word for a rep."""
    found = _catalogue().gettext(message)
    return in_own_words(found) if found == message else found


def ngettext(one: str, several: str, n: int) -> str:
    """The message for this number, likewise."""
    found = _catalogue().ngettext(one, several, n)
    return in_own_words(found) if found in (one, several) else found


def in_own_words(message: str) -> str:
    """A shipped English sentence with the words in use; untouched where they are the usual ones."""
    return message if _in_use == DEFAULT else worded(message, *_in_use)


def worded(message: str, singular: str, plural: str) -> str:
    """The sentence with these words instead of “rep” and “reps”."""

    def own(found: re.Match[str]) -> str:
        if found["word"] is None:
            return found[0]
        word = plural if found["word"].endswith("s") else singular
        said = word[:1].upper() + word[1:] if found["word"][0] == "R" else word
        article = found["article"] or ""
        if article and word[:1] in VOWELS:
            article += "n"
        owns = found["owns"] or ""
        if owns and not word.endswith("s"):  # “the reps’ promises”, “the salespeople’s promises”
            owns += "s"
        return f"{article}{found['gap'] or ''}{said}{owns}"

    return _WORDS.sub(own, message)
