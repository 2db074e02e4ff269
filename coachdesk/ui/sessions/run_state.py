"""The lines of a running talk as they are typed, without Qt: marks, order, and what is covered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from typing import Any
from uuid import UUID

from coachdesk.domain.reading import ReadRating
from coachdesk.domain.talk_lines import LineMark
from coachdesk.domain.vocabulary import CHAIN, BehaviourKey, NoteMark, OwnerSide, ShareKind
from coachdesk.language import gettext as _
from coachdesk.views.talk_pages import NoteLine

MARK_KEYS = {
    NoteMark.ASK: "?",
    NoteMark.MANDATE: "!",
    NoteMark.SHARE: "s",
    NoteMark.COMMITMENT: "c",
    NoteMark.OBSERVATION: "o",
    NoteMark.PRIVATE: "p",
}
_KINDS = {
    NoteMark.ASK: "ask",
    NoteMark.MANDATE: "mandate",
    NoteMark.SHARE: "share",
    NoteMark.COMMITMENT: "promise",
    NoteMark.PRIVATE: "private",
}
MARK_LETTERS = {
    NoteMark.ASK: "A",
    NoteMark.MANDATE: "M",
    NoteMark.SHARE: "S",
    NoteMark.COMMITMENT: "C",
    NoteMark.OBSERVATION: "O",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line; without an id it is not written yet. A covered private line has no text here."""

    id: UUID | None = None
    order: int
    time: time
    mark: NoteMark = NoteMark.NONE
    rating: ReadRating | None = None
    letter: str = ""
    text: str = ""
    detail: str = ""
    owner: OwnerSide | None = None
    share_kind: ShareKind = ShareKind.EXPERIENCE
    is_unfinished: bool = False
    created_id: UUID | None = None

    @property
    def kind(self) -> str:
        """The sign that stands before the line: a behaviour, a style, or a kind of line."""
        if self.mark is NoteMark.OBSERVATION:
            rated = {letter: key.value for letter, key in zip("NVTFW", CHAIN, strict=True)}
            return rated.get(self.letter, "observation")
        return _KINDS.get(self.mark, "")

    @property
    def is_covered(self) -> bool:
        """Written and private: its words stay in the store."""
        return self.mark is NoteMark.PRIVATE and self.id is not None

    def marked(self, found: LineMark, letter: str = "") -> "Line":
        """The line once its first keys became a mark."""
        return replace(
            self,
            mark=found.mark,
            rating=found.rating,
            letter=letter or MARK_LETTERS.get(found.mark, ""),
        )

    def unmarked(self) -> tuple["Line", str]:
        """The line without its mark, and the keys that one Backspace brings back."""
        keys = MARK_KEYS.get(self.mark, "")
        if self.rating is not None and self.rating.behaviour is not None:
            keys = f"{self.letter.lower()}{self.rating.value}"
        plain = replace(self, mark=NoteMark.NONE, rating=None, letter="", owner=None)
        return plain, f"{keys} " if keys else ""

    def turned(self) -> "Line":
        """After Tab: a promise changes sides, a share its kind; other lines stay."""
        if self.mark is NoteMark.COMMITMENT:
            other = OwnerSide.MANAGER if self.owner is OwnerSide.REP else OwnerSide.REP
            return replace(self, owner=other)
        if self.mark is NoteMark.SHARE:
            kinds = list(ShareKind)
            after = (kinds.index(self.share_kind) + 1) % len(kinds)
            return replace(self, share_kind=kinds[after])
        return self


def lines_of(notes: Sequence[NoteLine]) -> tuple[Line, ...]:
    """Lines that are written, as the talk's page reads them."""
    return tuple(
        Line(
            id=note.id,
            order=note.order,
            time=note.time,
            mark=note.mark,
            letter=note.letter or MARK_LETTERS.get(note.mark, ""),
            text=note.text,
            detail=note.detail,
            is_unfinished=note.is_unfinished,
            created_id=note.created_id,
        )
        for note in notes
    )


def next_order(lines: Sequence[Line]) -> int:
    """The place of a new line: after all others."""
    return max((line.order for line in lines), default=0) + 1


def kept_content(line: Line, caret: int) -> dict[str, object]:
    """What is autosaved of the line being typed, so that a crash loses two seconds at most."""
    rating = line.rating
    return {
        "id": None if line.id is None else str(line.id),
        "order": line.order,
        "mark": line.mark.value,
        "behaviour": rating.behaviour.value if rating and rating.behaviour else None,
        "value": rating.value if rating else None,
        "letter": line.letter,
        "text": line.text,
        "owner": line.owner.value if line.owner else None,
        "share_kind": line.share_kind.value,
        "caret": caret,
    }


def line_from(content: Mapping[str, Any], now: time) -> tuple[Line, int]:
    """The line and caret that were autosaved."""
    behaviour = content.get("behaviour")
    rating = None
    if behaviour:
        rating = ReadRating(behaviour=BehaviourKey(behaviour), value=content.get("value"))
    owner = content.get("owner")
    line = Line(
        id=UUID(content["id"]) if content.get("id") else None,
        order=content["order"],
        time=now,
        mark=NoteMark(content["mark"]),
        rating=rating,
        letter=content.get("letter", ""),
        text=content["text"],
        owner=OwnerSide(owner) if owner else None,
        share_kind=ShareKind(content.get("share_kind", ShareKind.EXPERIENCE)),
    )
    return line, content.get("caret", len(line.text))


def spoken(line: Line, number: int) -> str:
    """What a screen reader says of a line: "Notes, line 6, commitment, yours, 12 March"."""
    words = {
        NoteMark.ASK: _("request"),
        NoteMark.MANDATE: _("requirement"),
        NoteMark.SHARE: _("share"),
        NoteMark.COMMITMENT: _("promise"),
        NoteMark.OBSERVATION: _("observation"),
        NoteMark.PRIVATE: _("private, covered"),
        NoteMark.NONE: _("note"),
    }
    parts = [_("Notes, line {n}").format(n=number), words[line.mark], line.detail, line.text]
    return ", ".join(part for part in parts if part)


def clock_words(seconds: int) -> str:
    """Minutes and seconds: "12:42"."""
    minutes, rest = divmod(max(0, seconds), 60)
    return f"{minutes}:{rest:02}"


def is_nearly_over(seconds: int, minutes: int) -> bool:
    """Whether the quiet clock turns amber: five minutes before the end, and after it."""
    return seconds >= (minutes - 5) * 60
