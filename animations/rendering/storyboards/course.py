"""How an output goes, in words with numbers: where it starts, turns and ends."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from animations.rendering.framing.numbers import Numbers
from animations.rendering.framing.profile import Profile, narrowed, profile
from animations.rendering.framing.subject import Signal, interval
from signals import ContinuousSignal, DiscreteSignal
from signals.arguments import FloatArray
from signals.overlap import support

TURNS = 5  # how many turning points are told
MOST = 4  # impulses that are told one by one
NEAR_ZERO = 1e-4  # of a stretch: a turning point so near to 0 is at 0
SMALL = 0.02  # of the output's reach: what turns less than that is not told
WIDE = 870  # shifts that a figure can tell apart, as many as it has pixels for them
_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


class Point(NamedTuple):
    """A shift and the output there."""

    t: float
    value: float


def course(y: Signal, start: float, stop: float) -> str:
    """Tell how y goes, in words that follow "y, which".

    Parameters
    ----------
    y : ContinuousSignal or DiscreteSignal
        The output.
    start, stop : float
        From where to where; the turning points between them are told.

    Raises
    ------
    ValueError
        Unless start < stop.
    """
    interval((start, stop), "course: from start to stop")
    points = [Point(start, float(y(start))), *turning_points(y, start, stop)]
    points.append(Point(stop, float(y(stop))))
    impulses = [(at, by) for at, by in getattr(y, "impulses", ()) if start <= at <= stop]
    values = Numbers.of([*(value for _, value in points), *(weight for _, weight in impulses)])
    times = Numbers.told_apart((t for t, _ in points), (stop - start) / WIDE)

    def said(value: float) -> str:
        return plain(values(value)) if abs(value) > values.noise else "0"

    struck = [f"{said(weight)} at t = {_time(at, times)}" for at, weight in impulses[:MOST]]
    if len(impulses) > MOST:
        struck.append("others after that")
    arrows = f"has {'impulses' if len(impulses) > 1 else 'an impulse'} of {listed(struck)}"
    if not any(value for _, value in points):
        return f"is zero throughout but {arrows}" if struck else "is zero throughout"
    onset = min(max(support(y)[0], start), stop)
    quiet = not points[0].value and onset > start
    last = onset - 1 if isinstance(y, DiscreteSignal) else onset
    told = [
        f"is 0 up to t = {_time(last, times)}"
        if quiet
        else f"starts at {said(points[0].value)} at t = {_time(start, times)}"
    ]
    for before, point in pairwise(points[:-1]):
        verb = "rises" if point.value > before.value else "falls"
        if quiet and point.t == onset:
            verb = "jumps"
        told.append(f"{verb} to {said(point.value)} at t = {_time(point.t, times)}")
    told.append(f"ends at {said(points[-1].value)} at t = {_time(stop, times)}")
    return listed([*told, arrows] if struck else told)


def turning_points(y: Signal, start: float, stop: float) -> list[Point]:
    """Return the most important of the points at which y turns, from left to right."""
    seen = profile(y, start, stop)
    found = [
        Point(float(seen.t[n]), float(seen.values[n]))
        if isinstance(y, DiscreteSignal) or seen.t[n] in y.breakpoints
        else _refined(y, seen, n)
        for n in _prominent(seen.values)
    ]
    return [point for point in found if start < point.t < stop]


def _refined(y: ContinuousSignal, seen: Profile, at: int) -> Point:
    """Return the turning point of a smooth stretch near a place that was looked at."""
    low, high = float(seen.t[at - 1]), float(seen.t[at + 1])
    t = narrowed(y, low, high, np.sign(seen.values[at] - seen.values[at - 1]))
    t = 0.0 if abs(t) < NEAR_ZERO * (high - low) else t  # where y is flat, rounding decides
    return Point(t, float(y(t)))


def _prominent(values: FloatArray) -> list[int]:
    """Return where values turn, the smallest turns left out until few enough remain."""
    small = SMALL * float(np.ptp(values))
    turns = [0, *_turns(values), len(values) - 1]
    while len(turns) > 2:
        steps = np.abs(np.diff(values[turns]))
        least = int(np.argmin(steps))
        if steps[least] > small and len(turns) - 2 <= TURNS:
            break
        # A step between two turns takes both away; one at an end, the turn alone.
        drop = {least, least + 1} - {0, len(turns) - 1}
        turns = [turn for number, turn in enumerate(turns) if number not in drop]
    return turns[1:-1]


def _turns(values: FloatArray) -> list[int]:
    """Return the first index of every least or greatest stretch between two others."""
    changes = np.flatnonzero(np.diff(values))
    up = np.diff(values)[changes] > 0
    return [int(changes[n]) + 1 for n in np.flatnonzero(up[1:] != up[:-1])]


def _time(t: float, numbers: Numbers) -> str:
    written = plain(numbers(t))
    return written.rstrip("0").rstrip(".") if "." in written and not numbers.power else written


def plain(wording: str) -> str:
    """Return a number that is written with mathtext as plain text: 2 · 10⁶."""
    return re.sub(
        r"\$10\^\{(-?\d+)\}\$", lambda found: "10" + found[1].translate(_SUPERSCRIPTS), wording
    )


def listed(words: Sequence[str]) -> str:
    """Join words as in a sentence."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
