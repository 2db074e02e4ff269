"""Notices a request that does not ask nicely, respectfully and clearly for one thing by a day."""

import re
from datetime import date
from enum import StrEnum

from coachdesk.domain.day_phrases import day_phrases
from coachdesk.domain.doing_words import is_request, opens_with_verb, steps
from coachdesk.language import speaks_english


class Unclear(StrEnum):
    """What a request may lack; each is pointed out, none is refused."""

    SEVERAL = "several"
    NO_VERB = "no_verb"
    NO_DAY = "no_day"
    HARSH = "harsh"


# Only whether a day stands there matters, so any day will do to read it from.
_ANY_DAY = date(2001, 1, 1)
_WHEN = re.compile(
    r"""\b(?:
        within\ \w+(?:\ working)?\ (?:hours?|days?|weeks?|months?) | within\ the\ (?:day|week|month)
      | (?:each|every)\ \w+ | (?:daily|weekly|monthly|quarterly) | (?:by|before|until)\ noon
      | (?:next|this|coming)\ (?:time|talk|one-on-one|visit|call|meeting|review|quarter|year)
      | (?:end\ of|by)\ (?:the\ )?(?:quarter|year|Q[1-4]) | Q[1-4] | quarter\ end | year\ end
      | the\ same\ day | tonight | from\ now\ on
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# A wish named by a quality or a thing alone: "Better hand-offs", "CRM hygiene".
_QUALITY = re.compile(
    r"""\s*(?:(?:much|far|even|a\ lot|some|no|your|our|the)\s+)?(?:
        better|more|less|fewer|clearer|stronger|improved|faster|quicker|earlier|closer|higher
      | lower|tighter|greater|cleaner|smarter|good|great|proper|regular|timely|consistent|strong
      | real|full|nice|fewer|additional|extra
    )\s+(?!than\b|the\b|your\b|our\b|a\b|an\b)[\w-]+""",
    re.VERBOSE | re.IGNORECASE,
)
_THING = re.compile(
    r"""^[\w’'\ -]*?\b[\w-]*(?:
        tion|tions|sion|ity|ness|ment|ments|ance|ence|ship|hygiene|discipline|quality|attitude
      | hand-offs?|pipeline|forecasts?|reports?|reporting|figures|numbers|results|follow-ups?
      | planning|selling|training|notes
    )\.?$""",
    re.VERBOSE | re.IGNORECASE,
)
_MOST_WORDS_OF_A_THING = 5
_HARSH = re.compile(
    r"""
      \b(?:
        for\ once | how\ (?:often|many\ times)\ (?:must|do|should)\ I | or\ else
      | (?:as|like)\ I(?:\ have|['’]ve)?(?:\ already)?\ (?:told|said)
      | I(?:\ have|['’]ve)?(?:\ already)?\ told\ you | once\ and\ for\ all | last\ chance
      | (?<!would\ )(?<!could\ )(?<!will\ )(?<!can\ )you\ (?:never|always)
      | (?:just|simply)\ (?:do|get\ on\ with)\ it | do\ (?:it|what\ I\ say),?\ (?:now|or)
      | why\ (?:can['’]t|don['’]t|didn['’]t|haven['’]t)\ you | what(?:\ is|['’]s)\ wrong\ with
      | are\ you\ (?:even|incapable|unable) | you(?:\ had|['’]d)\ better | even\ you\ can
      | is\ (?:that|it)\ (?:too\ much|so\ hard) | get\ your\ act\ together | wake\ up
      | no\ (?:more\ )?excuses | stop\ (?:making\ excuses|complaining|whining) | pull\ yourself
      | or\ (?:you(?:['’]re|\ are)\ out|there\ will\ be\ consequences)
      | I(?:['’]m|\ am)\ (?:tired|sick)\ of
      | lazy | useless | stupid | idiot\w* | incompetent | ridiculous | pathetic | damn | hell
      | (?:would|will|can|could)\ you\ (?:please\ )?finally
      | finally\ (?:do|get|start|learn|bring|send|call|enter)
      )\b
    | !{2,} | \?! | !\?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHOUTED = re.compile(
    r"\b(?:NOW|MUST|ALL|EVERY|ALWAYS|NEVER|NOT|FINALLY|IMMEDIATELY|AGAIN|TODAY|STOP)\b"
    r"|\b[A-Z]{2,}(?:\s+[A-Z]{2,}){2,}\b"
)


def unclear(text: str, *, has_day: bool) -> tuple[Unclear, ...]:
    """What a request lacks, most telling first; empty where it is clear or has no words.

    It knows English words only, and is silent in another language; in doubt it says nothing.
    `has_day` says that the day is told elsewhere, as in a field of its own.
    """
    words = text.strip()
    if not words or not speaks_english():
        return ()
    checks = (
        (Unclear.SEVERAL, steps(words) > 1),
        (Unclear.NO_VERB, names_a_thing_only(words)),
        (Unclear.NO_DAY, not has_day and not names_a_day(words)),
        (Unclear.HARSH, bool(_HARSH.search(words) or _SHOUTED.search(words))),
    )
    return tuple(kind for kind, is_so in checks if is_so)


def names_a_day(text: str) -> bool:
    """Whether a text says by when, or how often."""
    return bool(_WHEN.search(text)) or bool(day_phrases(text, as_of=_ANY_DAY, toward="future"))


def names_a_thing_only(words: str) -> bool:
    """Whether there is nothing to do in these words, such as "Better hand-offs"."""
    if is_request(words) or opens_with_verb(words) or steps(words):
        return False
    if _QUALITY.match(words):
        return True
    return len(words.split()) <= _MOST_WORDS_OF_A_THING and bool(_THING.match(words))
