"""What the sheet of the own words says, in words."""

from coachdesk.domain.own_words import LONGEST_STEP, MOST_STEPS
from coachdesk.language import DEFAULT, ngettext, speaks_english, worded
from coachdesk.language import gettext as _


def example(singular: str, plural: str) -> str:
    """“Add a sales manager · 3 sales managers”, as the program would say it; or why it does not."""
    if not speaks_english():
        return _("Kept, and said where Coachdesk speaks English. Other languages bend their words.")
    words = " ".join(singular.split()) or DEFAULT[0], " ".join(plural.split()) or DEFAULT[1]
    return " · ".join(worded(said, *words) for said in ("Add a rep", "3 reps"))


def follows(singular: str) -> str:
    """What several of them are usually called."""
    said = singular.strip()
    return f"{said}s" if said else ""


def steps_of(typed: str) -> list[str]:
    """The steps in what was typed, one a line."""
    return [line.strip() for line in typed.splitlines() if line.strip()]


def too_long_words(typed: str) -> str:
    """What is too long while it is typed; "" if all fits."""
    steps = steps_of(typed)
    if len(steps) > MOST_STEPS:
        over = len(steps) - MOST_STEPS
        words = ngettext("Too long: {n} step too many.", "Too long: {n} steps too many.", over)
        return words.format(n=over)
    for n, step in enumerate(steps, 1):
        if len(step) > LONGEST_STEP:
            over = len(step) - LONGEST_STEP
            words = ngettext(
                "Too long: step {step} has {n} character too many.",
                "Too long: step {step} has {n} characters too many.",
                over,
            )
            return words.format(step=n, n=over)
    return ""


def steps_words(typed: str) -> str:
    """How many steps there are; what they are, where there is none."""
    n = len(steps_of(typed))
    if n:
        return ngettext("{n} step", "{n} steps", n).format(n=n)
    return _(
        "Nothing is shipped here. Write the steps you take before and after a requirement, "
        "one per line, in your own words."
    )
