"""A talk that was left running overnight asks what it was."""

from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.domain.vocabulary import WhoAsked
from coachdesk.language import gettext as _
from coachdesk.services.talks import cancel_talk, hold_talk
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.dates import clock, medium_day


class LeftOpen(Overlay):
    """Held until its planned end, or not held at all; Esc decides later."""

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        session_id: UUID,
        started: datetime,
        until: datetime,
    ) -> None:
        title = _("Was this talk held?")
        super().__init__(workplace.theme, window, title, width=460)
        self._work, self._session = workplace, session_id
        self._started, self._until = started, until
        local = started.astimezone(workplace.now.tzinfo)
        px = workplace.theme.px
        body = QVBoxLayout()
        body.setContentsMargins(px(20), px(16), px(20), px(16))
        body.setSpacing(px(12))
        body.addWidget(Text(workplace.theme, title, "title"))
        body.addWidget(
            Text(
                workplace.theme,
                _("It was started on {day} at {time} and never wrapped up.").format(
                    day=medium_day(local.date()), time=clock(local.time())
                ),
                "body",
                "ink2",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.setSpacing(px(8))
        self.held = Button(workplace.theme, _("It was held"), "primary")
        self.missed = Button(workplace.theme, _("It was not held"))
        row.addWidget(self.held)
        row.addWidget(self.missed)
        row.addStretch(1)
        body.addLayout(row)
        self.card.add(body)
        self.held.clicked.connect(self._was_held)
        self.missed.clicked.connect(self._was_not_held)

    def _was_held(self) -> None:
        day = self._started.astimezone(self._work.now.tzinfo).date()
        self._work.do(hold_talk, self._session, day, until=self._until)
        self.close_panel()
        self._work.open_talk(self._session, "wrap_up")

    def _was_not_held(self) -> None:
        self._work.do(
            cancel_talk,
            self._session,
            who=WhoAsked.OTHER,
            reason=_("Not held"),
            said=_("Marked as not held"),
        )
        self.close_panel()
        self._work.open_page("today")
