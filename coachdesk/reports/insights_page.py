"""Insights on paper, for the manager: the charts of the window with their sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportlab.platypus import Flowable, PageBreak, Spacer

from coachdesk.domain.vocabulary import CHAIN
from coachdesk.language import gettext as _
from coachdesk.reports.fonts import register_fonts
from coachdesk.reports.layout import soft_text
from coachdesk.reports.marks import SectionTitle
from coachdesk.reports.pages import Margins, build_pdf
from coachdesk.reports.rows import Row
from coachdesk.reports.scene import ScenePicture
from coachdesk.reports.scripts import printable
from coachdesk.reports.typography import AREA_WIDTH, SMALL
from coachdesk.views.briefs import Paper
from coachdesk.views.chart_conduct import balance_key, balance_scene, promises_scene
from coachdesk.views.chart_heat import heat_scene
from coachdesk.views.chart_needs import needs_scene, waiting_scene
from coachdesk.views.charts import Scene
from coachdesk.views.insights import Insights

WIDE, GAP = 980.0, 20.0
"""Design pixels across the page, and points between two charts side by side."""
MOST_REPS = 8
"""Reps whose charts fit on one page; a larger team goes on overleaf."""


def render_insights(
    found: Insights, *, company: str, language: str, day: str, paper: Paper
) -> bytes:
    """The page as PDF; charts are drawn from the very shapes the window paints."""
    register_fonts()
    title = _("Insights")
    margins = Margins(
        title=f"{title}, {day}",
        language=language,
        header_left=printable(f"{company} · {title}" if company else title),
        header_right=printable(day),
        header_mark="",
        footer_left=_("For the manager; made with Coachdesk from dated observations"),
        footer_right=_page_words,
    )
    return build_pdf(lambda: list(_story(found)), margins, paper)[0]


def _page_words(page: int, pages: int) -> str:
    return _("Page {page} of {pages}").format(page=page, pages=pages)


def _story(found: Insights) -> Iterator[Flowable]:
    for number, part in enumerate(_parts(found)):
        if number:
            yield PageBreak()
        yield from _titled(
            _("Where each chain holds"),
            heat_scene(part, CHAIN, WIDE),
            _broken(part),
            AREA_WIDTH,
            note=_("rated 4 or 5, with the likely range; ▲ Strength, ▼ Focus"),
        )
        yield _beside(
            (
                _lead_title(),
                (balance_key(_half()), balance_scene(part, _half())),
                found.balance.words,
            ),
            (_("Promises kept: ● you, ○ rep"), promises_scene(part, _half()), found.promises.words),
        )
        if not number:
            yield _beside(
                (_("From need to all win"), needs_scene(found, _half()), found.needs.words),
                (
                    _("How long hand-offs stay open, % by day"),
                    waiting_scene(found, _half()),
                    found.waiting.words,
                ),
            )


def _lead_title() -> str:
    return _("How you lead")


def _broken(part: Insights) -> str:
    """Where chains probably break, or that none does."""
    names = {person.id: person.first_name for person in part.people}
    said = [
        f"{names[chain.rep_id]}: {chain.words}"
        for chain in part.chains
        if chain.behaviour is not None and chain.rep_id in names
    ]
    return " ".join(said) or _("No chain has a clear break point.")


def _parts(found: Insights) -> list[Insights]:
    """The team in its order, as many reps as a page holds."""
    starts = range(0, max(1, len(found.people)), MOST_REPS)
    return [_only(found, start) for start in starts]


def _only(found: Insights, start: int) -> Insights:
    end = start + MOST_REPS
    people = found.people[start:end]
    ids = {person.id for person in people}
    return replace(
        found,
        people=people,
        cells=tuple(cell for cell in found.cells if cell.rep_id in ids),
        balances=found.balances[start:end],
        promises_by_rep=found.promises_by_rep[start:end],
    )


def _half() -> float:
    return float(WIDE - GAP * WIDE / AREA_WIDTH) / 2


def _beside(*charts: tuple[str, Scene | Sequence[Scene], str]) -> Row:
    width = (AREA_WIDTH - GAP) / 2
    cells: list[list[Flowable]] = [
        list(_titled(title, scene, words, width)) for title, scene, words in charts
    ]
    pair = Row([cells[0], [], cells[1]], [width, GAP, width])
    pair.role = "Div"
    return pair


def _titled(
    title: str, scene: Scene | Sequence[Scene], sentence: str, width: float, *, note: str = ""
) -> Sequence[Flowable]:
    scenes = [scene] if isinstance(scene, Scene) else scene
    pictures = [ScenePicture(each, width=width) for each in scenes]
    parts: list[Flowable] = [SectionTitle(title, note, width=width), Spacer(1, 4), *pictures]
    if sentence:
        parts += [Spacer(1, 2), soft_text(printable(sentence), SMALL)]
    return [*parts, Spacer(1, 8)]
