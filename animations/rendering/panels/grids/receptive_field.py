"""What a kernel sees of a grid: a frame that moves, and where it stops."""

import numpy as np
from matplotlib.lines import Line2D

from animations.rendering.drawing.squares import Outline, Squares
from animations.rendering.drawing.stage import Stage
from signals.layer_steps import Indices, Place, Steps, WindowSteps

DASHES = (0, (3, 2))
CORNER, DOT = 17 / 52, 6 / 52  # from a tile's middle to the dot in its corner, and its size
THICK, THIN = 2.6, 1.4  # points of the frame on large tiles and on small ones


class ReceptiveField:
    """A frame around the elements that an output element sees; around each, if they lie apart.

    Dots mark the stops of a kernel that does not come to every place. The grid shows a padded
    input of one row or of several.
    """

    def __init__(self, stage: Stage, grid: Squares, layer: WindowSteps, width: float = 2.6) -> None:
        self._grid, self._layer = grid, layer
        width = frame_width(grid.side, width)
        self._window = Outline(stage, "h", width=width)
        self._span = Outline(stage, "h", width=1.2, zorder=4, linestyle=DASHES)
        if "stride" in layer.unusual:
            self._mark_stops(stage)

    def show(self, place: Place) -> None:
        """Draw the frame of an output element."""
        rows, columns = in_rows(self._layer.seen(place))
        grid, around = self._grid, self._grid.box(rows, columns)
        apart = max(self._layer.dilation) > 1
        self._span.show(*([around] if apart else []))
        self._window.show(
            *(grid.cell((row, column)) for row in rows for column in columns) if apart else [around]
        )

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


def setting(given: tuple[int, ...], by: str = r" \times ") -> str:
    """Write a setting as one number, or as one per axis: rows first. `by` stands between them."""
    return str(given[0]) if len(set(given)) == 1 else by.join(map(str, given))
