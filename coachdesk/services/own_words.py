"""The team's word for a rep, and the words a manager keeps ready: steps and subjects."""

from collections.abc import Sequence
from dataclasses import replace

from coachdesk.domain.people import Workspace, WorkspaceSettings
from coachdesk.language import gettext as _
from coachdesk.language import use_words
from coachdesk.store.queries.asks import subjects_asked
from coachdesk.store.queries.people import workspace, workspaces
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork

MOST_SUBJECTS = 8


def rep_words(reads: Snapshot) -> tuple[str, str]:
    """What the team calls one rep and several."""
    settings = _settings(reads)
    return settings.rep_word, settings.reps_word


def speak_own_words(reads: Snapshot) -> bool:
    """Use the store's word for a rep from now on; says whether it was another one before."""
    return use_words(*rep_words(reads))


def set_rep_word(work: UnitOfWork, singular: str, plural: str) -> Workspace:
    """Call a rep something else on screen, in print and on the command line."""
    return _set(work, rep_word=_trimmed(singular), reps_word=_trimmed(plural))


def accountability_steps(reads: Snapshot) -> tuple[str, ...]:
    """The manager's own steps before and after a requirement; none are shipped."""
    return _settings(reads).accountability_steps


def set_accountability_steps(work: UnitOfWork, lines: Sequence[str]) -> Workspace:
    """Write the steps anew, one a line; empty lines are left out."""
    steps = tuple(step for step in map(_trimmed, lines) if step)
    return _set(work, accountability_steps=steps)


def ready_subjects(reads: Snapshot) -> tuple[str, ...]:
    """Subjects for a request: the seed's example, then the manager's own, used most first."""
    ready = _("Keep the CRM current")
    own = [s for s in subjects_asked(reads) if s.casefold() != ready.casefold()]
    return (ready, *own[:MOST_SUBJECTS])


def _settings(reads: Snapshot) -> WorkspaceSettings:
    found = workspaces(reads)
    return found[0].settings if found else WorkspaceSettings()


def _set(work: UnitOfWork, **changed: object) -> Workspace:
    space = workspace(work)
    settings = replace(space.settings, **changed)  # type: ignore[arg-type]
    return space if settings == space.settings else work.put(replace(space, settings=settings))


def _trimmed(typed: str) -> str:
    return " ".join(typed.split())
