"""What a kernel sees of a grid: a frame that moves, and where it stops."""

from collections.abc import Callable
from math import floor

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.path import Path

from animations.rendering.drawing.squares import Outline, Squares
from animations.rendering.drawing.stage import Stage
from signals.layer_steps import Indices, Place, Steps, WindowSteps

DASHES = (0, (3, 2))
CORNER, DOT = 17 / 52, 6 / 52  # from a tile's middle to the dot in its corner, and its size
THICK, THIN = 2.6, 1.4  # points of the frame on large tiles and on small ones


class ReceptiveField:
    """A frame around the elements that an output element sees; around each, if they lie apart.

    Between two steps it glides; to the first one from a `plain_window`. Dots mark the stops of a
    kernel that does not come to every place. The grid shows a padded input, of one row or several.
    """

    def __init__(self, stage: Stage, grid: Squares, layer: WindowSteps, width: float = 2.6) -> None:
        self._grid, self._layer = grid, layer
        width = frame_width(grid.side, width)
        self._window = Outline(stage, "h", width=width)
        self._span = Outline(stage, "h", width=1.2, zorder=4, linestyle=DASHES)
        if "stride" in layer.unusual:
            self._mark_stops(stage)

    def show(self, t: float) -> None:
        """Draw the frame at a step, or on its way from one to the next."""
        apart, around = max(self._layer.dilation) > 1, self.outline(t)
        self._span.show(*([around] if apart else []))
        self._window.show(self._glide(self.each, t) if apart else around)

    def outline(self, t: float) -> Path:
        """Return the outline of all that is seen at a step, or on the way from one to the next."""
        return self._glide(self.around, t)

    def around(self, step: int) -> Path:
        """Return the outline of all that is seen in a step."""
        return self._grid.box(*self._seen(step))

    def each(self, step: int) -> Path:
        """Return the outlines of all cells that are seen in a step."""
        rows, columns = self._seen(step)
        cells = (self._grid.cell((row, column)) for row in rows for column in columns)
        return Path.make_compound_path(*cells)

    def _seen(self, step: int) -> Indices:
        """Return what is seen in a step."""
        layer = self._layer
        return in_rows(plain_window(layer) if step < 0 else layer.seen(layer.places[step]))

    def _glide(self, outline: Callable[[int], Path], t: float) -> Path:
        return gliding(outline, t, self._layer.last, first=-1)

    def _mark_stops(self, stage: Stage) -> None:
        grid, layer = self._grid, self._layer
        seen = [in_rows(layer.seen(place)) for place in layer.places]
        stops = [grid.center(*(along[0] for along in indices)) for indices in seen]
        stage.figure.add_artist(
            Line2D(
                *(np.array(stops) + np.array((-1, 1)) * CORNER * grid.side).T,
                transform=stage.pixels, linestyle="none", zorder=3, marker="o",
                markersize=max(1.5, DOT * grid.side), markeredgewidth=0, color=stage.theme.h,
            )
        )  # fmt: skip


def plain_window(layer: WindowSteps) -> Indices:
    """Return what a kernel without dilation sees first of an input without padding.

    This is where a figure begins that first shows what its layer changes, before step 0.
    """
    return tuple(range(p, p + k) for p, k in zip(layer.padding, layer.kernel, strict=True))


def gliding(outline: Callable[[int], Path], t: float, last: int, first: int = 0) -> Path:
    """Return the outline of a step or, of a t between two steps, one that is between theirs."""
    step = min(max(floor(t + 1e-9), first), last)
    part = min(max(t - step, 0.0), 1.0)
    path = outline(step)
    if part < 1e-9 or step == last:
        return path
    start, stop = np.asarray(path.vertices), np.asarray(outline(step + 1).vertices)
    return Path(start + part * (stop - start), path.codes)


def frame_width(side: float, most: float = THICK) -> float:
    """Return how wide a frame around tiles is, in points."""
    return min(most, max(THIN, 0.08 * side))


def in_rows(seen: Indices) -> Indices:
    """Return indices of a single row as those of rows and columns."""
    return seen if len(seen) > 1 else (range(1), *seen)


def cell_in_rows(place: Place) -> Place:
    """Return the place in a single row as that in rows and columns."""
    return place if len(place) > 1 else (0, *place)


def settings(layer: Steps) -> list[list[str]]:
    """Say which settings of a layer are unusual, in words and shorter."""
    named = [(name, rf"${name[0]} = {setting(given)}$") for name, given in layer.unusual.items()]
    return [[f"{name} {symbol}" for name, symbol in named], [symbol for _, symbol in named]]


def setting(given: tuple[int, ...]) -> str:
    """Write a setting as one number, or as one per axis: rows first."""
    return str(given[0]) if len(set(given)) == 1 else r" \times ".join(map(str, given))
