"""A store with a word in every place, and talks that are held in it for one look only."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from coachdesk.domain.change_stories import AdoptionConcern
from coachdesk.domain.joint_meetings import JointMeeting
from coachdesk.domain.people import PartnerTeam, Rep
from coachdesk.domain.shares import Share
from coachdesk.domain.talks import CoachingSession, SessionNote
from coachdesk.domain.vocabulary import NoteMark, ShareKind, TalkState
from coachdesk.services.desk import Desk
from coachdesk.services.opening import build_store
from coachdesk.services.sample import load_sample
from coachdesk.store.opening import open_store
from coachdesk.store.schema import BINDINGS
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.briefs import SECTION_FIELDS, Paper
from tests.privacy.pages import OF_A_REP, Owners, Page, page_of, summary
from tests.privacy.planting import Garden
from tests.privacy.rows import X, add_missing, in_order, private_rows, vary
from tests.store.making import FakeClock

T = TypeVar("T")
HELD = (TalkState.HELD, TalkState.WRAPPED_UP)
PAPERS: tuple[Paper, ...] = ("A4", "Letter")
OTHERS = "fydegfydegb"


@dataclass(frozen=True, slots=True)
class PlantedStore:
    """The store, the words in it, and whose each row is."""

    desk: Desk
    garden: Garden
    owners: Owners

    @classmethod
    def build(cls, path: Path, seed: int) -> "PlantedStore":
        """The sample team with every text replaced; what it is made of is chosen by chance."""
        garden, clock = Garden(Random(seed)), FakeClock()
        build_store(path, clock, lambda desk: desk.load(_fill, garden))
        desk = Desk(open_store(path, now=clock()), clock)
        return cls(desk, garden, desk.ask(Owners.read))

    def pages(self, seed: int, *, with_another: bool) -> list[Page]:
        """The summary of a talk that only this look sees, and one other document of that day."""
        return self.looked(partial(_hold, self.garden, Random(seed), with_another))

    def looked(self, look: Callable[[UnitOfWork], T]) -> T:
        """What is seen when all is as the look makes it; afterwards it never was."""
        seen: list[T] = []

        def write_and_take_back(work: UnitOfWork) -> None:
            seen.append(look(work))
            raise _NeverWasError

        with suppress(_NeverWasError):
            self.desk.load(write_and_take_back)
        return seen[0]

    def strangers(self, page: Page, words: set[str]) -> list[str]:
        """The places of those words that have no business on that page."""
        planted = (self.garden.words[word] for word in words)
        return sorted(each.place for each in planted if not self.owners.may_stand(each, page))


class _NeverWasError(Exception):
    """Takes back all that was written for one look."""


def _fill(work: UnitOfWork, garden: Garden) -> None:
    load_sample(work)
    add_missing(work)
    vary(work, garden.random)
    for binding in BINDINGS:
        for row in in_order(work, binding.kind):
            work.put(garden.planted(row))


def _hold(garden: Garden, random: Random, with_another: bool, work: UnitOfWork) -> list[Page]:
    garden.random = random
    talk = _some_talk(work, random)
    rep = work.get(Rep, talk.rep_id)
    for row in [talk, *_printing_rows(work, talk, random), *private_rows(work, rep, talk)]:
        work.put(garden.planted(row))
    _leave_gaps(work, work.get(CoachingSession, talk.id), random)
    paper = random.choice(PAPERS)
    drawn = [summary(work, talk, paper)]
    if with_another:
        drawn.append(_another(work, rep, random, paper))
    return drawn


def _some_talk(work: UnitOfWork, random: Random) -> CoachingSession:
    """One of the talks, held or wrapped up, with some of its sections and entries left out."""
    talk: CoachingSession = random.choice(
        [each for each in in_order(work, CoachingSession) if each.state in HELD]
    )
    sections = random.sample(sorted(SECTION_FIELDS), random.choice([0, 3, 6, 9]))
    wrapped = random.random() < 0.7
    return replace(
        talk,
        state=TalkState.WRAPPED_UP if wrapped else TalkState.HELD,
        wrapped_up_on=talk.day + timedelta(days=random.choice([0, 1])) if wrapped else None,
        left_out=tuple(sections),
        received_on=None,
    )


def _printing_rows(work: UnitOfWork, talk: CoachingSession, random: Random) -> Iterator[Any]:
    """What prints only if the manager said so, said so or not."""
    for order in range(random.randint(0, 4)):
        yield SessionNote(
            id=work.new_id(SessionNote),
            session_id=talk.id,
            order=900 + order,
            time=talk.start or work.now.time(),
            mark=random.choice([NoteMark.NONE, NoteMark.ASK]),
            text=X,
            print=random.random() < 0.5,
        )
    for kind in random.sample(list(ShareKind), random.randint(0, 3)):
        yield Share(
            id=work.new_id(Share),
            rep_id=talk.rep_id,
            kind=kind,
            text=X,
            day=talk.day,
            print=random.random() < 0.5,
        )
    yield AdoptionConcern(
        id=work.new_id(AdoptionConcern),
        rep_id=talk.rep_id,
        day=talk.day,
        concern="A worry in words",
        answer=X,
        print=random.random() < 0.5,
    )


def _leave_gaps(work: UnitOfWork, talk: CoachingSession, random: Random) -> None:
    """Where words are missing others step in: printed lines, the comment of an observation."""
    work.put(
        replace(
            talk,
            summary=random.choice(["", talk.summary]),
            rep_words=random.choice(["", talk.rep_words]),
            expectation=random.choice(["", talk.expectation]),
        )
    )


def _another(reads: Snapshot, rep: Rep, random: Random, paper: Paper) -> Page:
    letter = random.choice(OTHERS)
    if letter in OF_A_REP:
        return page_of(reads, letter, rep.id, paper)
    kind: type[Any] = JointMeeting if letter == "g" else PartnerTeam
    found = sorted(reads.find(kind), key=lambda row: row.id)
    return page_of(reads, letter, random.choice(found).id, paper)
