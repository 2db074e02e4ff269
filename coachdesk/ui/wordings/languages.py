"""The language of everything, and the paper it prints on: for the gear and the palette."""

from functools import partial

from coachdesk.domain.vocabulary import Paper
from coachdesk.language import gettext as _
from coachdesk.resources import languages
from coachdesk.services.languages import prints_on, set_language, set_paper, speaks
from coachdesk.ui.shell.actions import Action
from coachdesk.ui.shell.workplace import Workplace


def language_actions(workplace: Workplace) -> list[Action]:
    """One for each language there is, and one for each paper."""
    look = _("Look")
    spoken = [
        Action(
            f"look.language.{locale}",
            _("Use {language}").format(language=name),
            partial(_speak, workplace, locale),
            "",
            look,
            writes=True,
            is_on=partial(_is_spoken, workplace, locale),
        )
        for locale, name in languages().items()
    ]
    papers = [
        Action(
            f"look.paper.{paper.value}",
            _("Print on {paper}").format(paper=paper.value),
            partial(_print_on, workplace, paper),
            "",
            look,
            writes=True,
            is_on=partial(_is_printed_on, workplace, paper),
        )
        for paper in Paper
    ]
    return [*spoken, *papers]


def _speak(workplace: Workplace, locale: str) -> None:
    workplace.do(set_language, locale, said="")


def _is_spoken(workplace: Workplace, locale: str) -> bool:
    return workplace.ask(speaks) == locale


def _print_on(workplace: Workplace, paper: Paper) -> None:
    said = _("Everything prints on {paper} now").format(paper=paper.value)
    workplace.do(set_paper, paper, said=said)


def _is_printed_on(workplace: Workplace, paper: Paper) -> bool:
    return workplace.ask(prints_on) == paper
