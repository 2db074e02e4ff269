"""Opportunities and activities as lists show them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coachdesk.domain.vocabulary import (
    ActivityKind,
    ActivityOutcome,
    OpportunityResult,
    SelectionStage,
)
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.activity_words import kind_title, outcome_title
from coachdesk.views.dates import near_day
from coachdesk.views.deal_words import result_title


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityLine:
    """One opportunity: open at a stage, or decided and perhaps looked back on."""

    id: UUID
    account_id: UUID
    title: str
    account: str
    stage: SelectionStage | None
    stage_title: str
    opened_day: date
    closed_day: date | None
    result: OpportunityResult
    activities: int
    tangible: str = ""
    intangible: str = ""
    collaboration: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it goes on."""
        return self.result is OpportunityResult.OPEN

    @property
    def may_be_reviewed(self) -> bool:
        """Whether it was won or lost."""
        return self.result in (OpportunityResult.WON, OpportunityResult.LOST)

    @property
    def is_reviewed(self) -> bool:
        """Whether something was written about why."""
        return bool(self.tangible or self.intangible or self.collaboration)

    def days(self, as_of: date) -> int:
        """From its first day to its last, or to today."""
        return ((self.closed_day or as_of) - self.opened_day).days

    def when(self, as_of: date) -> str:
        """ "open for 12 days", or "won 29 Jan after 68 days"."""
        n = self.days(as_of)
        if self.is_open and not n:
            return _("open since today")
        if self.is_open:
            return ngettext("{n} day open", "{n} days open", n).format(n=n)
        return ngettext("{how} {day} after {n} day", "{how} {day} after {n} days", n).format(
            how=result_title(self.result), day=near_day(self.closed_day or as_of, as_of), n=n
        )

    def status(self) -> str:
        """The stage of an open one; of a decided one its review, or what is missing."""
        done = ngettext("{n} activity", "{n} activities", self.activities).format(n=self.activities)
        done = done if self.activities else _("no activity noted")
        if self.is_open:
            return f"{self.stage_title} · {done}"
        if not self.may_be_reviewed:
            return done
        if not self.is_reviewed:
            return _("review it in two minutes")
        return self.tangible or self.intangible or self.collaboration

    def words(self, as_of: date) -> str:
        """The line in a sentence."""
        return _("{account}, {title}: {when}; {status}").format(
            account=self.account, title=self.title, when=self.when(as_of), status=self.status()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLine:
    """One activity, with the customer's stage as it is known now."""

    id: UUID
    rep_id: UUID
    name: str
    account_id: UUID
    account: str
    opportunity_id: UUID | None
    opportunity: str
    stage: SelectionStage | None
    day: date
    kind: ActivityKind
    prepared: bool
    outcome: ActivityOutcome

    @property
    def has_outcome(self) -> bool:
        """Whether somebody noted what it led to."""
        return self.outcome is not ActivityOutcome.NONE_RECORDED

    @property
    def what(self) -> str:
        """ "Visit · Northgate Bottling · Line 2 renewal"."""
        parts = (kind_title(self.kind), self.account, self.opportunity)
        return " · ".join(part for part in parts if part)

    @property
    def result(self) -> str:
        """What it led to."""
        return outcome_title(self.outcome)

    def words(self, as_of: date) -> str:
        """The line in a sentence."""
        prepared = _("prepared") if self.prepared else _("not prepared")
        return _("{day}, {name}, {what}, {prepared}: {result}").format(
            day=near_day(self.day, as_of),
            name=self.name,
            what=self.what,
            prepared=prepared,
            result=self.result,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpportunityChoice:
    """An opportunity an activity may belong to."""

    id: UUID
    account_id: UUID
    title: str
    is_open: bool
