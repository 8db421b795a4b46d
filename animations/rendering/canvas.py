"""The figure that everything is drawn on, whatever a user's settings of matplotlib are."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure

from animations.rendering.arrays import Pixels
from animations.rendering.drawing.stage import DESIGN_DPI

# Not the backend: to set it loads pyplot, and one that may open windows.
_DEFAULTS: dict[Any, Any] = {
    key: value for key, value in mpl.rcParamsDefault.items() if key != "backend"
}


class _Canvas(FigureCanvasAgg):
    """The canvas of a figure that is always printed whole.

    Cut to a tight box, as notebooks would have it, the margins are lost, and what is placed in
    pixels is displaced.
    """

    def print_figure(self, *arguments: Any, **options: Any) -> Any:
        """Print the figure to a file."""
        options["bbox_inches"] = None
        with mpl.rc_context({"savefig.bbox": None}):
            return super().print_figure(*arguments, **options)


def blank(size: tuple[int, int], scale: float, background: str) -> tuple[Figure, RendererAgg]:
    """Return an empty figure of so many pixels, and what draws it."""
    dpi = DESIGN_DPI * scale
    figure = Figure(figsize=(size[0] / dpi, size[1] / dpi), dpi=dpi, facecolor=background)
    _Canvas(figure)
    return figure, RendererAgg(*size, dpi)


def drawn(figure: Figure, renderer: RendererAgg) -> Pixels:
    """Return the pixels of the whole figure."""
    renderer.clear()
    figure.draw(renderer)
    return np.array(renderer.buffer_rgba())


@contextmanager
def plain_settings() -> Iterator[None]:
    """Draw with matplotlib's own settings, whatever the user's are; most users have no others."""
    # dict's own view, since rcParams' looks up deprecations and takes longer than to draw a curve.
    plain = _DEFAULTS.items() <= dict.items(mpl.rcParams)
    with nullcontext() if plain else mpl.rc_context(_DEFAULTS):
        yield
