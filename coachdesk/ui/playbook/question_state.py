"""Which questions of the bank are shown: the choice in the own list, the filters, the words."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from coachdesk.domain.playbook import Playbook
from coachdesk.domain.playbook_vocabulary import Purpose, QuestionStyle
from coachdesk.domain.vocabulary import BehaviourKey, SelectionStage
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.ui.playbook.section import SideRow
from coachdesk.views.question_bank import BankFilter, BankQuestion, shown
from coachdesk.views.question_words import behaviour_words, purpose_word, style_word

EVERY, ANY = "every", "any"
FAVOURITES, OWN, RETIRED = "favourites", "own", "retired"


@dataclass(frozen=True, slots=True, kw_only=True)
class BankState:
    """The bank as read, and what is asked of it."""

    bank: tuple[BankQuestion, ...] = ()
    group: str = EVERY
    words: str = ""
    purpose: Purpose | None = None
    style: QuestionStyle | None = None
    stage: SelectionStage | None = None
    groups: tuple[str, ...] = field(default=(EVERY, *BehaviourKey, ANY, FAVOURITES, OWN, RETIRED))

    @property
    def shown(self) -> tuple[BankQuestion, ...]:
        """The questions that fit everything asked."""
        by = BankFilter(words=self.words, purpose=self.purpose, style=self.style, stage=self.stage)
        return shown(self.bank, self._within(by, self.group))

    @property
    def is_narrowed(self) -> bool:
        """Whether words or filters leave some of the group out."""
        return bool(self.words.strip() or self.purpose or self.style or self.stage)

    def whole_group(self) -> "BankState":
        """Without words and filters."""
        return replace(self, words="", purpose=None, style=None, stage=None)

    def of_group(self, group: str) -> int:
        """How many questions a line of the own list has."""
        return len(shown(self.bank, self._within(BankFilter(), group)))

    def _within(self, by: BankFilter, group: str) -> BankFilter:
        if group in set(BehaviourKey):
            return replace(by, behaviour=BehaviourKey(group))
        return replace(
            by,
            any_behaviour=group == ANY,
            favourites=group == FAVOURITES,
            own=group == OWN,
            retired=group == RETIRED,
        )


def group_rows(state: BankState, playbook: Playbook) -> tuple[SideRow, ...]:
    """The own list: every question, each behaviour, then favourites, own and retired ones."""
    counts = {group: state.of_group(group) for group in state.groups}
    return tuple(
        SideRow(group, group_title(group, playbook), str(counts[group]))
        for group in state.groups
        if counts[group] or group in (EVERY, FAVOURITES, state.group)
    )


def group_title(group: str, playbook: Playbook) -> str:
    """A line of the own list in words."""
    if group in set(BehaviourKey):
        return playbook.behaviours[BehaviourKey(group)].short_title
    return {
        EVERY: _("All"),
        ANY: _("Any behaviour"),
        FAVOURITES: _("Favourites"),
        OWN: _("In your words"),
        RETIRED: _("Retired"),
    }[group]


def count_words(n: int, of: int) -> str:
    """ "12 of 86 questions"."""
    if n == of:
        return ngettext("{n} question", "{n} questions", n).format(n=n)
    return ngettext("{n} of {of} question", "{n} of {of} questions", of).format(n=n, of=of)


def key_words(state: BankState) -> str:
    """What the keys of the list do."""
    if state.group == RETIRED:
        return _("Del brings it back")
    return _("Enter words it, F makes it a favourite, Del retires it")


def nothing_words(state: BankState) -> tuple[str, str]:
    """Why the list is empty, and what to do about it."""
    if state.is_narrowed:
        return _("No question fits."), _("Fewer words or filters show more.")
    if state.group == FAVOURITES:
        return (
            _("No favourites yet."),
            _("F makes a question a favourite; it is then proposed before the others."),
        )
    return _("No question here."), _("Write one of your own.")


def purpose_choices() -> list[tuple[str, str]]:
    """When in the coaching, for a filter."""
    return [("", _("any time")), *((each.value, purpose_word(each)) for each in Purpose)]


def style_choices() -> list[tuple[str, str]]:
    """How it is asked, for a filter."""
    return [("", _("any style")), *((each.value, style_word(each)) for each in QuestionStyle)]


def stage_choices(playbook: Playbook) -> list[tuple[str, str]]:
    """The customer's stage, for a filter or for a question of any stage."""
    stages = ((key.value, guide.title) for key, guide in playbook.stages.items())
    return [("", _("any stage")), *stages]


def behaviour_choices(playbook: Playbook) -> list[tuple[str, str]]:
    """The behaviour an own question is about."""
    keys: Sequence[BehaviourKey] = tuple(BehaviourKey)
    return [
        ("", behaviour_words(None, playbook)),
        *((key.value, behaviour_words(key, playbook)) for key in keys),
    ]
