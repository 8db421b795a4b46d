"""From a photograph and filters to a whole figure: a few pixels as numbers, then all of them."""

from collections.abc import Sequence

import numpy as np

from animations.rendering.animation import Animation
from animations.rendering.beats import steps, visit
from animations.rendering.framing.numbers import shortest
from animations.rendering.panels.grids.filtered import Filter, FilteredPanel
from animations.rendering.panels.grids.photograph import PhotographPanel, ZoomPanel
from animations.rendering.panels.grids.turned import TurnPanel
from animations.rendering.panels.in_turn import InTurn
from animations.rendering.panels.text.heading import Narration
from animations.rendering.storyboards.course import listed, plain
from animations.rendering.timeline import Beat, Frame
from signals import LayerSteps
from signals.arguments import FloatArray
from signals.window import times

IN_THE_PLANE = (
    r"\textcolor{y}{y(i, j)} = \sum_{m, n}\textcolor{h}{w(m, n)}\textcolor{x}{x(i + m, j + n)}"
)
# The turn has begun already in the first frame, which so differs from what is left as it is.
BEGUN, TURNED = (Frame(0, 0.0, t, sweeping=False) for t in (-1.88, -1.0))
TURNING = Beat(0.8, BEGUN, BEGUN), Beat(0.9, BEGUN, TURNED, gently=True), Beat(1.6, TURNED, TURNED)
NUMBER, READ = 0.9, 1.8  # seconds of a step among numbers, and of the first three
ROWS, SWIFT = 4, 0.08  # of the photograph in a step, and its seconds


def animate_filters(
    photo: FloatArray,
    filters: Sequence[Filter],
    rows: range,
    columns: range,
    *,
    title: str = "Filters over a photograph",
) -> Animation:
    """Tell what filters make of a photograph, in a figure with everything that belongs to one.

    First a kernel of numbered weights turns as convolution would have it, which deep learning
    leaves out. Then the weights of the last filter move over a few pixels as numbers, and all
    filters over the whole photograph, row by row.

    Parameters
    ----------
    photo : ndarray
        Grey levels from 0 to 99.
    filters : sequence of Filter
        What is done to it.
    rows, columns : range
        The few pixels.
    title : str, optional
        Of the figure.

    Raises
    ------
    ValueError
        If the film finds no room for them.
    """
    kernel = filters[-1].kernel
    few = LayerSteps(photo[rows.start : rows.stop, columns.start : columns.stop], kernel)
    filtered = FilteredPanel(photo, filters, first=few.last + 1)
    zoom = ZoomPanel(photo, (rows.start, columns.start), few, written=True)
    numbered = np.arange(1, few.w.size + 1).reshape(few.w.shape)
    turns = [(-2, TurnPanel(photo, numbered, -2)), (0, zoom), (filtered.first, filtered)]
    words = [
        (-2, "a flip in two dimensions: a turn by 180°"),
        (-1, "deep learning leaves out the turn"),
        (0, "weights × grey levels, added up"),
        (filtered.first, "the same at every pixel"),
    ]
    first, last = (plain(shortest(float(y))) for y in few.y.flat[[0, -1]])
    names = listed([each.name for each in filters])
    shown = [*range(filtered.first, filtered.last, ROWS), filtered.last]
    return Animation(
        title=title,
        caption=(
            "At every place the weights are multiplied with the grey levels under them and "
            "summed: cross-correlation, as they are not turned by 180° as for convolution."
        ),
        alt=(
            f"Weights of {times(few.w.shape)}, numbered: convolution turns them by 180 degrees, 1 "
            f"to {few.w.size} into {few.w.size} to 1; deep learning does not. Then a kernel slides "
            f"over a few pixels of a photograph, and the sums, from {first} to {last}, fill a "
            f"small output. The same at every pixel, row by row: {names}."
        ),
        panels=[
            Narration(IN_THE_PLANE, words),
            InTurn(turns, always=[PhotographPanel(photo)]),
        ],
        timeline=[
            *TURNING,
            *steps(0, few.last, seconds=NUMBER, end=NUMBER, read=READ),
            *visit(shown, [SWIFT] * len(shown), read=SWIFT),
        ],
        poster=filtered.first + 2 * (filtered.last - filtered.first) // 3,
    )
