"""No test needs a display."""

import os

import pytest

from coachdesk.language import use_words
from coachdesk.resources import ENGLISH, bind_words

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A new store begins in the language of the system: here it is English, wherever the tests run.
os.environ["LC_ALL"] = "C.UTF-8"


@pytest.fixture(autouse=True)
def _usual_words():
    """Language and word for a rep are the whole process's: no test leaves its own behind."""
    yield
    use_words()
    bind_words(ENGLISH)
