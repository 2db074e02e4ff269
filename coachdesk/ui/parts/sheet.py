"""A small sheet over a page: a few fields and one button, with what is refused said in place."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coachdesk.domain.errors import UserError
from coachdesk.language import gettext as _
from coachdesk.ui.kit.buttons import Button
from coachdesk.ui.kit.choices import Segmented
from coachdesk.ui.kit.fields import Field, Labeled
from coachdesk.ui.kit.overlay import Footer, Overlay
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.states import ErrorInPlace
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.workplace import Workplace

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LOWEST, RING = 72, 4


class FieldArea(ScrollPage):
    """As tall as its fields; where the window is too low for them it follows the focus."""

    def __init__(self, theme: Theme, content: QWidget) -> None:
        super().__init__(theme, content=content)
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        QApplication.instance().focusChanged.connect(self._follow)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.widget().layout()
        if layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        width = self.widget().layout().totalSizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(LOWEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.widget().isAncestorOf(now):
            self.show_widget(now, self._theme.px(RING))


class Sheet(Overlay):
    """Enter does it, Esc leaves it; a refusal stands above the buttons, nothing typed is lost.

    A screen adds its fields to `body`, then calls `ask`. One that `writes` to the store rests while
    that can only be read.
    """

    writes = True

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        title: str,
        sentence: str,
        action: str,
        *,
        width: int = 480,
    ) -> None:
        super().__init__(workplace.theme, window, title, width=width)
        self.workplace = workplace
        theme = workplace.theme
        top = QVBoxLayout()
        top.setSpacing(theme.px(2))
        top.addWidget(Text(theme, title, "title", wrap=True))
        if sentence:
            top.addWidget(Text(theme, sentence, "body", "ink2", wrap=True))
        self.card.add(top, pad=(20, 18, 20, 6))
        content = QWidget()
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(*(theme.px(m) for m in (20, 8, 20, 16)))
        self.body.setSpacing(theme.px(12))
        self._fields = FieldArea(theme, content)
        self.card.add(self._fields)
        self.problem = ErrorInPlace(theme)
        self._refused = self.card.add(self.problem, pad=(20, 0, 20, 16))
        self._refused.hide()
        self.card.add(self._build_foot(action))
        if self.writes:
            workplace.hold(self.act_button)

    def act(self) -> Callable[[], None] | None:
        """Do it; returns where the person goes then. A UserError is shown in place."""
        raise NotImplementedError

    def ask(self, first: QWidget) -> None:
        """Open it with the keys on `first`."""
        self.open_panel(first)
        if isinstance(first, Field):
            first.selectAll()
        self.fit()

    def run(self) -> None:
        """Do it, or say why not."""
        if not self.act_button.isEnabled():
            return
        try:
            go = self.act()
        except UserError as refusal:
            self.refuse(refusal)
            return
        self.close_panel()
        if go is not None:
            go()

    def refuse(self, refusal: UserError | None) -> None:
        """Say why not; None takes it back."""
        if refusal is not None:
            self.problem.say(refusal.message, refusal.next_step)
        self._refused.setVisible(refusal is not None)
        self.fit()

    def fit(self) -> None:
        self._fields.updateGeometry()
        super().fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.run()
            return
        super().keyPressEvent(event)

    def add_line(self, label: str, placeholder: str = "", text: str = "", icon: str = "") -> Field:
        """A field of one line under its label."""
        field = Field(self.workplace.theme, placeholder, name=label, icon=icon)
        field.setMaxLength(200)
        field.setText(text)
        self.body.addWidget(Labeled(self.workplace.theme, label, field))
        return field

    def add_one_of(self, label: str, options: list[tuple[str, str]]) -> Segmented:
        """A few words side by side under their label; none is chosen yet."""
        theme = self.workplace.theme
        chosen = Segmented(theme, options, name=label)
        row = QHBoxLayout()
        row.addWidget(chosen)
        row.addStretch(1)
        holder = QVBoxLayout()
        holder.setSpacing(theme.px(4))
        holder.addWidget(Text(theme, label, "label", "ink2"))
        holder.addLayout(row)
        self.body.addLayout(holder)
        return chosen

    def _build_foot(self, action: str) -> Footer:
        theme = self.workplace.theme
        foot = Footer(theme)
        self.foot = row = QHBoxLayout(foot)
        row.setContentsMargins(*(theme.px(m) for m in (20, 10, 20, 10)))
        row.setSpacing(theme.px(8))
        row.addStretch(1)
        self.close_button = Button(theme, _("Leave it"), hint=_("Esc"))
        self.act_button = Button(theme, action, "primary", hint=_("Enter"))
        row.addWidget(self.close_button)
        row.addWidget(self.act_button)
        self.close_button.clicked.connect(self.close_panel)
        self.act_button.clicked.connect(self.run)
        return foot
