"""The process that fills a person's own template: a brief in, markup out, nothing else in reach.

Runs apart from the program, under limits, and gets everything on standard input: the templates'
texts, the brief, the language. Markup goes to standard output, what went wrong to standard error.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from types import SimpleNamespace, TracebackType
from typing import Any, NoReturn

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from coachdesk.language import gettext, ngettext, use_words
from coachdesk.resources import bind_words

SECONDS = 2.0
MEMORY = 256 * 2**20
MOST_MARKUP = 2_000_000
FAULTY = 3
OPEN, CLOSE = "\x01", "\x02"
"""Around each value put in; the program makes it ready for paper, as it does in ours."""

LINE = "template-line"
_TAG = re.compile(r"<([A-Za-z][\w-]*)(?=[\s/>]|$)")
_END = re.compile(r"</(?=[A-Za-z])")
# Chance has no place on a page, and `lipsum` is a toy.
_NO_GLOBALS, _NO_FILTERS = ("lipsum", "cycler", "joiner"), ("random", "pprint", "xmlattr")
# The line of a loop without end is known only if it is stopped from inside, a little earlier.
_INSIDE = 0.8


class Overrun(Exception):
    """The time was up, or the page too long; the argument says which."""


class Lines(Extension):
    """Writes into each element which line of which template it stands on."""

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """The same tokens, with the lines in the literal ones."""
        for token in stream:
            if token.type == "data":
                yield Token(token.lineno, "data", _with_lines(token, stream.name or ""))
            else:
                yield token


def _with_lines(token: Token, name: str) -> str:
    text = str(token.value)

    def line_at(place: int) -> str:
        return f"{name}:{token.lineno + text.count(chr(10), 0, place)}"

    marked, end = [], 0
    for found in re.finditer(f"{_TAG.pattern}|{_END.pattern}", text):
        marked.append(text[end : found.start()])
        if found[1]:
            marked.append(f'<{found[1]} {LINE}="{line_at(found.start())}"')
        else:
            marked.append(f"<?{LINE} {line_at(found.start())}?></")
        end = found.end()
    return "".join(marked) + text[end:]


class Missing(StrictUndefined):
    """A field that is not there; its message is the name, and those that are there instead."""

    @property
    def _undefined_message(self) -> str:
        there = getattr(self._undefined_obj, "__dict__", {})
        return json.dumps([str(self._undefined_name), sorted(there)])


def fill(asked: dict[str, Any]) -> Iterator[str]:
    """The markup, piece by piece."""
    sources: dict[str, str] = asked["sources"]
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: _source(sources, name)),
        extensions=[Lines],
        autoescape=True,
        undefined=Missing,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in _NO_GLOBALS:
        del environment.globals[name]
    for name in _NO_FILTERS:
        del environment.filters[name]
    environment.globals["_"] = gettext
    environment.globals["ngettext"] = ngettext
    room = MOST_MARKUP
    pieces = environment.get_template(asked["name"]).generate(vars(asked["values"]))
    for piece in pieces:
        room -= len(piece)
        if room < 0:  # thrown in, so that it names the line
            pieces.throw(Overrun("size"))  # type: ignore[attr-defined]
        yield piece


def _source(sources: dict[str, str], name: str) -> tuple[str, str, None] | None:
    return (sources[name], name, None) if name in sources else None


def _finalize(value: object) -> object:
    if isinstance(value, str) and not isinstance(value, Markup):
        return f"{OPEN}{value.replace(OPEN, ' ').replace(CLOSE, ' ')}{CLOSE}"
    return value


def main() -> int:
    """Fill what is asked on standard input; the exit status says whether it went well."""
    _stop_in_time()
    asked = json.load(sys.stdin.buffer)
    values = asked["values"] = _records(asked["values"])
    bind_words(asked["language"])
    use_words(*asked["words"])
    try:
        found = "".join(fill({**asked, "values": values}))
    except RecursionError as error:
        return _say(error, "depth", "")
    except MemoryError as error:
        return _say(error, "memory", "")
    except TemplateSyntaxError as error:
        return _say(error, "syntax", error.message or "", error.name or asked["name"], error.lineno)
    except TemplateNotFound as error:
        return _say(error, "include", str(error.name))
    except UndefinedError as error:
        return _say(error, "field", error.message or "")
    except SecurityError as error:
        return _say(error, "forbidden", "")
    except Overrun as error:
        return _say(error, str(error), "")
    # A template may do anything wrong that an expression can.
    except Exception as error:
        return _say(error, "wrong", f"{type(error).__name__}: {error}")
    sys.stdout.buffer.write(found.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
    return 0


def _records(value: object) -> Any:
    """Objects by their fields' names, so that no field hides behind a method of a dict."""
    if isinstance(value, dict):
        return SimpleNamespace(**{name: _records(each) for name, each in value.items()})
    return [_records(each) for each in value] if isinstance(value, list) else value


def _say(
    error: BaseException, kind: str, words: str, name: str = "", line: int | None = None
) -> int:
    if not name:
        name, line = _place(error.__traceback__)
    told = {"kind": kind, "words": words[:2000], "name": name, "line": line or 0}
    sys.stderr.write(json.dumps(told))
    return FAULTY


def _place(traceback: TracebackType | None) -> tuple[str, int]:
    """The innermost template in the traceback, and its line."""
    found = ("", 0)
    while traceback is not None:
        name = traceback.tb_frame.f_code.co_filename
        if name.endswith(".xml"):
            found = (name, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found


def _stop_in_time() -> None:
    """Limits of this process, where the system has them; the program stops it in any case."""
    import signal

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _ring)
        signal.setitimer(signal.ITIMER_REAL, SECONDS * _INSIDE)
    try:
        import resource
    except ImportError:
        return
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, int(SECONDS) + 1),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        hard = resource.getrlimit(limit)[1]
        if hard == resource.RLIM_INFINITY or hard > most:
            try:
                resource.setrlimit(limit, (most, most))
            except (OSError, ValueError):
                continue


def _ring(_number: int, _frame: object) -> NoReturn:
    raise Overrun("time")
