"""Reads the shipped content."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from coachdesk.domain.account_intelligence import AccountGuide, AccountQuestion
from coachdesk.domain.partner_vocabulary import IntelligenceQuestion, PursuitChoice
from coachdesk.domain.playbook import (
    BehaviourGuide,
    CauseGuide,
    GateCheck,
    GuideWords,
    Playbook,
    Question,
    ShareGuide,
    StageGuide,
)
from coachdesk.domain.playbook_vocabulary import GuideItem, Purpose, QuestionStyle
from coachdesk.domain.situation_words import SituationWords
from coachdesk.domain.vocabulary import (
    BehaviourKey,
    Cause,
    SelectionStage,
    ShareKind,
    Situation,
)
from coachdesk.language import gettext as _
from coachdesk.language import in_own_words, spoken
from coachdesk.services.shipped_words import BEHAVIOURS, QUESTIONS, read_content, shipped_texts
from coachdesk.views.insight_words import benchmark_words
from coachdesk.views.insights import Benchmark
from coachdesk.views.published import PublishedBar, PublishedFigures, PublishedShare
from coachdesk.views.pursuits import Criterion, PursuitGuide


def shipped_playbook() -> Playbook:
    """The content as shipped, in the language in use and with the team's word for a rep.

    Definitions and cues stay as they are: a manager's wording of a behaviour is kept beside them.
    """
    return _playbook(spoken())


@cache
def _playbook(_spoken: tuple[str, ...]) -> Playbook:
    guide = read_content(BEHAVIOURS)
    bank = read_content(QUESTIONS)
    return Playbook(
        behaviours={behaviour.key: behaviour for behaviour in map(_behaviour, guide["behaviours"])},
        rating_names={
            int(value): name for value, name in guide["rating_scale"]["short_names"].items()
        },
        causes={cause.key: cause for cause in map(_cause, guide["cause_codes"])},
        questions=tuple(map(_question, bank["questions"])),
        shares={share.key: share for share in map(_share, bank["share_kinds"]["items"])},
        stages={stage.key: stage for stage in map(_stage, guide["selection_stages"])},
        writing_hints=tuple(map(in_own_words, guide["writing_hints"])),
        private_note_notice=in_own_words(guide["private_note_notice"]),
    )


def benchmarks() -> tuple[str, tuple[Benchmark, ...]]:
    """The source of the published figures, and the figures; never a target, never printed."""
    figures = read_content(BEHAVIOURS)["context_figures"]
    source = figures["source"]
    return source, tuple(
        Benchmark(
            topic=pair["topic"],
            world_class_pct=pair["world_class_pct"],
            comparison_pct=pair["comparison_pct"],
            comparison_group=pair["comparison_group"],
            words=benchmark_words(source=source, **pair),
        )
        for pair in figures["pairs"]
    )


def published_figures() -> tuple[PublishedFigures, ...]:
    """The figures of seed 003 with source and year: for the screen alone (invariant 17)."""
    figures = read_content(BEHAVIOURS)["context_figures"]
    pairs = (
        PublishedShare(
            pair["topic"],
            (
                PublishedBar(_("world-class performers"), pair["world_class_pct"]),
                PublishedBar(pair["comparison_group"], pair["comparison_pct"], is_first=False),
            ),
        )
        for pair in figures["pairs"]
    )
    inhibitors = (
        PublishedShare(row["topic"], (PublishedBar("", row["pct"]),))
        for row in figures["inhibitors_pct"]
    )
    return (
        PublishedFigures(_("Who agrees that they do it"), figures["pairs_study"], tuple(pairs)),
        PublishedFigures(
            _("What gets in the way most"), figures["inhibitors_study"], tuple(inhibitors)
        ),
    )


def pursuit_guide() -> PursuitGuide:
    """The twelve criteria of a pursuit, and what their sums suggest (seed 003)."""
    content = read_content(QUESTIONS)["pursuit_criteria"]
    return PursuitGuide(
        criteria=tuple(
            Criterion(row["id"], row["text"], is_offence)
            for kind, is_offence in (("offence", True), ("defence", False))
            for row in content[kind]
        ),
        scale=content["scale"],
        readings=tuple((PursuitChoice(row["decision"]), row["text"]) for row in content["reading"]),
    )


def account_guide() -> AccountGuide:
    """The four questions about an account and their rules, with the team's word for a rep."""
    return _account_guide(spoken())


@cache
def _account_guide(_spoken: tuple[str, ...]) -> AccountGuide:
    bank = read_content(QUESTIONS)["account_intelligence"]
    questions = (
        AccountQuestion(
            id=IntelligenceQuestion(row["id"]),
            text=in_own_words(row["question"]),
            scale=tuple((int(step), word) for step, word in row.get("scale", {}).items()),
        )
        for row in bank["questions"]
    )
    return AccountGuide(tuple(questions), tuple(map(in_own_words, bank["rules"])))


def gate_checks() -> tuple[GateCheck, ...]:
    """The five checks of the three minutes before a talk, in their order."""
    rows = read_content(QUESTIONS)["pre_session_gate"]["items"]
    return tuple(GateCheck(row["id"], row["title"], row["text"]) for row in rows)


def interview_guide() -> Mapping[GuideItem, GuideWords]:
    """The interview guide as shipped, with the team's word for a rep."""
    return _interview_guide(spoken())


@cache
def _interview_guide(_spoken: tuple[str, ...]) -> Mapping[GuideItem, GuideWords]:
    rows = read_content(QUESTIONS)["hiring_guide"]["items"]
    questions = (
        GuideWords(
            item=GuideItem(row["id"]),
            topic=row["topic"],
            question=in_own_words(row["question"]),
            good=in_own_words(row["good"]),
            bad=in_own_words(row["bad"]),
            anchors={int(value): in_own_words(words) for value, words in row["anchors"].items()},
        )
        for row in rows
    )
    return {words.item: words for words in questions}


def shipped_situations() -> dict[str, SituationWords]:
    """The four situations as shipped, by key, in their order (seed 003)."""
    rows = read_content(BEHAVIOURS)["situations"]
    return {row["key"]: _situation(row) for row in rows}


def in_usual_words(text: str) -> str:
    """A shipped sentence with the team's word for a rep as it was shipped; all else as it is."""
    return _usual(spoken()).get(text, text)


@cache
def _usual(_spoken: tuple[str, ...]) -> Mapping[str, str]:
    return {own: text for text in shipped_texts() if (own := in_own_words(text)) != text}


def _behaviour(row: Any) -> BehaviourGuide:
    return BehaviourGuide(
        key=BehaviourKey(row["key"]),
        letter=row["letter"].upper(),
        title=row["title"],
        short_title=row.get("short_title", row["title"]),
        short_cue=row.get("short_cue", ""),
        definition=row["definition"],
        cues=tuple(row["cues"]),
        anchors={int(value): anchor for value, anchor in row["anchors"].items()},
        opinion=row["example_bad"]["text"],
        why_not=in_own_words(row["example_bad"]["why"]),
    )


def _situation(row: Any) -> SituationWords:
    return SituationWords(
        key=Situation(row["key"]).value,
        title=row["title"],
        principle=row["principle"],
        expected=tuple(row["expected"]),
        compete=row["compete"],
        collaborate=row["collaborate"],
        emphasis=tuple(map(BehaviourKey, row["emphasis"])),
    )


def _cause(row: Any) -> CauseGuide:
    return CauseGuide(
        key=Cause(row["key"]),
        paper=row["paper"],
        title=in_own_words(row["title"]),
        meaning=in_own_words(row["meaning"]),
        ask_next=in_own_words(row["ask_next"]),
    )


def _question(row: Any) -> Question:
    known = row.get("behaviour") in set(BehaviourKey)
    return Question(
        id=row["id"],
        text=in_own_words(row["text"]),
        purpose=Purpose(row["purpose"]),
        behaviour=BehaviourKey(row["behaviour"]) if known else None,
        style=QuestionStyle(row["style"]),
        stage=None if row["stage"] == "any" else SelectionStage(row["stage"]),
    )


def _share(row: Any) -> ShareGuide:
    return ShareGuide(
        key=ShareKind(row["key"]),
        title=row["title"],
        meaning=in_own_words(row["meaning"]),
        opening=in_own_words(row["opening"]),
    )


def _stage(row: Any) -> StageGuide:
    return StageGuide(
        key=SelectionStage(row["key"]),
        title=row["customer_stage"],
        question=row["customer_question"],
        coach_on=in_own_words(row["coach_on"]),
        funnel_stage=row["funnel_stage"],
        focus=tuple(map(BehaviourKey, row["coaching_focus"])),
    )
