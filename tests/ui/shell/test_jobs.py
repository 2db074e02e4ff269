import gc
import sys
import threading

import pytest

from coachdesk.domain.errors import InputError
from coachdesk.ui.shell.jobs import Jobs


class Screen:
    def __init__(self):
        self.answers, self.refusals, self.steps = [], [], []

    def answered(self, answer):
        self.answers.append((answer, threading.current_thread() is threading.main_thread()))

    def refused(self, error):
        self.refusals.append(error.message)

    def moved(self, share, words):
        self.steps.append((share, words))


@pytest.fixture
def screen():
    return Screen()


@pytest.fixture
def jobs(qapp):
    kept = Jobs()
    yield kept
    kept.drain()


def start(jobs, screen, work, **more):
    return jobs.start(work, done=screen.answered, refused=screen.refused, **more)


def settled(qtbot, jobs):
    qtbot.waitUntil(lambda: not jobs.busy)


def test_an_answer_arrives_on_the_interfaces_thread(jobs, screen, qtbot):
    threads = []
    start(jobs, screen, lambda: threads.append(threading.current_thread()) or "pdf")
    settled(qtbot, jobs)
    assert screen.answers == [("pdf", True)]
    assert threads[0] is not threading.main_thread()


def test_a_refusal_is_told_not_raised(jobs, screen, qtbot):
    def unreadable():
        raise InputError("Line 3 is no date.")

    start(jobs, screen, unreadable)
    settled(qtbot, jobs)
    assert screen.refusals == ["Line 3 is no date."]


def test_a_mistake_of_ours_is_raised_on_the_interfaces_thread(jobs, screen, qtbot):
    def broken():
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        start(jobs, screen, broken)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
    assert screen.answers == screen.refusals == []


def test_a_late_answer_to_a_superseded_question_is_dropped(jobs, screen, qtbot):
    gate = threading.Event()
    start(jobs, screen, lambda: gate.wait(5) and "old", topic="preview")
    start(jobs, screen, lambda: "new", topic="preview")
    gate.set()
    settled(qtbot, jobs)
    assert [answer for answer, _ in screen.answers] == ["new"]


def test_a_cancelled_job_stops_at_its_next_report_and_stays_silent(jobs, screen, qtbot):
    asked, stopped = threading.Event(), threading.Event()

    def work(token):
        token.report(0.1, "1 of 10")
        asked.set()
        gate.wait(5)
        try:
            token.report(0.2, "2 of 10")
        finally:
            stopped.set()

    gate = threading.Event()
    ticket = start(jobs, screen, work, progress=screen.moved)
    qtbot.waitUntil(lambda: screen.steps == [(0.1, "1 of 10")])
    jobs.cancel(ticket)
    gate.set()
    jobs.drain()
    assert stopped.is_set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert (screen.answers, screen.refusals, len(screen.steps)) == ([], [], 1)


def test_jobs_run_one_after_the_other(jobs, screen, qtbot):
    order = []
    for n in range(5):
        start(jobs, screen, lambda n=n: order.append(n))
    settled(qtbot, jobs)
    assert order == [0, 1, 2, 3, 4]


def test_modules_are_loaded_in_the_background(jobs, qtbot, monkeypatch):
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    jobs.load_modules(["colorsys"])
    settled(qtbot, jobs)
    assert "colorsys" in sys.modules


def test_the_collector_rests_while_a_job_runs_and_works_again_after_the_last(jobs, screen, qtbot):
    """In the worker it would destroy widgets off the interface's thread."""
    seen = []
    for _job in range(2):
        start(jobs, screen, lambda: seen.append(gc.isenabled()))
    settled(qtbot, jobs)
    assert seen == [False, False]
    assert gc.isenabled()
    start(jobs, screen, lambda: seen.append(gc.isenabled()))
    jobs.drain()
    assert gc.isenabled()
