"""Whether a window can open here: a display, and the system libraries Qt asks for.

Qt ends the interpreter when one is missing, instead of raising; so it is asked beforehand.
"""

import ctypes
import sys
from collections.abc import Mapping

from coachdesk.language import gettext as _

# Platforms of Qt that draw where nobody can see it.
UNSEEN = frozenset({"offscreen", "minimal"})
# A shared library and the Debian package that holds it: for any Qt, and for a window under X.
_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
_FOR_X = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def display_problem(environment: Mapping[str, str], *, seen: bool = False) -> str:
    """Why no window can open here, as one sentence; empty if one can.

    With `seen`, a platform that nobody can look at counts as no display.
    """
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in UNSEEN and seen:
        return _no_display()
    if not sys.platform.startswith("linux"):
        return ""
    if platform not in UNSEEN and not _has_display(environment):
        return _no_display()
    missing = missing_packages(under_x=platform not in UNSEEN)
    if missing:
        return _(
            "Qt needs system libraries that are missing; "
            "install them with: apt-get install -y {packages}"
        ).format(packages=" ".join(missing))
    return ""


def missing_packages(*, under_x: bool) -> list[str]:
    """Debian's names for the system libraries that cannot be loaded."""
    wanted = _ALWAYS | _FOR_X if under_x else _ALWAYS
    return [package for library, package in wanted.items() if not _loads(library)]


def _no_display() -> str:
    return _("There is no display here.")


def _has_display(environment: Mapping[str, str]) -> bool:
    if environment.get("WAYLAND_DISPLAY"):
        return True
    return bool(environment.get("DISPLAY")) and _x_answers(environment["DISPLAY"])


def _x_answers(display: str) -> bool:
    """Whether the X server takes a connection; a stale DISPLAY would end the interpreter in Qt."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # cannot ask; the missing library is named next
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    refused: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return refused == 0


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
