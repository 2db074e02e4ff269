"""The command line says the word that the store uses for a rep."""

from datetime import UTC, datetime
from pathlib import Path

from coachdesk.services.desk import Desk
from coachdesk.services.own_words import set_rep_word
from coachdesk.store.opening import open_store
from tests.cli.calling import Call


def test_a_refusal_says_the_own_word(call: Call, store: Path) -> None:
    now = datetime(2026, 3, 10, 9, tzinfo=UTC)
    desk = Desk(open_store(store, now=now), lambda: now)
    desk.do(set_rep_word, "account manager", "account managers")
    desk.close()
    refused = call("history", "--rep", "Zoe")
    assert refused.status != 0
    assert "No account manager" in refused.err
    assert "--account" not in refused.err
