"""The manager's own words for what good looks like; ratings keep those they were given under."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from coachdesk.domain.errors import InputError
from coachdesk.domain.playbook import BehaviourGuide, Playbook
from coachdesk.domain.question_bank import PlaybookQuestion, in_force
from coachdesk.domain.stage_wordings import StageWording, worded
from coachdesk.domain.vocabulary import BehaviourKey
from coachdesk.domain.wordings import BehaviourDefinition, is_same
from coachdesk.language import DEFAULT, in_own_words, words_in_use
from coachdesk.language import gettext as _
from coachdesk.services.playbook import shipped_playbook
from coachdesk.store.queries.wordings import Given, ratings_given
from coachdesk.store.snapshot import Snapshot
from coachdesk.store.unit_of_work import UnitOfWork
from coachdesk.views.wordings import AnchorWording, Wording


def playbook_of(reads: Snapshot) -> Playbook:
    """The content in the manager's own words: behaviours, questions of the bank, stages.

    A definition that is still the shipped one says the team's word for a rep.
    """
    found = _with_stages(reads, _with_questions(reads, _as_stored(reads)))
    if words_in_use() == DEFAULT:
        return found
    shipped = shipped_playbook().behaviours
    behaviours = {
        key: replace(guide, definition=in_own_words(guide.definition))
        if is_same(guide.definition, shipped[key].definition)
        else guide
        for key, guide in found.behaviours.items()
    }
    return replace(found, behaviours=behaviours)


def _with_questions(reads: Snapshot, playbook: Playbook) -> Playbook:
    kept = reads.find(PlaybookQuestion)
    if not kept:
        return playbook
    in_use, retired = in_force(playbook.questions, kept)
    return replace(playbook, questions=in_use, retired=retired)


def _with_stages(reads: Snapshot, playbook: Playbook) -> Playbook:
    kept = {wording.stage: wording for wording in reads.find(StageWording)}
    if not kept:
        return playbook
    stages = {
        key: worded(guide, kept[key]) if key in kept else guide
        for key, guide in playbook.stages.items()
    }
    return replace(playbook, stages=stages)


def _as_stored(reads: Snapshot) -> Playbook:
    """The same, without the word for a rep: what the next version is made from."""
    stored = sorted(reads.find(BehaviourDefinition), key=lambda wording: wording.version)
    shipped = shipped_playbook()
    if not stored:
        return shipped
    behaviours, earlier = dict(shipped.behaviours), {}
    for wording in stored:
        known = behaviours[wording.key]
        earlier[wording.key, known.version] = known
        behaviours[wording.key] = _reworded(shipped.behaviours[wording.key], wording)
    return replace(shipped, behaviours=behaviours, earlier=earlier)


def _reworded(guide: BehaviourGuide, wording: BehaviourDefinition) -> BehaviourGuide:
    renamed = wording.title != guide.title
    return replace(
        guide,
        title=wording.title,
        short_title=wording.title if renamed else guide.short_title,
        definition=wording.definition,
        cues=wording.cues,
        anchors=dict(enumerate(wording.anchors, 1)),
        version=wording.version,
    )


def reword_behaviour(
    work: UnitOfWork,
    key: BehaviourKey,
    *,
    title: str | None = None,
    definition: str | None = None,
    cues: Sequence[str] | None = None,
    anchors: Mapping[int, str] | None = None,
) -> BehaviourGuide:
    """Say it in other words from now on: the next version; what is not given stays as it is.

    Words that are the same already make no version.
    """
    now = _as_stored(work).behaviours[key]
    return _put_next(
        work,
        now,
        title=now.title if title is None else title.strip(),
        definition=now.definition if definition is None else definition.strip(),
        cues=now.cues if cues is None else tuple(cue.strip() for cue in cues),
        anchors={**now.anchors, **{n: words.strip() for n, words in (anchors or {}).items()}},
    )


def reset_wording(work: UnitOfWork, key: BehaviourKey, anchor: int | None = None) -> BehaviourGuide:
    """Back to the shipped words, of one anchor or of everything: a version like any other."""
    now, shipped = _as_stored(work).behaviours[key], shipped_playbook().behaviours[key]
    if anchor is not None:
        return reword_behaviour(work, key, anchors={anchor: shipped.anchors[anchor]})
    return _put_next(
        work,
        now,
        title=shipped.title,
        definition=shipped.definition,
        cues=shipped.cues,
        anchors=shipped.anchors,
    )


def _put_next(
    work: UnitOfWork,
    now: BehaviourGuide,
    *,
    title: str,
    definition: str,
    cues: tuple[str, ...],
    anchors: Mapping[int, str],
) -> BehaviourGuide:
    words = tuple(anchors[n] for n in sorted(anchors))
    before = (now.title, now.definition, now.cues, tuple(now.anchors[n] for n in sorted(anchors)))
    if (title, definition, cues, words) == before:
        return now
    _refuse_taken(work, now.key, title)
    work.put(
        BehaviourDefinition(
            id=work.new_id(BehaviourDefinition),
            key=now.key,
            title=title,
            definition=definition,
            cues=cues,
            anchors=words,
            version=now.version + 1,
        )
    )
    return playbook_of(work).behaviours[now.key]


def _refuse_taken(reads: Snapshot, key: BehaviourKey, title: str) -> None:
    for guide in playbook_of(reads).behaviours.values():
        if guide.key is not key and guide.title.casefold() == title.casefold():
            raise InputError(
                _("Another behaviour is called “{title}”.").format(title=title),
                _("Give this one a title of its own."),
            )


def rating_words(reads: Snapshot) -> tuple[Wording, ...]:
    """Every behaviour in the words in force, each anchor with how often it was given."""
    playbook, given = playbook_of(reads), ratings_given(reads)
    return tuple(_wording(playbook, guide, given) for guide in playbook.behaviours.values())


def _wording(playbook: Playbook, guide: BehaviourGuide, given: Mapping[Given, int]) -> Wording:
    shipped = shipped_playbook().behaviours[guide.key].anchors
    return Wording(
        key=guide.key,
        title=guide.title,
        short_title=guide.short_title,
        definition=guide.definition,
        anchors=tuple(
            AnchorWording(
                value=value,
                name=playbook.rating_names[value],
                words=words,
                is_shipped=is_same(words, shipped[value]),
                given=_sum(given, guide.key, value),
                given_older=sum(
                    n
                    for (key, given_as, version), n in given.items()
                    if (key, given_as) == (guide.key, value)
                    and playbook.wording(key, version).anchors[value] != words
                ),
            )
            for value, words in sorted(guide.anchors.items(), reverse=True)
        ),
    )


def _sum(given: Mapping[Given, int], key: BehaviourKey, value: int) -> int:
    return sum(n for (of, given_as, _version), n in given.items() if (of, given_as) == (key, value))
