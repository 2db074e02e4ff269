"""The limits of paper: how many entries a section of the summary prints, and how long each may be.

cut = shortened at a word end, marked as continuing in the app; merge = the last line says how many
more there are; roll = whole entries go to the continuation page (decided by the layout, nothing is
shortened here). Source: printed summary (a), column "Limit and overflow".
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import partial
from typing import Any, Protocol, TypeVar

from coachdesk.language import gettext as _
from coachdesk.views.briefs import (
    ConcernLine,
    EvidenceLine,
    FormBrief,
    GainLine,
    HandOffLine,
    MissLine,
    PromiseLine,
    ShareLine,
    SummaryBrief,
    TalkedAbout,
)

TALKED_CHARACTERS = 300
PROMISE_CHARACTERS = 90
HAND_OFF_CHARACTERS = 90
EVIDENCE_CHARACTERS = 120
MISS_CHARACTERS = 100
SHARE_CHARACTERS = 160
CONCERN_CHARACTERS = 160
GAIN_CHARACTERS = 120
NAME_CHARACTERS = 44

LINE_LENGTH = 95
"""Characters of the widest text in one line of the page; `Length` counts in these."""
PROMISE_GAPS = 8
HAND_OFF_GAPS = 6
"""What the tick box, the gaps between the columns and the strong words of one line take."""

HINT_CHARACTERS = 230
ANCHOR_CHARACTERS = 200

REP_WORDS_CHARACTERS = 285
"""Three printed lines; what is longer rolls."""

REQUESTS_ON_THE_FIRST_PAGE = 2


ENTRIES: Mapping[str, int] = {
    "my_promises": 3,
    "went_well": 2,
    "work_on": 2,
    "behaviours": 5,
    "qualities": 4,
    "hand_offs": 3,
    "misses": 2,
    "shares": 2,
    "gains": 2,
    "concerns": 2,
    "rep_promises": 4,
}
"""Entries a section prints at most, the merge line included."""

SENTENCE_CHARACTERS = 1200
WORDING_CHARACTERS = 44
"""No entity holds more; a page stored by other hands must not break the layout."""

_SENTENCES = frozenset(
    (
        *("summary", "expectation", "text", "words", "how", "help"),
        *("checked_how", "skip_reason", "action", "rep_words", "meaning"),
        *("concern", "answer"),
    )
)
_PHRASES = frozenset(
    ("subject", "missing", "plan", "cause", "title", "company", "manager", "rep", "account")
)

# On the back page nothing has to be shortened.
_BACK_PAGE = frozenset(("rule", "boundary", "limitation"))

Line = TypeVar("Line")

Length = Callable[[str], float]
"""How long a text is in a line, in characters of the widest text; `len` is never too short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitedSummary:
    """A summary within its limits.

    `more` counts the entries left out per field; `long_lines` are the whole texts that were cut.
    """

    brief: SummaryBrief
    more: Mapping[str, int] = field(default_factory=dict)
    long_lines: tuple[str, ...] = ()


def ours_at_the_end() -> tuple[str, str]:
    """What we put behind a text that was cut, and behind one that goes on on page 2."""
    return _("… (more in the app)"), _("… (continues on page 2)")


def cut(text: str, characters: int, *, room: float = math.inf, length: Length = len) -> str:
    """`text` in at most `characters` characters, the mark "… (more in the app)" included.

    It also fits into a `room` that `length` measures. Shortened at a word end; only a first word
    longer than the line is broken.
    """
    text = " ".join(text.split())
    if len(text) <= characters and length(text) <= room:
        return text
    mark, _continued = ours_at_the_end()
    most = max(1, characters - len(mark))
    ends = [at for at in range(min(most, len(text) - 1), 0, -1) if text[at] == " "]
    for at in ends:
        head = _without_comma(text[:at])
        if head and length(head + mark) <= room:
            return head + mark
    first = text[: ends[-1]] if ends else text[:most]
    while len(first) > 1 and length(first + mark) > room:
        first = first[:-1]
    return _without_comma(first) + mark


def _without_comma(head: str) -> str:
    return head.rstrip(" ,;:–-")


def merge(lines: Sequence[Line], entries: int) -> tuple[tuple[Line, ...], int]:
    """The lines that print and how many more there are; the merge line replaces the last entry."""
    if len(lines) <= entries:
        return tuple(lines), 0
    return tuple(lines[: entries - 1]), len(lines) - entries + 1


def limit_summary(brief: SummaryBrief, *, length: Length = len) -> LimitedSummary:
    """`brief` as it prints: entries merged, texts cut. The rest stays as it is.

    Entries that must stay in one line use the room there is, as `length` measures it.
    """
    brief = _printable_at_all(brief)
    more: dict[str, int] = {}
    long_lines: list[str] = []

    def shorten(text: str, characters: int, room: float = math.inf) -> str:
        shorter = cut(text, characters, room=room, length=length)
        if shorter != " ".join(text.split()):
            long_lines.append(text)
        return shorter

    def limited(
        name: str, lines: tuple[Line, ...] | None, fit: Fit[Line]
    ) -> tuple[Line, ...] | None:
        if lines is None:
            return None
        kept, more[name] = merge(lines, ENTRIES[name])
        return tuple(fit(line, shorten) for line in kept)

    def promise_fit(lines: tuple[PromiseLine, ...] | None) -> Fit[PromiseLine]:
        columns = _longest(lines, "due", length) + _longest(lines, "state_word", length)
        return partial(_fit_promise, room=LINE_LENGTH - columns - PROMISE_GAPS)

    columns = _longest(brief.hand_offs, "due", length) + _longest(brief.hand_offs, "ageing", length)
    hand_off_fit = partial(_fit_hand_off, room=LINE_LENGTH - columns - HAND_OFF_GAPS, length=length)
    limited_brief = replace(
        brief,
        rep=shorten(brief.rep, NAME_CHARACTERS),
        talked=brief.talked and _fit_talked(brief.talked, shorten),
        my_promises=limited("my_promises", brief.my_promises, promise_fit(brief.my_promises)),
        went_well=limited("went_well", brief.went_well, _fit_evidence),
        work_on=limited("work_on", brief.work_on, _fit_evidence),
        behaviours=limited("behaviours", brief.behaviours, _as_it_is),
        qualities=limited("qualities", brief.qualities, _as_it_is),
        hand_offs=limited("hand_offs", brief.hand_offs, hand_off_fit),
        misses=limited("misses", brief.misses, _fit_miss),
        shares=limited("shares", brief.shares, _fit_share),
        gains=limited("gains", brief.gains, _fit_gain),
        concerns=limited("concerns", brief.concerns, _fit_concern),
        rep_promises=limited("rep_promises", brief.rep_promises, promise_fit(brief.rep_promises)),
    )
    return LimitedSummary(
        brief=limited_brief,
        more={name: count for name, count in more.items() if count},
        long_lines=tuple(long_lines),
    )


def limit_form(brief: FormBrief) -> FormBrief:
    """The form within its one page and the back: each string cut to what its place holds."""
    limited: FormBrief = _printable_at_all(brief)
    return replace(limited, hints=(cut(" ".join(brief.hints), HINT_CHARACTERS),))


def split_rep_words(text: str) -> tuple[str, ...]:
    """The rep's words as they roll: what three lines of page 1 hold, and the rest for page 2."""
    text = " ".join(text.split())
    if len(text) <= REP_WORDS_CHARACTERS:
        return (text,) if text else ()
    cut_mark, mark = ours_at_the_end()
    head = cut(text, REP_WORDS_CHARACTERS).removesuffix(cut_mark)
    return head + mark, "… " + text[len(head) :].strip()


def longest_texts(brief: SummaryBrief, *, count: int = 3) -> tuple[str, ...]:
    """The longest sentences that print, longest first: the ones to shorten for a single page."""
    found = sorted(_sentences(brief), key=lambda text: (-len(text), text))
    return tuple(dict.fromkeys(found))[:count]


def _longest(lines: Sequence[object] | None, name: str, length: Length) -> float:
    """The width of a column: that of its longest text."""
    return max((length(getattr(line, name)) for line in lines or ()), default=0)


class Shorten(Protocol):
    """Cuts a text, and remembers that it did."""

    def __call__(self, text: str, characters: int, room: float = math.inf) -> str: ...


Fit = Callable[[Line, Shorten], Line]


def _as_it_is(line: Line, shorten: Shorten) -> Line:
    return line


def _fit_talked(talked: TalkedAbout, shorten: Shorten) -> TalkedAbout:
    fixed = len(talked.focus_title) + len(talked.plan)
    expectation = shorten(talked.expectation, (TALKED_CHARACTERS - fixed) // 2)
    room = TALKED_CHARACTERS - fixed - len(expectation)
    return replace(talked, summary=shorten(talked.summary, room), expectation=expectation)


def _fit_promise(line: PromiseLine, shorten: Shorten, *, room: float) -> PromiseLine:
    return replace(line, text=shorten(line.text, PROMISE_CHARACTERS, room))


def _fit_evidence(line: EvidenceLine, shorten: Shorten) -> EvidenceLine:
    return replace(
        line,
        account=shorten(line.account, NAME_CHARACTERS),
        words=shorten(line.words, EVIDENCE_CHARACTERS),
    )


def _fit_hand_off(
    line: HandOffLine, shorten: Shorten, *, room: float, length: Length
) -> HandOffLine:
    account, team = shorten(line.account, 32), shorten(line.team, 24)
    before = f"{account} · {team} · "
    return replace(
        line,
        account=account,
        team=team,
        expectation=shorten(
            line.expectation,
            max(24, HAND_OFF_CHARACTERS - len(before)),
            max(24, room - length(before)),
        ),
    )


def _fit_miss(line: MissLine, shorten: Shorten) -> MissLine:
    account = shorten(line.account, 32)
    room = max(24, MISS_CHARACTERS - len(account) - len(line.cause) - 4)
    return replace(line, account=account, action=shorten(line.action, room))


def _fit_share(line: ShareLine, shorten: Shorten) -> ShareLine:
    return replace(line, text=shorten(line.text, SHARE_CHARACTERS - len(line.kind)))


def _fit_gain(line: GainLine, shorten: Shorten) -> GainLine:
    account = shorten(line.account, 32)
    room = max(24, GAIN_CHARACTERS - len(account) - len(line.side) - len(line.outcome) - 4)
    return replace(line, account=account, words=shorten(line.words, room))


def _fit_concern(line: ConcernLine, shorten: Shorten) -> ConcernLine:
    concern = shorten(line.concern, CONCERN_CHARACTERS // 2)
    return replace(
        line, concern=concern, answer=shorten(line.answer, CONCERN_CHARACTERS - len(concern))
    )


def _sentences(record: object) -> list[str]:
    found: list[str] = []
    for each in fields(record):  # type: ignore[arg-type]
        value = getattr(record, each.name)
        if isinstance(value, str) and value and each.name in _SENTENCES:
            found.append(value)
        elif is_dataclass(value):
            found += _sentences(value)
        elif isinstance(value, tuple):
            found += [text for item in value for text in _sentences(item)]
    return found


def texts_of(record: object) -> list[str]:
    """Every text of a brief, in the order of its fields."""
    if isinstance(record, str):
        return [record]
    if isinstance(record, tuple):
        return [text for item in record for text in texts_of(item)]
    if is_dataclass(record):
        return [text for each in fields(record) for text in texts_of(getattr(record, each.name))]
    return []


def _printable_at_all(record: Any) -> Any:
    """`record` with every string at a length that the layout can set somewhere on a page."""
    changed: dict[str, Any] = {}
    for each in fields(record):
        value = getattr(record, each.name)
        if isinstance(value, str):
            most = _most_characters(each.name)
            changed[each.name] = value if len(value) <= most else cut(value, most)
        elif is_dataclass(value):
            changed[each.name] = _printable_at_all(value)
        elif isinstance(value, tuple):
            changed[each.name] = tuple(
                cut(item, ANCHOR_CHARACTERS) if isinstance(item, str) else _printable_at_all(item)
                for item in value
            )
    return replace(record, **changed)


def _most_characters(name: str) -> int:
    if name in _SENTENCES | _BACK_PAGE:
        return SENTENCE_CHARACTERS
    return 2 * WORDING_CHARACTERS if name in _PHRASES else WORDING_CHARACTERS
