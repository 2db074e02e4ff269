"""Two Playbooks side by side in words: a line for each item that differs, under its part."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from coachdesk.domain.playbook_content import (
    ENTRY,
    FIELDS,
    NAMED_BY,
    Field,
    Item,
    Part,
    Shape,
    Value,
)
from coachdesk.domain.playbook_difference import Difference, State
from coachdesk.domain.playbook_vocabulary import Purpose, QuestionStyle
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import print_day
from coachdesk.views.question_words import purpose_word, style_word

Lines = tuple[str, ...]
# Of something new, what is chosen from a few words stands in one line.
_SHORT = (Shape.CHOICE, Shape.CHOICES, Shape.FLAG, Shape.DAY)


@dataclass(frozen=True, slots=True)
class PartHead:
    """The name of a part above its items."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class FieldBeside:
    """A field as both say it, line by line."""

    label: str
    mine: Lines
    theirs: Lines


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceRow:
    """An item that can be taken; `is_new` when I have none like it."""

    id: str
    title: str
    part: str
    is_new: bool
    fields: tuple[FieldBeside, ...]
    difference: Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What a file holds, beside mine; how many items are the same, and how many only mine."""

    rows: tuple[PartHead | DifferenceRow, ...]
    same: int
    only_mine: int

    @property
    def items(self) -> tuple[DifferenceRow, ...]:
        """What can be taken."""
        return tuple(row for row in self.rows if isinstance(row, DifferenceRow))

    @property
    def taken_at_first(self) -> frozenset[str]:
        """New things are taken unless a person says no; where two differ, mine stays."""
        return frozenset(row.id for row in self.items if row.is_new)


def compared(differences: Iterable[Difference], titles: Mapping[str, str]) -> Compared:
    """What the sheet shows; `titles` names behaviours and stages by their keys."""
    found = tuple(differences)
    rows: list[PartHead | DifferenceRow] = []
    for each in found:
        if not each.is_open:
            continue
        head = PartHead(f"part:{each.part}", part_words(each.part))
        if head not in rows:
            rows.append(head)
        rows.append(_row(each, titles))
    states = [each.state for each in found]
    return Compared(
        rows=tuple(rows), same=states.count(State.SAME), only_mine=states.count(State.ONLY_MINE)
    )


def _row(each: Difference, titles: Mapping[str, str]) -> DifferenceRow:
    is_new = each.state is State.NEW
    return DifferenceRow(
        id=f"{each.part}:{each.key}",
        title=each.title or part_words(each.part),
        part=part_words(each.part),
        is_new=is_new,
        fields=tuple(_fields(each, titles)),
        difference=each,
    )


def _fields(each: Difference, titles: Mapping[str, str]) -> Iterator[FieldBeside]:
    """What differs; of something new all that it says, but its name, which stands above."""
    short: list[str] = []
    for field in FIELDS[each.part]:
        if field.name not in each.fields:
            continue
        theirs = _lines(field, each.value(each.theirs, field.name), titles)
        if each.state is State.NEW:
            if field.shape in _SHORT:
                short.append(f"{field_label(field.name)}: {theirs[0]}")
            elif field.name != NAMED_BY.get(each.part):
                yield FieldBeside(field_label(field.name), (), theirs)
            continue
        mine = _lines(field, each.value(each.mine, field.name), titles)
        if field.shape is Shape.SCALE:
            pairs = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
            mine, theirs = tuple(a for a, _b in pairs), tuple(b for _a, b in pairs)
        yield FieldBeside(field_label(field.name), mine, theirs)
    if short:
        yield FieldBeside("", (), (" · ".join(short),))


def _lines(field: Field, value: Value, titles: Mapping[str, str]) -> Lines:
    if value == "" or value == ():
        return (_("Nothing"),)
    match field.shape:
        case Shape.FLAG:
            return (_("Yes") if value else _("No"),)
        case Shape.DAY:
            return (print_day(date.fromisoformat(str(value))),)
        case Shape.CHOICE:
            return (_choice(str(value), titles),)
        case Shape.TEXT:
            return tuple(line for line in str(value).splitlines() if line.strip())
    rows = value if isinstance(value, tuple) else ()
    match field.shape:
        case Shape.SCALE:
            return tuple(f"{n}  {line}" for n, line in enumerate(rows, 1))
        case Shape.CHOICES:
            return (", ".join(_choice(str(key), titles) for key in rows),)
        case Shape.ENTRIES:
            return tuple(line for row in rows if isinstance(row, tuple) for line in _entry(row))
        case _:
            return tuple(f"·  {line}" for line in rows)


def _entry(row: tuple[str, str, str]) -> Iterator[str]:
    """The first line of an entry begins with a point."""
    said = [(name, words) for name, words in zip(ENTRY, row, strict=True) if words]
    for place, (name, words) in enumerate(said):
        sign = "·" if place == 0 else " "
        yield f"{sign}  {words}" if name == "rule" else f"{sign}  {field_label(name)}: {words}"


def _choice(key: str, titles: Mapping[str, str]) -> str:
    if key in titles:
        return titles[key]
    if key in set(Purpose):
        return purpose_word(Purpose(key))
    return style_word(QuestionStyle(key)) if key in set(QuestionStyle) else key


def part_words(part: Part) -> str:
    """What a part is called on screen."""
    return {
        Part.SITUATIONS: _("Expectations"),
        Part.STAGES: _("Customer’s stages"),
        Part.QUESTIONS: _("Question bank"),
        Part.RATINGS: _("What ratings look like"),
        Part.RULES: _("Rules and limits"),
        Part.STORIES: _("New ways of working"),
        Part.LESSONS: _("Lessons"),
        Part.INTERVIEW: _("Interview guide"),
        Part.EXAMPLE: _("What they see you do"),
    }[part]


def field_label(name: str) -> str:
    """What a field is called on screen."""
    return {
        "title": _("Name"),
        "principle": _("Guiding principle"),
        "expected": _("Expected behaviours"),
        "compete": _("Where to compete"),
        "collaborate": _("Where to collaborate"),
        "emphasis": _("Behaviours that count most"),
        "archived": _("Archived"),
        "customer_stage": _("Customer’s stage"),
        "funnel_stage": _("Own funnel stage"),
        "customer_question": _("What the customer asks"),
        "coach_on": _("What to coach"),
        "focus": _("Behaviours to look for"),
        "text": _("Words"),
        "purpose": _("When"),
        "behaviour": _("Behaviour"),
        "style": _("Style"),
        "stage": _("Stage"),
        "favourite": _("Favourite"),
        "retired": _("Retired"),
        "definition": _("Definition"),
        "cues": _("Cues"),
        "anchors": _("Ratings"),
        "subject": _("Subject"),
        "entries": _("What holds"),
        "boundary": _("Boundary"),
        "limitation": _("Limitation"),
        "why": _("Why"),
        "in_it_for_you": _("What is in it for you"),
        "what": _("What"),
        "how": _("How"),
        "when": _("From when"),
        "story": _("New way of working"),
        "question": _("Question"),
        "good": _("What good sounds like"),
        "points": _("Points"),
    }.get(name, name)


def said_aloud(row: DifferenceRow, *, is_taken: bool) -> str:
    """One sentence for the item: what it is, what is chosen, and both versions."""
    chosen = _("theirs is taken") if is_taken else _("yours stays")
    if row.is_new:
        chosen = _("new, taken") if is_taken else _("new, left out")
    parts = [row.part, row.title, chosen]
    for each in row.fields:
        theirs = " ".join(each.theirs)
        if row.is_new:
            parts.append(f"{each.label}: {theirs}" if each.label else theirs)
            continue
        words = _("{field}, yours: {mine}; theirs: {theirs}")
        parts.append(words.format(field=each.label, mine=" ".join(each.mine), theirs=theirs))
    return ". ".join(parts)


def counted(found: Compared) -> str:
    """“2 new, 1 other than yours, 12 the same, 3 only yours.”"""
    new = sum(row.is_new for row in found.items)
    other = len(found.items) - new
    counts = (
        (new, _("{n} new")),
        (other, _("{n} other than yours")),
        (found.same, _("{n} the same")),
        (found.only_mine, _("{n} only yours, which stay")),
    )
    return ", ".join(words.format(n=n) for n, words in counts if n) + "."


def taken_words(n: int) -> str:
    """What is said when it was done."""
    return ngettext(
        "{n} item of the file is in your playbook",
        "{n} items of the file are in your playbook",
        n,
    ).format(n=n)


def passed_on(items: Iterable[Item]) -> tuple[str, ...]:
    """What the file will hold: “Question bank: 4”, a line for each part that has something."""
    found = list(items)
    counts = ((part, sum(item.part is part for item in found)) for part in Part)
    return tuple(f"{part_words(part)}: {n}" for part, n in counts if n)
