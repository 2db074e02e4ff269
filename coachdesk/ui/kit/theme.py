"""Appearance and zoom: where every colour, length and font of the window comes from."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette

from coachdesk.ui.kit.fonts import ZOOM_STEPS, make_font, pixel_size
from coachdesk.ui.kit.tokens import Tokens, load_tokens


class Theme(QObject):
    """Light or dark at one zoom step; handed to every widget's constructor.

    Widgets ask for colours and lengths while they paint, so `changed` (colours) needs no more than
    a repaint. `rescaled` (zoom, after `changed`) means that pages build themselves again.
    Connect bound methods only: a lambda would be kept alive for good.
    """

    changed = Signal()
    rescaled = Signal()

    def __init__(
        self,
        tokens: Tokens | None = None,
        *,
        dark: bool = False,
        zoom: int = 100,
        contrast: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tokens = tokens or load_tokens()
        self._dark, self._zoom, self._contrast = dark, zoom, contrast
        self._fonts: dict[str, QFont] = {}
        self._metrics: dict[str, QFontMetricsF] = {}
        self._colors: dict[str, QColor] = {}

    @property
    def dark(self) -> bool:
        return self._dark

    @property
    def zoom(self) -> int:
        """Per cent, one of `ZOOM_STEPS`."""
        return self._zoom

    def use(
        self, *, dark: bool | None = None, zoom: int | None = None, contrast: bool | None = None
    ) -> None:
        """Change appearance, zoom (per cent) or the wish for more contrast."""
        before = (self._dark, self._zoom, self._contrast)
        rescale = zoom is not None and zoom != self._zoom
        if zoom is not None and zoom not in ZOOM_STEPS:
            raise ValueError(f"zoom {zoom} is not one of {ZOOM_STEPS}")
        self._dark = self._dark if dark is None else dark
        self._zoom = self._zoom if zoom is None else zoom
        self._contrast = self._contrast if contrast is None else contrast
        if (self._dark, self._zoom, self._contrast) == before:
            return
        self._colors.clear()
        if rescale:
            self._fonts.clear()
            self._metrics.clear()
        self.changed.emit()
        if rescale:
            self.rescaled.emit()

    def step_zoom(self, steps: int) -> None:
        """Move along the zoom steps; stops at either end."""
        at = ZOOM_STEPS.index(self._zoom) + steps
        self.use(zoom=ZOOM_STEPS[min(max(at, 0), len(ZOOM_STEPS) - 1)])

    def c(self, name: str) -> QColor:
        """The colour of a token in the current appearance."""
        if name not in self._colors:
            wanted = "control" if self._contrast and name in ("line", "lineStrong") else name
            self._colors[name] = QColor(
                self._tokens.colors["dark" if self._dark else "light"][wanted]
            )
        return self._colors[name]

    def px(self, length: float) -> int:
        """A design length at the current zoom, in whole logical pixels."""
        return round(length * self._zoom / 100)

    def font(self, role: str) -> QFont:
        """The font of a text role; `body#` has tabular figures."""
        if role not in self._fonts:
            spec = self._tokens.roles[role.removesuffix("#")]
            self._fonts[role] = make_font(
                pixel_size(spec.px, self._zoom), spec.weight, tabular=role.endswith("#")
            )
        return self._fonts[role]

    def metrics(self, role: str) -> QFontMetricsF:
        """Font metrics of a text role."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]

    def line(self, role: str) -> int:
        """Line height of a text role, logical pixels."""
        return self.px(self._tokens.roles[role.removesuffix("#")].line)

    def width(self, s: str, role: str) -> float:
        """How wide a text is in a role, logical pixels."""
        return self.metrics(role).horizontalAdvance(s)

    def palette(self) -> QPalette:
        """Colours of what Qt draws itself: caret, selection, menus, tooltips."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.c(name))
        faint = QPalette.ColorGroup.Disabled
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
            palette.setColor(faint, role, self.c("ink3"))
        palette.setColor(faint, QPalette.ColorRole.ButtonText, self.c("ink3"))
        return palette


_PALETTE = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "onAccent",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "bg",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "lineStrong",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "ink3",
}
