"""English words that ask somebody to do something, and the steps a text asks for."""

import re

_VERB_WORDS = """
    accept add address adjust agree allow analyse analyze announce answer apologise apologize
    arrange ask assign attend avoid await be begin block book brief bring build buy call cancel
    capture check choose clarify clean clear close coach collect come compare complete confirm
    connect consider contact copy count cover create cut debrief decide define delegate deliver
    describe discuss do document draft draw drop email enter explain fetch file fill find finish
    fix focus follow forward free gather get give go greet hand have hear help hold identify
    improve include inform introduce invite involve join keep know lead learn leave let limit list
    listen log look mail make manage map mark measure meet mention move name note notice offer
    open order organise organize outline own phone pick place plan play postpone practise practice
    prepare present print propose protect provide publish push put quote raise reach read rearrange
    record reduce refer rehearse remind remove repeat reply report request research reschedule
    reserve respond restate return review rewrite ring run save say schedule see seek sell send
    serve set settle share show sign sit skip solve sort speak spend spread staff start state stay
    stop study submit suggest sum summarise summarize supply support take talk tell test thank
    think train translate try turn type understand update upload use verify visit wait walk warn
    watch work write
"""
_VERBS = frozenset(_VERB_WORDS.split())
# What can follow a verb and hardly a noun: somebody, something, or how.
_OBJECT = r"""
    the|a|an|your|our|my|his|her|their|its|this|that|these|those|me|us|you|him|them|it
  | each|every|all|both|any|one|two|three|four|five|six|ten|\d+|no
  | to|with|who|whom|what|whether|how|when|where|why|about|for|at|in|on|up|down|out|back|into|only
"""
_REQUEST = re.compile(
    r"""\b(?:
        (?:would|will|can|could|may|might|do|did|should)\ (?:you|we|i|[A-Z]\w+)\b
      | please\b | (?:i|we)(?:['’]d|\ would)?\ (?:like|want|need|ask)\b
      | (?:you|we)\ (?:need|have|ought|must|should|could|might|will|can)\b
      | (?:be|is)\ (?:able|ready|willing)\ to\b | how\ (?:about|would|can|could|will)\b
      | let['’]?s\b | (?:does|is|are|has|have|was|were|gets|shall|must|needs)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LEADING = re.compile(
    r"""\s*(?:[-–•*]|\d+[.)])?\s*
    (?:(?:and|then|also|please|kindly|first|second|third|next|finally|just|so|now|or|maybe)\b,?\s+
      |(?:would|will|can|could)\ (?:you|we|[A-Z]\w+)\s+
      |(?:don['’]t|do\ not|always|never|only)\s+)*""",
    re.VERBOSE | re.IGNORECASE,
)
_FIRST = re.compile(r"(?P<word>[^\W\d_]+)(?![\w’'-])(?P<rest>[^.?!;\n]*)", re.IGNORECASE)
_HAS_OBJECT = re.compile(rf"\s+(?:(?:{_OBJECT})\b|(?-i:[A-Z]))", re.VERBOSE | re.IGNORECASE)
_BREAK = re.compile(r"[.?!]+(?=\s|$)|[;\n]|,\s|\s+and\s+|\s+\+\s+", re.IGNORECASE)
_HARD_BREAK = re.compile(r"[.?!;\n]")
# Behind these words a verb may belong to somebody else, or to one and the same step.
_WITHIN = re.compile(
    r"\b(?:who|whom|which|that|what|whether|how|why|when|where|if|because|so|to)\b", re.IGNORECASE
)


def is_request(text: str) -> bool:
    """Whether words are put as a request, a question, or a whole sentence about somebody."""
    return bool(_REQUEST.search(text))


def steps(text: str) -> int:
    """How many things a text tells somebody to do; in doubt fewer."""
    found, start, is_within, is_lone = 0, 0, False, False
    is_new = True
    for match in (*_BREAK.finditer(text), None):
        part = text[start : match.start() if match else len(text)]
        is_within = is_within and not is_new
        # "Call and ask" is one movement, so a verb behind a lone verb does not count again.
        if not (is_within or is_lone) and _is_step(part, needs_object=not is_new):
            found += 1
        is_within = is_within or bool(_WITHIN.search(part))
        is_new = match is not None and bool(_HARD_BREAK.search(match.group()))
        is_lone = not is_new and _is_lone_verb(part)
        start = match.end() if match else len(text)
    return found


def opens_with_verb(text: str) -> bool:
    """Whether a text begins with something to do, such as "Call …"."""
    return _is_step(text, needs_object=False)


def _is_step(part: str, *, needs_object: bool) -> bool:
    first = _first_word(part)
    if first is None or first["word"].lower() not in _VERBS:
        return False
    return not needs_object or bool(_HAS_OBJECT.match(first["rest"]))


def _is_lone_verb(part: str) -> bool:
    first = _first_word(part)
    return first is not None and not first["rest"].strip() and first["word"].lower() in _VERBS


def _first_word(part: str) -> re.Match[str] | None:
    led = _LEADING.match(part)
    return _FIRST.match(part, led.end() if led else 0)
