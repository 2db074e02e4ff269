"""The two columns of a page: the right one goes under the left where there is little room."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coachdesk.ui.kit.theme import Theme

LEFT_SHARE, RIGHT_SHARE = 12, 7


class Columns(QWidget):
    """`left` and `right` are stacks of cards, 16 apart; `set_two` folds and unfolds them.

    Add the last card of a side with stretch 1, so that both columns end on one line.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        shares: tuple[int, int] = (LEFT_SHARE, RIGHT_SHARE),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shares = shares
        gap = theme.px(16)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(gap)
        self._sides = (QWidget(), QWidget())
        self.left, self.right = (QVBoxLayout(side) for side in self._sides)
        for stack, side in zip((self.left, self.right), self._sides, strict=True):
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(gap)
            self._both.addWidget(side)
        self.set_two(True)

    def set_two(self, two: bool) -> None:
        """Side by side, or one under the other."""
        direction = QBoxLayout.Direction
        self._both.setDirection(direction.LeftToRight if two else direction.TopToBottom)
        for i, share in enumerate(self._shares):
            self._both.setStretch(i, share if two else 0)
        for side, share in zip(self._sides, self._shares, strict=True):
            policy = side.sizePolicy()
            policy.setHorizontalStretch(share if two else 0)
            policy.setHorizontalPolicy(policy.Policy.Ignored if two else policy.Policy.Preferred)
            side.setSizePolicy(policy)
