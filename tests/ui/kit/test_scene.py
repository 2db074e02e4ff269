"""A chart in the window: drawn from its shapes, walked by arrows, opened by Enter."""

from uuid import uuid4

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from coachdesk.ui.kit.scene import SceneView
from coachdesk.views.charts import Box, Dot, Drawing, Label, Stroke, Target

ANN, BEA = uuid4(), uuid4()


def grid(width):
    """Two reps, two figures each; the second rep lacks the first one."""
    drawing = Drawing()
    drawing.add(
        Box(0, 0, width, 80, "panel"),
        Box(10, 10, 40, 20, "bad", radius=4),
        Stroke(((0, 70), (width, 70)), "good", line=3),
        Dot(80, 20, 8, "ask"),
        Label(10, 50, 100, "2 of 7"),
    )
    places = [(0, 0, ANN, "need"), (0, 1, ANN, "value"), (1, 1, BEA, "value")]
    for row, column, rep, key in places:
        drawing.targets.append(
            Target(
                x=column * 60,
                y=row * 30,
                width=50,
                height=24,
                row=row,
                column=column,
                words=f"{key} {row}",
                rep_id=rep,
                key=key,
            )
        )
    return drawing.scene(width, 80, name="Chain", sentence="Two reps")


def pressed(view, *keys):
    for key in keys:
        QTest.keyClick(view, key)
    return view.current


def test_shapes_are_painted_in_the_colours_of_the_theme(shown, theme, colors):
    view = SceneView(theme, grid)
    shown(view)
    for is_dark in (False, True):
        theme.use(dark=is_dark)
        wanted = {theme.c(name).name().upper() for name in ("panel", "bad", "good", "ask")}
        assert wanted <= colors(view)


def test_arrows_walk_the_figures_and_enter_opens_one(shown, theme):
    view, opened = SceneView(theme, grid), []
    view.opened.connect(opened.append)
    shown(view)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert pressed(view, Qt.Key.Key_Right).words == "value 0"
    assert pressed(view, Qt.Key.Key_Right).words == "value 0"
    assert pressed(view, Qt.Key.Key_Left, Qt.Key.Key_Down).words == "value 1"
    assert "value 1" in view.accessibleName()
    pressed(view, Qt.Key.Key_Return)
    assert [(t.rep_id, t.key) for t in opened] == [(BEA, "value")]


def test_a_click_opens_what_is_under_it_and_nothing_beside(shown, theme):
    view, opened = SceneView(theme, grid), []
    view.opened.connect(opened.append)
    shown(view)
    first = view.scene.targets[1]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().topLeft() + view_point(first))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().bottomRight())
    assert [t.words for t in opened] == ["value 0"]


def view_point(target):
    return QPoint(int(target.x) + 5, int(target.y) + 5)


def test_a_new_drawing_keeps_the_place_and_follows_the_width(shown, theme):
    view = SceneView(theme, grid)
    shown(view)
    pressed(view, Qt.Key.Key_Down)
    view.show_scene(grid)
    assert view.current.rep_id == BEA
    assert view.scene.width == view.width()
    theme.use(zoom=200)
    view.show_scene(grid)
    assert view.scene.width == view.width() / 2
    assert view.height() == 160


def test_a_chart_without_figures_takes_no_keys(shown, theme):
    view = SceneView(theme, lambda width: Drawing().scene(width, 40, name="Empty", sentence=""))
    shown(view)
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert view.accessibleName() == "Empty"
