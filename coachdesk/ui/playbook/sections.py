"""Which sections the Playbook has, in their order."""

from coachdesk.ui.playbook.accounts import Accounts
from coachdesk.ui.playbook.changes import NewWays
from coachdesk.ui.playbook.example import Example
from coachdesk.ui.playbook.expectation_section import Expectations
from coachdesk.ui.playbook.facts import Facts
from coachdesk.ui.playbook.interviews import InterviewGuide
from coachdesk.ui.playbook.question_section import QuestionBank
from coachdesk.ui.playbook.ratings import Ratings
from coachdesk.ui.playbook.rules import RuleSheets
from coachdesk.ui.playbook.section import Host, Section
from coachdesk.ui.playbook.stage_section import CustomerStages
from coachdesk.ui.shell.workplace import Workplace


def all_sections(workplace: Workplace, host: Host) -> list[Section]:
    """One of each."""
    kinds: tuple[type[Section], ...] = (
        *(Expectations, QuestionBank, CustomerStages, Ratings, RuleSheets, NewWays),
        *(InterviewGuide, Accounts, Facts, Example),
    )
    return [kind(workplace, host) for kind in kinds]
