"""The one way a user's file is written: whole, private, or not at all."""

import os
import tempfile
from pathlib import Path

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _

PRIVATE = 0o600


def write_atomically(path: Path, content: bytes) -> None:
    """Write the file with mode 0600, or leave what was there; InputError says why it failed."""
    try:
        _replace(path, content)
    except OSError as error:
        raise _unwritten(path, error) from error


def _unwritten(path: Path, error: OSError) -> InputError:
    return InputError(
        _("“{path}” could not be written: {reason}. What was there is unchanged.").format(
            path=path, reason=error.strerror or error
        ),
        _("Choose another place or free some space, then try again."),
        code="file",
    )


def _replace(path: Path, content: bytes) -> None:
    temporary = _beside(path, content)
    try:
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def write_new(path: Path, content: bytes) -> bool:
    """Write a file that is not there yet, whole and private; False if one is there, untouched."""
    if os.path.lexists(path):
        return False
    try:
        temporary = _beside(path, content)
        try:
            os.link(temporary, path)  # unlike a rename it never takes another's place
        finally:
            os.unlink(temporary)
    except FileExistsError:
        return False
    except OSError as error:
        raise _unwritten(path, error) from error
    return True


def _beside(path: Path, content: bytes) -> str:
    """The content, whole and private, in a file of another name beside its place."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, PRIVATE)
    except BaseException:
        os.unlink(temporary)
        raise
    return temporary


def read_file(path: Path) -> bytes:
    """The bytes of a file a person named; InputError names it if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            _("“{path}” could not be read: {reason}.").format(
                path=path, reason=error.strerror or error
            ),
            _("Check the name and try again."),
            code="file",
        ) from error
