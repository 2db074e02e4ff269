"""What an observation holds besides its words and ratings: a missed expectation, and gains."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from coachdesk.domain.evidence import Draft
from coachdesk.domain.vocabulary import Cause, Gain, Side


@dataclass(frozen=True, slots=True)
class GainPart:
    """How one side came out of it, in words if there are any."""

    outcome: Gain
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Besides:
    """Whether an expectation was missed and why, and how each side came out of it."""

    missed: bool = False
    cause: Cause | None = None
    cause_note: str = ""
    gains: Mapping[Side, GainPart] = field(default_factory=dict)


NOTHING = Besides()


def besides_of(draft: Draft) -> Besides:
    """What a row of the Inbox keeps; the cause may have been ringed on the paper form."""
    content = draft.content or {}
    code, gains = content.get("cause_code"), content.get("gains")
    return Besides(
        missed=bool(content.get("expectation_missed", code is not None)),
        cause=None if code is None else Cause(str(code)),
        cause_note=str(content.get("cause_note", "")),
        gains={Side(side): GainPart(Gain(outcome)) for side, outcome in gains.items()}
        if isinstance(gains, Mapping)
        else {},
    )


def with_besides(
    content: Mapping[str, object] | None, besides: Besides
) -> Mapping[str, object] | None:
    """The content of a row of the Inbox, with these parts in place of those before."""
    kept: dict[str, object] = {
        name: value for name, value in (content or {}).items() if name not in _NAMES
    }
    if besides.missed:
        kept["expectation_missed"] = True
    if besides.cause is not None:
        kept["cause_code"] = besides.cause.value
    if besides.cause_note.strip():
        kept["cause_note"] = besides.cause_note.strip()
    if besides.gains:
        kept["gains"] = {side.value: part.outcome.value for side, part in besides.gains.items()}
    return kept or None


_NAMES = frozenset({"expectation_missed", "cause_code", "cause_note", "gains"})
