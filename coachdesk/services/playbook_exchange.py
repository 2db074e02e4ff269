"""A Playbook passed on as a file, and one that comes back: shown first, then taken as chosen."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from coachdesk.domain.errors import InputError, RuleError, UserError
from coachdesk.domain.people import Rep
from coachdesk.domain.playbook_content import Content
from coachdesk.domain.playbook_difference import Difference, compare, ref, to_choose
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk
from coachdesk.services.playbook_content import shared_content, whole_content
from coachdesk.services.playbook_file import ENDING, playbook_text
from coachdesk.services.playbook_reading import read_playbook
from coachdesk.services.playbook_taking import take_item
from coachdesk.services.roster_files import naming
from coachdesk.services.saved_files import write_named
from coachdesk.services.wordings import playbook_of
from coachdesk.store.files import read_file
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.playbook_difference import Compared, compared, part_words

# Two hundred questions and every text at its longest are far below this.
MOST_BYTES = 1_000_000


def save_playbook(desk: Desk, path: Path) -> Content:
    """Write the Playbook where the person said, readable by that person alone."""
    content = desk.ask(shared_content)
    write_named(desk, path, playbook_text(content, desk.as_of).encode("utf-8"))
    return content


def names_passed_on(reads: Snapshot) -> tuple[tuple[str, str], ...]:
    """Reps that the manager named in words of the Playbook: the name, and the item it is in."""
    names = {name for rep in reads.find(Rep) for name in (rep.first_name, rep.last_name) if name}
    found: dict[str, str] = {}
    for item in shared_content(reads).items:
        said = set(re.findall(r"\w+", " ".join(item.words)))
        for name in sorted(names - found.keys()):
            if said.issuperset(re.findall(r"\w+", name)):
                found[name] = item.title or part_words(item.part)
    return tuple(found.items())


def playbook_in(path: Path) -> Content:
    """What the file says; InputError names the file, the line and the field."""
    with naming(path):
        # Looked at before it is read: a film chosen by mistake would fill the memory.
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise InputError(
                _("This file is too long for a Playbook."),
                _("Choose the file that “Export the playbook” wrote."),
                code="E-PBK-01",
            )
        content = read_file(path)
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise InputError(
                _("Line {n}, there is a character that is not UTF-8.").format(n=line),
                _("Save the file as UTF-8."),
                code="E-PBK-01",
            ) from None
        return read_playbook(text)


def differences(reads: Snapshot, theirs: Content) -> tuple[Difference, ...]:
    """Item by item, what is the same, new, other, or only mine."""
    shared = {(item.part, item.key) for item in shared_content(reads).items}
    return tuple(
        each
        for each in compare(whole_content(reads), theirs)
        if each.theirs is not None or ref(each) in shared
    )


def beside_mine(reads: Snapshot, theirs: Content) -> Compared:
    """Both Playbooks in words."""
    playbook = playbook_of(reads)
    titles: dict[str, str] = {key: each.short_title for key, each in playbook.behaviours.items()}
    titles |= {key: each.title for key, each in playbook.stages.items()}
    return compared(differences(reads, theirs), titles)


def take_playbook(work: UnitOfWork, theirs: Content, chosen: Iterable[Difference]) -> int:
    """Take the chosen items in one change; how many. What is not chosen stays as it is.

    RuleError if nothing is chosen (E-PBK-02), or mine is no longer what was shown (E-PBK-03).
    """
    wanted = {ref(each): each for each in chosen}
    if not wanted:
        raise RuleError(
            "E-PBK-02", _("Nothing is ticked."), _("Tick what you want to take, or leave it.")
        )
    now = {ref(each): each for each in to_choose(differences(work, theirs))}
    for key, each in wanted.items():
        if key not in now or now[key].mine != each.mine:
            raise RuleError(
                "E-PBK-03",
                _("“{title}” was changed since the two were compared.").format(title=each.title),
                _("Open the file again."),
            )
    for key, each in now.items():
        if key in wanted:
            with _about(each):
                take_item(work, each)
    return len(wanted)


@contextmanager
def _about(each: Difference) -> Iterator[None]:
    """A refusal names the item, so that a person can leave it out."""
    step = _("Nothing was taken. Leave this one out, or change it first.")
    try:
        yield
    except RuleError as refusal:
        raise RuleError(refusal.code, _named(each, refusal), step) from refusal
    except InputError as refusal:
        raise InputError(_named(each, refusal), step, code=refusal.code) from refusal


def _named(each: Difference, refusal: UserError) -> str:
    return _("“{title}”: {message}").format(title=each.title, message=refusal.message)


def playbook_file_name(day: date) -> str:
    """What the file is called unless a person says something else."""
    return f"playbook-{day.isoformat()}{ENDING}"
