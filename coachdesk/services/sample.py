"""The sample team, laid out around the day it is loaded on.

The shipped file holds days as offsets from the Monday of the week of loading, ids as short names,
and entities that later versions will know; what this version has no place for is left out.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin
from uuid import UUID, uuid5

from coachdesk.domain.calendar import next_working_day
from coachdesk.domain.entity import Id
from coachdesk.domain.interviews import InterviewSheet
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.monthly_labels import Month
from coachdesk.domain.partner_vocabulary import JointMeetingState
from coachdesk.resources import locale_in_use, resource
from coachdesk.services.documents import fill_past_summaries
from coachdesk.services.labels import evaluate_on
from coachdesk.store.codec import field_hints, from_plain_by
from coachdesk.store.queries.people import workspace
from coachdesk.store.schema import BINDINGS
from coachdesk.store.unit_of_work import UnitOfWork

# Days from the Monday of loading.
EVALUATED_ON = (-30, 0)
NAMESPACE = UUID("8d1f1f0e-6f0c-4d0a-9a55-3b1f7c0d5e21")


@dataclass(frozen=True, slots=True)
class _Reading:
    """Turns the file's days, moments and short ids into real ones."""

    today: date
    zone: tzinfo

    @property
    def monday(self) -> date:
        return self.today - timedelta(days=self.today.weekday())

    def day(self, raw: Any) -> date:
        if raw == "today":
            return self.today
        if raw == "tomorrow":
            return next_working_day(self.today)
        return self.monday + timedelta(days=raw)

    def moment(self, raw: Any) -> datetime:
        day, clock = raw
        local = datetime.combine(self.day(day), time.fromisoformat(clock), self.zone)
        return local.astimezone(UTC)

    def value(self, hint: Any, raw: Any) -> Any:
        """One field's value; unknown kinds of value read as the exchange format does."""
        if raw is None:
            return None
        return _reader(_inside(hint))(self, raw)


def sample_id(name: str) -> UUID:
    """The id the sample's short name always gets."""
    return uuid5(NAMESPACE, name)


def _inside(hint: Any) -> Any:
    if get_origin(hint) is Annotated:
        return _inside(get_args(hint)[0])
    parts = [part for part in get_args(hint) if part is not type(None)]
    if type(None) in get_args(hint) and len(parts) == 1:
        return _inside(parts[0])
    return hint


def _reader(hint: Any) -> Callable[[_Reading, Any], Any]:
    if hint is UUID:
        return lambda _reading, raw: sample_id(raw)
    if hint == int | UUID:
        return lambda _reading, raw: raw if isinstance(raw, int) else sample_id(raw)
    if hint is date:
        return lambda reading, raw: reading.day(raw)
    if hint is datetime:
        return lambda reading, raw: reading.moment(raw)
    if get_origin(hint) is tuple:
        inner = get_args(hint)
        if inner[-1] is Ellipsis:
            return lambda reading, raw: tuple(reading.value(inner[0], item) for item in raw)
        return lambda reading, raw: tuple(
            reading.value(part, item) for part, item in zip(inner, raw, strict=True)
        )
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda _reading, raw: hint(raw)
    if is_dataclass(hint):
        parts = field_hints(_any(hint))
        return lambda reading, raw: _any(hint)(
            **{name: reading.value(parts[name], item) for name, item in raw.items()}
        )
    return lambda _reading, raw: from_plain_by(hint)(raw)


def load_sample(work: UnitOfWork) -> None:
    """Fill an empty store with the sample team, as of the work's day."""
    content = json.loads(resource("content", "demo_team.json").read_text("utf-8"))["entities"]
    reading = _Reading(work.as_of, work.now.tzinfo or UTC)
    for binding in BINDINGS:
        hints = field_hints(_any(binding.kind))
        for row in content.get(binding.key, []):
            fields = {
                name: reading.value(hints[name], raw) for name, raw in row.items() if name in hints
            }
            work.put(binding.kind(**fields))
    # The names and comments are English; everything around them follows the person's language.
    work.put(replace(workspace(work), locale=locale_in_use()))
    _hold_past_meetings(work)
    _order_sheets(work, content)
    _evaluate(work, reading.monday)
    fill_past_summaries(work)


def _hold_past_meetings(work: UnitOfWork) -> None:
    """The file tells only when meetings are; those of days that have passed took place."""
    for meeting in work.find(JointMeeting):
        if meeting.day < work.as_of and meeting.state is JointMeetingState.PLANNED:
            work.put(replace(meeting, state=JointMeetingState.HELD))


def _order_sheets(work: UnitOfWork, content: Mapping[str, Any]) -> None:
    """The file lists an interview's sheets in the order in which they were written."""
    seen: set[str] = set()
    for row in content.get("interview_sheet", []):
        if row["interview_id"] in seen:
            sheet = work.get(InterviewSheet, _id_of(row))
            work.put(replace(sheet, order=2))
        seen.add(row["interview_id"])


def _id_of(row: Mapping[str, Any]) -> Id[InterviewSheet]:
    return sample_id(row["id"])  # type: ignore[return-value]


def _evaluate(work: UnitOfWork, monday: date) -> None:
    """Two evaluations that lie as far apart as months do, whatever the day of loading."""
    settings = workspace(work).settings
    days = (monday + timedelta(days=offset) for offset in EVALUATED_ON)
    evaluate_on(work, [Month(day, settings) for day in days])


def _any(value: Any) -> Any:
    return value
