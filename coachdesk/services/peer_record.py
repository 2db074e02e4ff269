"""The record of a meeting as plain text: no names of reps, nothing private."""

from uuid import UUID

from coachdesk.domain.partner_vocabulary import PeerTopic
from coachdesk.language import gettext as _
from coachdesk.store.queries.peers import peer_meeting_page
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.dates import long_day, print_day
from coachdesk.views.peers import PeerMeetingPage


def record_text(reads: Snapshot, meeting_id: UUID) -> str:
    """What both can read again: words of both sides, decisions, how problems are solved.

    What was said about people is left out, with their names; only that it was said is there.
    """
    page = peer_meeting_page(reads, meeting_id)
    parts = [_head(page), *_topics(page), _decisions(page)]
    if page.problem_path:
        parts.append(_section(_("If a problem comes up"), page.problem_path))
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(page: PeerMeetingPage) -> str:
    title = _("{one} and {other}, {team}").format(one=page.manager, other=page.name, team=page.team)
    return f"{title}\n{long_day(page.meeting.day)}"


def _topics(page: PeerMeetingPage) -> list[str]:
    titles = {
        PeerTopic.THEIRS: _("{name}’s agenda").format(name=page.first_name),
        PeerTopic.RESULTS: _("Results"),
        PeerTopic.WORKING: _("Working"),
        PeerTopic.CHANGE: _("Needs to change"),
        PeerTopic.COMMITMENTS: _("What each of us commits to"),
        PeerTopic.COMING: _("What is coming"),
    }
    found = []
    for topic, title in titles.items():
        said = page.said.get(topic)
        if said is None:
            continue
        lines = [
            f"{name}: {words}"
            for name, words in ((page.manager, said.text), (page.name, said.peer_text))
            if words
        ]
        found.append(_section(title, *lines) if lines else "")
    if page.person_notes:
        found.append(_section(_("People"), _("Talked about in person.")))
    return found


def _decisions(page: PeerMeetingPage) -> str:
    names = {"me": page.manager, "peer": page.name, "both": _("Both")}
    lines = [
        _("{who}: {what}, by {day}").format(
            who=names[row.who], what=row.text, day=print_day(row.day)
        )
        for row in page.decisions
    ]
    return _section(_("Decisions and commitments"), *lines) if lines else ""


def _section(title: str, *lines: str) -> str:
    return "\n".join((title, *lines))
