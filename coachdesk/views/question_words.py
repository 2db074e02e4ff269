"""What questions are for, and why one is proposed, in words."""

from collections.abc import Sequence
from datetime import date

from coachdesk.domain.playbook import Playbook
from coachdesk.domain.playbook_vocabulary import Purpose, QuestionStyle
from coachdesk.domain.question_proposals import Proposal, Standing
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import near_day
from coachdesk.views.question_bank import Asked, BankQuestion

MOST_NAMES = 2


def purpose_word(purpose: Purpose) -> str:
    """When in the coaching a question is of use."""
    return {
        Purpose.PREPARE: _("prepare"),
        Purpose.EXPLORE: _("explore"),
        Purpose.COMMIT: _("commit"),
        Purpose.FOLLOW_UP: _("follow up"),
    }[purpose]


def style_word(style: QuestionStyle) -> str:
    """Whether it asks, or offers something first."""
    return {
        QuestionStyle.ASK: _("asks"),
        QuestionStyle.SHARE: _("offers first"),
    }[style]


def behaviour_words(behaviour: BehaviourKey | None, playbook: Playbook) -> str:
    """The behaviour a question is about."""
    if behaviour is None:
        return _("any behaviour")
    return playbook.behaviours[behaviour].short_title


def detail_words(each: BankQuestion, playbook: Playbook, as_of: date) -> str:
    """What a question of the bank is for and how often it was asked."""
    question = each.question
    parts = [purpose_word(question.purpose)]
    if question.style is QuestionStyle.SHARE:
        parts.append(style_word(question.style))
    if question.stage is not None:
        parts.append(playbook.stages[question.stage].title)
    parts.append(asked_words(each.asked, as_of))
    said = " · ".join(parts)
    return said[:1].upper() + said[1:]


def asked_words(asked: Asked | None, as_of: date) -> str:
    """ "asked 3 times, last Priya 3 Mar"."""
    if asked is None:
        return _("not asked yet")
    words = ngettext("asked once, {name} {day}", "asked {n} times, last {name} {day}", asked.times)
    return words.format(n=asked.times, name=asked.last_name, day=near_day(asked.last_day, as_of))


def whose_words(each: BankQuestion) -> str:
    """Whose words they are, where they are not the shipped ones."""
    if each.is_own:
        return _("yours")
    return _("your words") if each.is_reworded else ""


def message_text(title: str, questions: Sequence[BankQuestion]) -> str:
    """The questions as plain text, to send to a colleague."""
    return "\n".join([title, "", *(f"– {each.question.text}" for each in questions)])


def stage_lines(
    offered: Sequence[Proposal], standings: Sequence[Standing], playbook: Playbook
) -> tuple[str, ...]:
    """What to coach where the customers of the proposed questions stand."""
    stages = dict.fromkeys(each.standing.stage for each in offered if each.standing is not None)
    lines = []
    for stage in stages:
        guide = playbook.stages[stage]
        if guide.coach_on:
            names = [each.customer for each in standings if each.stage is stage]
            words = _("{customers}, “{stage}”: {coach_on}")
            found = {"stage": guide.title, "coach_on": guide.coach_on}
            lines.append(words.format(customers=_named(names), **found))
    return tuple(lines)


def _named(customers: Sequence[str]) -> str:
    if len(customers) <= MOST_NAMES:
        return _(" and ").join(customers)
    words = _("{customer} and {n} more")
    return words.format(customer=customers[0], n=len(customers) - 1)


def why_words(found: Proposal, playbook: Playbook, as_of: date) -> str:
    """Why a question fits: “Fits “Compares options”: Kestrel is there; not asked since 3 Feb”."""
    parts = [_fit(found, playbook)]
    if found.question.is_favourite:
        parts.append(_("a favourite of yours"))
    parts.append(_asked(found, as_of))
    said = "; ".join(parts)
    return said[:1].upper() + said[1:]


def _fit(found: Proposal, playbook: Playbook) -> str:
    if found.standing is not None:
        return _("fits “{stage}”: {customer} is there").format(
            stage=playbook.stages[found.standing.stage].title, customer=found.standing.customer
        )
    behaviour = found.question.behaviour
    if behaviour is None:
        return _("fits any behaviour")
    if found.fits_focus:
        return _("fits “{behaviour}”").format(behaviour=behaviour_words(behaviour, playbook))
    return _("about “{behaviour}”").format(behaviour=behaviour_words(behaviour, playbook))


def _asked(found: Proposal, as_of: date) -> str:
    if found.last_asked is None:
        return _("not asked yet")
    day = near_day(found.last_asked, as_of)
    if found.is_lately:
        return _("asked {day}").format(day=day)
    return _("not asked since {day}").format(day=day)
