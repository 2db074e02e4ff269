"""The manager's own mirror: for the manager's eyes only, on no page and in no rep's document."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.day_names import short_day
from coachdesk.domain.statistics import KeptRate
from coachdesk.domain.vocabulary import PlanStop, WhoAsked
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.insight_words import percent, span
from coachdesk.views.plans import stop_words

LEAST_PROMISES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class MirrorRow:
    """The talks with one rep in the window; `moved` and `cancelled` are counts by who asked.

    `days` are those since the last talk on which both were here, None where no talk and no
    beginning is known.
    """

    id: UUID
    name: str
    first_name: str
    held: int
    moved: tuple[tuple[WhoAsked | None, int], ...]
    cancelled: tuple[tuple[WhoAsked | None, int], ...]
    minutes: int
    days: int | None
    rhythm_days: int
    has_talks: bool
    is_skipped: bool
    is_away: bool
    has_evidence: bool

    @property
    def talks(self) -> str:
        """ "3 held · 1 moved (you) · 135 min"."""
        parts = [_("{n} held").format(n=self.held)]
        parts += _closed(_("{n} moved"), self.moved)
        parts += _closed(_("{n} cancelled"), self.cancelled)
        if self.minutes:
            parts.append(_("{n} min").format(n=self.minutes))
        return " · ".join(parts)

    @property
    def notice(self) -> str:
        """What is missing: a talk for too long, or an event this month; "" where nothing is."""
        parts = []
        if self.is_skipped and self.days is not None:
            skipped = ngettext("no talk for {n} day", "no talk for {n} days", self.days)
            parts.append(skipped.format(n=self.days))
        elif not self.has_talks:
            parts.append(_("no talk yet"))
        if self.is_away:
            parts.append(_("away"))
        elif not self.has_evidence:
            parts.append(_("no event this month"))
        return " · ".join(parts)

    @property
    def words(self) -> str:
        """The whole row in a sentence."""
        said = _("{name}: {talks}").format(name=self.name, talks=self.talks)
        if self.is_skipped:
            limit = _("longer than twice the rhythm of {n} days").format(n=self.rhythm_days)
            return _("{said}; {notice}, {limit}").format(said=said, notice=self.notice, limit=limit)
        return f"{said}; {self.notice}" if self.notice else said


def _closed(words: str, counts: tuple[tuple[WhoAsked | None, int], ...]) -> list[str]:
    total = sum(n for _who, n in counts)
    if not total:
        return []
    whose = [(_who_words(who), n) for who, n in counts]
    if len(whose) == 1:
        (name, _n) = whose[0]
        by = name
    else:
        by = ", ".join(f"{name} {n}" for name, n in whose)
    return [_("{closed} ({by})").format(closed=words.format(n=total), by=by)]


def _who_words(who: WhoAsked | None) -> str:
    names = {
        WhoAsked.MANAGER: _("you asked"),
        WhoAsked.REP: _("the rep asked"),
        WhoAsked.OTHER: _("others asked"),
    }
    return _("not noted who asked") if who is None else names[who]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndedPlan:
    """A coaching plan that ended: the count at its start, and since then to its last day."""

    id: UUID
    rep_id: UUID
    name: str
    title: str
    how: PlanStop
    day: date
    start_x: int
    start_n: int
    x: int
    n: int
    note: str

    @property
    def outcome(self) -> str:
        """ "reached 14 Feb · 1 of 7 → 5 of 8 rated 4 or 5"."""
        start = _("{x} of {n}").format(x=self.start_x, n=self.start_n) if self.start_n else "–"
        since = _("{x} of {n}").format(x=self.x, n=self.n) if self.n else "–"
        return _("{how} {day} · {start} → {since} rated 4 or 5").format(
            how=stop_words(self.how), day=short_day(self.day), start=start, since=since
        )

    @property
    def words(self) -> str:
        """The plan in a sentence."""
        said = _("{name}, {behaviour}: {outcome}").format(
            name=self.name, behaviour=self.title, outcome=self.outcome
        )
        return f"{said}. {self.note}" if self.note else said


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the manager answered in one month."""

    month: date
    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirror:
    """The mirror as of a day; `answer` is "" until this month's question is answered."""

    until: date
    window_days: int
    rows: tuple[MirrorRow, ...]
    promises: KeptRate
    overdue: int
    plans: tuple[EndedPlan, ...]
    month: date
    question: str
    answer: str
    earlier: tuple[Answer, ...]

    @property
    def summary(self) -> str:
        """All talks together, and how many reps stand out."""
        held = sum(row.held for row in self.rows)
        if not any(row.has_talks for row in self.rows):
            return _("No talk was held in these {n} days.").format(n=self.window_days)
        minutes = sum(row.minutes for row in self.rows)
        said = ngettext(
            "{n} one-on-one in {days} days, {minutes} minutes.",
            "{n} one-on-ones in {days} days, {minutes} minutes.",
            held,
        ).format(n=held, days=self.window_days, minutes=minutes)
        skipped = [row.first_name for row in self.rows if row.is_skipped]
        if not skipped:
            return said
        more = _("Longer than twice the rhythm without a talk: {names}.")
        return f"{said} {more.format(names=', '.join(skipped))}"

    @property
    def promises_words(self) -> str:
        """What the manager kept, with its range or what it needs."""
        rate = self.promises
        said = _(
            "Your promises: {k} of {n} kept on time ({late} late, {broken} missed, {overdue} "
            "overdue)"
        ).format(k=rate.kept, n=rate.n, late=rate.late, broken=rate.broken, overdue=self.overdue)
        if rate.rate is None or rate.jeffreys is None:
            more = ngettext("a rate needs {n} more", "a rate needs {n} more", LEAST_PROMISES)
            return f"{said}; {more.format(n=max(0, LEAST_PROMISES - rate.n))}."
        return _("{said}, {rate} % (range {range}).").format(
            said=said, rate=percent(rate.rate), range=span(*rate.jeffreys)
        )
