"""`coachdesk note`: one line, read as the window reads it; it never asks."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from coachdesk.cli.answer import Answer
from coachdesk.cli.program import Program
from coachdesk.domain.errors import InputError
from coachdesk.domain.evidence import Draft, Observation
from coachdesk.domain.paper import looks_like_form_code
from coachdesk.domain.reading import Question, Reading, Vocabulary
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.services.capture import Captured, capture_line, read_line, vocabulary
from coachdesk.services.desk import Desk
from coachdesk.services.evidence import titles
from coachdesk.services.paper import make_form_drafts
from coachdesk.views.dates import near_day

Titles = Mapping[BehaviourKey, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a line was understood as, in names."""

    is_observation: bool
    id: str
    rep: str
    ratings: tuple[tuple[BehaviourKey | None, int | None], ...]
    account: str
    partner: str
    day: date
    missing: tuple[str, ...]
    open_points: tuple[str, ...] = ()
    is_private: bool = False
    is_too_long: bool = False


def run(program: Program, options: Namespace, answer: Answer) -> int:
    """Store the line, and say what it was understood as."""
    line = " ".join(options.line)
    _refuse_unreadable(line)
    desk = program.open_desk(program.store_path(options.store))
    try:
        names = desk.ask(vocabulary)
        if looks_like_form_code(line, [rep.first_name for rep in names.reps]):
            understood = _read_form(desk, line, names)
        else:
            captured = desk.do(capture_line, desk.ask(read_line, line)).result
            understood = _understood(captured, names)
        if answer.as_json:
            for point in understood.open_points:
                answer.say(point)
        sentence = _sentence(understood, desk.as_of, desk.ask(titles))
        answer.result("\n".join([sentence, *understood.open_points]), _fields(understood))
    finally:
        desk.close()
    return 0


def _refuse_unreadable(line: str) -> None:
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        raise InputError(
            _("The line holds bytes that are no text."), _("Type it again in UTF-8."), code="text"
        ) from None


def _understood(captured: Captured, names: Vocabulary) -> Understood:
    reading = captured.reading
    record = captured.record
    too_long = ("comment",) if captured.too_many else ()
    return Understood(
        is_observation=isinstance(record, Observation),
        id=str(record.id),
        rep=_name(names.reps, reading.rep),
        ratings=tuple((rating.behaviour, rating.value) for rating in reading.ratings),
        account=_name(names.accounts, reading.account) or reading.new_account,
        partner=_partner(names, reading),
        day=record.day,
        missing=tuple(dict.fromkeys((*captured.missing, *too_long))),
        open_points=tuple(_open_points(captured, names)),
        is_private=reading.private,
        is_too_long=bool(too_long),
    )


def _read_form(desk: Desk, line: str, names: Vocabulary) -> Understood:
    """The rows of a paper form wait in the Inbox for the words written on it."""
    drafts: Sequence[Draft] = desk.do(make_form_drafts, line).result
    first = drafts[0]
    missing = [] if first.rep_id is not None else ["rep"]
    if any(not draft.comment for draft in drafts):
        missing.append("comment")
    return Understood(
        is_observation=False,
        id=str(first.id),
        rep=_name(names.reps, first.rep_id),
        ratings=tuple((draft.behaviour_key, draft.value) for draft in drafts),
        account="",
        partner="",
        day=first.day,
        missing=tuple(missing),
    )


def _name(known: Sequence[object], id: object) -> str:
    return next((str(one.name) for one in known if one.id == id), "")  # type: ignore[attr-defined]


def _partner(names: Vocabulary, reading: Reading) -> str:
    person = next((known for known in names.people if known.id == reading.person), None)
    team = _name(names.teams, reading.team or (person.team_id if person else None))
    return ", ".join(part for part in (person.name if person else "", team) if part)


def _fields(understood: Understood) -> Mapping[str, object]:
    return {
        "status": "observation" if understood.is_observation else "draft",
        "id": understood.id,
        "rep": understood.rep or None,
        "ratings": [
            {"behaviour": None if key is None else key.value, "value": value}
            for key, value in understood.ratings
        ],
        "account": understood.account or None,
        "partner": understood.partner or None,
        "day": understood.day.isoformat(),
        "missing": list(understood.missing),
    }


def _sentence(understood: Understood, as_of: date, names: Titles) -> str:
    """What was understood, in the order of the chips; private words are not repeated."""
    ratings = (_rating(key, value, names) for key, value in understood.ratings)
    parts = (
        understood.rep,
        *ratings,
        understood.account,
        understood.partner,
        near_day(understood.day, as_of),
    )
    understood_as = ", ".join(part for part in parts if part)
    if understood.is_observation:
        return _("Observation: {parts}").format(parts=understood_as)
    if understood.is_private:
        return _("Inbox, private and covered: {parts}").format(parts=understood_as)
    if not understood.missing:
        return _("Inbox: {parts}").format(parts=understood_as)
    return _("Inbox: {parts}; missing: {missing}").format(
        parts=understood_as,
        missing=", ".join(_words_for(part, understood) for part in understood.missing),
    )


def _rating(key: BehaviourKey | None, value: int | None, names: Titles) -> str:
    title = _("unknown behaviour") if key is None else names[key]
    return title if value is None else _("{behaviour} {value}").format(behaviour=title, value=value)


def _words_for(part: str, understood: Understood) -> str:
    return {
        "rep": _("rep"),
        "behaviour": _("behaviour"),
        "rating": _("rating"),
        "account": _("customer"),
        "partner": _("partner"),
        "comment": _("a shorter note") if understood.is_too_long else _("a longer note"),
    }.get(part, part)


def _open_points(captured: Captured, names: Vocabulary) -> list[str]:
    """What the line leaves open, with who or what may be meant."""
    points = [_choices(question) for question in captured.reading.questions]
    asked = {question.kind for question in captured.reading.questions}
    if "rep" in captured.missing and "rep" not in asked:
        reps = ", ".join(rep.name for rep in names.reps if rep.active)
        points.append(_("Reps: {names}.").format(names=reps or _("none yet")))
    if "behaviour" in captured.missing:
        known = (f"{one.letter.lower()} {one.words[0]}".strip() for one in names.behaviours)
        points.append(_("Behaviours: {names}.").format(names=", ".join(known)))
    if captured.too_many:
        points.append(
            _("The note is too long for an observation: {n} too many; it is kept whole.").format(
                n=captured.too_many
            )
        )
    return points


def _choices(question: Question) -> str:
    names = ", ".join(candidate.name for candidate in question.candidates)
    if names:
        return _("“{typed}” may be {names}.").format(typed=question.text, names=names)
    if question.kind == "account":
        return _('No customer is called “{typed}”; @"{typed}" would make one.').format(
            typed=question.text
        )
    return _("“{typed}” is not known.").format(typed=question.text)
