"""The early-access sheet of a partner team: built as of today, drawn, remembered once it is out."""

from datetime import date
from pathlib import Path
from uuid import UUID

from coachdesk.domain.day_names import short_day
from coachdesk.domain.early_access_rules import is_changed
from coachdesk.domain.hand_offs import HandOff
from coachdesk.domain.marketing import Capability, WarmIntroduction
from coachdesk.domain.partner_vocabulary import CapabilityKind, IntroductionResult, NoticeState
from coachdesk.domain.people import PartnerTeam
from coachdesk.domain.soft_power import EarlyAccessItem
from coachdesk.domain.vocabulary import DocumentKind, HandOffState, PrintMeans
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk
from coachdesk.services.documents import Printed, paper_of, record_print
from coachdesk.services.drawing import Drawn, drawn
from coachdesk.services.saved_files import refuse_store, write_named
from coachdesk.store.queries import people
from coachdesk.store.snapshot import Snapshot, as_id
from coachdesk.views.briefs import Paper
from coachdesk.views.changes import Changes
from coachdesk.views.dates import long_day, print_day
from coachdesk.views.early_brief import ComingLine, EarlyBrief, ExpectedLine
from coachdesk.views.soft_power import likelihood_word, priority_title, size_title


def early_brief(reads: Snapshot, team_id: UUID) -> EarlyBrief:
    """The sheet as of today; what was told counts as told, whatever prints."""
    team: PartnerTeam = reads.get(PartnerTeam, as_id(team_id))
    space, accounts = people.workspace(reads), people.account_names(reads)
    every = reads.find(EarlyAccessItem, team_id=team.id)
    every.sort(key=lambda item: (item.earliest, item.id))
    coming = [item for item in every if item.state is NoticeState.OPEN]
    updates = [item.next_update for item in coming if item.next_update is not None]
    ahead = [day for day in updates if day >= reads.as_of]
    changed = [item for item in every if is_changed(item) and item.state is not NoticeState.CAME]
    questions = dict.fromkeys(item.question for item in coming if item.question)
    return EarlyBrief(
        language=space.locale,
        company=space.company_name,
        team=team.name,
        day=long_day(reads.as_of),
        contact=space.manager_name,
        next_update=print_day(min(ahead)) if ahead else "",
        coming=tuple(_coming(item, accounts[item.account_id]) for item in coming),
        changed=tuple(_changed(item, accounts[item.account_id]) for item in changed),
        questions=tuple(_question(words, coming, accounts) for words in questions),
        expected=_expected(reads, team, accounts),
        wanted=_wanted(reads, team, accounts),
        able=_able(reads, team),
    )


def draw_early(brief: EarlyBrief, paper: Paper, own: Path | None = None) -> Drawn:
    """The sheet on paper."""
    from coachdesk.reports.early_access import render_early_access

    return drawn(render_early_access(brief, paper, own))


def record_early(desk: Desk, team_id: UUID, content: bytes, means: PrintMeans) -> Changes:
    """Remember that the sheet left the program; what that touched, for other screens."""
    return desk.do_print(
        record_print,
        kind=DocumentKind.EARLY_ACCESS,
        means=means,
        content=content,
        team_id=team_id,
    ).changes


def save_early(desk: Desk, team_id: UUID, path: Path, paper: Paper | None = None) -> Printed:
    """Draw the sheet, write it, and remember that it left the program."""
    refuse_store(desk, path)
    brief = desk.ask(early_brief, team_id)
    done = draw_early(brief, paper or paper_of(desk), desk.own_templates)
    write_named(desk, path, done.pdf)
    record_early(desk, team_id, done.pdf, PrintMeans.FILE)
    return Printed(done.pdf, done.pages, path.name, done.missing, done.template_fault)


def early_file_name(team: str, day: date) -> str:
    """A file name that every system takes: team and day."""
    safe = "".join(c if c.isalnum() else "-" for c in team.lower()).strip("-")
    return f"early-access-{safe or 'team'}-{day.isoformat()}.pdf"


def _coming(item: EarlyAccessItem, account: str) -> ComingLine:
    wanted = _("wanted: {skills}").format(skills=item.skills) if item.skills else ""
    about = (size_title(item.size), priority_title(item.priority), item.reason, wanted)
    return ComingLine(
        account=account,
        what=item.what,
        when=_days(item),
        likely=f"{likelihood_word(item.likelihood_pct)}, {item.likelihood_pct} %",
        about=", ".join(part for part in about if part),
    )


def _days(item: EarlyAccessItem) -> str:
    if item.latest is None or item.latest == item.earliest:
        return short_day(item.earliest)
    return f"{short_day(item.earliest)} – {short_day(item.latest)}"


def _changed(item: EarlyAccessItem, account: str) -> str:
    if item.state is NoticeState.WITHDRAWN:
        return _("{account}: {what} will not come.").format(account=account, what=item.what)
    words = _("{account}: {what}, now {days}.")
    return words.format(account=account, what=item.what, days=_days(item))


def _question(words: str, coming: list[EarlyAccessItem], accounts: dict[UUID, str]) -> str:
    """A question that several share is asked once, without their names."""
    about = [item for item in coming if item.question == words]
    return f"{accounts[about[0].account_id]}: {words}" if len(about) == 1 else words


def _expected(
    reads: Snapshot, team: PartnerTeam, accounts: dict[UUID, str]
) -> tuple[ExpectedLine, ...]:
    names = people.person_names(reads)
    now = reads.find(HandOff, team_id=team.id, state=HandOffState.SET)
    now.sort(key=lambda item: (item.due_day or date.max, item.id))
    return tuple(
        ExpectedLine(
            account=accounts[item.account_id],
            expectation=item.expectation,
            person=names[item.partner_person_id] if item.partner_person_id else "",
            due=print_day(item.due_day) if item.due_day else "",
        )
        for item in now
    )


def _wanted(reads: Snapshot, team: PartnerTeam, accounts: dict[UUID, str]) -> tuple[str, ...]:
    names = people.person_names(reads)
    open_ones = [
        item
        for item in reads.find(WarmIntroduction, from_team_id=team.id)
        if item.asked_day and not item.made_day and item.result is IntroductionResult.OPEN
    ]
    open_ones.sort(key=lambda item: (item.asked_day or date.max, item.id))
    lines = []
    for item in open_ones:
        person = names[item.partner_person_id] if item.partner_person_id else ""
        about = ", ".join(part for part in (person, item.note) if part)
        account = accounts[item.account_id]
        lines.append(f"{account}: {about}" if about else account)
    return tuple(lines)


def _able(reads: Snapshot, team: PartnerTeam) -> tuple[str, ...]:
    """What they said of themselves, the newest first."""
    theirs = [line for line in reads.find(Capability, team_id=team.id) if not line.ours]
    theirs.sort(key=lambda line: (-line.day.toordinal(), line.id))
    return tuple(_able_line(line) for line in theirs)


def _able_line(line: Capability) -> str:
    words = line.text
    if line.kind is CapabilityKind.TREND:
        words = _("Trend: {words}").format(words=words)
    if line.from_days is not None and line.to_days is not None:
        span = _("{words} ({first} to {last} working days)")
        words = span.format(words=words, first=line.from_days, last=line.to_days)
    return f"{words} · {print_day(line.day)}"
