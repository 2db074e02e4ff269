"""The key list (F1): every key of this page, read from the registry."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachdesk.language import gettext as _
from coachdesk.ui.kit.canvas import Canvas, text
from coachdesk.ui.kit.card import SectionHeader
from coachdesk.ui.kit.marks import key_hint
from coachdesk.ui.kit.overlay import Overlay
from coachdesk.ui.kit.rows import RowLook, Rows
from coachdesk.ui.kit.scroll import ScrollPage
from coachdesk.ui.kit.text import Text
from coachdesk.ui.kit.theme import Theme
from coachdesk.ui.shell.actions import Action, Registry


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Actions with a key that belong together."""

    title: str
    actions: tuple[Action, ...]


def key_groups(registry: Registry) -> list[KeyGroup]:
    """Groups in the order in which their first action was registered."""
    groups: dict[str, list[Action]] = {}
    for action in registry.listed():
        if action.shortcut:
            groups.setdefault(action.menu, []).append(action)
    return [KeyGroup(title, tuple(actions)) for title, actions in groups.items()]


class _KeyPainter:
    def __init__(self, theme: Theme, registry: Registry) -> None:
        self._theme, self._registry = theme, registry

    def height(self, row: Action, width: int) -> int:
        return self._theme.px(26)

    def name(self, row: Action) -> str:
        parts = (row.title, row.keys, self._registry.why_not(row))
        return ", ".join(part for part in parts if part)

    def tip(self, row: Action) -> str:
        return self._registry.why_not(row)

    def paint(self, c: Canvas, rect: QRectF, row: Action, look: RowLook) -> None:
        taken = key_hint(c, rect.right(), rect.center().y(), row.keys)
        area = rect.adjusted(0, 0, -taken - c.theme.px(12), 0)
        text(c, area, row.title, "body", "muted" if self._registry.why_not(row) else "ink")


class KeyList(Overlay):
    """Two columns of keys; Esc closes."""

    def __init__(self, theme: Theme, window: QWidget, registry: Registry) -> None:
        super().__init__(theme, window, _("Keys"), width=760)
        px = theme.px
        self.card.add(SectionHeader(theme, _("Keys"), right=_("Esc closes")))
        columns = QHBoxLayout()
        columns.setSpacing(px(40))
        stacks = [QVBoxLayout(), QVBoxLayout()]
        filled = [0, 0]
        for group in key_groups(registry):
            side = 0 if filled[0] <= filled[1] else 1
            filled[side] += len(group.actions) + 2
            rows = Rows(
                theme, _KeyPainter(theme, registry), name=group.title, ruled=False, hover=""
            )
            rows.set_rows(group.actions)
            rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            stacks[side].addWidget(Text(theme, group.title, "label", "ink2"))
            stacks[side].addWidget(rows)
            stacks[side].addSpacing(px(16))
        for stack in stacks:
            stack.setSpacing(px(4))
            stack.addStretch(1)
            columns.addLayout(stack, 1)
        inner = QWidget()
        inner.setLayout(columns)
        columns.setContentsMargins(px(16), px(12), px(16), px(4))
        scroll = ScrollPage(theme, _("Keys"), content=inner)
        scroll.setMinimumHeight(min(inner.sizeHint().height(), window.height() - px(220)))
        self.card.add(scroll, rule=True)
