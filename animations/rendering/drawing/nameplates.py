"""Where the name of a curve that does not move stands: as near to it as nothing else comes."""

from itertools import pairwise
from math import inf

import numpy as np
from matplotlib.text import Text

from animations.rendering.arrays import Values, Vertices
from animations.rendering.drawing.plane import LEFT, RIGHT, TOP, Plane
from animations.rendering.drawing.tag import highest
from animations.rendering.framing.room import Raised, View
from animations.rendering.theme import LABEL, NOTE, PROSE_FONT

UP = 12.0  # from a curve up to the baseline of its name, in design pixels
HIGH, FREE = 20.0, 8.0  # what letters take, and what is free around a name
TIGHT = 2.0  # what is free beside a bar, which keeps a name apart already
PRODUCT = "product"
SEEN = 0.15  # of the height of the plot, from which on a product is named
FAR = 5.0  # times half its width, that this word may stand away from the peak
KNOB = 6.0  # half of a stem's head
EDGE = 4.0  # from the edge of the canvas to a name, at least
NEAR = 8.0  # times half its width, that a name may stand away from its peak
NAME = 56.0  # how wide a name is, mostly
LOOKS = 40  # places under a name at which is looked for what comes there


def name_near(
    plane: Plane,
    wording: str,
    role: str,
    curve: Vertices,
    reach: tuple[float, float],
    after: float = 0.0,
) -> "ProductName":
    """Name what rests by its peak, over whatever may come there in the course of the sweep.

    That is the curve itself, what slides over it, whose least and greatest values are the `reach`,
    and their product, whose name stands on the other side of the peak, if there is room. It begins
    `after` so many design pixels.
    """
    half = _width(plane, wording, role) / 2
    letters = HIGH * plane.pixel_up
    best: tuple[float, float] | None = None
    span = _behind(plane.span, after, plane.pixel)
    for at, comes, beside in _places(curve, reach, half, FREE * plane.pixel, span):
        up = max(comes + UP * plane.pixel_up, beside - letters)
        if best is None or up < best[0] - letters / 2:
            best = up, at
    assert best
    across = LEFT + (best[1] - plane.span[0]) / plane.pixel
    plane.stage.text(across, plane.height(best[0]), wording, LABEL, role, ha="center")

    return ProductName(plane, curve, reach, best[1])


class ProductName:
    """The word for a product, by the peak of what rests, away from the name of that at `beside`.

    It is seen while there is enough of a product under it, and never where there is no room.
    """

    def __init__(
        self, plane: Plane, curve: Vertices, reach: tuple[float, float], beside: float
    ) -> None:
        label = plane.stage.label(NOTE, "y", fontfamily=PROSE_FONT, ha="center")
        half = plane.stage.measure(label, PRODUCT) / 2 * plane.pixel
        self._label, self._near, self._least = label, half, SEEN * plane.high
        self._at: float | None = None
        label.set_visible(False)
        peak, letters = highest(curve), HIGH * plane.pixel_up
        side = 1 if beside < peak else -1
        for away in np.arange(half + FREE * plane.pixel, FAR * half, plane.pixel).tolist():
            at = peak + side * away
            up = _comes(curve, reach, at, half + FREE * plane.pixel) + UP * plane.pixel_up
            inside = plane.span[0] + half <= at <= plane.span[1] - half
            if inside and up + letters <= plane.high and beside != peak:
                self._at = at
                place = LEFT + (at - plane.span[0]) / plane.pixel, plane.height(up)
                label.set(text=PRODUCT, position=place)
                break

    def show(self, at: Values, heights: Values) -> None:
        """Show it if a product with these heights at these places is under it."""
        if self._at is not None:
            near = np.abs(at - self._at) <= self._near
            self._label.set_visible(bool(np.any(np.abs(heights[near]) > self._least)))


def raised(curve: Vertices, reach: tuple[float, float], view: View, after: float = 0.0) -> Raised:
    """Return over which value such a name stands, and what it takes over that."""
    pixel = (view.span[1] - view.span[0]) / (view.width - LEFT - RIGHT)
    span = _behind(view.span, after, pixel)
    places = _places(curve, reach, NAME / 2 * pixel, FREE * pixel, span)
    return min(max(comes, 0.0) for _, comes, _ in places), TOP + UP + 1.5 * HIGH


def _behind(span: tuple[float, float], after: float, pixel: float) -> tuple[float, float]:
    """Return the part of a span that begins after so many design pixels."""
    return max(span[0], span[0] + (after - LEFT) * pixel), span[1]


def _places(
    curve: Vertices, reach: tuple[float, float], half: float, free: float, span: tuple[float, float]
) -> list[tuple[float, float, float]]:
    """Return where a name can stand, how high anything comes there, and over what its top must be.

    Over the peak, and on both sides of it.
    """
    peak = highest(curve)
    top = float(upright(np.array([peak]), curve)[0])
    found = []
    for side in (0, 1, -1):
        at = min(max(peak + side * (half + free), span[0] + half), span[1] - half)
        comes = _comes(curve, reach, at, half)
        beside = side != 0 and abs(at - peak) > half
        found.append((at, comes, top if beside else comes))
    return found


def _comes(curve: Vertices, reach: tuple[float, float], at: float, half: float) -> float:
    """Return how high anything ever comes around a place."""
    own = upright(np.linspace(at - half, at + half, LOOKS), curve)
    return float(np.max([own, own * reach[0], own * reach[1], np.full_like(own, reach[1])]))


def name_under(plane: Plane, wording: str, role: str, curve: Vertices, before: float = inf) -> None:
    """Name a curve under its highest stretch, where no line leads; beside it if it is too low."""
    wide = _width(plane, wording, role) + 2 * FREE * plane.pixel
    at = np.linspace(*plane.span, 400)
    heights = upright(at, curve) / plane.pixel_up
    reach = max(1, round(wide / (at[1] - at[0]) / 2))
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(heights, reach), 2 * reach + 1)
    free = windows.min(axis=1)
    best = int(np.argmax(free))
    if free[best] < HIGH + 2 * FREE:
        name_beside(plane, wording, role, before)
        return
    up = plane.ground + (free[best] - HIGH) / 2
    across = LEFT + (at[best] - plane.span[0]) / plane.pixel
    plane.stage.label(LABEL, role, (across, up), wording, ha="center")


def upright(at: Values, curve: Vertices) -> Values:
    """Return how high a curve is at places, 0 where it is not."""
    if not len(curve):
        return np.zeros_like(at)
    ordered = curve[np.argsort(curve[:, 0], kind="stable")]
    return np.interp(at, ordered[:, 0], ordered[:, 1], left=0, right=0)


def name_among(
    plane: Plane,
    wording: str,
    role: str,
    stems: Vertices,
    halfwidth: float = 0.0,
    before: bool = False,
) -> Text:
    """Name stems, or bars, after the highest where there is room; else at the side.

    It stands as high as that one's head or, if others are in the way, lower; `before` it at half
    its height. Where it is wider than two steps, what leads down to stems passes behind it. The
    name is returned.
    """
    half = _width(plane, wording, role) / 2
    crossed = half > 1.0
    half += max(halfwidth, KNOB * plane.pixel)
    half += (TIGHT if halfwidth else FREE) * plane.pixel
    low, high = plane.span
    at, heights = stems[:, 0], stems[:, 1] / plane.pixel_up
    peak = int(np.argmax(heights)) if len(stems) else 0
    places = np.arange(low + half, high - half, plane.pixel)
    if half < 0.5 + max(halfwidth, KNOB * plane.pixel):  # clear of what leads down to each stem
        places = np.arange(np.ceil(low) + 0.5, high - half)
    for part in (0.5,) if before else (1.0, 0.75, 0.5):
        up = part * max([0.0, *heights[peak : peak + 1]]) - HIGH / 2
        in_the_way = at[heights > up - FREE]
        apart = np.abs(np.subtract.outer(places, in_the_way)).min(axis=1, initial=np.inf)
        beyond = places < at[peak] if before else places > at[peak]
        free = places[(apart > half) & beyond & (np.abs(places - at[peak]) < NEAR * half)]
        if up >= FREE and len(free):
            across = LEFT + (float(free[-1 if before else 0]) - low) / plane.pixel
            place = across, plane.ground + up
            if crossed:
                return plane.stage.label(LABEL, role, place, wording, ha="center")
            return plane.stage.text(*place, wording, LABEL, role, ha="center")
    return name_beside(plane, wording, role)


def name_beside(plane: Plane, wording: str, role: str, before: float = inf) -> Text:
    """Name what is drawn in the middle of its higher half, where the sweep leaves most free.

    At the left it stands `before` a place of the axis, if it has to.
    """
    across = LEFT if plane.free_side == "left" else plane.stage.width - RIGHT
    end = LEFT + (before - plane.span[0]) / plane.pixel - FREE
    if plane.free_side == "left" and end > LEFT:
        across = max(EDGE, min(LEFT, end - _width(plane, wording, role) / plane.pixel))
    up = beside(plane)
    if across < LEFT - EDGE:
        plane.leave_out(up)
    return plane.stage.label(LABEL, role, (across, up), wording, ha=plane.free_side)


def beside(plane: Plane) -> float:
    """Return how high a name at the side stands, in design pixels."""
    low, high = plane.stage.row.room.reach or (0.0, 1.0)
    wanted = (high if high >= -low else low) * 0.5
    # Between two numbers of the axis, lest it be read as their unit.
    marks = sorted({0.0, *plane.numbers, high, low})
    places = [(a + b) / 2 for a, b in pairwise(marks)] or [wanted]
    middle = plane.height(min(places, key=lambda at: abs(at - wanted)))
    return min(max(middle - 7, 4.0), plane.stage.height - 26)


def _width(plane: Plane, wording: str, role: str) -> float:
    """Return how wide a name is, in units of the axis."""
    label = plane.label(LABEL, role)
    label.set_visible(False)
    return plane.stage.measure(label, wording) * plane.pixel
