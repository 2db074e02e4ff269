"""Renders every screen, light and dark, to docs/images: the pictures of the README and the guide.

The program itself is driven by keys on the sample team at a fixed moment, so that a picture changes
only when the program does.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["COACHDESK_NOW"] = "2026-03-10T10:07:00+00:00"

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coachdesk.app import make_app
from coachdesk.domain.playbook_vocabulary import Modelled
from coachdesk.domain.vocabulary import PrintMeans
from coachdesk.services.alignment import save_alignment
from coachdesk.services.development_record import save_development_record
from coachdesk.services.documents import newest_held, print_form, print_summary
from coachdesk.services.drawing import draw_pages
from coachdesk.services.early_sheet import save_early
from coachdesk.services.joint_paper import save_joint
from coachdesk.services.manager_brief import save_manager_brief
from coachdesk.services.own_example import add_point, mark_point
from coachdesk.services.peer_meetings import plan_peer_meeting
from coachdesk.services.preparations import save_preparation
from coachdesk.services.sample import sample_id
from coachdesk.services.year_page import save_year_page
from coachdesk.ui.kit.appearance import DARK, LIGHT
from coachdesk.ui.start import Program
from coachdesk.views.search import Place

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Key = Qt.Key
SIZES = {"": (1360, 860), "-small": (1024, 700)}
PAGE_PIXELS = 1000


class Photographer:
    """Walks through the program as a person would and takes a picture of each screen."""

    def __init__(
        self, folder: Path, choice: str, suffix: str, home: Path, *, sample: bool = True
    ) -> None:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            os.environ[name] = str(home / name.lower())
        self.folder = folder
        self.end = suffix + ("-dark" if choice == DARK else "")
        self.program = Program(QApplication.instance(), make_app(), named=None, sample=sample)
        self.window = self.program.window
        self.program.appearance.choose(choice)
        self.window.resize(*SIZES[suffix])
        self.program.show()
        self.wait(lambda: self.program.office is not None)
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)

    def wait(self, ready) -> None:
        """Let events run until it is so."""
        deadline = QDeadlineTimer(20_000)
        while not ready():
            QApplication.processEvents()
            if deadline.hasExpired():
                raise TimeoutError("the program does not answer")

    def settle(self) -> None:
        """Until no worker is busy and the layout rests."""
        quiet = QDeadlineTimer(400)
        self.wait(lambda: quiet.hasExpired() and not self.program.jobs.busy)

    def press(self, key, *chord) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        for part in chord:
            modifiers |= part
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)
        QApplication.processEvents()

    def shoot(self, name: str) -> None:
        self.settle()
        self.window.grab().save(str(self.folder / f"{name}{self.end}.png"))

    def walk(self) -> None:
        """Every screen of the plane job."""
        self.shoot("today")
        self.press(Key.Key_2, CTRL)
        self.shoot("team")
        self.press(Key.Key_3, CTRL)
        self.shoot("one-on-ones")
        self.press(Key.Key_4, CTRL)
        self.shoot("partners")
        self.press(Key.Key_Right)
        self.press(Key.Key_Right)
        self.press(Key.Key_Return)
        self.shoot("hand-off")
        self.press(Key.Key_Escape)
        self.partners()
        self.press(Key.Key_5, CTRL)
        self.shoot("insights")
        self.press(Key.Key_Right)
        self.press(Key.Key_Space)
        self.shoot("figure")
        self.press(Key.Key_Escape)
        self.playbook()
        self.program.office.ways.open_visit(sample_id("jv1"))
        self.shoot("visit")
        self.press(Key.Key_K, CTRL)
        self.type("price")
        self.shoot("search")
        self.press(Key.Key_Escape)
        self.program.office.ways.open_rep(sample_id("priya"))
        self.shoot("rep")
        self.program.registry.run("rep.record")
        self.shoot("record-quarter")
        self.press(Key.Key_Escape)
        self.program.registry.run("print.templates")
        self.shoot("templates")
        self.press(Key.Key_Escape)
        self.press(Key.Key_1, CTRL)
        self.press(Key.Key_N, CTRL)
        self.type(
            "Priya transition 4 Named the lead, then gave Stefan the room @Cobalt #integration"
        )
        self.shoot("capture")
        self.press(Key.Key_Escape)
        self.press(Key.Key_P, CTRL, SHIFT)
        self.shoot("prepare")
        self.press(Key.Key_Return, CTRL)
        for line in (
            "Good week at Cobalt Lane. Proud of the review.",
            "s How I prepared my first account review: three questions, one page, one rehearsal.",
            "n4 Asked the plant lead at @Dunmere what an hour of downtime costs and wrote it down.",
            "c I ring the planning board about the second analyst on Thursday.",
            "p Let the silence stand longer next time.",
        ):
            self.type(line)
            self.press(Key.Key_Return)
        self.type("? Write what Cobalt Lane should expect from integration, one page")
        self.press(Key.Key_Return)
        self.type("Draft from the template, ask Stefan to correct it")
        self.press(Key.Key_Tab)
        self.type("Fri 13 Mar")
        self.press(Key.Key_Tab)
        self.type("Template, by tomorrow")
        self.shoot("run")
        self.press(Key.Key_Return)
        self.press(Key.Key_Return, CTRL)
        self.type("We looked at two introductions at Cobalt Lane Printing and agreed on one page.")
        self.shoot("wrap-up")
        self.press(Key.Key_T, ALT)
        self.shoot("wrap-up-text")
        self.press(Key.Key_T, ALT)

    def german(self) -> None:
        """The day and a rep in German, around what was typed in English."""
        self.program.registry.run("look.language.de")
        self.press(Key.Key_1, CTRL)
        self.shoot("today-german")
        self.program.office.ways.open_rep(sample_id("priya"))
        self.shoot("rep-german")

    def partners(self) -> None:
        """One partner team, its page, the promises of the whole team, and the two meetings."""
        ways, work = self.program.office.ways, self.program.office.workplace
        ways.open_place(Place("partners", sample_id("svc")))
        self.shoot("partners-team")
        ways.open_place(Place("partner_team", sample_id("mkt")))
        self.shoot("partner-team")
        ways.show_batons()
        self.shoot("who-has-it")
        meeting = work.do(plan_peer_meeting, sample_id("p-svc"), work.as_of, said="")
        ways.open_peer_meeting(meeting.id)
        self.shoot("peer-meeting")
        ways.open_joint_meeting(sample_id("jm8"))
        self.shoot("joint-meeting")

    def playbook(self) -> None:
        """The sections of the Playbook; one's own list with a first mark, which is taken back."""
        self.press(Key.Key_6, CTRL)
        page, work = self.program.office.screens.playbook, self.program.office.workplace
        for id in ("expectations", "questions", "stages", "ratings", "rules", "changes", "facts"):
            page.open_section(id)
            self.shoot(f"playbook-{id}")
        page.section("interviews").show_candidate(sample_id("iv1"))
        page.open_section("interviews")
        self.shoot("playbook-interview")
        points = (
            "I ask Ingrid before I promise her people",
            "I name the partner in front of the team",
            "I say first what I got wrong",
        )
        added = [work.do(add_point, words, said="") for words in points]
        work.do(mark_point, added[0].id, Modelled.DONE, said="")
        page.open_section("example")
        self.shoot("playbook-example")
        for _made in (*added, points):
            work.desk.undo()

    def begin(self) -> None:
        """The first run, with a list that needs a look."""
        for line in (
            "Priya Raman, Senior account executive, every 2 weeks, Tue 10:30",
            "Marcus Hale, Account executive, every week, Tue 13:00",
            "Lena Ortiz, Account executive, every week",
            "Tom Okafor, Account executive, every 2 weeks",
        ):
            self.type(line)
            self.press(Key.Key_Return)
        QApplication.clipboard().setText("Ortiz, Lena\nWest region")
        self.press(Key.Key_V, CTRL)
        self.type("Ben Adler, Associate")
        self.shoot("first-run")
        # Offscreen, text of ours that is left on the clipboard can crash Qt at its end.
        QApplication.clipboard().clear()

    def paper(self) -> None:
        """The printed documents."""
        desk = self.program.office.workplace.desk
        held = desk.ask(newest_held, sample_id("priya"))
        summary = print_summary(desk, held.id)
        form = print_form(desk, sample_id("priya"), means=PrintMeans.FILE)
        team, meeting, rep = sample_id("svc"), sample_id("jm1"), sample_id("priya")
        documents = {
            "summary": summary,
            "form": form,
            "alignment": save_alignment(desk, team, self.folder / "alignment.pdf"),
            "early-access": save_early(desk, team, self.folder / "early-access.pdf"),
            "joint-meeting-plan": save_joint(desk, meeting, self.folder / "joint-meeting.pdf"),
            "brief": save_manager_brief(desk, sample_id("s060"), self.folder / "brief.pdf"),
            "record": save_development_record(desk, rep, self.folder / "record.pdf"),
            "year": save_year_page(desk, rep, self.folder / "year.pdf"),
            "preparation": save_preparation(
                desk, sample_id("viktor"), self.folder / "preparation.pdf"
            ),
        }
        for leftover in self.folder.glob("*.pdf"):
            leftover.unlink()
        for name, document in documents.items():
            for number, page in enumerate(draw_pages(document.content, PAGE_PIXELS), 1):
                image = QImage(
                    page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32
                )
                image.save(str(self.folder / f"{name}-{number}.png"))

    def close(self) -> None:
        self.window.close()
        self.program.end()


def main(folder: Path) -> None:
    """All screens in both appearances, the narrow window, and the paper."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    for choice, suffix in ((LIGHT, ""), (DARK, ""), (LIGHT, "-small"), (DARK, "-small")):
        with TemporaryDirectory() as home:
            photographer = Photographer(folder, choice, suffix, Path(home))
            photographer.walk()
            if choice == LIGHT and not suffix:
                photographer.paper()
            if choice == LIGHT:
                photographer.german()
            photographer.close()
        with TemporaryDirectory() as home:
            beginner = Photographer(folder, choice, suffix, Path(home), sample=False)
            beginner.begin()
            beginner.close()
    from tests.state_screenshots import draw

    draw(folder / "states")
    app.processEvents()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    target = (
        Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "docs/images"
    )
    main(target)
