"""Thin lines that turn at right angles, as in a circuit, and the sign where they are added."""

from collections.abc import Sequence

from matplotlib.path import Path

from animations.rendering.drawing.stage import Place, Stage

WIDTH, GAP = 1.2, 4.0  # of a wire, and what one that passes over others keeps clear, in points
RADIUS = 10.0  # of the sign of a sum, in design pixels
PLUS = 5.0  # half the length of its strokes


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
    (x, y), color = place, stage.theme.color(role)
    circle = stage.patch(zorder, edgecolor=color, facecolor=stage.theme.background, linewidth=1.6)
    circle.set_path(Path.circle(place, RADIUS))
    strokes = [[(x - PLUS, y), (x + PLUS, y)], [(x, y - PLUS), (x, y + PLUS)]]
    Wire(stage, role, width=1.6, zorder=zorder + 0.1).show(*strokes)
