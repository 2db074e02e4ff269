"""What was typed into a form of ours: the fields' texts by name, and nothing else of the file.

A PDF that comes back from somebody is a stranger's file. Only the fields are looked at: scripts,
actions and attached files are never opened, and what unpacks to more than a form can hold is
refused.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice

import pikepdf
from pikepdf import settings

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _

LARGEST = 8_000_000
MOST_UNPACKED = 32_000_000
MOST_FIELDS, DEEPEST = 500, 4
LONGEST_READ = 20_000
_OURS = re.compile(r"coachdesk_([0-9A-Z]{4})_([0-9a-f]{32})_(\w{2,80})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledForm:
    """A form as it came back: its code, the talk it was made for, and the answers by their key."""

    code: str
    talk: str
    answers: dict[str, str]


def read_filled(pdf: bytes) -> FilledForm:
    """The answers of a filled-in form; InputError says in one sentence what is wrong."""
    if len(pdf) > LARGEST:
        raise too_large()
    settings.set_qpdf_limits(flate_max_memory=MOST_UNPACKED, run_length_max_memory=MOST_UNPACKED)
    try:
        with pikepdf.open(BytesIO(pdf)) as document:
            found = dict(islice(_texts(document), MOST_FIELDS))
    except pikepdf.PasswordError as error:
        raise _refused(_("This PDF is locked with a password."), "locked") from error
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError, KeyError, RuntimeError) as e:
        raise _refused(_("This file is no PDF that can be read."), "damaged") from e
    return _ours(found)


def too_large() -> InputError:
    """Why a file is not even opened."""
    return _refused(_("This file is too large for a form."), "large")


def _ours(found: dict[str, str]) -> FilledForm:
    """The fields that are ours; those of two forms in one file are refused."""
    matches = {name: match for name in found if (match := _OURS.fullmatch(name))}
    forms = {match.group(1, 2) for match in matches.values()}
    if not forms:
        raise _refused(_("This is not a form of Coachdesk with fields to fill in."), "no_form")
    if len(forms) > 1:
        raise _refused(_("This file holds more than one form."), "no_form")
    ((code, talk),) = forms
    answers = {match.group(3): found[name] for name, match in matches.items()}
    return FilledForm(code=code, talk=talk, answers=answers)


def _texts(document: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """Names and texts of the fields, also of those that another program put into groups."""
    form = document.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary):
        return
    waiting = [(field, "", 0) for field in _several(form.get("/Fields"))]
    for _count in range(MOST_FIELDS):
        if not waiting:
            return
        field, above, depth = waiting.pop(0)
        if not isinstance(field, pikepdf.Dictionary):
            continue
        name = ".".join(part for part in (above, _text(field.get("/T"))) if part)
        if "/V" in field:
            yield name.rpartition(".")[2], _text(field.get("/V"))
        if depth < DEEPEST:
            waiting += [(kid, name, depth + 1) for kid in _several(field.get("/Kids"))]


def _several(value: object) -> list[object]:
    return list(islice(value, MOST_FIELDS)) if isinstance(value, pikepdf.Array) else []


def _text(value: object) -> str:
    """A text of the file with its line breaks as one sign; anything else is no text."""
    if isinstance(value, pikepdf.Array) and len(value):
        value = value[0]
    if not isinstance(value, pikepdf.String):
        return ""
    try:
        text = str(value)
    except UnicodeDecodeError:
        text = bytes(value).decode("utf-16", "replace")
    text = re.sub(r"\r\n?|[\u2028\u2029]", "\n", text[:LONGEST_READ])
    return "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc")


def _refused(message: str, code: str) -> InputError:
    return InputError(
        message, _("Choose the PDF that was saved after it was filled in."), code=code
    )
