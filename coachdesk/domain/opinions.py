"""Notices a comment that judges a person and says nothing that was seen or heard."""

import re

# Words of a verdict: on character, motive or feeling, for good, or on the outcome alone.
_VERDICTS = re.compile(
    r"""\b(?:
        always | never | constantly | typical(?:ly)? | as\ usual | everybody | everyone | nobody
      | attitude | character | personality | mindset | talent(?:ed)? | gifted | charisma\w*
      | team\ player | natural | a\ star | superstar | useless | lazy | arrogant | rude
      | stubborn | unreliable | unprofessional | incompetent | selfish | careless | chaotic
      | motivated | unmotivated | committed | passionate | brilliant | awesome | fantastic
      | great | excellent | terrible | awful | horrible | poor | weak | nice
      | feeling\ for | no\ (?:sense|idea|clue) | energy | commitment
      | (?:does|did)(?:\ not|n['’]t)\ (?:think|care|want|understand|get\ it|like)
      | can(?:not|\ not|['’]t)\ (?:let|handle|manage|deal|think|sell)
      | (?:is|was|seems|seemed)\ (?:good|bad|lazy|too|not\ interested|afraid|unwilling)
      | good\ (?:job|work|at) | bad\ (?:job|work|at) | well\ done | really\ well | very\ well
      | (?:deal|contract)\ (?:closed|lost|won) | late\ again | so\ rating | rating\ [1-5]
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# Signs of something that happened: words quoted, a day or a time, somebody acting or speaking.
_QUOTED = re.compile(r"[“”„«»\"]|(?:^|[\s(:])['‘]\w")
_WHEN = re.compile(
    r"""\b(?:
        \d{1,2}[:.]\d\d | \d+\ (?:minutes?|hours?|days?|weeks?|times?|questions?|people)
      | yesterday | today | this\ (?:morning|afternoon) | same\ (?:day|afternoon|morning)
      | (?:mon|tues|wednes|thurs|fri|satur|sun)day | on\ the\ \d+\w*
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_DONE = re.compile(
    r"""\b(?:
        said | says | told | asked | asks | rang | called | wrote | sent | showed | named | names
      | read | gave | took | put | brought | met | left | held | made | went | came | spent | cut
      | kept | began | drew | spoke | heard | saw | agreed | forgot | shook | stood
      | added | admitted | answered | apologised | apologized | arranged | arrived | booked
      | briefed | cancelled | canceled | changed | checked | confirmed | corrected | copied
      | declined | described | discussed | emailed | explained | filled | finished | forwarded
      | handed | ignored | informed | interrupted | introduced | invited | joined | laughed
      | listed | listened | mailed | mentioned | moved | noted | offered | opened | ordered
      | phoned | planned | pointed | postponed | praised | presented | promised | proposed
      | pushed | raised | recommended | refused | repeated | replied | reported | restated
      | returned | sat | scheduled | shared | signed | sorted | stated | stayed | stopped
      | suggested | summed | summarised | summarized | thanked | turned | updated | used | waited
      | walked | warned | withdrew
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)


def is_opinion(comment: str) -> bool:
    """Whether a comment is a verdict with nothing seen or heard beside it.

    It knows English words only; in doubt it says no, for a hint that is wrong is worse than none.
    """
    if not _VERDICTS.search(comment):
        return False
    return not (_WHEN.search(comment) or tells_what_happened(comment))


def tells_what_happened(words: str) -> bool:
    """Whether somebody is quoted, or does or says something that could be seen or heard."""
    return bool(_QUOTED.search(words) or _DONE.search(words))
