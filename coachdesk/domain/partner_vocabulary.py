"""Closed vocabularies of the partners' side: agreements, notices, introductions, meetings."""

from enum import StrEnum


class WorkSize(StrEnum):
    """How much work a notice is about."""

    UNDER_1_DAY = "under_1_day"
    DAYS_1_5 = "1_5_days"
    WEEKS_1_4 = "1_4_weeks"
    OVER_4_WEEKS = "over_4_weeks"


class NoticePriority(StrEnum):
    """Which of the things that are coming a partner team should plan for first."""

    FIRST = "first"
    LATER = "later"
    NOT_YET = "not_yet"


class NoticeState(StrEnum):
    """Whether what was announced is still awaited, came, or was taken back."""

    OPEN = "open"
    CAME = "came"
    WITHDRAWN = "withdrawn"


class TriageDecision(StrEnum):
    """What is done with a request: first, later, or not at all."""

    FIRST = "first"
    LATER = "later"
    NOT = "not"


class Verdict(StrEnum):
    """What the partner team itself thinks of a request."""

    WORTH_IT = "worth_it"
    LATER = "later"
    DEAD = "dead"


class IntroductionForm(StrEnum):
    """How an introduction is made."""

    IN_PERSON = "in_person"
    CALL = "call"
    EMAIL = "email"


class IntroductionResult(StrEnum):
    """What came of an introduction."""

    OPEN = "open"
    MEETING = "meeting"
    NEED = "need"
    NOTHING = "nothing"


class IntelligenceQuestion(StrEnum):
    """The four questions about an account."""

    I1 = "I1"
    I2 = "I2"
    I3 = "I3"
    I4 = "I4"


class Confidence(StrEnum):
    """How somebody knows: seen, heard, or a guess."""

    SEEN = "seen"
    HEARD = "heard"
    GUESS = "guess"


class CapabilityKind(StrEnum):
    """What a line about a team says: what it can do, what it sees coming, how long work takes."""

    CAPABILITY = "capability"
    TREND = "trend"
    TIMELINE = "timeline"


class ContributionSide(StrEnum):
    """Whose part it is: the manager's own, or the peer's."""

    OWN = "own"
    PEER = "peer"


class GoalSetBy(StrEnum):
    """Who set a goal; by one side alone it is dictated."""

    BOTH = "both"
    OWN = "own"
    PEER = "peer"


class AgreementState(StrEnum):
    """Where a mutual goal stands."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    AGREED = "agreed"
    ACTIVE = "active"
    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT_ACHIEVED = "not_achieved"
    DISSOLVED = "dissolved"


class PeerTopic(StrEnum):
    """What the two managers talk about; the peer's own items first, a problem at any time."""

    THEIRS = "theirs"
    RESULTS = "results"
    PEOPLE = "people"
    WORKING = "working"
    CHANGE = "change"
    COMMITMENTS = "commitments"
    COMING = "coming"
    PROBLEM = "problem"


class PeerMeetingState(StrEnum):
    """Where a meeting with a peer manager stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class PursuitChoice(StrEnum):
    """What is done about an opportunity."""

    PURSUE = "pursue"
    HOLD = "hold"
    RELEASE = "release"


class AttendeeSide(StrEnum):
    """For which side somebody attends a customer meeting."""

    CUSTOMER = "customer"
    REP = "rep"
    PARTNER = "partner"
    MANAGER = "manager"


class JointMeetingState(StrEnum):
    """Where a customer meeting with a partner stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"
