"""What the page before a talk shows, and what typing and ticking change in it; no Qt here."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from coachdesk.domain.entity import Id
from coachdesk.domain.talks import AgendaItem, Preparation
from coachdesk.domain.vocabulary import AgendaKind, BehaviourKey, BuyIn, PromiseState, Whose
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.agendas import AgendaDraft
from coachdesk.services.talks import TalkPreparation
from coachdesk.views.dates import clock, due_words, near_day, print_day
from coachdesk.views.evidence import LinkFigure
from coachdesk.views.plans import last_tried_words, line_words
from coachdesk.views.promises import PromiseRow
from coachdesk.views.talk_pages import Prepare, TalkQuestions
from coachdesk.views.talks import AgendaPart, TalkHead

CHECKS = ("last_time", "promises", "behaviour", "questions", "expectation")
GATE_SECONDS = 180
READING_SECONDS = 3
MOST_POINTS = 12
# Pointed out in the talk it is carried to for the third time, and never again.
POINTED_OUT_AT = 3
LIMITS: Mapping[str, int] = {
    "expectation": 300,
    "in_it_for_customer": 120,
    "in_it_for_rep": 120,
    "in_it_for_partner": 120,
    "seen_how": 200,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrepareState:
    """The page as stored, and over it what was typed (`texts`) or read (`read`) since."""

    page: Prepare
    offered: TalkQuestions
    texts: Mapping[str, str] = field(default_factory=dict)
    checks: Mapping[str, bool] = field(default_factory=dict)

    @property
    def head(self) -> TalkHead:
        """Who, when and how long."""
        return self.page.brief.head

    def text(self, name: str) -> str:
        """A field as typed, else as stored."""
        stored: str = getattr(self.page, name)
        return self.texts.get(name, stored)

    def is_checked(self, check: str) -> bool:
        """Whether a check was made."""
        return self.checks.get(check, self.page.checks[check])

    @property
    def done(self) -> int:
        """How many of the five checks were made."""
        return sum(self.is_checked(check) for check in CHECKS)

    def typed(self, name: str, text: str) -> "PrepareState":
        """With a field as it is being typed."""
        texts = {key: value for key, value in self.texts.items() if key != name}
        if text.strip() != getattr(self.page, name):
            texts[name] = text
        return replace(self, texts=texts)

    def with_check(self, check: str, on: bool) -> "PrepareState":
        """With a check made or opened again."""
        checks = {key: value for key, value in self.checks.items() if key != check}
        if on != self.page.checks[check]:
            checks[check] = on
        return replace(self, checks=checks)

    @property
    def is_changed(self) -> bool:
        """Whether something is not in the store yet."""
        return bool(self.texts or self.checks)

    def preparation(self) -> TalkPreparation:
        """What is to be stored; a text over its limit stays a draft."""
        texts = {name: self._storable(name) for name in LIMITS}
        return TalkPreparation(
            checks=Preparation(**{check: self.is_checked(check) for check in CHECKS}),
            question_ids=self.page.chosen_questions,
            own_questions=self.page.own_questions,
            focus=self.page.chosen_focus,
            buy_in=self.page.buy_in,
            **texts,
        )

    def _storable(self, name: str) -> str:
        text = self.text(name)
        stored: str = getattr(self.page, name)
        return text if len(text.strip()) <= LIMITS[name] else stored

    def too_long(self, name: str) -> str:
        """What is wrong with a text that is over its limit, else empty."""
        over = len(self.text(name).strip()) - LIMITS[name]
        if over <= 0:
            return ""
        return ngettext("{n} character too many.", "{n} characters too many.", over).format(n=over)

    def content(self) -> Mapping[str, object]:
        """What a draft keeps."""
        return {"texts": dict(self.texts), "checks": dict(self.checks)}

    def restored(self, content: Mapping[str, object]) -> "PrepareState":
        """With what a draft kept; what is not understood is left out."""
        state = self
        texts, checks = content.get("texts"), content.get("checks")
        if isinstance(texts, Mapping):
            for name, text in texts.items():
                if name in LIMITS and isinstance(text, str):
                    state = state.typed(name, text)
        if isinstance(checks, Mapping):
            for check, on in checks.items():
                if check in CHECKS:
                    state = state.with_check(check, bool(on))
        return state

    def with_question(self, row_id: str, on: bool) -> TalkPreparation:
        """The preparation with a question of the bank, or an own one, chosen or not."""
        ids = tuple(id for id in self.page.chosen_questions if id != row_id)
        own = tuple(text for text in self.page.own_questions if own_id(text) != row_id)
        return replace(
            self.preparation(),
            question_ids=(*ids, row_id) if on else ids,
            own_questions=own,
        )

    def with_own_question(self, text: str) -> TalkPreparation:
        """The preparation with a question in one's own words."""
        return replace(
            self.preparation(), own_questions=(*self.page.own_questions, " ".join(text.split()))
        )

    def with_focus(self, focus: BehaviourKey) -> TalkPreparation:
        """The preparation with another behaviour to work on."""
        return replace(self.preparation(), focus=focus)

    def with_buy_in(self, buy_in: BuyIn | None) -> TalkPreparation:
        """The preparation with how far the rep is in."""
        return replace(self.preparation(), buy_in=buy_in)


def own_id(text: str) -> str:
    """The row id of a question in one's own words."""
    return f"own/{text}"


@dataclass(frozen=True, slots=True)
class Ticked:
    """A question as the list shows it; `why` stands below it."""

    id: str
    text: str
    hint: str
    on: bool
    why: str = ""


def question_rows(state: PrepareState) -> tuple[Ticked, ...]:
    """What is proposed or was taken from the bank, then one's own; ticking moves nothing."""
    chosen = set(state.page.chosen_questions)
    bank = (Ticked(q.id, q.text, q.hint, q.id in chosen, q.why) for q in state.offered.rows)
    own = (Ticked(own_id(text), text, _("your own"), True) for text in state.page.own_questions)
    return (*bank, *own)


def title(state: PrepareState) -> str:
    """The page's head."""
    return _("Prepare for {name}").format(name=state.head.first_name)


def when_line(state: PrepareState, *, short: bool = False) -> str:
    """Day, hours and, where there is room, what the page is."""
    told = when_words(state.head, state.page.now.date())
    if short:
        return _("One-on-one {when}").format(when=told)
    return _("One-on-one {when} · three minutes, five checks").format(when=told)


def when_words(head: TalkHead, as_of: date) -> str:
    """ "today 10:30 – 11:00"."""
    day = near_day(head.day, as_of)
    if head.start is None:
        return day
    return _("{day} {start} – {end}").format(
        day=day, start=clock(head.start), end=clock(end_of(head.start, head.minutes))
    )


def end_of(start: time, minutes: int) -> time:
    """When a talk ends by its plan."""
    return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time()


def countdown(seconds: int) -> str:
    """ "1:42"."""
    return f"{seconds // 60}:{seconds % 60:02}"


def check_names() -> Mapping[str, str]:
    """The five checks in words."""
    return {
        "last_time": _("last time"),
        "promises": _("promises"),
        "behaviour": _("one behaviour"),
        "questions": _("questions"),
        "expectation": _("expectation and buy-in"),
    }


def check_sentence(check: str, done: bool) -> str:
    """What a screen reader says: “Check 4 of 5, questions, open”."""
    return _("Check {n} of {of}, {what}, {state}").format(
        n=CHECKS.index(check) + 1,
        of=len(CHECKS),
        what=check_names()[check],
        state=_("done") if done else _("open"),
    )


def promise_tag(row: PromiseRow, as_of: date) -> tuple[str, str]:
    """The words of a promise's tag and their state."""
    if row.state is PromiseState.OPEN:
        left = (row.due_day - as_of).days
        state = "bad" if left < 0 else "warn" if left == 0 else "quiet"
        words = due_words(row.due_day, as_of)
        return (words if left < 0 else _("due {day}").format(day=words)), state
    closed = near_day(row.closed_day, as_of) if row.closed_day else ""
    if row.state is PromiseState.KEPT:
        return _("kept {day}").format(day=closed), "good"
    if row.state is PromiseState.KEPT_LATE:
        return _("kept late {day}").format(day=closed), "warn"
    if row.state is PromiseState.BROKEN:
        return _("not kept"), "bad"
    return _("taken back"), "quiet"


def chip_words(figure: LinkFigure) -> str:
    """ "Need 9/11", or what is missing."""
    if figure.is_shown:
        return _("{title} {x}/{n}").format(title=figure.short_title, x=figure.x, n=figure.n)
    return ngettext("needs {n} more", "needs {n} more", figure.needs).format(n=figure.needs)


def chip_sentence(figure: LinkFigure, on: bool) -> str:
    """A chip in words."""
    if figure.is_shown:
        said = _("{title}, {x} of {n} rated 4 or 5").format(
            title=figure.title, x=figure.x, n=figure.n
        )
    else:
        said = f"{figure.title}, {chip_words(figure)}"
    return _("{chip}, chosen").format(chip=said) if on else said


def focus_note(state: PrepareState) -> str:
    """What is missing for a figure of the chosen behaviour; empty when nothing is."""
    focus = state.page.brief.focus
    if focus is None or focus.is_shown:
        return ""
    return ngettext(
        "{title} has {have} of {least} events; {n} more and its share can be shown.",
        "{title} has {have} of {least} events; {n} more and its share can be shown.",
        focus.needs,
    ).format(title=focus.title, have=focus.n, least=focus.least, n=focus.needs)


def plan_note(state: PrepareState) -> str:
    """Where the coaching plan stands, and what was tried last; empty without a plan."""
    found = state.page.brief.plan
    if found is None:
        return ""
    return " ".join(part for part in (line_words(found), last_tried_words(found)) if part)


# --- the agenda ---------------------------------------------------------------------------------


def carried_words() -> str:
    """What is said of a topic that three talks passed on."""
    return _("Carried three times: settle it today, or take it out")


def point_words(state: PrepareState, part: AgendaPart) -> str:
    """The quiet line under a point."""
    name = state.head.first_name
    if part.carried == POINTED_OUT_AT:
        return carried_words()
    if part.is_reps:
        is_first = part.id == state.page.brief.agenda[0].id
        return _("{name} adds, you listen first").format(name=name) if is_first else ""
    return {
        "promises": _("Yours first"),
        "behaviour": _("One behaviour, three events"),
    }.get(part.kind, "")


def drafts_of(parts: tuple[AgendaPart, ...]) -> tuple[AgendaDraft, ...]:
    """The agenda as it is written back."""
    return tuple(
        AgendaDraft(
            id=_item_id(part.id),
            whose=Whose.REP if part.is_reps else Whose.MANAGER,
            kind=AgendaKind(part.kind),
            text=part.text,
            minutes=part.minutes,
        )
        for part in parts
    )


def new_point(words: str) -> AgendaDraft:
    """Another point of the manager's, of five minutes."""
    return AgendaDraft(whose=Whose.MANAGER, text=" ".join(words.split()), minutes=5)


def _item_id(id: UUID) -> Id[AgendaItem]:
    return id  # type: ignore[return-value]


def moved_point(parts: tuple[AgendaPart, ...], id: UUID, step: int) -> tuple[AgendaPart, ...]:
    """A point one place up or down; the rep's points stay before the others."""
    at = next(i for i, part in enumerate(parts) if part.id == id)
    to = at + step
    if not 0 <= to < len(parts) or parts[at].is_reps != parts[to].is_reps:
        return parts
    rest = list(parts)
    rest[at], rest[to] = rest[to], rest[at]
    return tuple(rest)


def without_point(parts: tuple[AgendaPart, ...], id: UUID) -> tuple[AgendaPart, ...]:
    """Without a point; the rep's first one stays."""
    return tuple(part for i, part in enumerate(parts) if part.id != id or i == 0)


def with_minutes(parts: tuple[AgendaPart, ...], id: UUID, minutes: int) -> tuple[AgendaPart, ...]:
    """With other minutes for a point, 0 to 120."""
    kept = min(max(minutes, 0), 120)
    return tuple(replace(part, minutes=kept) if part.id == id else part for part in parts)


def with_words(parts: tuple[AgendaPart, ...], id: UUID, text: str) -> tuple[AgendaPart, ...]:
    """With other words for a point; an empty one keeps its own."""
    told = " ".join(text.split())[:200]
    return tuple(replace(part, text=told or part.text) if part.id == id else part for part in parts)


def minutes_words(state: PrepareState) -> tuple[str, bool]:
    """ "30 of 30 min", and whether that is more than the talk has."""
    total = sum(part.minutes for part in state.page.brief.agenda)
    words = _("{total} of {minutes} min").format(total=total, minutes=state.head.minutes)
    return words, total > state.head.minutes


def last_time_day(state: PrepareState) -> str:
    """Where the last words come from: "24 Feb, word for word"."""
    last = state.page.brief.last_words
    if last is None:
        return ""
    return _("{day}, word for word").format(day=print_day(last.day))


def buy_in_options() -> list[tuple[str, str]]:
    """How far the rep is in, in words."""
    return [
        (BuyIn.NOT_YET.value, _("not yet")),
        (BuyIn.WILLING.value, _("willing to try")),
        (BuyIn.OWNS.value, _("owns it")),
    ]


def buy_in_was(last: BuyIn | None) -> str:
    """What it was at the last talk."""
    if last is None:
        return ""
    return _("was: {word}").format(word=dict(buy_in_options())[last.value])
