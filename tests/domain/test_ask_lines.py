"""A request in one line keeps its words and finds its day."""

from datetime import date

import pytest

from coachdesk.domain.ask_lines import AskLine, read_ask_line
from tests.domain.making import TODAY

FRIDAY = date(2026, 3, 13)


@pytest.mark.parametrize(
    ("line", "what", "due"),
    [
        ("Re-brief Halden with Dana by Fri", "Re-brief Halden with Dana", FRIDAY),
        ("Re-brief Halden, by Friday.", "Re-brief Halden", FRIDAY),
        ("Re-brief Halden Friday", "Re-brief Halden", FRIDAY),
        ("Re-brief Halden – 13 Mar", "Re-brief Halden", FRIDAY),
        ("Update the plan by the end of this week", "Update the plan", FRIDAY),
        ("Call Dana tomorrow", "Call Dana", date(2026, 3, 11)),
        ("Stay ten minutes at hand-offs", "Stay ten minutes at hand-offs", None),
        ("Bring the Friday list to the talk", "Bring the Friday list to the talk", None),
        ("Show me what changed since Friday", "Show me what changed since Friday", None),
        ("Say what happened yesterday", "Say what happened yesterday", None),
        ("by Fri", "by Fri", None),
        ("  Keep the CRM current ", "Keep the CRM current", None),
        ("Send it by 31 February", "Send it by 31 February", None),
        ("", "", None),
    ],
)
def test_a_line_is_what_is_asked_and_by_when(line, what, due):
    assert read_ask_line(line, as_of=TODAY) == AskLine(what, due)
