"""The ladder step by step: each refusal by its code. Walks of many steps: test_ask_machine."""

from dataclasses import replace

import pytest

from coachdesk.domain import ask_rules as rules
from coachdesk.domain.ask_rules import AskTerms, Thread
from coachdesk.domain.vocabulary import AskForm, AskState, MandateState
from tests.domain.making import TODAY, a_mandate, a_promise, an_ask, on, refusal

WHOLE = AskTerms(how="A joint call", due_day=on(7), help_none=True)


def a_draft(**fields):
    return an_ask(**{"state": AskState.DRAFT, "how": "", "due_day": None, "day": TODAY} | fields)


def unmet(**fields):
    return an_ask(**{"state": AskState.UNMET, "closed_day": on(-1)} | fields)


def with_help(*, due: int = 2, delivered: int | None = None, moved: int = 0, first: int = 2):
    """An ask with promised help, and that promise."""
    day = None if delivered is None else on(delivered)
    promised = a_promise(due_day=on(due), delivered_day=day)
    ask = an_ask(
        help="I lend you the slides",
        help_none=False,
        help_commitment_id=promised.id,
        first_due_day=on(first),
        due_day=on(first + moved),
    )
    return ask, promised


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({}, ""),
        ({"how": " x "}, "E-ASK-01"),
        ({"due_day": None}, "E-ASK-01"),
        ({"due_day": on(-1)}, "E-ASK-01"),
        ({"due_day": TODAY}, ""),
        ({"help_none": False}, "E-ASK-01"),
        ({"help": "Slides"}, "E-ASK-01"),
        ({"help": "Slides", "help_none": False, "help_due_day": on(7)}, ""),
        ({"help": "Slides", "help_none": False, "help_due_day": on(8)}, "E-ASK-01"),
        ({"form": AskForm.CHALLENGE}, ""),
        ({"form": AskForm.LOSS_OF_FAITH}, "E-ASK-02"),
    ],
)
def test_a_request_says_how_by_when_and_what_help(changed, code):
    assert refusal(rules.started, a_draft(), replace(WHOLE, **changed), Thread()) == code


def test_the_refusal_names_what_is_missing():
    assert rules.missing_terms(a_draft(), AskTerms()) == ["how", "by when", "what help"]


def test_the_last_form_needs_an_unmet_request_on_the_subject():
    terms = replace(WHOLE, form=AskForm.LOSS_OF_FAITH)
    assert rules.started(a_draft(), terms, Thread((unmet(),))).form is AskForm.LOSS_OF_FAITH
    void = unmet(state=AskState.VOID)
    assert refusal(rules.started, a_draft(), terms, Thread((void,))) == "E-ASK-02"


@pytest.mark.parametrize(
    ("thread", "code"),
    [
        (Thread((an_ask(),)), "E-ASK-03"),
        (Thread((), (a_mandate(),)), "E-ASK-03"),
        (Thread((a_draft(),)), ""),
        (Thread((unmet(),)), ""),
        (Thread((unmet(),), (a_mandate(state=MandateState.UNMET),)), "E-MAN-06"),
    ],
)
def test_one_request_of_a_subject_is_open_at_a_time(thread, code):
    assert refusal(rules.started, a_draft(), WHOLE, thread) == code


@pytest.mark.parametrize(
    ("day", "state", "code"),
    [
        (-10, "met", ""),
        (2, "met", ""),
        (3, "met_late", ""),
        (6, "", "E-ASK-04"),
        (-11, "", "E-ASK-04"),
    ],
)
def test_a_request_is_met_by_its_day_or_met_late(day, state, code):
    assert refusal(rules.met, an_ask(), on(day), as_of=on(5)) == code
    if state:
        assert rules.met(an_ask(), on(day), as_of=on(5)).state == state


@pytest.mark.parametrize(
    ("as_of", "new", "agreed", "code"),
    [
        (2, 5, True, ""),
        (3, 5, True, "E-ASK-05"),
        (0, 5, False, "E-ASK-05"),
        (0, 2, True, "E-ASK-05"),
    ],
)
def test_a_request_is_moved_by_both_before_its_day_passed(as_of, new, agreed, code):
    said = refusal(rules.renegotiated, an_ask(), on(new), both_agree=agreed, as_of=on(as_of))
    assert said == code


def test_the_first_due_day_of_a_moved_request_stays():
    moved = rules.renegotiated(an_ask(), on(5), both_agree=True, as_of=TODAY)
    assert (moved.first_due_day, moved.due_day) == (on(2), on(5))


@pytest.mark.parametrize(
    ("delivered", "moved", "is_unmet", "is_void"),
    [
        (2, 0, "", "E-ASK-08"),  # in time
        (1, 0, "", "E-ASK-08"),
        (4, 0, "E-ASK-07", ""),  # two days late
        (4, 1, "E-ASK-07", ""),  # late, moved by one day only
        (4, 2, "", "E-ASK-08"),  # late, moved by the delay
        (None, 0, "E-ASK-07", ""),  # never came
        (None, 9, "E-ASK-07", ""),  # never came: no move makes up for it
    ],
)
def test_a_request_whose_promised_help_failed_is_void_and_never_unmet(
    delivered, moved, is_unmet, is_void
):
    ask, promised = with_help(delivered=delivered, moved=moved)
    late = on(20)
    said = refusal(rules.closed_as_unmet, ask, promised, reason="", rep_view="", as_of=late)
    assert said == is_unmet
    assert refusal(rules.voided, ask, promised, reason="", as_of=late) == is_void


def test_a_request_is_unmet_only_past_its_day():
    for day, code in ((2, "E-ASK-06"), (3, "")):
        said = refusal(rules.closed_as_unmet, an_ask(), None, reason="", rep_view="", as_of=on(day))
        assert said == code


def test_a_request_without_help_cannot_be_void():
    assert refusal(rules.voided, an_ask(), None, reason="", as_of=on(9)) == "E-ASK-08"


def test_a_request_and_a_requirement_are_withdrawn_with_a_reason_only():
    assert refusal(rules.withdrawn, an_ask(), " ", as_of=TODAY) == "E-ASK-09"
    assert refusal(rules.mandate_withdrawn, a_mandate(), "", as_of=TODAY) == "E-MAN-05"


@pytest.mark.parametrize(
    ("thread", "changed", "code"),
    [
        (Thread((unmet(),)), {}, ""),
        (Thread(), {}, "E-MAN-01"),
        (Thread((unmet(state=AskState.VOID),)), {}, "E-MAN-01"),
        (Thread((unmet(state=AskState.WITHDRAWN),)), {}, "E-MAN-01"),
        (Thread((unmet(), an_ask())), {}, "E-MAN-01"),
        (Thread(), {"ladder_skipped": True, "skip_reason": "x" * 19}, "E-MAN-02"),
        (Thread(), {"ladder_skipped": True, "skip_reason": "x" * 20}, ""),
        (Thread((an_ask(),)), {"ladder_skipped": True, "skip_reason": "x" * 20}, "E-MAN-01"),
        (Thread((unmet(),), (a_mandate(state=MandateState.UNMET),)), {}, "E-MAN-06"),
    ],
)
def test_a_requirement_rests_on_an_unmet_request_or_on_a_written_reason(thread, changed, code):
    assert refusal(rules.required, a_mandate(**changed), thread) == code


def test_a_requirement_names_the_requests_it_rests_on():
    first, void, second = unmet(), unmet(state=AskState.VOID), unmet()
    required = rules.required(a_mandate(), Thread((first, void, second)))
    assert required.trigger_ids == (first.id, second.id)


@pytest.mark.parametrize(
    ("day", "state", "code"), [(2, "met", ""), (3, "met_late", ""), (6, "", "E-MAN-03")]
)
def test_a_requirement_is_met_by_its_day_or_met_late(day, state, code):
    assert refusal(rules.mandate_met, a_mandate(), on(day), as_of=on(5)) == code
    if state:
        assert rules.mandate_met(a_mandate(), on(day), as_of=on(5)).state == state


def test_a_requirement_is_unmet_only_past_its_day():
    for day, code in ((2, "E-MAN-04"), (3, "")):
        said = refusal(rules.mandate_unmet, a_mandate(), reason="", rep_view="", as_of=on(day))
        assert said == code


def test_nothing_follows_an_unmet_requirement():
    ended = a_mandate(state=MandateState.UNMET)
    assert refusal(rules.mandate_met, ended, TODAY, as_of=TODAY) == "E-MAN-06"
    assert refusal(rules.mandate_withdrawn, ended, "Enough", as_of=TODAY) == "E-MAN-06"


@pytest.mark.parametrize(
    "state", [state for state in AskState if state not in (AskState.OPEN, AskState.DRAFT)]
)
def test_no_step_leaves_a_closed_request(state):
    closed = an_ask(state=state)
    for step in (
        lambda: rules.met(closed, TODAY, as_of=TODAY),
        lambda: rules.renegotiated(closed, on(9), both_agree=True, as_of=TODAY),
        lambda: rules.closed_as_unmet(closed, None, reason="", rep_view="", as_of=on(9)),
        lambda: rules.voided(closed, None, reason="", as_of=on(9)),
        lambda: rules.withdrawn(closed, "Enough", as_of=TODAY),
    ):
        assert refusal(step) == "E-ASK-10"


@pytest.mark.parametrize(
    ("asks", "mandates", "state"),
    [
        ([], [], "new"),
        ([AskState.DRAFT], [], "new"),
        ([AskState.OPEN], [], "open"),
        ([AskState.UNMET, AskState.OPEN], [], "open"),
        ([AskState.UNMET], [], "waiting"),
        ([AskState.VOID], [], "waiting"),
        ([AskState.UNMET, AskState.MET_LATE], [], "resolved"),
        ([AskState.WITHDRAWN], [], "closed"),
        ([AskState.UNMET], [MandateState.OPEN], "open"),
        ([AskState.UNMET], [MandateState.MET], "resolved"),
        ([AskState.UNMET], [MandateState.UNMET], "closed"),
        ([AskState.UNMET], [MandateState.WITHDRAWN], "closed"),
    ],
)
def test_the_state_of_a_subject_follows_from_its_steps(asks, mandates, state):
    thread = Thread(
        tuple(an_ask(state=each) for each in asks),
        tuple(a_mandate(state=each) for each in mandates),
    )
    assert thread.state == state


def test_request_numbers_skip_drafts_void_and_withdrawn_ones():
    asks = tuple(
        an_ask(state=state)
        for state in (
            AskState.UNMET,
            AskState.VOID,
            AskState.WITHDRAWN,
            AskState.MET,
            AskState.DRAFT,
        )
    )
    assert [Thread(asks).number_of(ask) for ask in asks] == [1, 0, 0, 2, 0]


def test_a_thread_is_ordered_by_day_with_drafts_last():
    late, early, draft = an_ask(day=on(-1)), an_ask(day=on(-5)), a_draft(day=on(-9))
    assert rules.in_order([draft, late, early], []).asks == (early, late, draft)
