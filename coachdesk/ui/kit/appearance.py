"""Dresses the application: style, fonts, palette, and light or dark as chosen or as the system."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QToolTip

from coachdesk.ui.kit.fonts import load_fonts
from coachdesk.ui.kit.theme import Theme

SYSTEM, LIGHT, DARK = "system", "light", "dark"


class Appearance(QObject):
    """Keeps a QApplication dressed in a theme; `choice` is system, light or dark.

    The choice is kept by us: `setColorScheme` does nothing on some platforms.
    """

    def __init__(self, app: QApplication, theme: Theme, choice: str = SYSTEM) -> None:
        super().__init__(app)
        self._app, self._theme = app, theme
        self._hints = app.styleHints()  # kept: what it returns lives no longer than it
        self.choice = choice
        app.setStyle("Fusion")
        load_fonts()
        theme.changed.connect(self._dress)
        more = Qt.ContrastPreference.HighContrast
        wishes = self._hints.accessibility()
        theme.use(contrast=wishes.contrastPreference() == more)
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self.choose(choice)
        self._dress()

    def choose(self, choice: str) -> None:
        """Switch to light, dark, or whatever the system has."""
        self.choice = choice
        scheme = self._hints.colorScheme()
        system_dark = scheme == Qt.ColorScheme.Dark
        self._theme.use(dark=choice == DARK or (choice == SYSTEM and system_dark))

    def _system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.choice == SYSTEM:
            self.choose(SYSTEM)

    def _dress(self) -> None:
        self._app.setPalette(self._theme.palette())
        self._app.setFont(self._theme.font("body"))
        QToolTip.setPalette(self._theme.palette())
        QToolTip.setFont(self._theme.font("small"))
        for window in self._app.topLevelWidgets():
            window.update()
