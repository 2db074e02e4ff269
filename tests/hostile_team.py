"""The sample team with hostile names and notes."""

from dataclasses import replace

from coachdesk.domain.errors import UserError
from coachdesk.domain.evidence import Observation
from coachdesk.domain.people import Account, Rep
from coachdesk.domain.promises import Commitment
from tests.hostile import OURS

MARKUP = "<b>bold</b><img src=x onerror=alert(1)>&amp;"


def hostile_team(work):
    """Every rep, customer, note and promise by another hostile string, as far as it is allowed."""
    texts = [MARKUP, *(text for text in OURS if "\x01" not in text)]
    changes = ((Rep, "first_name", 40), (Account, "name", 80), (Observation, "comment", 600))
    for kind, name, most in (*changes, (Commitment, "text", 200)):
        for n, found in enumerate(work.find(kind)):
            text = texts[n % len(texts)]
            try:
                work.put(replace(found, **{name: (text * 3)[:most]}))
            except (UserError, ValueError):
                work.put(replace(found, **{name: MARKUP[:most]}))
