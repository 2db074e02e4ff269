"""A share is given: no due day, no expected result (rules §4)."""

import re
from datetime import date

from coachdesk.domain.day_phrases import day_phrase_at
from coachdesk.domain.day_words import day_words, one_of
from coachdesk.domain.errors import RuleError
from coachdesk.language import gettext as _

# What turns a gift into a debt. In doubt nothing is said: “I learned that by asking” is a share.
_IN_RETURN = re.compile(
    r"""\b(?:
      in[ ](?:return|exchange)\b(?!\s+(?:rate|office|policy))
    | (?:so[ ](?:that[ ])?|then[ ]|now[ ])you(?:[ ]will|’ll|'ll)?[ ]owe
    | you[ ](?:now[ ])?owe[ ](?:me|us)
    | (?:as|is)[ ]a[ ]favou?r[ ]to[ ]be[ ]returned
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def refuse_conditions(text: str, *, as_of: date) -> None:
    """Refuse what is wanted by a day, or in return for it (E-SHA-01)."""
    if _IN_RETURN.search(text) or _has_due_day(text, as_of):
        raise RuleError(
            "E-SHA-01",
            _("A share has no due date and no expected result."),
            _("Use a request if you need something."),
        )


def _has_due_day(text: str, as_of: date) -> bool:
    """A day still to come behind “by” or a word like it; a day of a story is none."""
    led_by = rf"\b{one_of(day_words().due)}(?:[ ]on)?[ ]+(?:the[ ])?"
    for led in re.finditer(led_by, text, re.IGNORECASE):
        found = day_phrase_at(text, led.end(), as_of=as_of, toward="future")
        if found is not None and found.day is not None and found.day >= as_of:
            return True
    return False
