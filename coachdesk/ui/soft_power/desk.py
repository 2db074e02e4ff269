"""Opens the sheets of soft power over the window, for the cards and for the palette."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.services.coaching_topics import coach_late_notice
from coachdesk.services.early_access import notice_came, withdraw_notice
from coachdesk.services.soft_power import soft_power
from coachdesk.services.triage import hand_on_request
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.ui.soft_power import state
from coachdesk.ui.soft_power.early_sheet import early_sheet
from coachdesk.ui.soft_power.evidence_panel import EvidencePanel
from coachdesk.ui.soft_power.request_steps import open_request
from coachdesk.ui.soft_power.sheets import HearSheet, NoticeSheet, RequestSheet, SortSheet
from coachdesk.ui.soft_power.tell_notices import TellNotices
from coachdesk.views.search import Place
from coachdesk.views.soft_power import (
    ComingRow,
    LateRep,
    NextGood,
    Quality,
    QualityRow,
    RequestRow,
    SoftPower,
)


class SoftPowerDesk:
    """Holds what the cards show; two cards of one page share one read."""

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        self.workplace, self._window = workplace, window
        self.team_id: UUID | None = None
        self._shown: SoftPower | None = None
        self._fresh: SoftPower | None = None

    def read(self, team_id: UUID | None) -> SoftPower:
        """Read the team anew."""
        self.team_id = team_id
        self._shown = self._fresh = soft_power(self.workplace.desk, team_id)
        return self._shown

    def take(self, team_id: UUID | None) -> SoftPower:
        """What was just read of the team, once; else read it."""
        fresh, self._fresh = self._fresh, None
        return fresh if fresh is not None and team_id == self.team_id else self.read(team_id)

    def note(self) -> None:
        """Ask what may be coming."""
        NoticeSheet(self.workplace, self._window, self._teams(), self.team_id)

    def change(self, row: ComingRow) -> None:
        """Show a notice, to be changed."""
        if row.is_open:
            NoticeSheet(self.workplace, self._window, self._teams(), row.team_id, row)
        else:
            self._tell_team(row.team_id)

    def change_called(self, id: UUID) -> bool:
        """The same by its id; False for one that is not open."""
        every = soft_power(self.workplace.desk).coming
        row = next((row for row in every if row.id == id), None)
        if row is not None:
            self.change(row)
        return row is not None

    def withdraw(self, row: ComingRow) -> None:
        """It will not come."""
        self._run(withdraw_notice, row.id)

    def came(self, row: ComingRow) -> None:
        """It is here."""
        self._run(notice_came, row.id)

    def tell(self) -> None:
        """Tell the chosen team, else the one whose work may begin first, what is new."""
        untold = self._now().untold
        if untold:
            self._tell_team(untold[0].team_id)

    def tell_row(self, row: ComingRow) -> None:
        """Tell the team of this notice what is new."""
        self._tell_team(row.team_id)

    def why_not_tell(self) -> str:
        """Why there is nothing to tell."""
        return "" if self._now().untold else _("The teams know what is coming as it stands.")

    def request(self) -> None:
        """Ask for a request."""
        RequestSheet(self.workplace, self._window, self._teams(), self.team_id)

    def open_request(self, row: RequestRow) -> None:
        """What can become of it."""
        open_request(self.workplace, self._window, row)

    def sort(self, row: RequestRow) -> None:
        """First, later or not worth doing."""
        SortSheet(self.workplace, self._window, row)

    def hand_on(self, row: RequestRow) -> None:
        """It went to the team today."""
        self._run(hand_on_request, row.id)

    def hear(self) -> None:
        """Ask what the team says of its job."""
        team = self._now().team
        if team is not None:
            HearSheet(self.workplace, self._window, team)

    def print_sheet(self) -> None:
        """Show the early-access sheet of the chosen team."""
        if self.team_id is not None:
            early_sheet(self.workplace, self._window, self.team_id).ask()

    def why_no_team(self) -> str:
        """Why nothing is said of one team."""
        return _("Choose a team on Partners.") if self.team_id is None else ""

    def show_evidence(self, row: QualityRow) -> None:
        """The hand-offs and requests behind a figure."""
        team = self._now().team
        if team is None:
            return
        if row.evidence:
            EvidencePanel(self.workplace, self._window, row, team)
        else:
            line = state.quality_line(row, team, self.workplace.as_of)
            self.workplace.say(f"{state.quality_title(row.quality)}: {line}.")

    def do_next(self, good: NextGood) -> None:
        """The next good thing to do."""
        match good.quality:
            case Quality.EMPATHY:
                self.hear()
            case Quality.EARLY_ACCESS:
                self.tell() if good.count else self.note()
            case Quality.QUALIFIED_WORK:
                waits = [row for row in self._now().requests if row.decision is None]
                self.sort(waits[0]) if good.count and waits else self.request()
            case Quality.VOICE if good.hand_off_id is not None:
                self.workplace.open_place(Place("hand_off", good.hand_off_id))

    def talk_about(self, row: LateRep) -> None:
        """Put the question on the next talk's agenda; without a talk the rep's page shows."""
        if row.talk_id is None:
            self.workplace.open_rep(row.rep_id)
            return
        said = _("On the agenda of the next one-on-one with {name}").format(name=row.first_name)
        self._run(coach_late_notice, row.talk_id, row.question, said=said)

    def _tell_team(self, team_id: UUID) -> None:
        rows = soft_power(self.workplace.desk, team_id).untold
        if rows:
            TellNotices(self.workplace, self._window, rows)
        else:
            self.workplace.say(_("The team knows what is coming as it stands."))

    def _now(self) -> SoftPower:
        return self._shown if self._shown is not None else self.read(self.team_id)

    def _teams(self) -> tuple[tuple[UUID, str], ...]:
        return self._now().teams

    def _run(self, command: object, *given: object, said: str | None = None) -> None:
        try:
            self.workplace.do(command, *given, said=said)  # type: ignore[arg-type]
        except UserError as refused:
            self.workplace.say(f"{refused.message} {refused.next_step}".strip())
