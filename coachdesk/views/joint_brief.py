"""The plan of a joint meeting on paper: one page for everyone of ours who attends (document g).

Business roles only: what somebody thinks of a contact has no place here. Strings are whole, as
written; `limited` applies the limits of paper.
"""

from dataclasses import dataclass, replace

from coachdesk.views.print_limits import cut, merge

SENTENCE, ISSUE, ENTRY, NAME, OWNER = 160, 300, 120, 44, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoLine:
    """Somebody who attends: for which side, in which role, and what to say to that role."""

    side: str
    name: str
    role: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """One message: `mark` says in words what is odd about its owner."""

    text: str
    owner: str = ""
    minutes: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """A question of ours, and who asks it."""

    text: str
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JointBrief:
    """Everything that prints; an empty text prints as lines to fill in by hand, or not at all."""

    language: str
    company: str
    account: str
    rep: str
    team: str
    day: str
    start: str = ""
    stage: str = ""
    outcome: str = ""
    issue: str = ""
    issue_mark: str = ""
    perspective: str = ""
    who: tuple[WhoLine, ...] = ()
    said: tuple[SaidLine, ...] = ()
    minutes: str = ""
    questions: tuple[AskedLine, ...] = ()
    silent_on: str = ""
    notes: str = ""
    next_step: str = ""
    next_owner: str = ""
    next_day: str = ""
    before: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitedJoint:
    """A brief within its limits, and how many entries each list leaves out."""

    brief: JointBrief
    more_who: int = 0
    more_said: int = 0


def limited(brief: JointBrief, *, who: int, said: int) -> LimitedJoint:
    """The brief with at most so many attendees and messages, the merge line included."""
    attending, more_who = merge(brief.who, who)
    told, more_said = merge(brief.said, said)
    return LimitedJoint(
        brief=replace(
            brief,
            company=cut(brief.company, NAME),
            account=cut(brief.account, NAME),
            rep=cut(brief.rep, NAME),
            team=cut(brief.team, NAME),
            stage=cut(brief.stage, NAME),
            outcome=cut(brief.outcome, SENTENCE),
            issue=cut(brief.issue, ISSUE),
            perspective=cut(brief.perspective, ISSUE),
            who=tuple(_who(line) for line in attending),
            said=tuple(
                replace(line, text=cut(line.text, ENTRY), owner=cut(line.owner, OWNER))
                for line in told
            ),
            questions=tuple(
                replace(line, text=cut(line.text, ENTRY), who=cut(line.who, OWNER))
                for line in brief.questions[:2]
            ),
            silent_on=cut(brief.silent_on, SENTENCE),
            notes=cut(brief.notes, ENTRY),
            next_step=cut(brief.next_step, SENTENCE),
            next_owner=cut(brief.next_owner, OWNER),
            before=cut(brief.before, ENTRY),
        ),
        more_who=more_who,
        more_said=more_said,
    )


def _who(line: WhoLine) -> WhoLine:
    name, role = cut(line.name, NAME), cut(line.role, NAME)
    room = max(40, ENTRY - len(name) - len(role))
    return replace(line, name=name, role=role, message=cut(line.message, room))
