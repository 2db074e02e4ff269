"""Rated events and the figures made from them."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, case, func, select

from coachdesk.domain.people import Settings
from coachdesk.domain.playbook import Playbook
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.store.column_types import id_from
from coachdesk.store.schema import (
    account,
    observation,
    partner_person,
    partner_team,
    rating,
    rep,
    self_rating,
)
from coachdesk.store.snapshot import Snapshot
from coachdesk.views.evidence import Event, LinkFigure, link_figure

WELL = 4
_ORDER = {key.value: n for n, key in enumerate(BehaviourKey)}


@cache
def _events(by_rep: bool) -> Select[Any]:
    statement = (
        select(
            observation.c.id,
            rating.c.id.label("rating_id"),
            observation.c.rep_id,
            rep.c.first_name,
            observation.c.day,
            observation.c.seq,
            rating.c.behaviour_key,
            rating.c.value,
            rating.c.words,
            rating.c.anchor_version,
            self_rating.c.value.label("self_value"),
            observation.c.comment,
            account.c.name.label("account"),
            partner_team.c.name.label("team"),
            partner_person.c.name.label("partner"),
        )
        .join_from(observation, rating, rating.c.observation_id == observation.c.id)
        .join(rep, rep.c.id == observation.c.rep_id)
        .outerjoin(
            self_rating,
            (self_rating.c.observation_id == rating.c.observation_id)
            & (self_rating.c.behaviour_key == rating.c.behaviour_key),
        )
        .outerjoin(account, account.c.id == observation.c.account_id)
        .outerjoin(partner_team, partner_team.c.id == observation.c.team_id)
        .outerjoin(partner_person, partner_person.c.id == observation.c.partner_person_id)
        .where(
            observation.c.state == "saved",
            observation.c.day > bindparam("after", type_=observation.c.day.type),
            observation.c.day <= bindparam("until", type_=observation.c.day.type),
        )
    )
    if by_rep:
        statement = statement.where(
            observation.c.rep_id == bindparam("rep_id", type_=observation.c.rep_id.type)
        )
    return statement


def events(
    reads: Snapshot, playbook: Playbook, *, after: date, until: date, rep_id: UUID | None = None
) -> list[Event]:
    """Rated events with after < day ≤ until, newest first, in the chain's order within one."""
    values: dict[str, Any] = {"after": after, "until": until}
    if rep_id is not None:
        values["rep_id"] = rep_id
    rows = sorted(reads.rows(_events(rep_id is not None), **values), key=_newest_first)
    return [_event(row, playbook) for row in rows]


def _newest_first(row: Any) -> tuple[int, int, int]:
    return (
        -date.fromisoformat(row.day).toordinal(),
        -row.seq,
        _ORDER[row.behaviour_key],
    )


def _event(row: Any, playbook: Playbook) -> Event:
    key = BehaviourKey(row.behaviour_key)
    return Event(
        observation_id=id_from(row.id),
        rating_id=id_from(row.rating_id),
        rep_id=id_from(row.rep_id),
        rep_name=row.first_name,
        day=date.fromisoformat(row.day),
        behaviour=key,
        letter=playbook.behaviours[key].letter,
        behaviour_title=playbook.behaviours[key].title,
        value=row.value,
        words=row.words or row.comment,
        comment=row.comment,
        account=row.account or "",
        team=row.team or "",
        partner=row.partner or "",
        anchor=playbook.wording(key, row.anchor_version).anchors[row.value],
        self_value=row.self_value,
    )


@cache
def _counts() -> Select[Any]:
    well = func.sum(case((rating.c.value >= WELL, 1), else_=0))
    return (
        select(
            observation.c.rep_id, rating.c.behaviour_key, well.label("x"), func.count().label("n")
        )
        .join_from(observation, rating, rating.c.observation_id == observation.c.id)
        .where(
            observation.c.state == "saved",
            observation.c.day > bindparam("after", type_=observation.c.day.type),
            observation.c.day <= bindparam("until", type_=observation.c.day.type),
            observation.c.rep_id.in_(
                bindparam("rep_ids", expanding=True, type_=observation.c.rep_id.type)
            ),
        )
        .group_by(observation.c.rep_id, rating.c.behaviour_key)
    )


def figures(
    reads: Snapshot,
    playbook: Playbook,
    settings: Settings,
    rep_ids: Collection[UUID],
    *,
    until: date | None = None,
    window_days: int | None = None,
    keys: Sequence[BehaviourKey] | None = None,
) -> dict[UUID, tuple[LinkFigure, ...]]:
    """For each rep, the figure of each link in the chain's order (or of `keys`)."""
    last = until or reads.as_of
    days = window_days or settings.level_window_days
    rows = reads.rows(
        _counts(), after=last - timedelta(days=days), until=last, rep_ids=list(rep_ids)
    )
    counts = {(id_from(r.rep_id), BehaviourKey(r.behaviour_key)): (r.x, r.n) for r in rows}
    wanted = keys or tuple(guide.key for guide in playbook.chain)
    return {
        rep_id: tuple(
            _figure(playbook, settings, key, *counts.get((rep_id, key), (0, 0))) for key in wanted
        )
        for rep_id in rep_ids
    }


def _figure(
    playbook: Playbook, settings: Settings, key: BehaviourKey, x: int, n: int
) -> LinkFigure:
    guide = playbook.behaviours[key]
    return link_figure(
        behaviour=key,
        letter=guide.letter,
        title=guide.title,
        short_title=guide.short_title,
        x=x,
        n=n,
        least=settings.min_events,
        certainty=settings.certainty,
    )


@cache
def _last_sequence() -> Select[Any]:
    return select(func.max(observation.c.seq))


def next_sequence(reads: Snapshot) -> int:
    """The sequence number the next observation gets."""
    return (reads.rows(_last_sequence())[0][0] or 0) + 1
