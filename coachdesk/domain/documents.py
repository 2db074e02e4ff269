"""Records of what was printed and of what waits for a printer."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from coachdesk.domain.entity import Between, Entity, Id, Length
from coachdesk.domain.vocabulary import DocumentKind, PrintMeans, QueueState, SubjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDocument(Entity):
    """One printed file; the only place that knows form numbers. Never undone."""

    id: Id["PrintedDocument"]
    kind: DocumentKind
    subject_kind: SubjectKind | None = None
    subject_id: UUID | None = None
    day: date
    means: PrintMeans
    form_number: Annotated[int, Between(0, 29_790)] | None = None
    sha256: Annotated[str, Length(64, 64)]
    content_version: Annotated[int, Between(1, 1_000_000)] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintQueueItem(Entity):
    """A page to print when a printer is near."""

    id: Id["PrintQueueItem"]
    kind: DocumentKind
    subject_kind: SubjectKind | None = None
    subject_id: UUID | None = None
    asked_day: date
    copies: Annotated[int, Between(1, 20)] = 1
    state: QueueState = QueueState.WAITING
