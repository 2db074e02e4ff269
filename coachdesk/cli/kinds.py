"""Which documents there are on the command line, and what each is chosen by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Takes:
    """Which of --rep, --session, --partner choose a document; `needs` cannot be missing."""

    options: frozenset[str]
    needs: str = ""


KINDS = {
    "summary": Takes(frozenset({"rep", "session"})),
    "brief": Takes(frozenset({"rep", "session"})),
    "year": Takes(frozenset({"rep"}), "rep"),
    "form": Takes(frozenset({"rep"})),
    "preparation": Takes(frozenset({"rep"}), "rep"),
    "record": Takes(frozenset({"rep"}), "rep"),
    "alignment": Takes(frozenset({"partner"}), "partner"),
    "early-access": Takes(frozenset({"partner"}), "partner"),
    "joint-meeting": Takes(frozenset({"rep", "partner"})),
}
