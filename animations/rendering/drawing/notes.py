"""Names along a curve, each over the stretch that it begins."""

from collections.abc import Callable, Sequence

import numpy as np
from matplotlib.transforms import Bbox

from animations.rendering.arrays import Vertices
from animations.rendering.drawing.label import Label
from animations.rendering.drawing.nameplates import FREE, LOOKS, upright
from animations.rendering.drawing.plane import Plane
from animations.rendering.drawing.stage import DESIGN_DPI
from animations.rendering.theme import LABEL

OVER = 8.0  # from a curve up to its name, in design pixels

Note = tuple[float, str]
"""Where a stretch begins, and its name."""


def write_notes(
    plane: Plane, role: str, notes: Sequence[Note], curve: Vertices, after: bool = False
) -> Callable[[float], None]:
    """Write names just over a curve, from where they belong on; return what shows those up to t.

    With `after` a name stands beside the peak that it belongs to, and waits until t has left it
    behind, lest what leads down from t crosses it. One that would run into the next one stands over
    it; what has no room there is left out.
    """
    labels: list[tuple[float, Label]] = []
    taken: list[Bbox] = []
    gap = (FREE if after else -FREE) * plane.pixel
    for at, wording in reversed(notes):
        label = plane.label(LABEL, role)
        wide = plane.stage.measure(label, wording) * plane.pixel
        left = at + gap
        places = np.linspace(left, left + wide, LOOKS)
        over = upright(places if after else np.union1d(places, at), curve)  # an arrow is narrow
        label.set(text=wording, position=(left, 0.0))
        low = label.get_transform().transform((left, 0.0))[1] - label.get_window_extent().y0
        up = (OVER + low / plane.stage.figure.dpi * DESIGN_DPI) * plane.pixel_up
        label.set_position((left, float(over.max()) + up))
        _raise(label, taken, plane)
        labels.append((left + wide + FREE * plane.pixel if after else at, label))

    def show(t: float) -> None:
        for due, label in labels:
            label.set_visible(due <= t)

    return show


def _raise(label: Label, taken: list[Bbox], plane: Plane) -> None:
    """Put a label over those that are in its way."""
    dots = plane.stage.figure.dpi / DESIGN_DPI
    for box in sorted(taken, key=lambda box: box.y0):
        own = label.get_window_extent()
        if own.overlaps(box):
            across, up = label.get_position()
            label.set_position((across, up + (box.y1 - own.y0) / dots * plane.pixel_up))
    own, top = label.get_window_extent(), (plane.stage.bottom + plane.stage.height) * dots
    noted = plane.note.get_text() and own.overlaps(plane.note.get_window_extent())
    if noted or own.y1 > top:
        label.set_text("")
    taken.append(own)
