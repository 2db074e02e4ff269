"""A person's own templates: read from their folder, filled in a process apart, checked, parsed."""

import difflib
import json
import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import markupsafe

from coachdesk.language import gettext as _
from coachdesk.language import words_in_use
from coachdesk.reports import apart
from coachdesk.reports.scripts import printable
from coachdesk.reports.template_child import CLOSE, FAULTY, LINE, OPEN, SECONDS
from coachdesk.reports.template_elements import what_is_wrong
from coachdesk.resources import locale_in_use, resource

OURS = "ours/"
"""Before a name: our template, also where the person has one of that name."""

MOST_FILES, MOST_BYTES = 60, 256 * 1024
_NAME = re.compile(r"[\w-]{1,60}\.xml", re.ASCII)
_PUT_IN = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_SEEN_AT = re.compile(rf'{LINE}(?:="| )([\w/-]+\.xml):(\d+)')


class TemplateFault(Exception):
    """Why a template of the person's makes no page: “summary.xml, line 12: …”."""

    def __init__(self, name: str, line: int, words: str) -> None:
        where = _("{file}, line {line}").format(file=name, line=line) if line else name
        super().__init__(_("{where}: {words}").format(where=where, words=words))


def has_own(folder: Path | None, name: str) -> bool:
    """Whether the person has a template of that name, readable or not."""
    return folder is not None and os.path.lexists(folder / name)


def fill_own(folder: Path, name: str, values: Mapping[str, Any]) -> Element:
    """The markup of the person's template, filled; TemplateFault says what is wrong with it."""
    markup = _filled_apart(_sources(folder, name), name, values)
    markup = _PUT_IN.sub(_ready_for_paper, markup)
    document = _parsed(markup, name)
    lines = _lines_of(document)
    wrong = what_is_wrong(document, name)
    if wrong is not None:
        file, _colon, line = lines.get(wrong.element, "").partition(":")
        raise TemplateFault(file or name, int(line or 0), wrong.words)
    return document


def _lines_of(document: Element) -> dict[Element, str]:
    """Where each element was written, “summary.xml:12”; one that was put in stands at its parent’s.

    The markup is free of it afterwards: it is that of our templates.
    """
    found = {document: document.attrib.pop(LINE, "")}
    for parent in document.iter():
        for child in parent:
            found[child] = child.attrib.pop(LINE, "") or found[parent]
    return found


def _sources(folder: Path, name: str) -> dict[str, str]:
    """The texts a template may use: those of its folder, and ours."""
    ours = {path.name: path.read_text("utf-8") for path in resource("templates").glob("*.xml")}
    found = {OURS + each: text for each, text in ours.items()} | ours
    own = sorted(path for path in folder.glob("*.xml") if _NAME.fullmatch(path.name))
    for path in own[:MOST_FILES]:
        if path.name == name or not path.is_symlink():
            found[path.name] = _text_of(path)
    return found


def _text_of(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        raise TemplateFault(
            path.name, 0, _("this is a link or no file; copy the file itself here.")
        )
    try:
        content = path.read_bytes()
        if len(content) > MOST_BYTES:
            words = _("this is longer than {n} kB.").format(n=MOST_BYTES // 1024)
            raise TemplateFault(path.name, 0, words)
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TemplateFault(path.name, line, _("this is not UTF-8 text.")) from error
    except OSError as error:
        words = _("this cannot be read: {reason}.").format(reason=error.strerror or error)
        raise TemplateFault(path.name, 0, words) from error


def _filled_apart(sources: Mapping[str, str], name: str, values: Mapping[str, Any]) -> str:
    asked = {
        "name": name,
        "sources": sources,
        "values": {key: plain(value) for key, value in values.items()},
        "language": locale_in_use(),
        "words": words_in_use(),
    }
    try:
        done = subprocess.run(
            apart.command(),
            input=json.dumps(asked).encode("ascii"),
            capture_output=True,
            timeout=SECONDS,
            env=apart.environment(),
            cwd=resource("templates"),
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired as error:
        raise TemplateFault(name, 0, _took_too_long()) from error
    except OSError as error:
        words = _("it could not be filled here: {reason}.").format(reason=error.strerror or error)
        raise TemplateFault(name, 0, words) from error
    if done.returncode == 0:
        return done.stdout.decode("utf-8")
    raise _fault(name, done.returncode, done.stderr)


def plain(value: object) -> Any:
    """A brief as JSON values, with what its records say of themselves."""
    if is_dataclass(value) and not isinstance(value, type):
        said = [n for n, each in vars(type(value)).items() if isinstance(each, property)]
        names = [field.name for field in fields(value)] + said
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value


def _ready_for_paper(found: re.Match[str]) -> str:
    return str(markupsafe.escape(printable(unescape(found[1]))))


def _parsed(markup: str, name: str) -> Element:
    at = markup.find("<!DOCTYPE")
    if at >= 0:
        raise TemplateFault(*_before(markup, at, name), _("a template has no <!DOCTYPE>."))
    try:
        return ElementTree.fromstring(markup)
    except ElementTree.ParseError as error:
        line, column = error.position
        starts = [0, *(found.end() for found in re.finditer("\n", markup))]
        at = starts[line - 1] + column if line <= len(starts) else len(markup)
        words = _("an element is not closed, or not written as XML ({reason}).")
        raise TemplateFault(
            *_before(markup, at, name), words.format(reason=str(error).partition(":")[0])
        ) from error


def _before(markup: str, at: int, name: str) -> tuple[str, int]:
    """The template and line of what was written last before that place."""
    found = _SEEN_AT.findall(markup, 0, min(len(markup), at + 1))
    return (found[-1][0], int(found[-1][1])) if found else (name, 0)


def _fault(name: str, status: int, told: bytes) -> TemplateFault:
    try:
        found = json.loads(told) if status == FAULTY else {}
    except ValueError:
        found = {}
    kind, words = found.get("kind", ""), found.get("words", "")
    said = {
        "time": _took_too_long(),
        "memory": _took_too_much(),
        "": _took_too_much(),
        "size": _("it makes a page of more than two million characters."),
        "depth": _("it goes around in circles: a part uses itself."),
        "syntax": _("this cannot be read: {reason}.").format(reason=words.rstrip(".")),
        "include": _("“{name}” is no template of this folder.").format(name=words),
        "forbidden": _("this reaches for something a template may not use."),
        "wrong": _("this cannot be worked out ({reason}).").format(reason=words.rstrip(".")),
        "field": "",
    }.get(kind, _took_too_much())
    if kind == "field":
        said = _unknown_field(words)
    return TemplateFault(found.get("name") or name, found.get("line", 0), said)


def _unknown_field(told: str) -> str:
    missing, there = json.loads(told)
    near = difflib.get_close_matches(missing, there, n=1)
    if near:
        return _("“{name}” is not a field; is “{near}” meant?").format(name=missing, near=near[0])
    return _("“{name}” is not a field of this document.").format(name=missing)


def _took_too_long() -> str:
    return _("it took longer than {n} seconds.").format(n=int(SECONDS))


def _took_too_much() -> str:
    return _("it used more memory than a page may.")
