"""The language of a store, on screen and in print, and the paper it prints on."""

from dataclasses import replace

from coachdesk.domain.errors import InputError
from coachdesk.domain.people import Workspace
from coachdesk.domain.vocabulary import Paper
from coachdesk.language import gettext as _
from coachdesk.resources import ENGLISH, bind_words, language_of, languages, locale_in_use
from coachdesk.store.queries.people import workspace, workspaces
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork


def locale_of(reads: Snapshot) -> str | None:
    """The language of the store's workspace; None while it has none."""
    found = workspaces(reads)
    return found[0].locale if found else None


def speak_language(reads: Snapshot) -> bool:
    """Use the store's language from now on; says whether it was another one before."""
    wanted = locale_of(reads)
    if wanted is None or wanted == locale_in_use():
        return False
    before = language_of(locale_in_use())
    bind_words(wanted)
    return language_of(wanted) != before


def speaks(reads: Snapshot) -> str:
    """The language of ours that the store is shown in."""
    return language_of(locale_of(reads) or ENGLISH)


def set_language(work: UnitOfWork, locale: str) -> Workspace:
    """Show and print everything in one of our languages; what was typed stays as it is."""
    if locale not in languages():
        raise InputError(
            _("There is no language “{locale}” here.").format(locale=locale),
            _("Choose one of: {names}.").format(names=", ".join(languages())),
            code="language",
        )
    space = workspace(work)
    return space if space.locale == locale else work.put(replace(space, locale=locale))


def prints_on(reads: Snapshot) -> Paper:
    """The paper of the workspace."""
    return workspace(reads).paper


def set_paper(work: UnitOfWork, paper: Paper) -> Workspace:
    """Print on this paper from now on."""
    space = workspace(work)
    return space if space.paper == paper else work.put(replace(space, paper=paper))
