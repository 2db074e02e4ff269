"""Qt's own words, such as those of its dialogs and of the menu of a field, in our language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


def use_words_of_qt(locale: str) -> None:
    """Let Qt speak the language of `locale`; English where it has no words for it."""
    app = QCoreApplication.instance()
    if app is None:
        return
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(locale), "qtbase", "_", folder):
        app.installTranslator(translator)
