"""What a manager may call a rep, and the accountability steps in the manager's own words."""

from coachdesk.domain.errors import InputError
from coachdesk.language import gettext as _

LONGEST_WORD = 30
MOST_STEPS, SHORTEST_STEP, LONGEST_STEP = 10, 3, 200


def refuse_word(word: str) -> None:
    """A word for a rep is short and made of letters, spaces and hyphens."""
    said = isinstance(word, str) and word == " ".join(word.split())
    if (
        said
        and 1 <= len(word) <= LONGEST_WORD
        and all(c.isalpha() or c in " -" for c in word)
        and word[0].isalpha()
    ):
        return
    raise InputError(
        _("A word for a rep has 1 to {most} letters, spaces or hyphens.").format(most=LONGEST_WORD),
        _("Write it as you say it, such as “sales manager”."),
        code="own_word",
    )


def refuse_steps(steps: tuple[str, ...]) -> None:
    """There are at most ten steps, each a sentence of a line."""
    if len(steps) > MOST_STEPS:
        over = len(steps) - MOST_STEPS
        raise InputError(
            _("Too long: {most} steps at most, {n} too many.").format(most=MOST_STEPS, n=over),
            code="steps",
        )
    for n, step in enumerate(steps, 1):
        if len(step) > LONGEST_STEP:
            over = len(step) - LONGEST_STEP
            words = _("Too long: step {step} has {n} characters too many.")
            raise InputError(words.format(step=n, n=over), code="steps")
        if len(step) < SHORTEST_STEP or step != " ".join(step.split()):
            words = _("Too short: step {step} says nothing yet.")
            raise InputError(words.format(step=n), code="steps")
