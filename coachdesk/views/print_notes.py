"""What a person is told of a page before it prints: what moved, what cannot be drawn."""

import unicodedata
from collections.abc import Sequence

from coachdesk.language import gettext as _
from coachdesk.language import ngettext, quoted

MISSING_NAMED = 8


def missing_note(missing: Sequence[str]) -> str:
    """What is said before printing of characters that print as a question mark; "" if none do."""
    if not missing:
        return ""
    shown = " ".join(_named(c) for c in missing[:MISSING_NAMED])
    more = len(missing) - MISSING_NAMED
    if more > 0:
        shown = _("{some} and {n} more").format(some=shown, n=more)
    return ngettext(
        "This character cannot be printed and becomes “?”: {shown}",
        "These characters cannot be printed and become “?”: {shown}",
        len(missing),
    ).format(shown=shown)


def template_note(fault: str) -> str:
    """What is said where a template or style of the person's was left aside; "" if none was."""
    return _("{fault} Coachdesk’s own is used instead.").format(fault=fault) if fault else ""


def _named(character: str) -> str:
    # A mark alone would be drawn over its neighbour.
    if unicodedata.category(character)[0] in "LNPS":
        return f"{character} (U+{ord(character):04X})"
    return f"U+{ord(character):04X}"


def page_note(pages: int, moved: Sequence[str], titles: Sequence[str] = ()) -> str:
    """What the preview says: "1 page", or "2 pages: hand-offs and shares go to page 2".

    A section that is none of ours is called by its title.
    """
    counted = ngettext("{n} page", "{n} pages", pages).format(n=pages)
    if not moved:
        return counted
    names = {
        "my_promises": _("your promises"),
        "qualities": _("qualities"),
        "hand_offs": _("hand-offs"),
        "misses": _("missed expectations"),
        "requests": _("requests"),
        "shares": _("shares"),
        "gains": _("gains"),
        "concerns": _("worries"),
        "rules": _("the rules"),
        "rep_promises": _("the promises of the rep"),
        "rep_words": _("the words of the rep"),
    }
    called = {key: quoted(title) for key, title in zip(moved, titles, strict=False) if title}
    *most, last = (names.get(key) or called.get(key) or quoted(key) for key in moved)
    told = _("{some} and {last}").format(some=", ".join(most), last=last) if most else last
    return _("{pages}: {told} go to page 2").format(pages=counted, told=told)


def overleaf_note(titles: Sequence[str]) -> str:
    """What the preview says of a sheet that is longer than its page; "" where it is not."""
    if not titles:
        return ""
    return _("on page 2: {titles}").format(titles=", ".join(quoted(title) for title in titles))
