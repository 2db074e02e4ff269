"""Looks at written direction: can the rep act on it, and is it about conduct?

Direction is easy to act on when it says the behaviour, the situation, what is to be done, by when,
and how it will be inspected. Praise without a behaviour and words about the person teach little.
These are plain rules for English words; in doubt they say nothing.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coachdesk.domain.ask_clarity import names_a_day, names_a_thing_only
from coachdesk.domain.doing_words import is_request, names_an_act, opens_with_verb, tells_to_do
from coachdesk.domain.opinions import tells_what_happened


class Part(StrEnum):
    """What direction holds that can be acted on."""

    BEHAVIOUR = "behaviour"
    SITUATION = "situation"
    WHAT = "what"
    BY_WHEN = "by_when"
    INSPECTED = "inspected"


class PieceKind(StrEnum):
    """Where a piece of direction stands."""

    ASK = "ask"
    MANDATE = "mandate"
    REP_PROMISE = "rep_promise"
    OWN_PROMISE = "own_promise"
    SUMMARY = "summary"
    LINE = "line"


class Doubt(StrEnum):
    """Why a piece is worth a second look; at most one is told of each."""

    PERSON = "person"
    PRAISE = "praise"
    VAGUE = "vague"
    NO_DAY = "no_day"
    NO_CHECK = "no_check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A request, requirement, promise, sentence of the summary or printed line of one talk.

    `how` is how a request will be gone about, how a requirement is checked, or the sentence that
    follows in the summary.
    """

    kind: PieceKind
    text: str
    rep: str = ""
    due_day: date | None = None
    how: str = ""


# Kept as records, these come back at the next talk: that is how they are inspected.
_COMES_BACK = frozenset({PieceKind.ASK, PieceKind.REP_PROMISE, PieceKind.OWN_PROMISE})
_SENTENCES = frozenset({PieceKind.SUMMARY, PieceKind.LINE})

_TRAITS = r"""
    lazy|shy|arrogant|rude|stubborn|selfish|careless|chaotic|useless|hopeless|weak|soft|slow|passive
  | unreliable|unprofessional|incompetent|unmotivated|demotivated|disorganised|disorganized
  | aggressive|impatient|negative|moody|timid|insecure|immature|naive|sloppy|talented
  | gifted|smart|clever|brilliant|charming|charismatic|motivated|passionate
"""
_PERSON = re.compile(
    rf"""
      \b(?:are|is|was|were|['’]re|seems?|be|being)\s+
        (?:(?:a|an|just|simply|really|so|such|very|too|always|often|quite|rather|still|not|a\ bit
          |much|far|born)\s+)*
        (?:{_TRAITS}|natural(?!\s+(?!with|at|in)\w)|star|superstar|loser|winner|genius|hero
          |rock\ star|team\ player|born\ \w+|people\ person|closer|nice\ (?:guy|person))\b
    | \btoo\s+(?:{_TRAITS}|quiet|nice|loud)\b
    | \b(?:bad|poor|wrong|great|good|right|negative|positive|better|your|an?)\s+(?:attitude|mindset
        |character|personality)\b | \battitude\ problem\b
    | \b(?:lacks?|lacking|lack\ of|no|not\ enough|without)\s+(?:any\s+)?(?:motivation|drive
        |commitment|confidence|energy|ambition|talent|passion|discipline|backbone|empathy)\b
    | \byou\s+(?:never|always)\b | \b(?:has|have)\s+a\s+(?:talent|gift)\b
    | \b(?:does|do)(?:\ not|n['’]t)\s+care\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PRAISE = re.compile(
    r"""
      (?<!was\ a\ )(?<!is\ a\ )(?<!be\ a\ )(?<!had\ a\ )(?<!for\ a\ )
      \b(?:great|good|excellent|fantastic|awesome|amazing|super|superb|brilliant|nice|outstanding
        |wonderful|terrific|impressive|strong)\s+(?:\w+\s+)?(?:job|work|month|week|quarter|year
        |efforts?|results?|stuff|performance|progress|numbers|figures|session|talk|meeting|call
        |visit|conversation|one)\b
    | \bwell\ done\b | \bkeep\ (?:it\ up|up\ the|going\ like) | \bproud\ of\b | \bcongratulations\b
    | \b(?:you|[A-Z]\w+)\ (?:did|are\ doing|is\ doing)\s+(?:\w+\s+)?(?:well|great|fine|good)\b
    | \b(?:very|really|so)\ (?:pleased|happy|satisfied)\ with\b | \bbravo\b | \byou\ rock\b
    | \bthank(?:s|\ you)?\ for\ (?:everything|all\b|your\ (?:hard\ )?(?:work|efforts?|support))\b
    | ^\s*(?:great|super|perfect|excellent|awesome|fantastic|brilliant)\s*[.!]*\s*$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WENT_WELL = re.compile(r"\bwent\ (?:\w+\ )?(?:well|fine|great|smoothly)\b", re.IGNORECASE)
# "Well done: one question, then silence" goes on to say what was done.
_SAYS_MORE = re.compile(r"[:–]\s+\w+\s+\w+")
_DIM = re.compile(
    r"""\b(?:
        be(?:come)?\ (?:a\ (?:lot|bit)\ |much\ )?(?:more|less|better|stronger|faster|quicker|clearer
          |proactive|careful|professional|confident|consistent|persistent)(?:\ (?!at\b|in\b)\w+)?
      | get\ (?:better|going|serious|more) | improve | strengthen | (?:increase|boost)\ (?:your|the)
      | work\ (?:harder|smarter|more|on|at) | focus\ (?:more\ )?on | try\ (?:harder|more|to\ be)
      | think\ (?:more\ )?about | pay\ (?:more\ )?attention | do\ (?:better|more|your\ best)
      | step\ (?:it\ )?up | (?:raise|up)\ your\ game | take\ (?:more\ )?ownership
      | show\ (?:more\ )?(?:initiative|ownership|commitment|leadership|energy)
      | go\ the\ extra\ mile | (?:communicate|sell|close|push)\ (?:more|better|harder)
      | develop\ (?:your|the) | better\ prepared | more\ (?:initiative|energy|effort|drive|focus)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DAY_NAME = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?:Jan|Febr)uary|March|April|May|June"
_SITUATION = re.compile(
    rf"""
      (?<=[a-z,;:][ ])(?-i:(?!I\b|(?:{_DAY_NAME}|July|August|\w+ember|October)\b)[A-Z]\w)
    | \b(?:before|after|during|when(?:ever)?|while|once|as\ soon\ as|through)\b
    | \b(?:at|in|on|to|for|with)\ (?:the|your|our|their|each|every|an?|any|both|all|open|one)
      \ (?:\w+\ ){{0,2}}(?:meetings?|visits?|calls?|talks?|reviews?|introductions?|hand-offs?
      |offers?|demos?|customers?|partners?|accounts?|briefings?|teams?|tenders?|buyers?|leads?|requests?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_INSPECTED = re.compile(
    r"""\b(?:
        (?:we|I)(?:['’]ll|\ will|\ shall)?\ (?:both\ |then\ )?(?:look|go\ through|check|review
          |listen|come\ along|join|read|see|sit\ in|talk|meet|watch|compare|count)
      | (?:look|looking|go|going|read|reading)\ (?:at|through)\ (?:it|this|them)?\ ?together
      | checked?\ (?:in|on|at|together|by) | (?:show|send|bring|report|copy|tell)\ (?:it\ to\ )?me
      | report\ back | joint\ (?:look|visit) | inspected | review\ (?:it|them|this)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?!\n]*(?:[.?!](?!\s|$)[^.?!\n]*)*[.?!]*")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each exactly as it stands there."""
    found = (match.group().strip() for match in _SENTENCE.finditer(text))
    return tuple(sentence for sentence in found if sentence)


def parts(piece: Piece) -> frozenset[Part]:
    """What the piece holds, by its words and by what its record knows."""
    words, with_how = piece.text, f"{piece.text}. {piece.how}"
    told = words if piece.kind in _SENTENCES else with_how
    is_dim = _is_dim(words)
    found = {
        Part.BEHAVIOUR: names_an_act(told) or tells_what_happened(told),
        Part.SITUATION: bool(_SITUATION.search(words)),
        Part.WHAT: not is_dim and (opens_with_verb(words) or is_request(words)),
        Part.BY_WHEN: piece.due_day is not None or names_a_day(words),
        Part.INSPECTED: piece.kind in _COMES_BACK
        or (piece.kind is PieceKind.MANDATE and bool(piece.how.strip()))
        or bool(_INSPECTED.search(with_how)),
    }
    return frozenset(part for part, is_there in found.items() if is_there)


def doubt(piece: Piece) -> Doubt | None:
    """The one thing to look at again, if any."""
    if _judges_the_person(piece.text):
        return Doubt.PERSON
    if piece.kind in _SENTENCES and _only_praises(piece.text):
        return Doubt.PRAISE
    if piece.kind is PieceKind.OWN_PROMISE or not _directs(piece):
        return None
    there = parts(piece)
    if Part.SITUATION not in there and _is_dim(piece.text):
        return Doubt.VAGUE
    if Part.BY_WHEN not in there:
        return Doubt.NO_DAY
    return None if Part.INSPECTED in there else Doubt.NO_CHECK


def _judges_the_person(words: str) -> bool:
    return bool(_PERSON.search(words)) and not tells_what_happened(words)


def _only_praises(words: str) -> bool:
    if not _PRAISE.search(words):
        return False
    rest = _WENT_WELL.sub("", words)
    return not (tells_what_happened(rest) or _SAYS_MORE.search(rest))


def _directs(piece: Piece) -> bool:
    """Whether the rep is told to do something; a sentence must say so plainly."""
    if piece.kind not in _SENTENCES:
        return True
    if tells_what_happened(piece.text) and not tells_to_do(piece.text):
        return False
    who = r"you|" + re.escape(piece.rep) if piece.rep else r"you"
    told = (
        rf"\b(?:{who})\s+(?:\w+\s+)?(?:(?:needs?|has|have|ought)\ to|should|must)\b"
        rf"|\b(?:would|could|can|will)\s+(?:{who})\b|\bplease\b"
        rf"|\bI\s+(?:want|expect|ask|need)\s+(?:{who})\s+to\b"
    )
    if re.search(told, piece.text, re.IGNORECASE) or tells_to_do(piece.text):
        return True
    will = re.search(rf"\b(?:{who})\s+will\s+(.+)", piece.text, re.IGNORECASE)
    if will is not None:
        return opens_with_verb(will.group(1)) and not will.group(1).startswith(("be ", "have "))
    return bool(_DIM.match(piece.text.strip()))


def _is_dim(words: str) -> bool:
    """Whether nobody could see or hear that it is done."""
    rest, found = _DIM.subn("", words)
    return names_a_thing_only(words) or (bool(found) and not names_an_act(rest))
