"""What a partner team knows of a customer: the four answers, read and shown in words (seed 002)."""

from dataclasses import dataclass
from datetime import date

from coachdesk.domain.errors import InputError
from coachdesk.domain.partner_vocabulary import Confidence, IntelligenceQuestion
from coachdesk.language import gettext as _
from coachdesk.language import ngettext

OLD_AFTER_DAYS = 180
MOST_YEARS, YEARS_THAT_COUNT, MOST_WORDS = 300, 5, 600
SCALE = range(1, 6)
OFTEN, SOMETIMES, RARELY, UNKNOWN = "often", "sometimes", "rarely", "unknown"
Q = IntelligenceQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountQuestion:
    """One of the four, as the playbook words it; `scale` names steps of the scale."""

    id: IntelligenceQuestion
    text: str
    scale: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AccountGuide:
    """The four questions, and the rules to keep when asking them."""

    questions: tuple[AccountQuestion, ...]
    rules: tuple[str, ...]


def value_of(question: IntelligenceQuestion, typed: str) -> int | str:
    """The answer that was typed or chosen; InputError for none that fits the question."""
    text = typed.strip()
    if question is Q.I1:
        return _whole(text, 1, SCALE[-1], _("a step from 1 to 5"))
    if question is Q.I2:
        return _whole(text, 0, MOST_YEARS, _("a number of years up to 300"))
    return check_value(question, text)


def check_value(question: IntelligenceQuestion, value: int | str) -> int | str:
    """The value, if it answers that question; InputError where it does not."""
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    match question:
        case Q.I1 if is_whole and value in SCALE:
            return value
        case Q.I2 if isinstance(value, int) and is_whole and 0 <= value <= MOST_YEARS:
            return value
        case Q.I3 if value in choices():
            return value
        case Q.I4 if isinstance(value, str) and 0 < len(value.strip()) <= MOST_WORDS:
            return value.strip()
    raise _no_answer(question, value)


def choices() -> dict[str, str]:
    """The answers to the third question."""
    return {
        OFTEN: _("often"),
        SOMETIMES: _("sometimes"),
        RARELY: _("rarely"),
        UNKNOWN: _("unknown"),
    }


def confidence_words() -> dict[Confidence, str]:
    """How somebody knows."""
    return {
        Confidence.SEEN: _("seen"),
        Confidence.HEARD: _("heard"),
        Confidence.GUESS: _("a guess"),
    }


def short_names() -> dict[IntelligenceQuestion, str]:
    """A word or two for each question, where there is no room for it."""
    return {
        Q.I1: _("Runs day to day"),
        Q.I2: _("Years in its industry"),
        Q.I3: _("Talks of the future"),
        Q.I4: _("Relations with suppliers"),
    }


def answer_words(question: AccountQuestion, value: int | str) -> str:
    """“4 of 5”, “12 years”, “often”, or the words; the five years of the seed are said."""
    if question.id is Q.I1:
        step = dict(question.scale).get(int(value), "")
        words = _("{n} of 5").format(n=value)
        return _("{words}, {step}").format(words=words, step=step) if step else words
    if question.id is Q.I2:
        n = int(value)
        words = ngettext("{n} year", "{n} years", n).format(n=n)
        if n >= YEARS_THAT_COUNT:
            return words
        return _("{words}, fewer than {most}").format(words=words, most=YEARS_THAT_COUNT)
    return choices().get(str(value), str(value)) if question.id is Q.I3 else str(value)


def is_outdated(day: date, as_of: date) -> bool:
    """Older than half a year: it may have changed since."""
    return (as_of - day).days > OLD_AFTER_DAYS


def _whole(text: str, least: int, most: int, wanted: str) -> int:
    if text.isdecimal() and len(text) <= 3 and least <= int(text) <= most:
        return int(text)
    raise InputError(
        _("“{typed}” is not {wanted}.").format(typed=text, wanted=wanted),
        _("Type it, or leave the question empty."),
    )


def _no_answer(question: IntelligenceQuestion, value: int | str) -> InputError:
    if question is Q.I4 and isinstance(value, str) and len(value.strip()) > MOST_WORDS:
        return InputError(
            _("The answer is too long: {n} too many.").format(n=len(value.strip()) - MOST_WORDS),
            _("Shorten it to {most} characters.").format(most=MOST_WORDS),
        )
    return InputError(
        _("“{typed}” does not answer “{question}”.").format(
            typed=value, question=short_names()[question]
        ),
        _("Choose one of the answers, or leave the question empty."),
    )
