"""Discrete signals that were typed in n."""

import math
from collections.abc import Callable, Sequence
from itertools import count

import numpy as np

from signals.arguments import FARTHEST, FloatArray
from signals.breakpoints import inside
from signals.discrete import DiscreteSignal
from signals.expression import cells
from signals.expression.algebra import add
from signals.expression.cells import Cells, Window
from signals.expression.indices import at_indices
from signals.expression.landmarks import landmarks
from signals.expression.reader import Reader
from signals.expression.smooth import (
    ONE,
    ZERO,
    Call,
    Product,
    Smooth,
    T,
    UndefinedError,
    number,
    strictly,
)
from signals.expression.text import Typed
from signals.expression.zeros import EndlessError, kinks, zeros

MOST = 100_000
"""Samples of one signal."""

LEAST, FIRST = 1e-17, 64
"""Of an endless row, samples are left out that are smaller than this part of the largest; so many
are looked at first."""

BEYOND = "this goes beyond 2^53, from where on numbers are no longer told apart"


class _Somewhere(Reader):
    """Reads where a function of whole numbers may be anything but zero.

    What a comparison gives at the very place where its sides are equal is left open.
    """

    def __init__(self, line: Typed) -> None:
        super().__init__(line)
        self._open = count(1)

    def switched(self, name: str, argument: Cells, window: Window) -> Cells:
        """Return what may be other functions on both sides of where its argument is at a level."""
        if name == "abs":
            try:
                return cells.absolute(argument, window)
            except UndefinedError:
                return argument.each(lambda part: Call("abs", part))
        if name == "u":
            return self.compared(argument, lambda one, other: one >= other, window)
        levels = {"delta": [0.0], "rect": [-0.5, 0.5], "tri": [-1.0, 1.0]}[name]
        return self._told_apart(argument, levels, lambda at: abs(at) <= levels[-1])

    def compared(
        self, difference: Cells, holds: Callable[[float, float], bool], window: Window
    ) -> Cells:
        """Return 1 where a difference stands so to 0."""
        return self._told_apart(difference, [0.0], lambda at: holds(at, 0.0))

    def _told_apart(
        self, argument: Cells, levels: Sequence[float], holds: Callable[[float], bool]
    ) -> Cells:
        found: list[tuple[float, Smooth]] = []
        for start, stop, part in argument:
            try:
                passed = [add(part, number(-level)) for level in levels]
                cuts = [at for each in passed for at in zeros(each, start, stop)]
                cuts += kinks(part, start, stop)
            except UndefinedError:
                found.append((stop, self._something()))
                continue
            if max(map(abs, cuts), default=0) >= FARTHEST:
                raise UndefinedError(BEYOND)
            edges = sorted(edge for cut in [*cuts, start, stop] for edge in (cut - 0.5, cut + 0.5))
            left = start
            for right in sorted({min(max(edge, start), stop) for edge in edges} - {start} | {stop}):
                middle = inside(left, right)
                at = strictly(part, middle)
                near = any(abs(middle - cut) <= 0.5 for cut in (*cuts, start, stop))
                is_open = near or math.isnan(at)
                found.append((right, self._something() if is_open else ONE if holds(at) else ZERO))
                left = right
        return cells.joined(found)

    def _something(self) -> Call:
        """Return a function of which nothing is known, other than all others."""
        return Call("anything", Product(float(next(self._open)), (T,)))


def discrete(line: Typed) -> DiscreteSignal:
    """Return the signal that a line in n says.

    Raises
    ------
    ExpressionError
        If it is not in the vocabulary, not defined, or goes on without end and does not decay.
    """
    try:
        found = _Somewhere(line).read(line.body)
    except EndlessError as error:
        raise line.error(line.body, str(error)) from None
    start, stop = found.support
    looked = {0.0, *found.edges, *(at for cell in found for at in landmarks(cell[2], *cell[:2]))}
    looked = {at for at in (*looked, start, stop) if start <= at <= stop and math.isfinite(at)}
    if max(map(abs, looked), default=0) >= FARTHEST:
        raise line.error(line.body, BEYOND)
    first = math.ceil(min(looked)) if math.isfinite(start) else math.floor(min(looked))
    last = max(first, math.floor(max(looked)) if math.isfinite(stop) else math.ceil(max(looked)))
    if last - first >= MOST:
        many = f"{last - first + 1:,}"
        raise line.error(line.body, f"at most {MOST:,} values are allowed, not {many}")
    values = _at(line, np.arange(first, last + 1.0))
    if math.isinf(stop):
        values = _continued(line, values, first, 1, found.parts[-1])
        last = first + values.size - 1
    if math.isinf(start):
        values = _continued(line, values[::-1], last, -1, found.parts[0])[::-1]
        first = last - values.size + 1
    there = np.flatnonzero(values)
    if not there.size:
        return DiscreteSignal([0])
    return DiscreteSignal(values[there[0] : there[-1] + 1], first + int(there[0]))


def _at(line: Typed, n: FloatArray) -> FloatArray:
    """Return the values at whole numbers; refuse those that are none."""
    values = at_indices(line, n)
    wrong = np.flatnonzero(~np.isfinite(values))
    if wrong.size:
        raise line.error(line.body, f"this has no finite value at n = {n[wrong[0]]:g}")
    return values


def _continued(
    line: Typed, values: FloatArray, origin: int, side: int, beyond: Smooth
) -> FloatArray:
    """Go on to one side, from an origin where the first value is, until nothing more comes.

    What is `beyond` has to vanish as well, since a comparison may hold again.
    """
    size = max(FIRST, values.size)
    while values.size <= MOST:
        n = origin + side * np.arange(values.size, values.size + size, dtype=float)
        more = _at(line, n)
        values = np.concatenate([values, more])
        least = LEAST * np.abs(values).max()
        if np.fmax(np.abs(beyond(n)), np.abs(more)).max() <= least:
            return np.where(np.abs(values) <= least, 0.0, values)
        size *= 2
    raise line.error(line.body, "this goes on for too long: bound it, as in u(n)*(n < 20)")
