"""A figure laid out in design pixels, however large its window is.

Under the picture there is a strip: rows of controls, then a line of small text.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from animations.rendering.drawing.stage import DESIGN_DPI

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text
    from matplotlib.transforms import Transform

MARGIN = 54.0, 36.0  # of the strip, left and right, as beside plots, in design pixels
ROW, GAP, LINE, EDGE = 30.0, 12.0, 14.0, 14.0  # what else it is made of
TYPE, SMALL = 12.0, 10.5  # points

Box = tuple[float, float, float, float]
"""Left, bottom, width and height in design pixels."""

Place = Callable[[float, float], Box]
"""Where something is on a sheet of this width and height."""


def row(number: int) -> float:
    """Return how high a row of the strip begins, counted from the line of text up."""
    return EDGE + LINE + GAP + number * (ROW + GAP)


def strip(rows: int) -> float:
    """Return how high a strip of so many rows is; nothing without rows."""
    return row(rows) - GAP + EDGE if rows else 0.0


class Sheet:
    """Axes that keep their places in design pixels; their edges lie between pixels."""

    def __init__(self, figure: "Figure") -> None:
        self.figure = figure
        self._places: dict[Axes, tuple[Place, bool]] = {}

    @property
    def pixels(self) -> "Transform":
        """Design pixels from the lower left corner."""
        from matplotlib.transforms import Affine2D

        return Affine2D().scale(1 / DESIGN_DPI) + self.figure.dpi_scale_trans

    @property
    def scale(self) -> float:
        """Pixels per design pixel."""
        return self.figure.dpi / DESIGN_DPI

    def add(self, place: Place, measured: bool = True) -> "Axes":
        """Add empty axes; the coordinates of `measured` ones are their own design pixels."""
        axes = self.figure.add_axes((0, 0, 1, 1))
        axes.set(navigate=False, xticks=[], yticks=[])
        axes.spines[:].set_visible(False)
        self._places[axes] = place, measured
        self._put(axes)
        return axes

    def width(self, text: "Text") -> float:
        """Return how wide a text is."""
        return float(text.get_window_extent().width) / self.scale

    def remove(self, axes: "Axes") -> None:
        """Take axes away."""
        del self._places[axes]
        axes.remove()

    def arrange(self) -> None:
        """Put everything where it belongs now."""
        for axes in self._places:
            self._put(axes)

    def redraw(self) -> None:
        """Have the sheet drawn when there is time."""
        self.figure.canvas.draw_idle()

    def _put(self, axes: "Axes") -> None:
        place, measured = self._places[axes]
        across, up = self.figure.bbox.width, self.figure.bbox.height
        left, bottom, width, height = place(across / self.scale, up / self.scale)
        start, stop = (round(x * self.scale) / across for x in (left, left + width))
        low, high = (round(y * self.scale) / up for y in (bottom, bottom + height))
        axes.set_position((start, low, max(stop - start, 1e-3), max(high - low, 1e-3)))
        if measured:
            axes.set(xlim=(0, max(width, 1.0)), ylim=(0, max(height, 1.0)))
