"""What the page of a meeting with a peer manager says in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coachdesk.domain.agreement_rules import dictated_by
from coachdesk.domain.agreements import FrozenFigure, PeerAgreement
from coachdesk.domain.day_names import short_day
from coachdesk.domain.day_phrases import day_phrases
from coachdesk.domain.errors import InputError
from coachdesk.domain.names import fold
from coachdesk.domain.partner_vocabulary import AgreementState, PeerMeetingState, PeerTopic
from coachdesk.domain.peer_meeting_rules import Due
from coachdesk.domain.vocabulary import PromiseState
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import clock, due_words, near_day, print_day
from coachdesk.views.peers import DecisionRow, PeerMeetingPage
from coachdesk.views.promises import PromiseRow

DAYS_IN_WEEK = 7
LIKELY, CERTAIN = 50, 90


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of an item: whose words of which topic stand in it, and what it is called."""

    topic: PeerTopic
    field: str
    label: str
    hint: str = ""

    @property
    def key(self) -> str:
        """Under which the draft keeps it."""
        return f"{self.topic.value}.{self.field}"


def item_titles(page: PeerMeetingPage) -> dict[PeerTopic, tuple[str, str]]:
    """The items of the agenda: what they are called, and a few quiet words."""
    results = (_("Results"), _("against the goals we both set"))
    goals = (_("Our goals"), _("what both of us want"))
    return {
        PeerTopic.THEIRS: (
            _("{name}’s agenda").format(name=page.first_name),
            _("listen first"),
        ),
        PeerTopic.RESULTS: goals if page.is_first else results,
        PeerTopic.PEOPLE: (_("People"), _("each person, fairly")),
        PeerTopic.WORKING: (_("Working, and to change"), _("one of each, with evidence")),
        PeerTopic.COMMITMENTS: (_("What each commits to"), _("in our own role")),
        PeerTopic.COMING: (_("What is coming"), _("next 8 weeks, even maybes")),
    }


def leads(page: PeerMeetingPage) -> dict[PeerTopic, str]:
    """The sentence above an item’s fields."""
    sentences = {
        PeerTopic.THEIRS: _("Ask {name} first, and write it down before you answer."),
        PeerTopic.RESULTS: _("Begin with what both of you can check."),
        PeerTopic.PEOPLE: _("Said out loud only. It stays private and is never printed."),
        PeerTopic.WORKING: _("Bring the facts, then ask what {name} sees before you say more."),
        PeerTopic.COMMITMENTS: _("What each of us does, not what our people should do."),
        PeerTopic.COMING: _("Even a maybe helps {name} to plan. Tick at the right what you tell."),
    }
    return {topic: words.format(name=page.first_name) for topic, words in sentences.items()}


def slots(page: PeerMeetingPage, topic: PeerTopic) -> tuple[Slot | None, Slot | None, Slot | None]:
    """The fields of an item: left, right of it, and below both."""
    name = page.first_name
    what_says = Slot(topic, "peer_text", _("What {name} says").format(name=name))
    match topic:
        case PeerTopic.THEIRS:
            brings = Slot(topic, "peer_text", _("What {name} brings").format(name=name))
            return brings, None, Slot(topic, "text", _("What I take with me"))
        case PeerTopic.RESULTS:
            return Slot(topic, "text", _("What I see")), None, what_says
        case PeerTopic.WORKING:
            change = Slot(PeerTopic.CHANGE, "text", _("Needs to change"))
            return Slot(topic, "text", _("Working")), change, what_says
        case PeerTopic.COMMITMENTS:
            theirs = Slot(topic, "peer_text", _("In {name}’s role").format(name=name))
            return Slot(topic, "text", _("In my role")), theirs, None
        case PeerTopic.COMING:
            return Slot(topic, "text", _("What I tell")), None, what_says
        case _:
            return None, None, None


def stored(page: PeerMeetingPage, slot: Slot) -> str:
    """What is kept for a field."""
    said = page.said.get(slot.topic)
    return "" if said is None else str(getattr(said, slot.field))


def figures_shown(topic: PeerTopic) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which figures belong to an item, in two columns."""
    return {
        PeerTopic.THEIRS: ((), ("worth_it", "later", "dead", "way_asked")),
        PeerTopic.RESULTS: ((), ("set", "met", "met_late", "missed", "open", "median_days")),
        PeerTopic.WORKING: (("sorted_first", "accepted"), ("missed", "way_used")),
    }.get(topic, ((), ()))


def figure_words() -> Mapping[str, str]:
    """What each figure counts."""
    return {
        "set": _("Expectations set"),
        "met": _("Met"),
        "met_late": _("Met late"),
        "missed": _("Missed"),
        "open": _("Open now"),
        "worth_it": _("Requests worth it"),
        "later": _("Requests for later"),
        "dead": _("Requests not worth doing"),
        "accepted": _("Dates accepted"),
        "way_asked": _("Asked how they would do it"),
        "way_used": _("Their way was used"),
        "sorted_first": _("Requests sorted first"),
        "median_days": _("Days it took, in the middle"),
    }


def figure_value(figure: FrozenFigure) -> str:
    """“4 of 9”, or a number alone."""
    if figure.n is None or figure.key == "median_days":
        return str(figure.x)
    return _("{x} of {n}").format(x=figure.x, n=figure.n)


def rhythm_words(due: Due) -> str:
    """“last met 28 Jan · every 6 weeks”."""
    days = due.rhythm_days
    weeks = days // DAYS_IN_WEEK
    if days % DAYS_IN_WEEK == 0:
        often = ngettext("every week", "every {n} weeks", weeks).format(n=weeks)
    else:
        often = ngettext("every day", "every {n} days", days).format(n=days)
    if due.last_met is None:
        return _("first meeting")
    met = _("last met {day}").format(day=short_day(due.last_met))
    return f"{met} · {often}"


def time_words(due: Due) -> str:
    """“Last met 28 Jan, every 6 weeks: time to meet”; empty while it is not."""
    if not due.is_time or due.last_met is None:
        return ""
    words = rhythm_words(due).replace(" · ", ", ")
    return _("{words}: time to meet").format(words=words[:1].upper() + words[1:])


def when_words(page: PeerMeetingPage) -> str:
    """“Wed 11 Mar, 14:00”."""
    meeting = page.meeting
    day = print_day(meeting.day)
    return day if meeting.start is None else f"{day}, {clock(meeting.start)}"


def minutes_words(n: int) -> str:
    """“45 min”."""
    return _("{n} min").format(n=n)


def state_words(state: PeerMeetingState) -> str:
    """Where the meeting stands."""
    return {
        PeerMeetingState.PLANNED: _("planned"),
        PeerMeetingState.HELD: _("held"),
        PeerMeetingState.CANCELLED: _("cancelled"),
    }[state]


def goal_state(goal: PeerAgreement) -> tuple[str, str]:
    """The word of a goal’s state, and the kind of its tag."""
    return {
        AgreementState.DRAFT: (_("draft"), "quiet"),
        AgreementState.PROPOSED: (_("proposed"), "warn"),
        AgreementState.AGREED: (_("agreed"), "warn"),
        AgreementState.ACTIVE: (_("running"), "good"),
        AgreementState.ACHIEVED: (_("achieved"), "good"),
        AgreementState.PARTLY: (_("partly"), "warn"),
        AgreementState.NOT_ACHIEVED: (_("not achieved"), "bad"),
        AgreementState.DISSOLVED: (_("dissolved"), "quiet"),
    }[goal.state]


def goal_note(goal: PeerAgreement, *, manager: str, peer: str, as_of: date) -> str:
    """“due 24 Mar · set by Noor alone · waits for Noor”."""
    parts = []
    if goal.closed_day is not None:
        parts.append(near_day(goal.closed_day, as_of))
    elif goal.due_day is not None:
        words = due_words(goal.due_day, as_of)
        late = goal.due_day < as_of
        parts.append(words if late else _("due {day}").format(day=words))
    parts.append(dictated_by(goal, manager=manager, peer=peer))
    if goal.state is AgreementState.PROPOSED:
        waits = [
            name
            for name, said in ((_("me"), goal.confirmed_own), (peer, goal.confirmed_peer))
            if said is None
        ]
        parts.append(_("waits for {names}").format(names=_(" and ").join(waits)))
    return " · ".join(part for part in parts if part)


def promise_tag(row: PromiseRow, as_of: date) -> tuple[str, str]:
    """How a promise stands, as a tag."""
    if row.state is PromiseState.OPEN:
        late = row.due_day < as_of
        return due_words(row.due_day, as_of), "bad" if late else "quiet"
    return {
        PromiseState.KEPT: (_("kept"), "good"),
        PromiseState.KEPT_LATE: (_("kept late"), "warn"),
        PromiseState.BROKEN: (_("missed"), "bad"),
    }.get(row.state, (_("withdrawn"), "quiet"))


def who_words(who: str, first_name: str) -> str:
    """Me, the peer, or both."""
    return {"me": _("Me"), "peer": first_name, "both": _("Both")}[who]


def likelihood_words(percent: int) -> str:
    """certain, likely or maybe."""
    if percent >= CERTAIN:
        return _("certain")
    return _("likely") if percent >= LIKELY else _("maybe")


def read_decision(
    typed: str, first_name: str, *, as_of: date, usual: date
) -> tuple[str, str, date]:
    """Who, what, from when: “Noor names one lead, 16 Mar”; without a day the next meeting’s."""
    line = " ".join(typed.split())
    day = usual
    for phrase in day_phrases(line, as_of=as_of, toward="future"):
        if phrase.end == len(line.rstrip(" .")):
            if phrase.error is not None:
                raise phrase.error
            if phrase.day is not None:
                day, line = phrase.day, _without_lead(line[: phrase.start])
    who = "me"
    first, _space, rest = line.partition(" ")
    names = {fold(_("Me")): "me", fold(_("I")): "me", fold(_("Both")): "both"}
    names[fold(first_name)] = "peer"
    said = names.get(fold(first.rstrip(":,")))
    if said is not None:
        who, line = said, rest.strip()
    if not line.strip():
        raise InputError(
            _("Who does what, by when?"),
            _("Such as: {name} names one lead, 16 March.").format(name=first_name),
        )
    return who, line[:1].upper() + line[1:], day


def _without_lead(words: str) -> str:
    """The words before a day, without the “by” or “from” that leads to it."""
    line = words.rstrip(" ,;")
    for lead in (_("by"), _("from"), _("on"), _("until")):
        if fold(line).endswith(f" {fold(lead)}"):
            line = line[: -len(lead)].rstrip(" ,;")
    return line


def decision_day(row: DecisionRow, as_of: date) -> str:
    """“by 16 Mar”."""
    return _("by {day}").format(day=short_day(row.day) if row.day != as_of else _("today"))
