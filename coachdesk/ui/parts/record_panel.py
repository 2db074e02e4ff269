"""A record in full that no list shows any more: an event of long ago, a promise that was kept."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.shell.workplace import Workplace
from coachdesk.views.search import RecordText


class RecordPanel(Overlay):
    """Its words, its state, and the way to its history; Esc closes."""

    def __init__(self, workplace: Workplace, window: QWidget, record: RecordText) -> None:
        title = f"{record.title[:1].upper()}{record.title[1:]}"
        super().__init__(workplace.theme, window, title, width=600)
        self._workplace, self._record = workplace, record
        theme = workplace.theme
        about = " · ".join(part for part in (record.rep, record.when, record.state) if part)
        top = QVBoxLayout()
        top.setSpacing(theme.px(2))
        top.addWidget(Text(theme, title, "title"))
        top.addWidget(Text(theme, about, "small", "ink2", wrap=True))
        self.card.add(top, pad=(20, 16, 20, 10))
        words = QWidget()
        stack = QVBoxLayout(words)
        stack.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 14)))
        stack.setSpacing(theme.px(8))
        for text in record.texts:
            stack.addWidget(Text(theme, text, "body", wrap=True))
        stack.addStretch(1)
        scroll = ScrollPage(theme, title, content=words)
        height = stack.totalHeightForWidth(theme.px(600)) if stack.hasHeightForWidth() else 0
        scroll.setFixedHeight(min(max(height, theme.px(48)), window.height() - theme.px(260)))
        self.card.add(scroll, rule=True)
        foot = Footer(theme)
        row = QHBoxLayout(foot)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.addStretch(1)
        history = Button(theme, _("History"), icon="clock")
        self.close_button = Button(theme, _("Close"), "primary", hint=_("Esc"))
        history.clicked.connect(self._show_history)
        self.close_button.clicked.connect(self.close_panel)
        row.addWidget(history)
        row.addWidget(self.close_button)
        self.card.add(foot)
        self.open_panel(self.close_button)
        self.fit()

    def _show_history(self) -> None:
        self.close_panel()
        title = self._record.texts[0] if self._record.texts else self._record.title
        self._workplace.history_asked.emit(self._record.ids, title[:48])
