"""Stalks with heads, and bars: how discrete signals and their products are drawn."""

from typing import Any

import numpy as np
from matplotlib.markers import TICKDOWN, MarkerStyle
from matplotlib.path import Path

from animations.rendering.arrays import Values, Vertices
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stage import DOT
from animations.rendering.framing.profile import extremes
from signals import DiscreteSignal

STALK, HEAD, THIN = 2.4, 8.5, 1.7  # points; a thin line leads through many samples
BAR = 0.36  # half a bar's width; the index is the unit
MANY = 60  # from so many samples on, stems would run into each other
CROWDED = 2.0  # samples in a design pixel, from which on their least and greatest is drawn
EDGE = 1.0  # points, around what crowded bars are
FEW = 3  # samples that no line is led through, however many others there are
RUG, RUG_APART = 3.2, 3.5  # how long its threads are, in points, and how far apart in pixels


def is_dense(count: int) -> bool:
    """Whether so many samples are a line, with a rug that shows where they are, in place of stems.

    The line leads from head to head.
    """
    return count >= MANY


def count_seen(signal: DiscreteSignal, span: tuple[float, float]) -> int:
    """Return how many samples of a signal can be in view at once, wherever it slides."""
    return int(min(len(signal.values), span[1] - span[0]))


def ghost_stems(plane: Plane, role: str, at: Values, values: Values, dense: bool = False) -> None:
    """Draw faint stems that stay, for moving ones to fill."""
    faint = plane.stage.theme.ghost(role)
    if dense:
        at, values = envelope(at, values, plane.pixel)
        plane.axes.plot(at, values, color=faint, linewidth=THIN, zorder=2)
        return
    plane.axes.vlines(at, 0, values, color=faint, linewidth=STALK, zorder=2)
    style: dict[str, Any] = {"color": faint, "markeredgewidth": 0.0, "zorder": 2}
    plane.axes.plot(at, values, "o", markersize=HEAD, clip_on=False, **style)


def hollow_stems(plane: Plane, at: Values, values: Values) -> None:
    """Draw grey stems with hollow heads, to compare others with, over all that piles up."""
    stage = plane.stage
    plane.line("muted", 1.6, zorder=1.2).set_data(stalks(at, values).T)
    heads = plane.markers("muted", HEAD, zorder=1.3)
    heads.set(data=(at, values), markerfacecolor=stage.theme.background, markeredgewidth=1.6)


class Stems:
    """Moving stalks with heads, in the role's colour; of many samples, a line and a rug."""

    def __init__(self, plane: Plane, role: str, zorder: float, dense: bool = False) -> None:
        self._dense, self._pixel = dense, plane.pixel
        self._stalks = plane.line(role, THIN if dense else STALK, zorder)
        kind, size = (MarkerStyle(TICKDOWN), RUG) if dense else (DOT, HEAD)
        self._heads = plane.markers(role, size, zorder + 0.1, kind=kind)
        self._rug = dense and 1 / plane.pixel >= RUG_APART
        if dense:
            self._heads.set_markeredgewidth(0.7)

    def show(self, at: Values, values: Values) -> None:
        """Stand at the positions `at`, as high as `values`."""
        if not self._dense:
            self._stalks.set_data(stalks(at, values).T)
            self._heads.set_data(at, values)
            return
        order = np.argsort(at)
        if len(at) <= FEW:
            self._stalks.set_data(stalks(at, values).T)
        else:
            self._stalks.set_data(*envelope(at[order], values[order], self._pixel))
        threads = at if self._rug else at[:0]
        self._heads.set_data(threads, np.zeros_like(threads))

    def paint(self, color: str) -> None:
        """Take another colour."""
        self._stalks.set_color(color)
        self._heads.set_color(color)


class Bars:
    """Moving bars, one colour above the axis and another below; many have no edges."""

    def __init__(self, plane: Plane, dense: bool = False) -> None:
        stage, theme = plane.stage, plane.stage.theme
        self._half = 0.5 if dense else BAR
        self._pixel = plane.pixel
        self._patches = {}
        for sign, role in ((1, "y"), (-1, "negative")):
            colors = {"facecolor": theme.fill(role), "edgecolor": theme.color(role)}
            width = (EDGE if self._pixel >= CROWDED else 0.0) if dense else 1.2
            self._patches[sign] = stage.patch(1, transform=plane.data, linewidth=width, **colors)

    def show(self, at: Values, values: Values, grounds: Values | float = 0.0) -> None:
        """Stand at the positions `at`, as high as `values`, on the axis or on other grounds."""
        lows = np.broadcast_to(grounds, values.shape)
        crowded = self._pixel >= CROWDED and not np.any(lows)
        for sign, patch in self._patches.items():
            there = sign * values > 0
            patch.set_visible(bool(np.any(there)))
            if patch.get_visible() and crowded:
                patch.set_path(silhouette(at, values, sign, self._pixel))
            elif patch.get_visible():
                tops = lows + values
                patch.set_path(bars(at[there], lows[there], tops[there], self._half))


def stacked(values: Values) -> Values:
    """Return the grounds of blocks that stand on each other; negative ones hang from the axis."""
    grounds = np.zeros(values.shape)
    for there in (values > 0, values < 0):
        grounds[there] = np.cumsum(values[there]) - values[there]
    return grounds


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


def envelope(at: Values, values: Values, pixel: float) -> tuple[Values, Values]:
    """Return samples, ordered along the axis; of crowds, the least and the greatest in each pixel.

    They keep their places, so that the line through them covers what the line through all does.
    """
    if pixel < CROWDED or not at.size:
        return at, values
    kept = extremes(at, values, pixel)
    return at[kept], values[kept]


def silhouette(at: Values, values: Values, sign: int, pixel: float) -> Path:
    """Return the outline of bars of one sign, that touch each other, as high as in each pixel."""
    column = np.floor(at / pixel).astype(int)
    heights = np.zeros(column[-1] - column[0] + 1)
    reach = np.maximum if sign > 0 else np.minimum
    reach.at(heights, column - column[0], values)
    edges = (np.arange(heights.size + 1) + column[0]) * pixel
    corners = np.column_stack([np.repeat(edges, 2), [0.0, *np.repeat(heights, 2), 0.0]])
    return Path(np.vstack([corners, corners[:1]]), closed=True)


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


def hull(at: Values, values: Values) -> Vertices:
    """Return the outline of so many stems that they are a line: of each and its neighbours the top.

    The positions are ordered along the axis.
    """
    order = np.argsort(at)
    at, values = at[order], values[order]
    if not len(at):
        return np.empty((0, 2))
    padded = np.pad(values, 1, mode="edge")
    return np.column_stack([at, np.maximum(np.maximum(padded[:-2], values), padded[2:])])
