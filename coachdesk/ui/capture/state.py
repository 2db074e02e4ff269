"""What a captured line means so far: the reading, answers given, and words for all of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.evidence import Draft
from coachdesk.domain.line_edits import rating_of, with_day
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.reading import Question, Reading, Vocabulary
from coachdesk.domain.vocabulary import BehaviourKey, DraftSource
from coachdesk.language import gettext as _
from coachdesk.language import within
from coachdesk.services.capture import answered
from coachdesk.services.paper import FormMeant
from coachdesk.ui.kit.marks import hue
from coachdesk.views.dates import near_day
from coachdesk.views.evidence import LinkFigure

WELL = 4
Answers = Mapping[tuple[str, str], UUID | str]
_HUES = {"rep": "accent", "private": "ink2", "rating": "ink2", "day": "ink2"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """The six parts, in words; empty where nothing was understood."""

    rep: str = ""
    initials: str = ""
    behaviour: str = ""
    kind: str = ""
    value: int | None = None
    account: str = ""
    partner: str = ""
    team: str = ""
    day: str = ""
    private: bool = False

    def sentence(self) -> str:
        """“Understood: Priya Raman, Transition, rating 4, Brightwater, Dana of Creative, today”."""
        rating = _("rating {n}").format(n=self.value) if self.value else ""
        partner = self.partner or self.team
        if self.partner and self.team:
            partner = _("{name} of {team}").format(name=self.partner, team=self.team)
        private = _("private") if self.private else ""
        parts = (private, self.rep, self.behaviour, rating, self.account, partner, self.day)
        return _("Understood: {parts}").format(parts=", ".join(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question, with the words on its chip."""

    question: Question
    answer: UUID | str
    label: str


def with_answers(reading: Reading, answers: Answers) -> Reading:
    """The reading with every question settled that was answered before."""
    for question in reading.questions:
        answer = answers.get((question.kind, question.text))
        if answer is not None:
            reading = answered(reading, question, answer)
    return reading


def choices_of(reading: Reading) -> list[Choice]:
    """What may be meant, in the order of Alt+1, Alt+2 …"""
    found = []
    for question in reading.questions:
        found += [Choice(question, c.id, c.name) for c in question.candidates]
        if question.new_name:
            label = _("new: {name}").format(name=question.new_name)
            found.append(Choice(question, question.new_name, label))
    return found


def forms_of(forms: Sequence[FormMeant], line: str) -> list[Choice]:
    """The printed forms a wrong code may have meant, in the order of Alt+1, Alt+2 …"""
    code = line.split(maxsplit=1)[0]
    asked = Question(kind="form", text=code, start=0, end=len(code), candidates=())
    return [Choice(asked, form.code, form.words) for form in forms]


def understood(
    reading: Reading, vocabulary: Vocabulary, playbook: Playbook, as_of: date
) -> Understood:
    """The chips of a reading."""
    rep = next((rep for rep in vocabulary.reps if rep.id == reading.rep), None)
    rating = rating_of(reading)
    guide = playbook.behaviours[rating.behaviour] if rating and rating.behaviour else None
    person = next((p for p in vocabulary.people if p.id == reading.person), None)
    team_id = reading.team or (person.team_id if person else None)
    more = len(reading.ratings) - 1
    title = guide.short_title if guide else ""
    return Understood(
        rep=rep.name if rep else "",
        initials=rep.initials if rep else "",
        behaviour=_("{title} +{n}").format(title=title, n=more) if more > 0 else title,
        kind=guide.key.value if guide else "",
        value=rating.value if rating else None,
        account=_named(vocabulary.accounts, reading.account) or reading.new_account,
        partner=person.name if person else "",
        team=_named(vocabulary.teams, team_id),
        day=near_day(reading.day, as_of),
        private=reading.private,
    )


def _named(known: tuple, id: UUID | None) -> str:
    return next((item.name for item in known if item.id == id), "")


def hues(reading: Reading) -> list[str]:
    """The colour of each underline."""
    kinds = [r.behaviour for r in reading.ratings if r.behaviour is not None]
    found, n = [], 0
    for piece in reading.pieces:
        if piece.kind == "behaviour":
            found.append(hue(kinds[min(n, len(kinds) - 1)].value) if kinds else "ink2")
            n += 1
        else:
            found.append(_HUES.get(piece.kind, "ink3"))
    return found


def effect(reading: Reading, figures: Mapping[BehaviourKey, LinkFigure], name: str) -> list[str]:
    """“Priya’s transition evidence goes from ”, “2 of 7”, “3 of 8”; empty where nothing counts."""
    rating = rating_of(reading)
    if rating is None or rating.behaviour is None or rating.value is None:
        return []
    figure = figures[rating.behaviour]
    well = figure.x + (rating.value >= WELL)
    return [
        _("{name}’s {link} evidence goes from ").format(name=name, link=within(figure.short_title)),
        _("{x} of {n}").format(x=figure.x, n=figure.n),
        _("{x} of {n}").format(x=well, n=figure.n + 1),
    ]


def missing_words(missing: tuple[str, ...], too_many: int = 0) -> str:
    """“a rep, a rating” of what keeps a line in the Inbox."""
    names = {
        "rep": _("a rep"),
        "behaviour": _("a behaviour"),
        "rating": _("a rating"),
        "account": _("a known customer"),
        "partner": _("a known partner"),
        "comment": _("more words"),
    }
    parts = [names[part] for part in missing]
    if too_many:
        parts.append(_("{n} characters fewer").format(n=too_many))
    return ", ".join(parts)


def line_of(
    draft: Draft, said: Reading, vocabulary: Vocabulary, playbook: Playbook, as_of: date
) -> str:
    """An Inbox row as a line to go on with; one from paper or a talk is put together."""
    if said.line and draft.source is DraftSource.CAPTURE:
        return said.line if draft.day == as_of else with_day(said, draft.day)
    words = ["p"] if draft.private else []
    words += [rep.name for rep in vocabulary.reps if rep.id == draft.rep_id]
    if draft.behaviour_key is not None:
        words.append(playbook.behaviours[draft.behaviour_key].title)
    if draft.value is not None:
        words.append(str(draft.value))
    words.append(draft.day.isoformat())
    words.append(draft.comment or draft.raw)
    account, team = (
        _named(vocabulary.accounts, draft.account_id),
        _named(vocabulary.teams, draft.team_id),
    )
    words += [f'@"{account}"'] if account else []
    words += [f'#"{team}"'] if team else []
    return " ".join(words)
