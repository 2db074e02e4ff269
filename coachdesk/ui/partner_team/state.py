"""What the page of a partner team says in words."""

from datetime import date

from coachdesk.domain.account_intelligence import confidence_words, short_names
from coachdesk.domain.introduction_rules import Stage
from coachdesk.domain.partner_vocabulary import (
    CapabilityKind,
    IntroductionForm,
    IntroductionResult,
)
from coachdesk.domain.vocabulary import BuyingRole
from coachdesk.language import gettext as _
from coachdesk.language import ngettext
from coachdesk.views.dates import near_day
from coachdesk.views.partner_team import (
    CapabilityRow,
    CustomerRow,
    IntroductionRow,
    KnownAnswer,
    Met,
    MetAt,
    PersonRow,
    old_words,
)


def met_words(met: Met | None, as_of: date) -> str:
    """“Priya, Mon, hand-off for Halden Foods”; that nobody met them."""
    if met is None:
        return _("nobody met yet")
    at = {
        MetAt.EVENT: _("seen together"),
        MetAt.JOINT_MEETING: _("joint meeting"),
        MetAt.HAND_OFF: _("hand-off"),
    }[met.at]
    where = _("{at} for {account}").format(at=at, account=met.account) if met.account else at
    return f"{met.rep_name}, {near_day(met.day, as_of)}, {where}"


def value_words(row: PersonRow) -> tuple[str, str]:
    """What we know of theirs, and what they know of ours; where it is missing, that too."""
    return (
        row.value_we_know or _("their value for the customer is not noted yet"),
        row.value_they_know or _("what they know of ours is not noted yet"),
    )


def rep_words(row: PersonRow) -> str:
    """“with Aisha, Viktor”, those who met the person."""
    reps = ", ".join(name for _id, name in row.works_with)
    return _("with {reps}").format(reps=reps) if reps else ""


def person_sentence(row: PersonRow, as_of: date) -> str:
    """What a screen reader says."""
    reps = ", ".join(name for _id, name in row.works_with)
    works = _("works with {reps}").format(reps=reps) if reps else ""
    ours, theirs = value_words(row)
    last = _("last met: {who}").format(who=met_words(row.last, as_of))
    parts = (row.name, works, last, _("we know: {words}").format(words=ours))
    return ", ".join(
        part for part in (*parts, _("they know: {words}").format(words=theirs)) if part
    )


def who_words(row: IntroductionRow) -> str:
    """“Ines Roth knows Mara Lindt”, as far as it is said."""
    if row.who and row.contact:
        return _("{who} knows {contact}").format(who=row.who, contact=row.contact)
    if row.contact:
        return _("to {contact}").format(contact=row.contact)
    return row.who


def stage_words(row: IntroductionRow, as_of: date) -> str:
    """How far it has come, with its day or its result."""
    if row.stage is Stage.ANSWERED:
        return result_words()[row.result]
    days = {
        Stage.ASKED: (_("asked {day}"), row.asked_day),
        Stage.OFFERED: (_("offered {day}"), row.offered_day),
        Stage.MADE: (_("made {day}"), row.made_day),
    }
    if row.stage not in days:
        return _("not asked yet")
    words, day = days[row.stage]
    return words.format(day=near_day(day, as_of)) if day else ""


def due_words(row: IntroductionRow, as_of: date) -> str:
    """What is due about it now, or what comes next with its day."""
    parts = []
    if row.is_talk_late and row.problem_talk_by:
        day = near_day(row.problem_talk_by, as_of)
        parts.append(_("speak about the problem: it was to be by {day}").format(day=day))
    if row.owes_word_back:
        parts.append(_("no word back yet"))
    if parts or row.problem_talk_by is None or row.problem_talk_day is not None:
        return ", ".join(parts)
    day = near_day(row.problem_talk_by, as_of)
    words = _("speak about the problem by {day}").format(day=day)
    return f"{words}: {row.pace}" if row.pace else words


def quiet_words(row: IntroductionRow, as_of: date) -> str:
    """Rep, form, what came of it, and word back."""
    saved = ""
    if row.months_saved:
        saved = ngettext(
            "about {n} month saved (estimate)",
            "about {n} months saved (estimate)",
            row.months_saved,
        ).format(n=row.months_saved)
    told = ""
    if row.word_back_day is not None:
        told = _("word back {day}").format(day=near_day(row.word_back_day, as_of))
    spoken = ""
    if row.problem_talk_day is not None:
        day = near_day(row.problem_talk_day, as_of)
        spoken = _("problem spoken about {day}").format(day=day)
    for_rep = _("for {name}").format(name=row.rep_name)
    parts = (for_rep, form_words()[row.form], row.result_note or row.note, spoken, saved, told)
    return " · ".join(part for part in parts if part)


def introduction_sentence(row: IntroductionRow, as_of: date) -> str:
    """What a screen reader says."""
    parts = (
        row.account,
        who_words(row),
        stage_words(row, as_of),
        due_words(row, as_of),
        quiet_words(row, as_of),
    )
    return ", ".join(part for part in parts if part)


def result_words() -> dict[IntroductionResult, str]:
    """What can come of an introduction."""
    return {
        IntroductionResult.OPEN: _("still open"),
        IntroductionResult.MEETING: _("a meeting"),
        IntroductionResult.NEED: _("a need"),
        IntroductionResult.NOTHING: _("nothing"),
    }


def form_words() -> dict[IntroductionForm, str]:
    """How an introduction is made."""
    return {
        IntroductionForm.IN_PERSON: _("in person"),
        IntroductionForm.CALL: _("by phone"),
        IntroductionForm.EMAIL: _("by email"),
    }


def role_words() -> dict[BuyingRole, str]:
    """What somebody at a customer has to do with buying."""
    return {
        BuyingRole.DECIDES: _("decides"),
        BuyingRole.INFLUENCES: _("influences"),
        BuyingRole.USES: _("uses it"),
        BuyingRole.CHECKS: _("checks"),
        BuyingRole.UNKNOWN: _("role unknown"),
    }


def customer_words(row: CustomerRow) -> str:
    """The newest answers in a line."""
    return " · ".join(f"{short_names()[each.question_id]}: {each.words}" for each in row.answers)


def customer_sentence(row: CustomerRow, as_of: date) -> str:
    """What a screen reader says."""
    old = old_words() if all(answer.is_old for answer in row.answers) else ""
    parts = (row.account, customer_words(row), near_day(row.newest, as_of), old)
    return ", ".join(part for part in parts if part)


def source_words(answer: KnownAnswer, as_of: date) -> str:
    """“3 Mar · Account lead · heard · may be outdated …”."""
    parts = (
        near_day(answer.day, as_of),
        answer.said_by,
        confidence_words()[answer.confidence],
        answer.note,
        old_words() if answer.is_old else "",
    )
    return " · ".join(part for part in parts if part)


def line_titles() -> dict[tuple[bool, CapabilityKind], str]:
    """The six kinds of lines, by whose they are."""
    kind = CapabilityKind
    return {
        (False, kind.CAPABILITY): _("They can"),
        (False, kind.TREND): _("They see coming"),
        (False, kind.TIMELINE): _("It takes them"),
        (True, kind.CAPABILITY): _("We can"),
        (True, kind.TREND): _("We see coming"),
        (True, kind.TIMELINE): _("It takes us"),
    }


def days_words(row: CapabilityRow) -> str:
    """“5–8 working days”."""
    first, last = row.from_days, row.to_days
    if first is None and last is None:
        return ""
    if first is None or last is None or first == last:
        n = last if last is not None else first or 0
        return ngettext("{n} working day", "{n} working days", n).format(n=n)
    return _("{first}–{last} working days").format(first=first, last=last)


def line_sentence(row: CapabilityRow, as_of: date) -> str:
    """What a screen reader says."""
    title = line_titles()[(row.ours, row.kind)]
    parts = (title, row.text, days_words(row), near_day(row.day, as_of))
    return ", ".join(part for part in parts if part)
