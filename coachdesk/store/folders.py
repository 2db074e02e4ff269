"""A folder of files written for a person: whole, private, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _
from coachdesk.store.files import PRIVATE


def write_folder(path: Path, files: Mapping[str, bytes], *, mark: str) -> None:
    """Write a folder with mode 0700, or leave what was there; InputError says why it failed.

    An existing folder is replaced only if it is empty or one of ours: `mark` is in it, and no file
    that we would not write.
    """
    try:
        _refuse_foreign(path, files, mark)
        _replace(path, files)
    except OSError as error:
        raise InputError(
            _("“{path}” could not be written: {reason}. What was there is unchanged.").format(
                path=path, reason=error.strerror or error
            ),
            _("Choose another place or free some space, then try again."),
            code="file",
        ) from error


def _refuse_foreign(path: Path, files: Mapping[str, bytes], mark: str) -> None:
    if not os.path.lexists(path):
        return
    if path.is_dir() and not path.is_symlink():
        there = {entry.name for entry in path.iterdir()}
        if not there or (mark in there and there <= set(files)):
            return
    raise InputError(
        _("“{path}” is there already and holds something else; nothing was written.").format(
            path=path
        ),
        _("Choose another name."),
        code="file",
    )


def _replace(path: Path, files: Mapping[str, bytes]) -> None:
    """Build the folder beside its place; at any moment the old one or the new one is whole."""
    made = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name[:40]}."))
    try:
        for name, content in files.items():
            _write(made / name, content)
        if path.exists():
            aside = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name[:40]}.old."))
            os.replace(path, aside / "old")
            try:
                os.replace(made, path)
            except OSError:
                os.replace(aside / "old", path)
                raise
            finally:
                shutil.rmtree(aside, ignore_errors=True)
        else:
            os.replace(made, path)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
