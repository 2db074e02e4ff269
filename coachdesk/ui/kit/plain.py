"""How a person's text is shown: the store keeps it as typed, the screen stays in order.

A name may hold a line break, a control character or a mark that turns all that follows. None of
them may break a row or turn our words: they are taken out here, for display alone.
"""

import re
import unicodedata

LONGEST_LINE = 600
"""No line of the window shows more; measuring forty thousand characters at each paint is slow."""

_BREAKS = re.compile("[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
# Controls; direction overrides, embeddings and isolates; what an object or a note would stand for.
_UNSHOWN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\ufffc\ufffe\uffff]"
)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff]")


def pasted(s: str) -> str:
    """`s` without what no store can keep: NUL, and half of a character."""
    return _UNSTORABLE.sub("", s)


def one_line(s: str) -> str:
    """`s` as a row shows it: one line, nothing in it that turns its neighbours."""
    if s.isprintable() and len(s) <= LONGEST_LINE:
        return s
    if len(s) > LONGEST_LINE:
        s = _whole_letters(s)
    return _UNSHOWN.sub("", _BREAKS.sub(" ", s))


def drawn_line(s: str) -> str:
    """`s` as it is painted: one line, which reads in its own direction."""
    s = one_line(s)
    return f"\u2067{s}\u2069" if reads_from_right(s) else s


def paragraphs(s: str) -> str:
    """`s` as a text of several lines shows it: its line breaks stay."""
    if s.isprintable():
        return s
    lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", s)
    return "\n".join(_UNSHOWN.sub("", _BREAKS.sub(" ", line)) for line in lines)


def reads_from_right(s: str) -> bool:
    """Whether a text is written from right to left for the larger part."""
    if not _TURNED.search(s):
        return False
    kinds = [unicodedata.bidirectional(c) for c in s[:LONGEST_LINE]]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")


def _whole_letters(s: str) -> str:
    """The beginning of a long text, cut between letters and not before a mark of one."""
    end = LONGEST_LINE
    while end < len(s) and (unicodedata.combining(s[end]) or s[end] == "\u200d"):
        end += 1
    return s[: min(end, 2 * LONGEST_LINE)] + "…"
