"""Impulses: arrows as high as their weights."""

from typing import Any

import numpy as np
from matplotlib.markers import CARETDOWN, CARETUP, MarkerStyle
from numpy.typing import NDArray

from animations.rendering.arrays import Values, Vertices
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stems import stalks
from signals import ContinuousSignal

HEAD = 11.0  # points
TIPS = ((1, MarkerStyle(CARETUP)), (-1, MarkerStyle(CARETDOWN)))
SHORTEN = 6  # design pixels: the shaft ends inside of the head


class Arrows:
    """Moving arrows in the role's colour; those that point down, in that of `down`.

    They are made for so many impulses at most; of none there are no artists.
    """

    def __init__(
        self,
        plane: Plane,
        role: str,
        most: int,
        down: str = "",
        width: float = 2.8,
        head: float = HEAD,
    ) -> None:
        self._shorten = SHORTEN * head / HEAD * plane.pixel_up
        self._parts = [
            (sign, plane.line(color, width, 3), plane.markers(color, head, 3.1, kind=tip))
            for (sign, tip), color in zip(TIPS, (role, down or role), strict=True)
            if most
        ]

    def show(self, weights: Vertices) -> None:
        """Stand at the impulses (at, weight)."""
        for sign, shafts, tips in self._parts:
            some = weights[weights[:, 1] * sign > 0]
            shafts.set_data(_shafts(some, self._shorten).T)
            tips.set_data(some[_is_high(some, self._shorten)].T)


def ghost_arrows(plane: Plane, role: str, weights: Vertices) -> None:
    """Draw faint arrows that stay, for moving ones to fill."""
    if not len(weights):
        return
    style: dict[str, Any] = {"color": plane.stage.theme.ghost(role), "zorder": 2}
    shafts = _shafts(weights, SHORTEN * plane.pixel_up)
    plane.axes.plot(*shafts.T, linewidth=2.6, **style)
    style |= {"linestyle": "none", "markeredgewidth": 0.0, "markersize": HEAD, "clip_on": False}
    for sign, tip in TIPS:
        some = weights[(weights[:, 1] * sign > 0) & _is_high(weights, SHORTEN * plane.pixel_up)]
        plane.axes.plot(*some.T, marker=tip, **style)


def impulses(signal: ContinuousSignal, span: tuple[float, float] | None = None) -> Vertices:
    """Return a signal's impulses as rows of (at, weight); within a span, if one is given."""
    weights = np.reshape(np.asarray(signal.impulses, dtype=float), (-1, 2))
    if span is not None:
        weights = weights[(weights[:, 0] >= span[0]) & (weights[:, 0] <= span[1])]
    return weights


def products(fixed: ContinuousSignal, sliding: ContinuousSignal, t: float, flip: bool) -> Vertices:
    """Return the impulses of fixed(τ) · sliding(±(t − τ)) over τ, as rows of (at, weight).

    Where an impulse meets another there is no product.
    """
    own, moving = impulses(fixed), impulses(sliding)
    at = t - moving[:, 0] if flip else t + moving[:, 0]
    apart = t - own[:, 0] if flip else own[:, 0] - t
    return np.concatenate(
        [
            np.column_stack([own[:, 0], own[:, 1] * sliding(apart)]),
            np.column_stack([at, moving[:, 1] * fixed(at)]),
        ]
    )


def _shafts(weights: Vertices, shorten: float) -> Vertices:
    heights: Values = weights[:, 1]
    high = _is_high(weights, shorten)
    short = np.where(high, np.sign(heights) * (np.abs(heights) - shorten), heights)
    return stalks(weights[:, 0], short)


def _is_high(weights: Vertices, shorten: float) -> NDArray[np.bool_]:
    """Whether arrows are high enough for a head, which else would cross the axis."""
    high: NDArray[np.bool_] = np.abs(weights[:, 1]) > 2 * shorten
    return high
