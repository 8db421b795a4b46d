"""Stalks with heads, and bars: how discrete signals and their products are drawn."""

from typing import Any

import numpy as np
from matplotlib.path import Path

from animations.rendering.arrays import Values, Vertices
from animations.rendering.drawing.plane import Plane

STALK, HEAD = 2.4, 8.5  # points
BAR = 0.36  # half a bar's width; the index is the unit


def ghost_stems(plane: Plane, role: str, at: Values, values: Values, head: float = HEAD) -> None:
    """Draw faint stems that stay, for moving ones to fill; `head` is in points."""
    faint = plane.stage.theme.ghost(role)
    plane.axes.vlines(at, 0, values, color=faint, linewidth=STALK, zorder=2)
    style: dict[str, Any] = {"color": faint, "markeredgewidth": 0.0, "zorder": 2}
    plane.axes.plot(at, values, "o", markersize=head, clip_on=False, **style)


class Stems:
    """Moving stalks with heads, in the role's colour."""

    def __init__(self, plane: Plane, role: str, zorder: float) -> None:
        self._stalks = plane.line(role, STALK, zorder)
        self._heads = plane.markers(role, HEAD, zorder + 0.1)

    def show(self, at: Values, values: Values) -> None:
        """Stand at the positions `at`, as high as `values`."""
        self._stalks.set_data(stalks(at, values).T)
        self._heads.set_data(at, values)


class Bars:
    """Moving bars, one colour above the axis and another below."""

    def __init__(self, plane: Plane) -> None:
        stage, theme = plane.stage, plane.stage.theme
        self._patches = {}
        for sign, role in ((1, "y"), (-1, "negative")):
            colors = {"facecolor": theme.fill(role), "edgecolor": theme.color(role)}
            self._patches[sign] = stage.patch(1, transform=plane.data, linewidth=1.2, **colors)

    def show(self, at: Values, values: Values) -> None:
        """Stand at the positions `at`, as high as `values`."""
        for sign, patch in self._patches.items():
            there = sign * values > 0
            patch.set_visible(bool(np.any(there)))
            if patch.get_visible():
                patch.set_path(bars(at[there], 0 * values[there], values[there], BAR))


def rectangle(left: float, right: float, bottom: float, top: float) -> Vertices:
    """Return the corners, from the lower left one on clockwise."""
    return np.array([(left, bottom), (left, top), (right, top), (right, bottom)])


def bars(at: Values, bottoms: Values, tops: Values, halfwidth: float) -> Path:
    """Return upright bars as one path."""
    corners = [
        Path([*rectangle(n - halfwidth, n + halfwidth, bottom, top), (n, bottom)], closed=True)
        for n, bottom, top in zip(at, bottoms, tops, strict=True)
    ]
    return Path.make_compound_path(*corners)


def stalks(at: Values, heights: Values) -> Vertices:
    """Return upright lines from the axis, with gaps between them."""
    gaps, ground = np.full(at.shape, np.nan), np.zeros(at.shape)
    across, up = np.column_stack([at, at, gaps]), np.column_stack([ground, heights, gaps])
    return np.column_stack([across.ravel(), up.ravel()])


def blocks(at: Values, values: Values, halfwidth: float = 0.25) -> Vertices:
    """Return the outline of stems seen as blocks, ordered along the axis."""
    order = np.argsort(at)
    at, values = at[order], values[order]
    edges = np.array([-1.01, -1, 1, 1.01]) * halfwidth
    heights = np.array([0, 1, 1, 0])
    return np.column_stack(
        [np.add.outer(at, edges).ravel(), np.multiply.outer(values, heights).ravel()]
    )
