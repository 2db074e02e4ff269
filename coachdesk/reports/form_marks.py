"""The parts of the observation form that are filled in by hand."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from coachdesk.language import gettext as _
from coachdesk.reports.fonts import REGULAR, SEMIBOLD
from coachdesk.reports.marked import Element, box_at, part
from coachdesk.reports.marks import CAP_HEIGHT, draw_letter_box, fitted
from coachdesk.reports.mixed_text import draw_text
from coachdesk.reports.typography import AREA_WIDTH, INK, SOFT, WRITING_RULE

INDENT = 22.0


def _rule(canvas: Canvas, left: float, right: float, y: float) -> None:
    canvas.setStrokeColor(WRITING_RULE)
    canvas.setLineWidth(0.5)
    canvas.line(left, y, right, y)


def _labelled_rule(canvas: Canvas, label: str, left: float, right: float, y: float) -> None:
    """A label and a rule beside it, up to `right`."""
    canvas.setFillColor(SOFT)
    canvas.setFont(REGULAR, 9)
    canvas.drawString(left, y + 2.6, label)
    _rule(canvas, left + canvas.stringWidth(label, REGULAR, 9) + 5, right, y)


class HeadField(Flowable):  # type: ignore[misc]
    """A field of the head: its label, a rule, and on it what is known already."""

    def __init__(self, label: str, known: str, width: float, *, label_width: float) -> None:
        super().__init__()
        self.label, self.known, self.width = label, known, width
        self.label_width = label_width

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return self.width, 17.0

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFillColor(SOFT)
        canvas.setFont(REGULAR, 9)
        canvas.drawString(0, 4, self.label)
        _rule(canvas, self.label_width, self.width, 1)
        canvas.setFillColor(INK)
        canvas.setFont(SEMIBOLD, 9.5)
        known = fitted(self.known, SEMIBOLD, 9.5, self.width - self.label_width)
        draw_text(canvas, self.label_width, 4, known)


class FormRow(Flowable):  # type: ignore[misc]
    """One numbered row: what happened, then letter, number, customer, partner, and a cause."""

    HEIGHT = 66.0
    BOX, STEP = 14.6, 18.6

    def __init__(
        self, number: str, letters: str, causes: Sequence[str], words: dict[str, str]
    ) -> None:
        super().__init__()
        self.number, self.letters, self.causes, self.words = number, letters, causes, words

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return AREA_WIDTH, self.HEIGHT

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(0.8)
        canvas.line(0, self.HEIGHT, AREA_WIDTH, self.HEIGHT)
        canvas.setFillColor(INK)
        canvas.setFont(SEMIBOLD, 12)
        canvas.drawString(0, self.HEIGHT - 18, self.number)
        _labelled_rule(canvas, self.words["happened"], INDENT, AREA_WIDTH, self.HEIGHT - 20)
        _rule(canvas, INDENT, AREA_WIDTH - self._draw_causes(self.HEIGHT - 39), self.HEIGHT - 39)
        numbers = INDENT + len(self.letters) * self.STEP + 10
        width = numbers + 5 * self.STEP - INDENT
        box = box_at(canvas, INDENT, 6.5, width, self.BOX)
        choice = _("ring one letter of {letters} and one number from 1 to 5").format(
            letters=" ".join(self.letters)
        )
        with part(canvas, Element(role="Link", said=choice, goes_to="anchors", box=box)):
            self._draw_choices(INDENT, numbers, 6.5)
        left = numbers + 5 * self.STEP + 12
        middle = left + (AREA_WIDTH - left) / 2
        _labelled_rule(canvas, self.words["customer"], left, middle - 6, 8)
        _labelled_rule(canvas, self.words["partner"], middle + 6, AREA_WIDTH, 8)

    def _draw_causes(self, y: float) -> float:
        """The cause letters at the right edge; returns the width they take."""
        canvas, step = self.canv, 15.0
        canvas.setFillColor(INK)
        canvas.setFont(REGULAR, 8)
        for place, letter in enumerate(reversed(self.causes)):
            canvas.drawCentredString(AREA_WIDTH - 4 - place * step, y + 3, letter)
        left = AREA_WIDTH - len(self.causes) * step - 2
        canvas.setFillColor(SOFT)
        canvas.drawRightString(left, y + 3, self.words["missed"])
        label = canvas.stringWidth(self.words["missed"], REGULAR, 8)
        return float(len(self.causes) * step + 2 + label + 8)

    def _draw_choices(self, letters: float, numbers: float, y: float) -> None:
        canvas, radius = self.canv, self.BOX / 2
        for place, letter in enumerate(self.letters):
            draw_letter_box(canvas, letters + place * self.STEP, y, self.BOX, letter)
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        canvas.setLineWidth(0.9)
        canvas.setFont(SEMIBOLD, 9)
        for place in range(5):
            centre = numbers + place * self.STEP + radius
            canvas.circle(centre, y + radius, radius)
            canvas.drawCentredString(centre, y + radius - 4.5 * CAP_HEIGHT, str(place + 1))


class CodeLine(Flowable):  # type: ignore[misc]
    """The framed code line: form code, six pairs with a box for the cause, and the check digit."""

    ABOVE_NOTES, PADDING, BOX = 63.0, 12.0, 14.5
    role = "Div"

    def __init__(self, code: str, check: str, notes: Sequence[Flowable]) -> None:
        super().__init__()
        self.code, self.check, self.notes = code, check, notes
        self.height = self.below = 0.0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        heights = [note.wrap(AREA_WIDTH - 2 * self.PADDING, height)[1] for note in self.notes[2:]]
        self.below = sum(heights) + 1
        self.height = self.ABOVE_NOTES + self.below
        return AREA_WIDTH, self.height

    def draw(self) -> None:
        canvas, padding = self.canv, self.PADDING
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1.4)
        canvas.roundRect(0.7, 0.7, AREA_WIDTH - 1.4, self.height - 1.4, 4)
        title, where, example, causes = self.notes
        inner = AREA_WIDTH - 2 * padding
        first, causes_height = self.height - 21, causes.wrapOn(canvas, inner, 60)[1]
        for note, y in (
            (title, first),
            (where, first),
            (example, 8 + causes_height),
            (causes, 7),
        ):
            note.wrapOn(canvas, inner, 60)
            with part(canvas, Element(role="P")):
                note.drawOn(canvas, padding, y)
        said = _("{code}, six boxes for letter, number and cause, a box for the check")
        with part(canvas, Element(role="P", said=said.format(code=self.code))):
            self._draw_boxes(self.below + 15)

    def _draw_boxes(self, y: float) -> None:
        canvas, box, right = self.canv, self.BOX, AREA_WIDTH - self.PADDING
        canvas.setFillColor(INK)
        canvas.setFont(SEMIBOLD, 14)
        canvas.drawString(self.PADDING, y + 2.5, self.code)
        left = self.PADDING + 50
        check = box + canvas.stringWidth(self.check, REGULAR, 8.5) + 6
        step = (right - check - left) / 6
        for place in range(6):
            self._draw_pair(left + place * step, y, str(place + 1))
        canvas.setFillColor(SOFT)
        canvas.setFont(REGULAR, 8.5)
        canvas.drawRightString(right - box - 5, y + 4, self.check)
        canvas.setLineWidth(0.7)
        canvas.rect(right - box, y, box, box)

    def _draw_pair(self, x: float, y: float, number: str) -> None:
        canvas, box = self.canv, self.BOX
        canvas.setFillColor(SOFT)
        canvas.setFont(REGULAR, 8)
        canvas.drawString(x, y + 4, number)
        canvas.setStrokeColor(SOFT)
        canvas.setLineWidth(0.7)
        canvas.rect(x + 7, y, box, box)
        canvas.rect(x + 7 + box, y, box, box)
        canvas.setFont(REGULAR, 10)
        canvas.drawCentredString(x + 7 + 2 * box + 4.5, y + 4, "/")
        canvas.rect(x + 7 + 2 * box + 9, y, box * 0.85, box)
