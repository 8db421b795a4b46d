"""The vertices of drawn curves: exact values, one-sided limits at every breakpoint."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import numpy as np

from animations.rendering.arrays import Values, Vertices
from animations.rendering.framing.profile import edges_between
from signals import ContinuousSignal

NOTHING: Vertices = np.empty((0, 2))
Span = tuple[float, float]
THIN, NOISY = 1.2, 2.0  # points, and design pixels from breakpoint to breakpoint, on average
HALVINGS, BEND = 3, 0.02  # of the spacing, and the part of a curve's height that bends may have
CROWDED = 4  # breakpoints between two vertices, from which on some of them are left out
SPACING = 2.5  # design pixels between vertices: closer than an eye can tell from a curve


def outline(signal: ContinuousSignal, start: float, stop: float, spacing: float) -> Vertices:
    """Return the curve of a signal over its support within [start, stop].

    Its vertices are at most `spacing` apart, and their ordinates the signal's own. At a breakpoint
    both one-sided limits appear, so a jump is vertical; a curve that begins or ends with a jump
    starts from, or returns to, the axis.
    """
    start, stop = max(start, signal.support[0]), min(stop, signal.support[1])
    if not start < stop or not signal.pieces:
        return NOTHING
    smooth = signal.pieces[0].is_integral  # to find its extremes would take long
    t, places = _grids(_edges(signal), start, stop, spacing, None if smooth else signal)
    vertices = np.column_stack([t, signal.beside(t, places)])
    ground = np.array([[start, 0.0], [stop, 0.0]])
    begins = start == signal.support[0] and vertices[0, 1] != 0
    ends = stop == signal.support[1] and vertices[-1, 1] != 0
    return np.concatenate([ground[:1][: int(begins)], vertices, ground[1:][: int(ends)]])


def _edges(signal: ContinuousSignal) -> Values:
    """Return the breakpoints of a signal, and where it may be narrow, as far as it says so."""
    narrow = [piece.landmarks for piece in signal.pieces if len(piece.landmarks) > 1]
    return np.unique([*signal.breakpoints, *(place for places in narrow for place in places)])


def product(
    fixed: ContinuousSignal,
    moving: ContinuousSignal,
    shift: float,
    window: tuple[float, float],
    spacing: float,
) -> Vertices:
    """Return the curve of fixed(τ) · moving(τ − shift) where both are there.

    The vertices are as in `outline`, closed along the axis at both ends; none without an overlap.
    """
    start = max(fixed.support[0], moving.support[0] + shift, window[0])
    stop = min(fixed.support[1], moving.support[1] + shift, window[1])
    if not start < stop:
        return NOTHING
    edges = np.union1d(_edges(fixed), _edges(moving) + shift)

    def values(tau: Values) -> Values:
        return fixed(tau) * moving(tau - shift)

    tau, places = _grids(edges, start, stop, spacing, values)
    heights = fixed.beside(tau, places) * moving.beside(tau - shift, places - shift)
    return np.vstack([(start, 0.0), np.column_stack([tau, heights]), (stop, 0.0)])


def fine_outline(signal: ContinuousSignal, start: float, stop: float, pixel: float) -> Vertices:
    """Return the curve of a signal in vertices that are as close as its oscillation asks for."""
    spacing = SPACING * pixel
    vertices = outline(signal, start, stop, spacing)
    for _ in range(HALVINGS):
        if _is_smooth(vertices[:, 1]):
            break
        spacing /= 2
        vertices = outline(signal, start, stop, spacing)
    return vertices


def thickness(signal: ContinuousSignal, pixel: float, usual: float) -> float:
    """Return how thick to draw a curve, in points: one that turns in every pixel must be thin."""
    points = signal.breakpoints
    crowded = len(points) > 2 and (points[-1] - points[0]) < NOISY * len(points) * pixel
    return THIN if crowded else usual


def spacing_for(signals: Iterable[ContinuousSignal], span: Span, pixel: float) -> float:
    """Return how close vertices must be so that signals which oscillate fast are drawn as such."""
    spacing = SPACING * pixel
    for _ in range(HALVINGS):
        if all(_is_smooth(outline(signal, *span, spacing / 2)[:, 1]) for signal in signals):
            break
        spacing /= 2
    return spacing


def _is_smooth(ordinates: Values) -> bool:
    """Whether every second vertex lies where a line between its neighbours leads, or nearly so."""
    between_ = (ordinates[:-2] + ordinates[2:]) / 2
    off = np.abs(ordinates[1:-1] - between_)
    off = off[off < np.max(off, initial=0.0)]  # of a jump, or a corner, not a bend
    return bool(np.mean(off > BEND * np.ptp(ordinates)) < 0.05) if len(off) else True


def between(signal: ContinuousSignal, t: Vertices) -> Vertices:
    """Evaluate a signal on a stretch without breakpoints, at its ends as seen from inside."""
    return signal.beside(t, np.full(t.shape, (t[0] + t[-1]) / 2))


def _grids(
    breakpoints: Sequence[float] | Values,
    start: float,
    stop: float,
    spacing: float,
    values: Callable[[Values], Values] | None,
) -> tuple[Values, Values]:
    """Return points on the stretches between breakpoints, and for each a place beside it.

    Its piece is the one that holds there: in the middle of its stretch, unless some breakpoints
    are left out; then those stay at which a function is least and greatest.
    """
    whole = edges_between(breakpoints, start, stop, 0.0)
    inner = edges_between(breakpoints, start, stop, spacing / CROWDED, values)
    stretches = list(pairwise([start, *inner.tolist(), stop]))
    grids = [grid(a, b, spacing) for a, b in stretches]
    counts = [len(each) for each in grids]
    t = np.concatenate(grids)
    if inner.size == whole.size:
        return t, np.repeat([(a + b) / 2 for a, b in stretches], counts)
    places = t.copy()
    last = np.cumsum(counts) - 1
    places[last] = np.nextafter(t[last], -np.inf)
    return t, places


def grid(a: float, b: float, spacing: float) -> Vertices:
    """Return evenly spaced points from a to b, both included."""
    return np.linspace(a, b, max(2, int(np.ceil((b - a) / spacing)) + 1))


def closed(curve: Vertices) -> Vertices:
    """Return the outline of the area between a curve and the axis."""
    return np.vstack([(curve[0, 0], 0), curve, (curve[-1, 0], 0)])
