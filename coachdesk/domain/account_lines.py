"""Customers from a table: each line is one, is here already, or is odd."""

from collections.abc import Sequence
from dataclasses import dataclass

from coachdesk.domain.entity import Id
from coachdesk.domain.import_cells import read_choice
from coachdesk.domain.import_findings import (
    LineFinding,
    Names,
    OddLine,
    Reps,
    already_there,
    longer_than,
    short,
)
from coachdesk.domain.import_mapping import Mapping
from coachdesk.domain.import_words import SITUATIONS, SIZES, STAGES
from coachdesk.domain.names import fold
from coachdesk.domain.people import Rep
from coachdesk.domain.tables import TableRow
from coachdesk.domain.vocabulary import SelectionStage, Situation, SizeClass
from coachdesk.language import gettext as _

LONGEST_NAME, LONGEST_INDUSTRY = 80, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """A customer to be made."""

    line: int
    name: str
    industry: str | None = None
    size: SizeClass | None = None
    situation: Situation | None = None
    owner: Id[Rep] | None = None
    stage: SelectionStage | None = None


class AccountCheck:
    """Goes through the lines and remembers the names it met."""

    def __init__(self, mapping: Mapping, reps: Sequence[Rep], known: Names) -> None:
        self._columns = mapping.columns
        self._reps = Reps(reps)
        self._known = known
        self._met: dict[str, int] = {}
        self.found: list[AccountLine] = []
        self.findings: list[LineFinding] = []

    def look(self, row: TableRow) -> None:
        """Take the line, or say why not."""
        cells = {
            column: cell for column, cell in zip(self._columns, row.cells, strict=False) if column
        }
        try:
            self.found.append(self._read(row.line, cells))
        except OddLine as odd:
            self.findings.append(odd.at(row.line))

    def _read(self, line: int, cells: dict[str, str]) -> AccountLine:
        name = " ".join(cells.get("name", "").split())
        if not name:
            raise OddLine(_("The customer has no name."), _("Write one, or take the line out."))
        if len(name) > LONGEST_NAME:
            raise longer_than(name, LONGEST_NAME)
        self._refuse_double(line, name, cells.get("id", ""))
        industry = cells.get("industry", "")
        if len(industry) > LONGEST_INDUSTRY:
            raise longer_than(industry, LONGEST_INDUSTRY)
        size = _choice(cells.get("size", ""), SIZES, _("small, medium or large"))
        situation = _choice(
            cells.get("situation", ""),
            SITUATIONS,
            _("large deal, strategic account, global account or inside sales"),
        )
        stage = _choice(
            cells.get("stage", ""), STAGES, _("recognise, define, compare, decide, use or review")
        )
        owner = cells.get("owner", "")
        made = AccountLine(
            line=line,
            name=name,
            industry=industry or None,
            size=SizeClass(size) if size else None,
            situation=Situation(situation) if situation else None,
            owner=self._reps.named(owner).id if owner else None,
            stage=SelectionStage(stage) if stage else None,
        )
        self._met[fold(name)] = line
        return made

    def _refuse_double(self, line: int, name: str, id: str) -> None:
        if self._known.known(name) is not None or (id and self._known.known(id) is not None):
            raise already_there(_("“{name}” is here already.").format(name=short(name)))
        if fold(name) in self._met:
            raise already_there(
                _("“{name}” stands in line {line} already.").format(
                    name=short(name), line=self._met[fold(name)]
                )
            )


def _choice(cell: str, words: dict[str, tuple[str, ...]], named: str) -> str | None:
    if not cell:
        return None
    found = read_choice(cell, words)
    if found is None:
        raise OddLine(
            _("“{words}” is not one of {choices}.").format(words=short(cell), choices=named),
            _("Write one of them, or leave the cell empty."),
        )
    return found
