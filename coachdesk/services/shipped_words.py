"""The shipped content, read in the language in use: which of it are words, and which are keys."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from coachdesk.language import as_shipped, spoken
from coachdesk.resources import resource

BEHAVIOURS, QUESTIONS = "behaviours.json", "questions.json"

_SHOWN = frozenset(
    """
    rating_scale cause_codes behaviours situations selection_stages context_figures writing_hints
    private_note_notice questions hiring_guide account_intelligence pre_session_gate share_kinds
    pursuit_criteria
    """.split()  # noqa: SIM905  # a list of words reads better without quotes
)
_WORDED = frozenset(
    """
    title short_title short_cue short_names definition cues anchors text why meaning ask_next
    principle expected compete collaborate customer_stage customer_question funnel_stage coach_on
    topic comparison_group source pairs_study inhibitors_study writing_hints private_note_notice
    question good bad opening rules scale
    """.split()  # noqa: SIM905
)


def read_content(name: str) -> Any:
    """What a file of the shipped content holds, its words in the language in use."""
    return _in_language(name, spoken())


@cache
def _in_language(name: str, _spoken: tuple[str, ...]) -> Any:
    return _put(_read(name), as_shipped, is_words=False)


def shipped_texts() -> Iterator[str]:
    """Every sentence of the content that a person reads, as shipped: what a language translates."""
    found: dict[str, None] = {}

    def keep(text: str) -> str:
        found[text] = None
        return text

    for name in (BEHAVIOURS, QUESTIONS):
        for key, value in _read(name).items():
            if key in _SHOWN:
                _put({key: value}, keep, is_words=False)
    return iter(found)


def _put(content: Any, words: Callable[[str], str], *, is_words: bool) -> Any:
    """The content with `words` in place of each text that stands under a key of words."""
    if isinstance(content, dict):
        return {
            key: _put(value, words, is_words=_is_worded(key, value, is_words))
            for key, value in content.items()
        }
    if isinstance(content, list):
        return [_put(value, words, is_words=is_words) for value in content]
    return words(content) if is_words and isinstance(content, str) and content else content


def _is_worded(key: str, value: Any, is_words: bool) -> bool:
    # A list of records has words and keys of its own, whatever it is called.
    is_records = isinstance(value, list) and any(isinstance(each, dict) for each in value)
    return (is_words or key in _WORDED) and not is_records


def _read(name: str) -> Any:
    return json.loads(resource("content", name).read_text("utf-8"))
