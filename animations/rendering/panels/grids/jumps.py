"""How far a window jumps: an arrow from its stop before, with the number of its tiles."""

from collections.abc import Callable
from math import ceil

import numpy as np
from matplotlib.path import Path

from animations.rendering.drawing.squares import Squares
from animations.rendering.drawing.stage import Stage
from animations.rendering.panels.grids.receptive_field import gliding
from animations.rendering.theme import LABEL
from signals.layer_steps import Steps

HEAD, HALF = 9.0, 5.0  # the length of an arrow's head, and half across, in design pixels
CLEAR, DROP = 10.0, 8.0  # around a digit, and from its middle down to its baseline
UP = 6.0  # how much higher the name of a grid stands, for a digit on the grid's edge
LEAST = 50.0  # the side of a tile with room for a digit over that on it


class Jumps:
    """An arrow from where the window's upper left corner was to where it is now.

    It grows with the window, along an axis with a stride, and lies between two rows or columns.
    `around` is the window's outline in a step.
    """

    def __init__(
        self, stage: Stage, grid: Squares, layer: Steps, around: Callable[[int], Path]
    ) -> None:
        self._grid, self._layer, self._around = grid, layer, around
        color = stage.theme.h
        self._shaft = stage.patch(4, edgecolor=color, linewidth=2.0, capstyle="butt")
        self._head = stage.patch(4, facecolor=color, linewidth=0.0)
        self._number = stage.label(LABEL, "h", ha="center")

    def show(self, t: float) -> None:
        """Draw the jump to a step, as far as it has come."""
        layer = self._layer
        step = min(ceil(t - 1e-9), layer.last)
        axis = self._axis(step)
        parts = self._shaft, self._head, self._number
        for part in parts:
            part.set_visible(axis is not None)
        if axis is None:
            return
        before = self._origin(step, axis)
        start, stop = (
            np.asarray(path.vertices)[0] for path in (before, gliding(self._around, t, layer.last))
        )
        way = stop - start
        length = float(np.hypot(*way))
        if length < HEAD:
            for part in parts:
                part.set_visible(False)
            return
        along = way / length
        neck, aside = stop - HEAD * along, HALF * along[::-1]
        middle = (start + neck) / 2
        clear = CLEAR * along * (self._grid.side >= LEAST)
        self._shaft.set_path(
            Path.make_compound_path(
                Path([start, middle - clear]), Path([middle + clear, neck + along])
            )
        )
        self._head.set_path(Path([neck + aside, stop, neck - aside, neck + aside]))
        self._number.set_text(f"${layer.stride[axis]}$")
        self._number.set_position((middle[0], middle[1] - DROP))
        self._number.set_visible(t > step - 1e-9 and self._grid.side >= LEAST)

    def _axis(self, step: int) -> int | None:
        """Return along which axis the window comes to a step; None if it makes no jump."""
        if step < 1:
            return None
        place = self._layer.places[step]
        axis = len(place) - 1 if place[-1] else len(place) - 2
        return axis if self._layer.stride[axis] > 1 else None

    def _origin(self, step: int, axis: int) -> Path:
        """Return the outline of the stop that a jump along an axis starts from."""
        place = list(self._layer.places[step])
        place[axis] -= 1
        return self._around(self._layer.places.index(tuple(place)))
