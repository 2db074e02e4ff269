"""The words of the command line: commands, their options, an example for each."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from coachdesk import __version__
from coachdesk.cli.kinds import KINDS
from coachdesk.cli.wrong_words import WrongWords
from coachdesk.domain.import_mapping import TableKind
from coachdesk.language import gettext as _
from coachdesk.views.own_templates import FILES


class Parser(argparse.ArgumentParser):
    """Raises instead of ending the program, so that one place answers."""

    def error(self, message: str) -> NoReturn:
        """Refuse the words, with the way to the help of this command."""
        raise WrongWords(
            _("{message}. See {program} --help.").format(message=message, program=self.prog)
        )


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The options of a call; WrongWords says what cannot be understood."""
    options = _parser().parse_args(words)
    for name, value in (("store", None), ("json", False), ("quiet", False)):
        if not hasattr(options, name):
            setattr(options, name, value)
    return options


def _parser() -> Parser:
    common = _common()
    parser = Parser(
        prog="coachdesk",
        description=_(
            "Coachdesk prepares, holds, wraps up and prints one-on-ones. "
            "Without a command it opens its window."
        ),
        epilog=_example("coachdesk --store my-team.coachdesk brief Priya"),
        parents=[common],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", metavar=_("COMMAND"), title=_("commands"))
    for add in (
        _demo,
        _note,
        _brief,
        _print,
        _form,
        _insights,
        _search,
        _import,
        _export,
        _playbook,
        _templates,
        _history,
        _undo,
        _doctor,
        _verify,
    ):
        add(_Commands(commands, common))
    return parser


def _common() -> Parser:
    """Options that stand before or after the command; absent ones must not hide given ones."""
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--store", type=Path, metavar="FILE", help=_("the store to work on"))
    common.add_argument("--json", action="store_true", help=_("answer in JSON"))
    common.add_argument("--quiet", action="store_true", help=_("no messages beside the result"))
    common.add_argument(
        "--version",
        action="version",
        version=f"Coachdesk {__version__}",
        help=_("show the version and stop"),
    )
    return common


class _Commands:
    """Adds a command with its help and its example."""

    def __init__(self, commands: "argparse._SubParsersAction[Parser]", common: Parser) -> None:
        self._commands = commands
        self._common = common

    def add(self, name: str, help: str, example: str) -> Parser:
        return self._commands.add_parser(
            name,
            help=help,
            description=help,
            epilog=_example(example),
            parents=[self._common],
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )


def argparse_words() -> tuple[str, ...]:
    """What argparse says of itself, for the translators: it reads the same catalogue."""
    return (
        _("usage: "),
        _("options"),
        _("positional arguments"),
        _("show this help message and exit"),
    )


def _example(line: str) -> str:
    return _("example:") + "\n  " + line


def _demo(commands: _Commands) -> None:
    demo = commands.add(
        "demo", _("open the sample team, or print its newest summary"), "coachdesk demo --out ."
    )
    demo.add_argument("--out", type=Path, default=Path(), metavar="DIR", help=_("where to print"))
    demo.add_argument("--no-window", action="store_true", help=_("print instead of opening"))


def _note(commands: _Commands) -> None:
    note = commands.add(
        "note",
        _("capture one line"),
        _('coachdesk note "Priya transition 4 Brought Stefan in with a clear hand-off @Cobalt"'),
    )
    note.add_argument("line", nargs="+", metavar="LINE", help=_("who, what, rating, what you saw"))


def _brief(commands: _Commands) -> None:
    brief = commands.add(
        "brief", _("show the brief for the next one-on-one"), "coachdesk brief Priya"
    )
    brief.add_argument("rep", metavar="REP", help=_("a name, the start of one, or an id"))


def _print(commands: _Commands) -> None:
    printing = commands.add(
        "print",
        _("write a document as PDF"),
        "coachdesk print summary --rep Priya --out priya.pdf",
    )
    printing.add_argument("kind", choices=tuple(KINDS), help=_("which document"))
    printing.add_argument("--rep", metavar="REP", help=_("a name, the start of one, or an id"))
    printing.add_argument(
        "--partner", metavar="TEAM", help=_("a partner team, for what is agreed or planned with it")
    )
    printing.add_argument(
        "--session", metavar="ID|latest|next", help=_("which one-on-one (default: latest)")
    )
    printing.add_argument("--paper", choices=("a4", "letter"), help=_("the paper’s size"))
    printing.add_argument(
        "--out", type=Path, required=True, metavar="FILE.pdf", help=_("the file to write")
    )


def _form(commands: _Commands) -> None:
    form = commands.add(
        "form",
        _("read a form that a rep filled in, and keep what it says"),
        "coachdesk form preparation-priya.pdf --dry-run",
    )
    form.add_argument("file", type=Path, metavar="FILE.pdf", help=_("the PDF as it came back"))
    form.add_argument("--dry-run", action="store_true", help=_("show it only, keep nothing"))


def _insights(commands: _Commands) -> None:
    insights = commands.add(
        "insights",
        _("show every figure with its inputs and how sure it is"),
        "coachdesk insights --rep Priya --json",
    )
    insights.add_argument("--rep", metavar="REP", help=_("one rep instead of the team"))
    insights.add_argument(
        "--until", metavar="DATE", help=_("as of this day, as 2026-03-10 (default: today)")
    )


def _search(commands: _Commands) -> None:
    search = commands.add(
        "search", _("find words in everything but private notes"), "coachdesk search Cobalt pricing"
    )
    search.add_argument("text", nargs="+", metavar="TEXT", help=_("words, or their beginnings"))


def _import(commands: _Commands) -> None:
    importing = commands.add(
        "import",
        _("read an exchange file into a store without reps, or a CSV table into any"),
        "coachdesk --store new.coachdesk import team.json",
    )
    importing.add_argument(
        "file", type=Path, metavar="FILE", help=_("a file that ends with .json or .csv")
    )
    importing.add_argument(
        "--as",
        dest="kind",
        choices=[kind.value for kind in TableKind],
        help=_("what the lines of a table are (default: as its header says)"),
    )
    importing.add_argument("--dry-run", action="store_true", help=_("check only, write nothing"))


def _export(commands: _Commands) -> None:
    exporting = commands.add(
        "export",
        _("write everything into an exchange file, or as tables into a folder"),
        "coachdesk export team.json",
    )
    exporting.add_argument(
        "file",
        metavar="FILE",
        help=_("a file that ends with .json or .xlsx, or a folder such as team/ for tables (CSV)"),
    )


def _playbook(commands: _Commands) -> None:
    playbook = commands.add(
        "playbook",
        _("pass the playbook on as a file, or compare one with yours and take what you choose"),
        "coachdesk playbook import ours.yaml --take new",
    )
    playbook.add_argument("way", choices=("export", "import"), help=_("write a file, or read one"))
    playbook.add_argument("file", type=Path, metavar="FILE.yaml", help=_("the playbook’s file"))
    playbook.add_argument(
        "--take",
        choices=("new", "all"),
        help=_("take what is new, or also theirs where it differs (default: only show it)"),
    )


def _templates(commands: _Commands) -> None:
    templates = commands.add(
        "templates",
        _("make the documents your own: list, copy ours to edit, check, or put yours aside"),
        "coachdesk templates copy summary",
    )
    templates.add_argument("way", choices=("list", "copy", "check", "aside"), help=_("what to do"))
    templates.add_argument(
        "kind",
        nargs="?",
        choices=tuple(FILES),
        metavar="KIND",
        help=_("which document ({kinds})").format(kinds=", ".join(FILES)),
    )


def _history(commands: _Commands) -> None:
    history = commands.add(
        "history", _("show what was changed, and when"), "coachdesk history --rep Priya"
    )
    history.add_argument("--rep", metavar="REP", help=_("a name, the start of one, or an id"))
    history.add_argument(
        "--last", type=_count, default=100, metavar="N", help=_("how many changes (default: 100)")
    )


def _count(word: str) -> int:
    number = int(word)
    if number < 1:
        raise ValueError(word)
    return number


def _undo(commands: _Commands) -> None:
    commands.add("undo", _("take the last change back"), "coachdesk undo")


def _doctor(commands: _Commands) -> None:
    commands.add(
        "doctor", _("show versions and checks, without personal text"), "coachdesk doctor --json"
    )


def _verify(commands: _Commands) -> None:
    verify = commands.add(
        "verify", _("check a store on a copy of it"), "coachdesk verify my-team.coachdesk"
    )
    verify.add_argument("file", nargs="?", type=Path, metavar="FILE", help=_("the store to check"))
