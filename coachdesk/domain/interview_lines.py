"""A second interviewer's sheet as plain text: written as a blank, read back line by line.

candidate: C-02
interviewer: Ingrid Halvorsen

[H1]
# Describe the sales work … (a line with # before the notes is not read)
rating: 4
notes: Named three departments, and who wrote which part.
A line without a field goes on with the notes.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from coachdesk.domain.errors import InputError
from coachdesk.domain.interview_rules import LEAST_NOTES, MOST_NOTES
from coachdesk.domain.interviews import InterviewAnswer
from coachdesk.domain.playbook_vocabulary import GuideItem
from coachdesk.language import gettext as _

MOST_NAME = 80
_SECTION = re.compile(r"\[\s*(?P<item>[^\]]*?)\s*\]")
_FIELD = re.compile(r"(?P<name>[A-Za-z]+)\s*:\s*(?P<value>.*)")
_HEAD = ("candidate", "position", "interviewer")
_ANSWER = ("rating", "notes")


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What stands on a sheet: who wrote it, and the answers."""

    interviewer: str
    answers: Mapping[str, InterviewAnswer]


@dataclass(slots=True)
class _Place:
    """What one section says so far, and where each of its fields stands."""

    values: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


def blank_sheet(*, candidate: str, position: str, questions: Mapping[GuideItem, str]) -> str:
    """The text of an empty sheet: each question once, in the order in which it is asked."""
    head = [
        "# " + _("Interview sheet. Write notes first, then a rating from 1 to 5."),
        "# "
        + _("Notes need {least} to {most} characters and may take several lines.").format(
            least=LEAST_NOTES, most=MOST_NOTES
        ),
        "",
        f"candidate: {candidate}",
        f"position: {position}".rstrip(),
        "interviewer:",
    ]
    for item, question in questions.items():
        head += ["", f"[{item.value}]", f"# {question}", "rating:", "notes:"]
    return "\n".join(head) + "\n"


def read_sheet(text: str, *, candidate: str) -> SheetRead:
    """The sheet in a text; InputError names the line and the field that cannot be read."""
    head, places = _sections(text)
    about = head.values.get("candidate", "")
    if about and about.casefold() != candidate.casefold():
        raise _fault(
            head.lines["candidate"],
            "candidate",
            _("this sheet is about {other}, not {code}.").format(other=about, code=candidate),
            _("Open that interview, or choose another file."),
        )
    interviewer = head.values.get("interviewer", "")
    if not interviewer:
        raise _fault(
            head.lines.get("interviewer", 1),
            "interviewer",
            _("the name is missing."),
            _("Write who held the interview."),
        )
    if len(interviewer) > MOST_NAME:
        raise _fault(head.lines["interviewer"], "interviewer", _too_long(MOST_NAME))
    answers = {item.value: _answer(item, place) for item, place in places.items()}
    kept = {key: answer for key, answer in answers.items() if answer.notes or answer.value}
    if not kept:
        raise InputError(_("No question is answered in this file."), _("Fill it in first."))
    return SheetRead(interviewer, kept)


def _sections(text: str) -> tuple[_Place, dict[GuideItem, _Place]]:
    head, places = _Place(), dict[GuideItem, _Place]()
    item: GuideItem | None = None
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        line = line.strip()
        place = head if item is None else places[item]
        if line.startswith("#") and "notes" not in place.values:
            continue
        if found := _SECTION.fullmatch(line):
            item = _item(number, found["item"], places)
            places[item] = _Place()
        elif line:
            _take(number, line, item, place)
    return head, places


def _item(number: int, name: str, places: Mapping[GuideItem, _Place]) -> GuideItem:
    try:
        item = GuideItem(name.upper())
    except ValueError:
        raise _fault(
            number, f"[{name}]", _("there is no such question."), _("Use [H1] to [H9].")
        ) from None
    if item in places:
        raise _fault(
            number, f"[{item}]", _("this question came before."), _("Keep one of the two.")
        )
    return item


def _take(number: int, line: str, item: GuideItem | None, place: _Place) -> None:
    known = _HEAD if item is None else _ANSWER
    found = _FIELD.fullmatch(line)
    name = found["name"].casefold() if found else ""
    if found and name in known:
        if name in place.values:
            raise _fault(
                number, _named(item, name), _("it stands here twice."), _("Keep one of the two.")
            )
        place.values[name], place.lines[name] = found["value"].strip(), number
    elif item is not None and "notes" in place.values:
        place.values["notes"] = f"{place.values['notes']}\n{line}".strip()
    else:
        raise _fault(
            number,
            _named(item, found["name"] if found else line[:20]),
            _("this is no field of the sheet."),
            _("Known here: {fields}.").format(fields=", ".join(known)),
        )


def _answer(item: GuideItem, place: _Place) -> InterviewAnswer:
    notes, rating = place.values.get("notes", ""), place.values.get("rating", "")
    if len(notes) > MOST_NOTES:
        raise _fault(place.lines["notes"], _named(item, "notes"), _too_long(MOST_NOTES))
    if not rating:
        return InterviewAnswer(notes=notes)
    at, name = place.lines["rating"], _named(item, "rating")
    if rating not in ("1", "2", "3", "4", "5"):
        raise _fault(
            at,
            name,
            _("“{value}” is no rating.").format(value=rating[:20]),
            _("Write a whole number from 1 to 5, or nothing."),
        )
    if len(notes) < LEAST_NOTES:
        raise _fault(
            place.lines.get("notes", at),
            _named(item, "notes"),
            _("a rating needs at least {n} characters of notes.").format(n=LEAST_NOTES),
            _("Write what was said, or leave the rating empty."),
        )
    return InterviewAnswer(notes=notes, value=int(rating))


def _named(item: GuideItem | None, name: str) -> str:
    return name if item is None else f"{item.value} {name}"


def _too_long(most: int) -> str:
    return _("it is longer than {most} characters.").format(most=most)


def _fault(number: int, name: str, what: str, next_step: str = "") -> InputError:
    words = _("Line {n}, “{field}”: {what}")
    return InputError(words.format(n=number, field=name, what=what), next_step, code="sheet")
