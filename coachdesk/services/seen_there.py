"""A line written where something was seen: whom it is about, where and when are known already."""

from dataclasses import replace
from datetime import date
from typing import Protocol

from coachdesk.domain.entity import Id
from coachdesk.domain.people import Account, PartnerTeam, Rep
from coachdesk.domain.reading import Reading
from coachdesk.services.capture import LONGEST_LINE
from coachdesk.store.snapshot import Snapshot


class There(Protocol):
    """A joint visit or a joint meeting: one rep, one customer, one day."""

    @property
    def rep_id(self) -> Id[Rep]:
        """Whom the manager watches."""

    @property
    def account_id(self) -> Id[Account]:
        """Where."""

    @property
    def team_id(self) -> Id[PartnerTeam] | None:
        """Which partner team is along."""

    @property
    def day(self) -> date:
        """When."""


def is_about_another(reading: Reading, there: There) -> bool:
    """Whether the line names somebody else."""
    return reading.rep not in (None, there.rep_id)


def is_of_another_day(reading: Reading, there: There) -> bool:
    """Whether the line names another day."""
    return reading.day_given and reading.day != there.day


def seen_there(reads: Snapshot, there: There, reading: Reading) -> Reading:
    """The line with rep, customer, team and day of where it was written."""
    names_other = reading.account is not None or reading.new_account
    return replace(
        reading,
        line=_whole_line(reads, there, reading),
        rep=there.rep_id,
        account=reading.account if names_other else there.account_id,
        team=reading.team or (None if reading.person else there.team_id),
        day=there.day,
        missing=tuple(part for part in reading.missing if part != "rep"),
        questions=tuple(asked for asked in reading.questions if asked.kind != "rep"),
    )


def _whole_line(reads: Snapshot, there: There, reading: Reading) -> str:
    """The line as it would be typed elsewhere, so that the Inbox can complete it."""
    if reading.private:
        return reading.line
    words = [there.day.isoformat(), reading.line.strip()]
    if reading.rep is None:
        words.insert(0, reads.get(Rep, there.rep_id).name)
    names_customer = reading.account is not None or reading.new_account
    if not names_customer and all(asked.kind != "account" for asked in reading.questions):
        words.append(f'@"{reads.get(Account, there.account_id).name}"')
    whole = " ".join(words)
    return whole if len(whole) <= LONGEST_LINE else reading.line
