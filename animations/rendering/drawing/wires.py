"""Thin lines that turn at right angles, as in a circuit, and the sign where they are added."""

from collections.abc import Sequence

from matplotlib.path import Path

from animations.rendering.drawing.stage import Place, Stage

GAP = 4.0  # points on both sides together, that a wire which passes over others keeps clear
RADIUS = 10.0  # of the sign of a sum, in design pixels
PLUS = 5.0  # half the length of its strokes


class Wire:
    """A line through some corners, or several of them that belong together.

    What lies `over` other wires interrupts them where it crosses, since it isn't tied to them.
    """

    def __init__(
        self, stage: Stage, role: str, width: float = 1.2, zorder: float = 2, over: bool = False
    ) -> None:
        look = {"joinstyle": "miter", "capstyle": "butt"}
        rim, color = stage.theme.background, stage.theme.color(role)
        rims = [stage.patch(zorder, edgecolor=rim, linewidth=width + GAP, **look)] * over
        self._patches = [*rims, stage.patch(zorder + 0.1, edgecolor=color, linewidth=width, **look)]

    def show(self, *lines: Sequence[Place]) -> None:
        """Draw through the corners of each of these lines; without any, vanish."""
        for patch in self._patches:
            patch.set_visible(bool(lines))
            if lines:
                patch.set_path(Path.make_compound_path(*map(Path, lines)))


def draw_sum(stage: Stage, role: str, place: Place, zorder: float = 4) -> None:
    """Draw the sign of a sum where wires meet: a plus in a circle."""
    (x, y), color = place, stage.theme.color(role)
    circle = stage.patch(zorder, edgecolor=color, facecolor=stage.theme.background, linewidth=1.6)
    circle.set_path(Path.circle(place, RADIUS))
    strokes = [[(x - PLUS, y), (x + PLUS, y)], [(x, y - PLUS), (x, y + PLUS)]]
    Wire(stage, role, width=1.6, zorder=zorder + 0.1).show(*strokes)
