"""Every place in the store where words can stand, and the documents in which they may appear.

A letter is a document of printed_summary: (a) the summary, (b) the form, (d) the page of two
managers, (e) the early-access sheet, (f) the development record, (g) the joint-meeting plan; `p`
is the form a rep fills in, `y` the year on one page. Nothing after the colon: these words reach no
rep and no partner.
"""

import typing
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin, get_type_hints
from uuid import UUID

from coachdesk.store.schema import BINDINGS

LETTERS = "abdefgpy"

# Codes, keys and language tags: the program’s words, not a person’s.
NOT_WORDS = frozenset(
    {
        "workspace.locale",
        "workspace.settings.rep_word",
        "workspace.settings.reps_word",
        "rep.language",
        "account.situation",
        "coaching_session.question_ids",
        "coaching_session.summary_brief",
        "observation.situation",
        "printed_document.sha256",
        "peer_meeting.figures.key",
        "situation_expectation.situation",
        "expectation_agreement.situation",
        "playbook_question.key",
    }
)

_MAY_PRINT = """
workspace.manager_name: adefgpy
workspace.company_name: abdefgpy
workspace.settings.accountability_steps:
rep.first_name: abdefgpy
rep.last_name: abdefgpy
rep.role: fy
partner_team.name: adefg
partner_team.measured_on:
partner_person.name: e
partner_person.value_we_know:
partner_person.value_they_know:
peer_manager.first_name: d
peer_manager.last_name: d
peer_manager.contact:
account.name: adefgp
account.industry:
contact.name:
coaching_session.reason:
coaching_session.own_questions:
coaching_session.expectation: a
coaching_session.in_it_for_customer:
coaching_session.in_it_for_rep:
coaching_session.in_it_for_partner:
coaching_session.seen_how:
coaching_session.summary: a
coaching_session.rep_words: a
coaching_session.addenda.text: a
agenda_item.text:
session_note.text: a
joint_visit.rep_saw:
joint_visit.manager_saw:
joint_visit.keep:
joint_visit.change:
opportunity.title:
early_access_item.what: de
early_access_item.reason: e
early_access_item.question: e
early_access_item.skills: e
early_access_item.unknown:
early_access_item.answer:
request_triage.request:
request_triage.reason:
hand_off.need:
hand_off.value_reason:
hand_off.expectation: ade
hand_off.cause_note: a
hand_off.customer_told_by:
hand_off.checklist:
buyer_message.text: g
joint_meeting.attendees.name: g
joint_meeting.attendees.role: g
joint_meeting.attendees.question: g
joint_meeting.messages.text: g
joint_meeting.messages.owner: g
joint_meeting.customer_issue: g
joint_meeting.perspective: g
joint_meeting.next_step: g
joint_meeting.next_step_owner: g
joint_meeting.checklist: g
joint_meeting.said:
observation.comment: af
observation.cause_note: a
observation.addenda.text: af
observation.void_reason:
rating.words: af
gain_statement.words: af
draft.raw:
draft.comment:
draft.content:
commitment.text: ad
commitment.reason:
ask_thread.subject: f
ask.text: a
ask.how: a
ask.help: a
ask.reason:
ask.rep_view:
mandate.what: a
mandate.how: a
mandate.skip_reason: a
mandate.reason:
mandate.rep_view:
share.text: a
warm_introduction.note: e
warm_introduction.pace:
warm_introduction.result_note:
warm_introduction.word_back:
account_intelligence_answer.value:
account_intelligence_answer.note:
account_intelligence_answer.said_by:
capability.text: e
peer_agreement.goal: d
peer_agreement.measure: d
peer_agreement.contributions.text: d
peer_agreement.problem_path: d
peer_agreement.works: d
peer_agreement.change: d
peer_agreement.result:
peer_agreement.reason:
peer_agreement.earlier.goal:
peer_agreement.earlier.measure:
peer_agreement.earlier.contributions.text:
peer_agreement.earlier.problem_path:
peer_update.text:
peer_update.peer_text:
peer_update.solution:
private_note.text:
behaviour_definition.title: abfpy
behaviour_definition.definition:
behaviour_definition.cues:
behaviour_definition.anchors: b
pursuit_decision.reason:
pursuit_decision.fact:
pursuit_decision.members.part:
opportunity_review.tangible:
opportunity_review.intangible:
opportunity_review.collaboration:
shift_note.words:
coaching_plan.good_looks_like: a
coaching_plan.sessions.tried:
coaching_plan.stop_note: f
reflection.question:
reflection.answer:
situation_expectation.title: y
situation_expectation.principle:
situation_expectation.expected:
situation_expectation.compete:
situation_expectation.collaborate:
expectation_agreement.in_it_for_rep:
expectation_agreement.rep_words:
expectation_agreement.inspected_how:
expectation_agreement.inspections.note:
stage_wording.customer_stage: g
stage_wording.funnel_stage:
stage_wording.customer_question:
stage_wording.coach_on:
playbook_question.text:
rule_sheet_entry.subject: a
rule_sheet_entry.rule: a
rule_sheet_entry.boundary: a
rule_sheet_entry.limitation: a
change_story.title:
change_story.why:
change_story.in_it_for_you:
change_story.what:
change_story.how:
adoption_concern.concern: a
adoption_concern.answer: a
lesson.title:
lesson.text:
guide_question.question:
guide_question.good:
interview.candidate_code:
interview.position:
interview.decision:
interview_sheet.interviewer:
interview_sheet.answers.notes:
interview_sheet.answers.asked:
model_point.text:
model_look.marks.note:
"""

MAY_PRINT: Mapping[str, frozenset[str]] = {
    place: frozenset(letters.strip())
    for place, letters in (line.split(":") for line in _MAY_PRINT.strip().splitlines())
}


def places_of_the_schema() -> set[str]:
    """Every place of the store that can hold words, as the entities declare them."""
    return {
        place
        for binding in BINDINGS
        for name, hint in get_type_hints(binding.kind, include_extras=True).items()
        for place in _places(f"{binding.key}.{name}", hint)
    }


def _places(place: str, hint: Any) -> Iterator[str]:
    """The places inside a field; whatever is not known to hold no words holds some."""
    kind = get_origin(hint) or hint
    if kind is Annotated:
        yield from _places(place, get_args(hint)[0])
    elif hint is str or hint is object:
        yield place
    elif is_dataclass(kind):
        for name, inner in get_type_hints(kind, include_extras=True).items():
            yield from _places(f"{place}.{name}", inner)
    elif isinstance(kind, type) and issubclass(kind, StrEnum | UUID):
        return
    elif kind is Mapping or kind is tuple or kind is typing.Union or kind is type(int | str):
        yield from dict.fromkeys(
            inner
            for part in get_args(hint)[kind is Mapping :]
            if part is not Ellipsis
            for inner in _places(place, part)
        )
