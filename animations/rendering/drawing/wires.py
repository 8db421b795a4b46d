"""Thin lines that turn at right angles, as in a circuit, and the sign where they are added."""

from collections.abc import Sequence
from math import sqrt

from matplotlib.path import Path

from animations.rendering.drawing.stage import Place, Stage

Lines = Sequence[Sequence[Place]]
"""The corners of lines."""

WIDTH, GAP = 1.2, 4.0  # of a wire, and what one that passes over others keeps clear, in points
RADIUS = 10.0  # of the sign of a sum, in design pixels
STROKE, THICK = 0.5, 0.16  # half its strokes' length as a part of that, and points per pixel of it


class Wire:
    """A line through some corners, or several of them that belong together."""

    def __init__(self, stage: Stage, role: str, width: float = WIDTH, zorder: float = 2) -> None:
        look = {"joinstyle": "miter", "capstyle": "butt"}
        color = stage.theme.color(role)
        self._patch = stage.patch(zorder, edgecolor=color, linewidth=width, **look)

    def show(self, *lines: Sequence[Place]) -> None:
        """Draw through the corners of each of these lines; without any, vanish."""
        self._patch.set_visible(bool(lines))
        if lines:
            self._patch.set_path(Path.make_compound_path(*map(Path, lines)))


def interrupt(stage: Stage, start: Place, stop: Place, zorder: float) -> None:
    """Cut the wires under a line that crosses but doesn't join them, for it to pass over."""
    Wire(stage, "background", WIDTH + GAP, zorder).show([start, stop])


def draw_sum(stage: Stage, role: str, place: Place, zorder: float = 4) -> None:
    """Draw the sign of a sum where wires meet: a plus in a circle."""
    _draw_sign(stage, role, place, RADIUS, zorder, turned=False)


def draw_times(
    stage: Stage, role: str, place: Place, radius: float = RADIUS, zorder: float = 4
) -> None:
    """Draw the sign of a product where a wire leads to factors: a cross in a circle."""
    _draw_sign(stage, role, place, radius, zorder, turned=True)


def _draw_sign(
    stage: Stage, role: str, place: Place, radius: float, zorder: float, turned: bool
) -> None:
    (x, y), color, reach = place, stage.theme.color(role), STROKE * radius
    look = {"edgecolor": color, "facecolor": stage.theme.background}
    circle = stage.patch(zorder, linewidth=THICK * radius, **look)
    circle.set_path(Path.circle(place, radius))
    one = (reach * sqrt(0.5), reach * sqrt(0.5)) if turned else (reach, 0.0)
    strokes = [[(x - dx, y - dy), (x + dx, y + dy)] for dx, dy in (one, (-one[1], one[0]))]
    Wire(stage, role, THICK * radius, zorder + 0.1).show(*strokes)
