"""Documents on disk: written whole, then remembered as printed."""

from pathlib import Path
from uuid import UUID

from coachdesk.domain.errors import InputError
from coachdesk.domain.vocabulary import PrintMeans
from coachdesk.language import gettext as _
from coachdesk.services.desk import Desk
from coachdesk.services.documents import Printed, print_form, print_summary, record_summary
from coachdesk.store.files import write_atomically
from coachdesk.views.briefs import Paper


def refuse_store(desk: Desk, path: Path) -> None:
    """A document never takes the place of the store it is made from (InputError)."""
    if path.exists() and path.samefile(desk.store.path):
        raise InputError(
            _("“{file}” is the store itself; nothing was written.").format(file=path.name),
            _("Choose another name."),
            code="file",
        )


def write_named(desk: Desk, path: Path, content: bytes) -> None:
    """Write a file where the person said; InputError, and nothing lost, if it cannot be."""
    try:
        refuse_store(desk, path)
        write_atomically(path, content)
    except OSError as error:
        raise InputError(
            _("“{file}” could not be written: {reason}.").format(
                file=path.name, reason=error.strerror or type(error).__name__
            ),
            _("Choose another place; what was there stays."),
            code="file",
        ) from error


def save_summary(desk: Desk, session_id: UUID, path: Path, paper: Paper | None = None) -> Printed:
    """Write a talk's summary to that path; what was there stays if it fails."""
    refuse_store(desk, path)
    printed = print_summary(desk, session_id, paper=paper)
    write_atomically(path, printed.content)
    record_summary(desk, session_id, printed, PrintMeans.FILE)
    return printed


def save_summary_into(desk: Desk, session_id: UUID, folder: Path) -> tuple[Path, Printed]:
    """Write a talk's summary into a folder, under a name made of rep and day."""
    printed = print_summary(desk, session_id)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / printed.file_name
    write_atomically(path, printed.content)
    record_summary(desk, session_id, printed, PrintMeans.FILE)
    return path, printed


def save_form(desk: Desk, rep_id: UUID | None, path: Path, paper: Paper | None = None) -> Printed:
    """Write a new observation form to that path."""
    refuse_store(desk, path)
    printed = print_form(desk, rep_id, means=PrintMeans.FILE, paper=paper)
    write_atomically(path, printed.content)
    return printed
