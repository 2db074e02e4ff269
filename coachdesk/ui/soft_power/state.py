"""What the cards of a partner team say in words."""

from datetime import date

from coachdesk.domain.soft_power_rules import Quality
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import near_day
from coachdesk.views.soft_power import (
    EvidenceRow,
    LateRep,
    NextGood,
    QualityRow,
    RequestRow,
    TeamCard,
    decision_title,
    verdict_title,
)

PEOPLE_SHOWN = 2


def quality_title(quality: Quality) -> str:
    """The quality's name."""
    return {
        Quality.EMPATHY: _("Empathy"),
        Quality.EARLY_ACCESS: _("Early access"),
        Quality.QUALIFIED_WORK: _("Qualified work"),
        Quality.VOICE: _("Their voice"),
    }[quality]


def quality_rule(quality: Quality, team: TeamCard) -> str:
    """What is counted, said above the evidence."""
    wanted = team.notice_wanted
    return {
        Quality.EMPATHY: _(
            "Hand-offs to somebody whose work we know in words, or after {team} told us its job."
        ).format(team=team.name),
        Quality.EARLY_ACCESS: ngettext(
            "Hand-offs and requests {team} heard of at least {n} day ahead.",
            "Hand-offs and requests {team} heard of at least {n} days ahead.",
            wanted,
        ).format(team=team.name, n=wanted),
        Quality.QUALIFIED_WORK: _(
            "Requests that were sorted (first, later, not worth doing) before they went on."
        ),
        Quality.VOICE: _(
            "Hand-offs and requests for which {team} was asked how they would do it."
        ).format(team=team.name),
    }[quality]


def people_words(team: TeamCard) -> str:
    """“6 people · Noor Haddad, Dana Reyes”."""
    if not team.people:
        return _("nobody is known by name")
    n = len(team.people)
    count = ngettext("{n} person", "{n} people", n).format(n=n)
    return f"{count} · {', '.join(team.people[:PEOPLE_SHOWN])}"


def quality_line(row: QualityRow, team: TeamCard, as_of: date) -> str:
    """The line beneath a quality: what x of n means, and what stands beside it."""
    of = {"x": row.x, "n": row.n}
    if not row.n:
        return _no_work(row, team, as_of)
    if row.quality is Quality.EMPATHY:
        words = _("{x} of {n} to a person whose work we know").format(**of)
        if team.heard_on is not None:
            heard = _("heard them {day}").format(day=near_day(team.heard_on, as_of))
            return f"{words} · {heard}"
        return words
    if row.quality is Quality.EARLY_ACCESS:
        words = ngettext(
            "{x} of {n} told {days} day ahead",
            "{x} of {n} told {days} days ahead",
            team.notice_wanted,
        ).format(days=team.notice_wanted, **of)
        middle = team.median_notice
        return words if middle is None else f"{words} · {_median(middle)}"
    if row.quality is Quality.QUALIFIED_WORK:
        words = _("{x} of {n} sorted before they went").format(**of)
        if not team.judged:
            return words
        agreed = _("{team} agreed on {k} of {m}")
        return f"{words} · {agreed.format(team=team.name, k=team.agreed, m=team.judged)}"
    return _("asked in {x} of {n}, used in {k}").format(k=team.used, **of)


def _no_work(row: QualityRow, team: TeamCard, as_of: date) -> str:
    if row.quality is Quality.EMPATHY and team.heard_on is not None:
        return _("heard them {day}").format(day=near_day(team.heard_on, as_of))
    if row.quality is Quality.QUALIFIED_WORK:
        return _("no request went on in 26 weeks")
    return _("nothing was asked of them in 26 weeks")


def _median(days: float) -> str:
    shown = round(days)
    if not shown:
        return _("half without notice")
    return ngettext("half within {n} day", "half within {n} days", shown).format(n=shown)


def needs_words(row: QualityRow) -> str:
    """“needs 3 more”."""
    return ngettext("needs {n} more", "needs {n} more", row.needs).format(n=row.needs)


def quality_sentence(row: QualityRow, team: TeamCard, as_of: date) -> str:
    """The row for a screen reader."""
    drawn = needs_words(row) if row.quarters is None else _("{n} of 4").format(n=row.quarters)
    return f"{quality_title(row.quality)}, {drawn}, {quality_line(row, team, as_of)}"


def next_words(good: NextGood, team: TeamCard) -> str:
    """What would do most good next."""
    who = good.person or team.name
    match good.quality:
        case Quality.EMPATHY:
            return _("ask {who} to tell you about the job").format(who=who)
        case Quality.EARLY_ACCESS if good.count:
            return ngettext(
                "tell {team} about the one thing that may come",
                "tell {team} about the {n} things that may come",
                good.count,
            ).format(team=team.name, n=good.count)
        case Quality.EARLY_ACCESS:
            return _("ask your reps what may be coming for {team}").format(team=team.name)
        case Quality.QUALIFIED_WORK if good.count:
            return ngettext(
                "sort the one request that waits", "sort the {n} requests that wait", good.count
            ).format(n=good.count)
        case Quality.QUALIFIED_WORK:
            return _("sort the next request before it goes to {team}").format(team=team.name)
        case Quality.VOICE if good.account:
            words = _("ask {who} how best to get {account} done")
            return words.format(who=who, account=good.account)
    return _("ask {who} how they would do the next one").format(who=who)


def next_verb(good: NextGood) -> str:
    """The button beside it."""
    match good.quality:
        case Quality.EMPATHY:
            return _("Note what they say")
        case Quality.EARLY_ACCESS if good.count:
            return _("Tell them")
        case Quality.EARLY_ACCESS:
            return _("Note what may come")
        case Quality.QUALIFIED_WORK if good.count:
            return _("Sort the first")
        case Quality.QUALIFIED_WORK:
            return _("Note a request")
        case Quality.VOICE if good.hand_off_id is not None:
            return _("Open the hand-off")
    return ""


def blame_words(team: TeamCard) -> str:
    """The question that naming them as the cause opens."""
    named = ngettext(
        "{team} was named as the cause {n} time.",
        "{team} was named as the cause {n} times.",
        team.blamed,
    ).format(team=team.name, n=team.blamed)
    return " ".join((named, _("What can we do to motivate them to work better with us?")))


def late_words(row: LateRep) -> str:
    """The quiet sentence about a rep who hears of needs late."""
    words = _("{late} of {name}’s last {of} requests came with less notice than wanted.")
    return words.format(late=row.late, name=row.first_name, of=row.of)


def evidence_words(row: EvidenceRow) -> str:
    """What counts, or does not, about one piece of work."""
    match row.quality:
        case Quality.EMPATHY:
            return _("work known") if row.good else _("work not known")
        case Quality.EARLY_ACCESS:
            n = row.notice_days
            return (
                ngettext("{n} day ahead", "{n} days ahead", n).format(n=n) if n else _("no notice")
            )
        case Quality.QUALIFIED_WORK:
            ours = decision_title(row.decision)
            theirs = "" if row.verdict is None else verdict_title(row.verdict)
            words = _("{ours}, they say: {theirs}").format(ours=ours, theirs=theirs)
            return words if theirs else ours
        case Quality.VOICE if row.used:
            return _("asked, and used")
    return _("asked") if row.asked else _("not asked")


def request_words(row: RequestRow) -> tuple[str, str]:
    """Our decision with its colour; one that is missing or came too late is marked."""
    if row.decision is None:
        return _("not sorted"), "warnText"
    words = _("we say: {decision}").format(decision=decision_title(row.decision))
    if row.went_unsorted:
        return _("{decision}, sorted late").format(decision=words), "warnText"
    return words, "ink"


def verdict_words(row: RequestRow, as_of: date) -> tuple[str, str]:
    """Beside it the partner's verdict, or where the request is."""
    if row.handed_on is None:
        return _("not handed on"), "ink2"
    if row.verdict is None:
        return _("handed on {day}").format(day=near_day(row.handed_on, as_of)), "ink2"
    color = "goodText" if row.is_agreed else "ink2"
    return _("they say: {verdict}").format(verdict=verdict_title(row.verdict)), color
