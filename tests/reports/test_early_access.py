"""The early-access sheet of a partner team, read back from its PDF by another program."""

# ruff: noqa: F811

from dataclasses import replace
from datetime import timedelta

from coachdesk.domain.documents import PrintedDocument
from coachdesk.domain.marketing import WarmIntroduction
from coachdesk.domain.partner_vocabulary import NoticeState
from coachdesk.domain.people import PartnerTeam
from coachdesk.domain.private_notes import PrivateNote
from coachdesk.domain.soft_power import EarlyAccessItem
from coachdesk.domain.vocabulary import DocumentKind, PrintMeans, SubjectKind
from coachdesk.reports.early_access import render_early_access
from coachdesk.services.desk import Desk
from coachdesk.services.early_access import tell_notices, withdraw_notice
from coachdesk.services.early_sheet import draw_early, early_brief, record_early
from coachdesk.views.early_brief import ComingLine, EarlyBrief, ExpectedLine
from tests.reports.reading import fonts_of, pages_of
from tests.services.conftest import clock, desk, team_file  # noqa: F401
from tests.services.making import all_of

EMPTY = EarlyBrief(
    language="en",
    company="Example Company",
    team="Creative",
    day="Tuesday 10 March 2026",
    contact="Helen Marsh",
)
LONG = "what may be coming for them and why nobody can say so for certain yet " * 4


def full(coming: int = 10) -> EarlyBrief:
    line = ComingLine(
        account="Cobalt", what=LONG, when="Fri 27 Mar – Fri 10 Apr", likely="likely, 50 %"
    )
    expected = ExpectedLine(account="Birch", expectation=LONG, person="Dana", due="Fri 13 Mar")
    return replace(
        EMPTY,
        coming=tuple(replace(line, account=f"Customer {n}", about=LONG) for n in range(coming)),
        changed=(LONG,) * 9,
        questions=tuple(f"{n} {LONG}" for n in range(9)),
        expected=(expected,) * 9,
        wanted=(LONG,) * 6,
        able=(LONG,) * 9,
    )


def team_with_changes(desk: Desk) -> PartnerTeam:
    """A team of the sample whose first notice was told and is withdrawn now."""
    notices = all_of(desk, EarlyAccessItem, state=NoticeState.OPEN)
    told = next(item for item in notices if item.told_day is not None)
    desk.do(withdraw_notice, told.id)
    return desk.ask(lambda reads: reads.get(PartnerTeam, told.team_id))


def test_an_empty_sheet_asks_what_it_does_not_know() -> None:
    (page,) = pages_of(render_early_access(EMPTY, "A4").pdf)
    for words in (
        "Nothing is known at present.",
        "How would you like to be told about new work?",
        "Please tell us what you can do now.",
        "Your answer",
    ):
        assert words in page
    for title in ("Withdrawn", "Hand-offs now with you", "Introductions"):
        assert title not in page


def test_a_full_sheet_merges_its_lists_and_rolls_what_is_coming() -> None:
    first, second = pages_of(render_early_access(full(12), "A4").pdf)
    both = first + second
    assert [f"Customer {n}" in both for n in range(12)] == [True] * 12
    assert "Customer 0" in first
    assert "Customer 11" in second
    assert both.count("and 5 more") == 3  # changed, questions, and what they can do
    assert "and 4 more" in both
    assert "and 3 more" in both
    assert "Your answer" in first


def test_it_says_what_was_withdrawn_until_the_team_was_told(desk: Desk) -> None:
    team = team_with_changes(desk)
    (page,) = pages_of(draw_early(desk.ask(early_brief, team.id), "A4").pdf)
    assert "will not come." in page
    changed = [item for item in all_of(desk, EarlyAccessItem, team_id=team.id) if item.changed_day]
    desk.do(tell_notices, [item.id for item in changed])
    assert "will not come." not in pages_of(draw_early(desk.ask(early_brief, team.id), "A4").pdf)[0]


def test_introductions_that_were_asked_for_and_not_made_print_with_the_four_questions(
    desk: Desk,
) -> None:
    known = all_of(desk, WarmIntroduction)[0]
    asked = replace(known, made_day=None, asked_day=desk.as_of - timedelta(days=9))
    desk.do(lambda work: work.put(asked))
    (page,) = pages_of(draw_early(desk.ask(early_brief, known.from_team_id), "A4").pdf)
    assert "Introductions you could open" in page
    assert "Runs well, at capacity (1–5)" in page


def test_every_team_of_the_sample_prints_one_page_without_private_words(desk: Desk) -> None:
    private = [note.text for note in all_of(desk, PrivateNote)]
    for team in all_of(desk, PartnerTeam):
        for paper in ("A4", "Letter"):
            drawn = draw_early(desk.ask(early_brief, team.id), paper)  # type: ignore[arg-type]
            (page,) = pages_of(drawn.pdf)
            assert team.name in page
            assert not [text for text in private if text in page]
            assert drawn.missing == ()
            assert fonts_of(drawn.pdf)


def test_the_print_is_recorded_for_the_team(desk: Desk) -> None:
    team = all_of(desk, PartnerTeam)[0]
    record_early(desk, team.id, b"%PDF", PrintMeans.FILE)
    printed = next(p for p in all_of(desk, PrintedDocument) if p.kind is DocumentKind.EARLY_ACCESS)
    assert (printed.subject_kind, printed.subject_id) == (SubjectKind.PARTNER_TEAM, team.id)
