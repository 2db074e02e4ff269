"""What kinds of activity and their outcomes are called."""

from coachdesk.domain.vocabulary import ActivityKind, ActivityOutcome
from coachdesk.language import gettext as _


def kind_title(kind: ActivityKind) -> str:
    """A kind of activity, as rows name it."""
    return {
        ActivityKind.CALL: _("Call"),
        ActivityKind.VISIT: _("Visit"),
        ActivityKind.JOINT_MEETING: _("Joint meeting"),
        ActivityKind.PROPOSAL: _("Proposal"),
        ActivityKind.REVIEW: _("Review"),
        ActivityKind.INTRODUCTION: _("Introduction"),
    }[kind]


def outcome_title(outcome: ActivityOutcome) -> str:
    """What an activity did for the customer's decision."""
    return {
        ActivityOutcome.ADVANCED: _("moved forward"),
        ActivityOutcome.HELD: _("stayed"),
        ActivityOutcome.BACK: _("fell back"),
        ActivityOutcome.NONE_RECORDED: _("no result noted"),
    }[outcome]
