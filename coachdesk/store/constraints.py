"""Rows of a file that do not fit together: refused by the database, said in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _


@contextmanager
def refused_rows(name: str) -> Iterator[None]:
    """A broken reference or a doubled row becomes an InputError that names the file."""
    try:
        yield
    except IntegrityError as error:
        # SQLite names the rule and the column, never a value.
        raise InputError(
            _("“{file}” holds rows that do not fit together ({reason}).").format(
                file=name, reason=error.orig
            ),
            _("Export it again; nothing was changed."),
            code="format",
        ) from error
