"""The question of the month on one's own coaching; twelve of our own, in turn."""

from datetime import date

from coachdesk.language import gettext as _


def questions() -> tuple[str, ...]:
    """One for each month of a year."""
    return (
        _("With whom did you talk least, and what would the next talk have to be about?"),
        _("In which talk did the rep speak more than you, and what did you do to allow it?"),
        _("Which request would have been better as a question?"),
        _("What did you share last month that nobody had asked you for?"),
        _("Which of your promises to the team cost you most, and what did it show?"),
        _("Whom have you not seen with a customer lately, and which visit could you join?"),
        _("Which rating did you give too fast, and what had you really seen?"),
        _("Where did you solve it yourself, and how could the rep have solved it?"),
        _("Which talk would you hold again, and how would you begin it?"),
        _("What do you praise too rarely, although you see it?"),
        _("Which partner team do you know least, and whom there could you ask?"),
        _("What would your reps say you should stop doing in one-on-ones?"),
    )


def question_of(month: date) -> str:
    """The same question for everybody who looks in that month."""
    every = questions()
    return every[(12 * month.year + month.month - 1) % len(every)]
