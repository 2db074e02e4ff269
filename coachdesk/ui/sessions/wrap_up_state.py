"""What the page after a talk shows, and what is typed over it; no Qt here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from coachdesk.domain.errors import InputError
from coachdesk.domain.slot_phrases import parse_slot
from coachdesk.domain.vocabulary import BuyIn, NoteMark, TalkState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.services.direction import LONGEST_SUMMARY
from coachdesk.services.talk_pages import next_line
from coachdesk.services.wrap_up import WrapUp
from coachdesk.views.briefs import SummaryBrief
from coachdesk.views.dates import clock, long_day, print_day
from coachdesk.views.direction import SecondLook
from coachdesk.views.plans import number_words
from coachdesk.views.talk_pages import NoteLine, WrapUpPage

SUMMARY_CHARACTERS = LONGEST_SUMMARY
# Requests without an answer that are called by name; the others are counted.
NAMED = 2
KINDS = {"A": "ask", "S": "share", "M": "mandate", "C": "promise"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrapUpState:
    """The page as stored; `summary`, `tried` and `next_text` as typed, None where nothing was.

    `kept` are pieces of direction that were looked at again and stay as they are; `rewording` is
    the id of the one being reworded, with its new words so far.
    """

    page: WrapUpPage
    summary: str | None = None
    tried: str | None = None
    next_text: str | None = None
    kept: frozenset[str] = frozenset()
    rewording: tuple[str, str] | None = None

    @property
    def summary_text(self) -> str:
        """The summary as it stands in its field."""
        return self.page.summary if self.summary is None else self.summary

    @property
    def tried_text(self) -> str:
        """What was tried for the coaching plan, as it stands in its field."""
        found = self.page.brief.plan
        return (found.tried if found else "") if self.tried is None else self.tried

    @property
    def next_words(self) -> str:
        """The next talk as it stands in its field."""
        if self.next_text is not None:
            return self.next_text
        return next_line(self.page.next_day, self.page.next_start)

    @property
    def is_wrapped_up(self) -> bool:
        """Whether the talk is closed."""
        return self.page.state is TalkState.WRAPPED_UP

    @property
    def is_received(self) -> bool:
        """Whether the rep has the page, which locks it."""
        return self.page.received_on is not None

    @property
    def is_changed(self) -> bool:
        """Whether something typed is not in the store."""
        return any(typed is not None for typed in (self.summary, self.tried, self.next_text))

    @property
    def too_long(self) -> str:
        """What is wrong with the summary, else empty."""
        over = len(self.summary_text.strip()) - SUMMARY_CHARACTERS
        if over <= 0:
            return ""
        return ngettext("{n} character too many.", "{n} characters too many.", over).format(n=over)

    def with_summary(self, text: str) -> "WrapUpState":
        """With the summary as it is being typed."""
        return replace(self, summary=None if text.strip() == self.page.summary else text)

    def with_tried(self, text: str) -> "WrapUpState":
        """With what was tried as it is being typed."""
        stored = replace(self, tried=None).tried_text
        return replace(self, tried=None if text.strip() == stored else text)

    def with_next(self, text: str) -> "WrapUpState":
        """With the next talk as it is being typed."""
        stored = next_line(self.page.next_day, self.page.next_start)
        return replace(self, next_text=None if text.strip() == stored else text)

    def next_slot(self) -> tuple[date | None, time | None]:
        """Day and start of the next talk; none when the field is empty (InputError)."""
        if self.next_text is None:
            return self.page.next_day, self.page.next_start
        if not self.next_text.strip():
            return None, None
        return parse_slot(self.next_text, as_of=self.page.now.date())

    @property
    def looks(self) -> tuple[SecondLook, ...]:
        """What is worth a second look and was not kept as it is."""
        return tuple(look for look in self.page.looks if look.id not in self.kept)

    def keeping(self, look: SecondLook) -> "WrapUpState":
        """Without this hint, for as long as the words stay."""
        is_reworded = self.rewording is not None and self.rewording[0] == look.id
        rewording = None if is_reworded else self.rewording
        return replace(self, kept=self.kept | {look.id}, rewording=rewording)

    def choices(self) -> WrapUp:
        """What is to be stored (InputError when the next date is no day)."""
        day, start = self.next_slot()
        summary = self.page.summary if self.too_long else self.summary_text
        return WrapUp(
            summary=summary,
            left_out=tuple(sorted(self.page.left_out, key=str)),
            buy_in=self.page.buy_in,
            next_day=day,
            next_start=start,
            tried=self.tried,
        )

    def safe_choices(self, **changes: object) -> WrapUp:
        """The same for what is kept on the way: a date that is no day yet does not stand in it."""
        try:
            found = self.choices()
        except InputError:
            found = replace(self, next_text=None).choices()
        return replace(found, **changes)  # type: ignore[arg-type]

    def content(self) -> Mapping[str, object]:
        """What a draft keeps."""
        typed = {"summary": self.summary, "tried": self.tried, "next": self.next_text}
        content: dict[str, object] = {k: text for k, text in typed.items() if text is not None}
        if self.kept:
            content["kept"] = sorted(self.kept)
        if self.rewording is not None:
            content["rewording"] = list(self.rewording)
        return content

    def restored(self, content: Mapping[str, object]) -> "WrapUpState":
        """With what a draft kept."""
        state = self
        if isinstance(content.get("summary"), str):
            state = state.with_summary(str(content["summary"]))
        if isinstance(content.get("tried"), str) and state.page.brief.plan is not None:
            state = state.with_tried(str(content["tried"]))
        if isinstance(content.get("next"), str):
            state = state.with_next(str(content["next"]))
        kept = content.get("kept")
        if isinstance(kept, list):
            state = replace(state, kept=frozenset(str(id) for id in kept))
        match content.get("rewording"):
            case [str(id), str(words)] if any(look.id == id for look in state.looks):
                state = replace(state, rewording=(id, words))
        return state


@dataclass(frozen=True, slots=True)
class PrintTick:
    """A row of “Will print”: a section or record, or a line (`is_line`) that prints or not."""

    id: object
    kind: str
    text: str
    detail: str
    on: bool
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class StaysRow:
    """A private line: only its time is shown."""

    id: int
    words: str


def print_ticks(state: WrapUpState) -> tuple[PrintTick, ...]:
    """Sections and records, with the unmarked lines below what was talked about."""
    rows: list[PrintTick] = []
    for row in state.page.rows:
        on = row.key not in state.page.left_out
        rows.append(PrintTick(row.key, KINDS.get(row.mark, ""), row.text, row.detail, on))
        if row.key == 2:
            rows += [_line_tick(note) for note in own_lines(state)]
    return tuple(rows)


def own_lines(state: WrapUpState) -> list[NoteLine]:
    """The manager's own, unmarked lines."""
    return [note for note in state.page.notes if note.mark is NoteMark.NONE and note.text]


def _line_tick(note: NoteLine) -> PrintTick:
    told = _("your line, {time}").format(time=clock(note.time))
    return PrintTick(note.id, "", note.text, told, note.is_printed, is_line=True)


def stays_rows(state: WrapUpState) -> tuple[StaysRow, ...]:
    """The private lines, without their words."""
    return tuple(
        StaysRow(i, _("Private line at {time}").format(time=clock(moment)))
        for i, moment in enumerate(state.page.private_times)
    )


def title(state: WrapUpState) -> str:
    """The page's head."""
    return _("Wrap up with {name}").format(name=state.page.brief.head.first_name)


def when_line(state: WrapUpState) -> str:
    """Day, how long, and what is next."""
    parts = [print_day(state.page.brief.head.day)]
    if state.page.minutes_held is not None:
        parts.append(_("{n} min").format(n=state.page.minutes_held))
    if state.is_received:
        parts.append(_("received by {name}").format(name=state.page.brief.head.first_name))
    elif state.is_wrapped_up:
        parts.append(_("wrapped up"))
    else:
        parts.append(_("read it together, then print"))
    return " · ".join(parts)


@dataclass(frozen=True, slots=True)
class NextLine:
    """What stands below the next date: words and their colour; `offer` is a free start."""

    words: str
    state: str = "quiet"
    offer: time | None = None


def next_note(state: WrapUpState, clash: tuple[str, time | None] | None = None) -> NextLine:
    """How far away the next talk is, and what stands against it (InputError when it is no day)."""
    page = state.page
    day, start = state.next_slot()
    if day is None:
        return NextLine(_("none planned"))
    if page.next_is_planned:
        return NextLine(_("planned already"))
    if day < page.now.date():
        return NextLine(_("That day has passed."), "warn")
    if any(first <= day <= last for first, last in page.away):
        return NextLine(_("One of you is away then."), "warn")
    against, free = clash or ("", None)
    if against:
        return NextLine(against, "warn", free)
    days = (day - page.brief.head.day).days
    told = _distance(days)
    same = start == page.brief.head.start and day.weekday() == page.brief.head.day.weekday()
    return NextLine(_("{distance}, same slot").format(distance=told) if same else told)


def _distance(days: int) -> str:
    if days and days % 7 == 0:
        weeks = days // 7
        if weeks == 2:
            return _("two weeks on")
        return ngettext("{n} week on", "{n} weeks on", weeks).format(n=weeks)
    return ngettext("{n} day on", "{n} days on", days).format(n=days)


def plan_label(state: WrapUpState) -> str:
    """What the field for the coaching plan asks; empty where the talk belongs to none."""
    found = state.page.brief.plan
    if found is None:
        return ""
    return _("What was tried · coaching plan on {behaviour}, {number}").format(
        behaviour=found.plan.title, number=number_words(found)
    )


def missing_line(state: WrapUpState) -> tuple[str, bool]:
    """What goes on without an answer, what both sides still lack, and whether all is well."""
    carried = carried_line(state)
    if carried or state.page.missing:
        return " ".join((*([carried] if carried else []), *state.page.missing)), False
    return _("Both sides leave with a date."), True


def carried_line(state: WrapUpState) -> str:
    """Where requests without an answer go; closing the talk refuses none of them."""
    waiting = state.page.unanswered
    if not waiting:
        return ""
    if _leads_on(state):
        words = ngettext(
            "{n} request without an answer goes on to the next talk: {what}.",
            "{n} requests without an answer go on to the next talk: {what}.",
            len(waiting),
        )
    else:
        words = ngettext(
            "{n} request without an answer stays open on {name}’s page: {what}.",
            "{n} requests without an answer stay open on {name}’s page: {what}.",
            len(waiting),
        )
    what = "; ".join(subject.rstrip(" .") for subject in waiting[:NAMED])
    if len(waiting) > NAMED:
        what = _("{what} and {n} more").format(what=what, n=len(waiting) - NAMED)
    return words.format(n=len(waiting), name=state.page.brief.head.first_name, what=what)


def _leads_on(state: WrapUpState) -> bool:
    """Whether another talk follows, as far as the typed date can be read."""
    if state.page.next_is_planned:
        return True
    if state.is_wrapped_up:
        return False
    try:
        return state.next_slot()[0] is not None
    except InputError:
        return True


def as_it_will_print(brief: SummaryBrief, state: WrapUpState) -> SummaryBrief:
    """The brief with what is typed and the date proposed, so that the preview tells the truth."""
    if state.is_received:
        return brief
    if brief.talked is not None and state.summary_text.strip():
        brief = replace(brief, talked=replace(brief.talked, summary=state.summary_text.strip()))
    if state.is_wrapped_up or state.page.next_is_planned:
        return brief
    try:
        day, start = state.next_slot()
    except InputError:
        return brief
    return replace(
        brief,
        next_day=long_day(day) if day else "",
        next_start=clock(start) if day and start else "",
    )


def received_words(state: WrapUpState) -> str:
    """How the rep got the page."""
    page = state.page
    if page.received_on is None:
        return ""
    means = {
        "signature": _("signed"),
        "handed_over": _("handed over"),
    }.get(page.received_means.value if page.received_means else "", "")
    return _("Received on {day}, {means}. What it holds is locked.").format(
        day=print_day(page.received_on), means=means
    )


def buy_in_of(key: str) -> BuyIn | None:
    """The choice behind a segment."""
    return BuyIn(key) if key else None
