"""Closed vocabularies of the Playbook: agreements, questions, concerns, interviews."""

from enum import StrEnum


class Found(StrEnum):
    """What an inspection of an agreed expectation found."""

    SEEN = "seen"
    PARTLY = "partly"
    MISSED = "missed"


class Purpose(StrEnum):
    """When in the coaching a question is of use."""

    PREPARE = "prepare"
    EXPLORE = "explore"
    COMMIT = "commit"
    FOLLOW_UP = "follow_up"


class QuestionStyle(StrEnum):
    """Whether a question asks, or offers something first."""

    ASK = "ask"
    SHARE = "share"


class ConcernVerdict(StrEnum):
    """How the manager, for own eyes only, takes a concern."""

    VALID = "valid"
    EXCUSE = "excuse"


class InterviewState(StrEnum):
    """How far an interview is."""

    OPEN = "open"
    COMPARED = "compared"
    DECIDED = "decided"


class GuideItem(StrEnum):
    """The questions of the interview guide: five competences, then the team mindset."""

    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    H5 = "H5"
    H6 = "H6"
    H7 = "H7"
    H8 = "H8"
    H9 = "H9"


class Modelled(StrEnum):
    """What the manager says, once a month, of one point of the own list."""

    DONE = "done"
    NOT_YET = "not_yet"
    NO_OCCASION = "no_occasion"
