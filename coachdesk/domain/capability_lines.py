"""A timeline as it is typed: words that end in working days, “Feasibility answer 5–8 days”."""

import re

_DAYS = re.compile(
    r"[\s,:]+(?P<first>\d{1,3})(?:\s*[-–]\s*(?P<last>\d{1,3}))?(?:\s+(?:working\s+)?days?)?\s*$",
    re.IGNORECASE | re.ASCII,
)


def split_days(text: str) -> tuple[str, int | None, int | None]:
    """The words, and the first and last working day at their end; one number is both."""
    found = _DAYS.search(text)
    if found is None:
        return text.strip(), None, None
    first = int(found["first"])
    last = int(found["last"]) if found["last"] else first
    return text[: found.start()].strip(), first, last
