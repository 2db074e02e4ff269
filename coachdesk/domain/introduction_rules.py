"""A warm introduction, step by step: asked, offered, made, spoken, what came of it, word back.

The steps a stage allows are a table; every step gives a new record or a refusal with its way out.
Whoever knows the customer may offer without being asked; nobody makes what was not offered.
"""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from coachdesk.domain.day_names import short_day
from coachdesk.domain.errors import RuleError
from coachdesk.domain.marketing import WarmIntroduction
from coachdesk.domain.partner_vocabulary import IntroductionResult
from coachdesk.language import gettext as _

WORD_BACK_DAYS = 14


class Stage(StrEnum):
    """How far an introduction has come; read from its days and its result."""

    KNOWN = "known"
    ASKED = "asked"
    OFFERED = "offered"
    MADE = "made"
    ANSWERED = "answered"


class Move(StrEnum):
    """What can be done with an introduction."""

    ASK = "ask"
    OFFER = "offer"
    MAKE = "make"
    SPEAK = "speak"
    ANSWER = "answer"
    WORD_BACK = "word_back"
    HAND_OFF = "hand_off"


MOVES: dict[Stage, tuple[Move, ...]] = {
    Stage.KNOWN: (Move.ASK, Move.OFFER),
    Stage.ASKED: (Move.OFFER,),
    Stage.OFFERED: (Move.MAKE,),
    Stage.MADE: (Move.ANSWER, Move.SPEAK, Move.WORD_BACK),
    Stage.ANSWERED: (Move.WORD_BACK, Move.SPEAK, Move.ANSWER, Move.HAND_OFF),
}


def stage_of(introduction: WarmIntroduction) -> Stage:
    """The furthest stage it reached."""
    if introduction.made_day is not None:
        is_open = introduction.result is IntroductionResult.OPEN
        return Stage.MADE if is_open else Stage.ANSWERED
    if introduction.offered_day is not None:
        return Stage.OFFERED
    return Stage.KNOWN if introduction.asked_day is None else Stage.ASKED


def moves_of(introduction: WarmIntroduction) -> tuple[Move, ...]:
    """What its stage allows, the likeliest first; a need alone becomes a hand-off."""
    moves = MOVES[stage_of(introduction)]
    if introduction.result is not IntroductionResult.NEED:
        moves = tuple(move for move in moves if move is not Move.HAND_OFF)
    if introduction.problem_talk_day is not None:
        moves = tuple(move for move in moves if move is not Move.SPEAK)
    return moves


def asked(introduction: WarmIntroduction, day: date, *, as_of: date) -> WarmIntroduction:
    """The team was asked to introduce us."""
    _refuse_future(day, as_of)
    if Move.ASK not in MOVES[stage_of(introduction)]:
        raise RuleError(
            "E-WIN-02",
            _("This introduction was asked for or offered before."),
            _("Note what comes next."),
        )
    return replace(introduction, asked_day=day)


def offered(introduction: WarmIntroduction, day: date, *, as_of: date) -> WarmIntroduction:
    """The team offers to introduce us, asked or unasked."""
    _refuse_future(day, as_of)
    if Move.OFFER not in MOVES[stage_of(introduction)]:
        raise RuleError(
            "E-WIN-02", _("This introduction was offered before."), _("Note what comes next.")
        )
    if introduction.asked_day is not None and day < introduction.asked_day:
        raise _before(
            "E-WIN-03", _("It cannot be offered before it was asked for"), introduction.asked_day
        )
    return replace(introduction, offered_day=day)


def made(introduction: WarmIntroduction, day: date, *, as_of: date) -> WarmIntroduction:
    """We were introduced."""
    _refuse_future(day, as_of)
    if introduction.made_day is not None:
        raise RuleError(
            "E-WIN-02", _("This introduction was made before."), _("Note what came of it.")
        )
    if introduction.offered_day is None:
        raise RuleError(
            "E-WIN-04", _("Nobody has offered this introduction."), _("Note first who offered it.")
        )
    if day < introduction.offered_day:
        raise _before(
            "E-WIN-04", _("It cannot be made before it was offered"), introduction.offered_day
        )
    return replace(introduction, made_day=day)


def paced(introduction: WarmIntroduction, pace: str, by: date | None) -> WarmIntroduction:
    """How fast the customer is spoken to about the problem, as agreed with the team."""
    if by is not None and introduction.made_day is not None and by < introduction.made_day:
        raise _before(
            "E-WIN-06",
            _("The problem is spoken about after the introduction"),
            introduction.made_day,
        )
    return replace(introduction, pace=pace.strip(), problem_talk_by=by)


def spoken(introduction: WarmIntroduction, day: date, *, as_of: date) -> WarmIntroduction:
    """The customer was spoken to about the problem."""
    _refuse_future(day, as_of)
    if introduction.made_day is None:
        raise RuleError(
            "E-WIN-06",
            _("The introduction was not made yet."),
            _("Note first on which day it was made."),
        )
    if day < introduction.made_day:
        raise _before(
            "E-WIN-06",
            _("The problem is spoken about after the introduction"),
            introduction.made_day,
        )
    return replace(introduction, problem_talk_day=day)


def answered(
    introduction: WarmIntroduction,
    result: IntroductionResult,
    note: str = "",
    *,
    months_saved: int | None = None,
) -> WarmIntroduction:
    """What came of it, in words, with the months it saved by estimate."""
    if introduction.made_day is None:
        raise RuleError(
            "E-WIN-05",
            _("Nothing can have come of an introduction that was not made."),
            _("Note first on which day it was made."),
        )
    if result is IntroductionResult.NOTHING and months_saved:
        raise RuleError(
            "E-WIN-05",
            _("Where nothing came of it, no months were saved."),
            _("Leave the months empty, or choose what came of it."),
        )
    return replace(introduction, result=result, result_note=note.strip(), months_saved=months_saved)


def told(introduction: WarmIntroduction, words: str, day: date, *, as_of: date) -> WarmIntroduction:
    """The team was told what its introduction led to."""
    _refuse_future(day, as_of)
    if introduction.made_day is None or day < introduction.made_day:
        raise RuleError(
            "E-WIN-07",
            _("There is no word back before the introduction was made."),
            _("Note first on which day it was made."),
        )
    if not words.strip():
        raise RuleError(
            "E-WIN-07",
            _("What did you tell them?"),
            _("Say in a few words what their introduction led to."),
        )
    return replace(introduction, word_back=words.strip(), word_back_day=day)


def is_talk_late(introduction: WarmIntroduction, as_of: date) -> bool:
    """The agreed day has passed and nobody spoke about the problem."""
    by, done = introduction.problem_talk_by, introduction.problem_talk_day
    closed = introduction.result is IntroductionResult.NOTHING
    return by is not None and done is None and by < as_of and not closed


def owes_word_back(introduction: WarmIntroduction, as_of: date) -> bool:
    """A result is known, or it was made two weeks ago, and the team has heard nothing."""
    if introduction.made_day is None or introduction.word_back_day is not None:
        return False
    is_known = introduction.result is not IntroductionResult.OPEN
    return is_known or introduction.made_day + timedelta(days=WORD_BACK_DAYS) <= as_of


def refuse_no_need() -> RuleError:
    """Without a need there is nothing to hand off."""
    return RuleError(
        "E-WIN-08",
        _("No need has come of this introduction yet."),
        _("Note first that a need came of it."),
    )


def _refuse_future(day: date, as_of: date) -> None:
    if day > as_of:
        raise RuleError(
            "E-WIN-01",
            _("{day} is still to come.").format(day=short_day(day)),
            _("Note it once it has happened."),
        )


def _before(code: str, message: str, day: date) -> RuleError:
    return RuleError(
        code,
        _("{message}.").format(message=message),
        _("Choose {day} or a later day.").format(day=short_day(day)),
    )
