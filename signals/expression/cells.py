"""Functions of t that change from cell to cell: smooth within each, with impulses between."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from signals.breakpoints import distinct, inside
from signals.expression.algebra import add, divide, multiply, negative, polynomial
from signals.expression.smooth import (
    ONE,
    ZERO,
    Call,
    Smooth,
    UndefinedError,
    number,
    strictly,
    value_of,
)
from signals.expression.zeros import EndlessError, kinks, zeros

MOST = 1000
"""Cells of one function."""

Window = tuple[float, float]
EVERYWHERE = (-math.inf, math.inf)
_EQUAL = 1e-12  # of its size: what two limits of a continuous function may differ by


@dataclass(frozen=True)
class Cells:
    """A function of all t: cells between edges, one more than these, and impulses (at, weight)."""

    parts: tuple[Smooth, ...]
    edges: tuple[float, ...] = ()
    impulses: tuple[tuple[float, float], ...] = ()

    def __iter__(self) -> Iterator[tuple[float, float, Smooth]]:
        """Yield each cell's ends and its function."""
        ends = pairwise((-math.inf, *self.edges, math.inf))
        for (start, stop), part in zip(ends, self.parts, strict=True):
            yield start, stop, part

    @property
    def support(self) -> Window:
        """The shortest interval outside of which it is nothing."""
        there = [(start, stop) for start, stop, part in self if part != ZERO]
        there += [(at, at) for at, _ in self.impulses]
        return (there[0][0], max(stop for _, stop in there)) if there else (0.0, 0.0)

    def each(self, change: Callable[[Smooth], Smooth]) -> "Cells":
        """Return what becomes of a function without impulses when each cell's is changed."""
        self.refuse_impulses()
        return joined([(stop, change(part)) for _, stop, part in self])

    def split(
        self, levels: Sequence[float], choose: Callable[[Smooth, float], Smooth], window: Window
    ) -> "Cells":
        """Return what becomes of a function that is told apart by whether it has passed levels.

        `choose` is given each cell's function and a value of it between two levels. Of what
        passes them without end, only what is within the window is looked at.
        """
        self.refuse_impulses()
        found: list[tuple[float, Smooth]] = []
        for start, stop, part in self:
            try:
                found += _split(part, levels, choose, start, stop)
            except EndlessError:
                if math.isinf(window[1] - window[0]):
                    raise
                low, high = max(start, window[0]), min(stop, window[1])
                found.append((low, ZERO))
                if low < high:
                    found += _split(part, levels, choose, low, high)
                found.append((stop, ZERO))
        return joined(found)

    def refuse_impulses(self) -> None:
        """Refuse to be anything but added, or multiplied with what is smooth there."""
        if self.impulses:
            raise UndefinedError("delta can be added, shifted and multiplied, and nothing else")

    def _limits(self, at: float) -> tuple[float, float]:
        """Return both one-sided limits."""
        right = self.parts[bisect_right(self.edges, at)]
        left = next(part for _, stop, part in self if stop >= at)
        there = np.array([at])
        return float(left(there)[0]), float(right(there)[0])

    def at(self, place: float) -> float:
        """Return the value where an impulse is.

        Raises
        ------
        UndefinedError
            If it jumps there.
        """
        left, right = self._limits(place)
        if not math.isfinite(left) or not math.isfinite(right):
            raise UndefinedError(f"what delta is multiplied with has no value at t = {place:g}")
        if not abs(left - right) <= _EQUAL * max(abs(left), abs(right), 1.0):
            raise UndefinedError(
                f"delta has no weight at t = {place:g}, where what it is multiplied with jumps "
                f"from {left:g} to {right:g}"
            )
        return right


def _split(
    part: Smooth,
    levels: Sequence[float],
    choose: Callable[[Smooth, float], Smooth],
    start: float,
    stop: float,
) -> list[tuple[float, Smooth]]:
    found: list[tuple[float, Smooth]] = []
    for left, right in pairwise((start, *kinks(part, start, stop), stop)):
        if math.isnan(strictly(part, inside(left, right))):
            found.append((right, Call("undefined", part)))
            continue
        cuts = [at for level in levels for at in zeros(add(part, number(-level)), left, right)]
        edges = distinct(cuts)
        if len(edges) < len(cuts):
            raise UndefinedError(f"this is too narrow: it rises within rounding of {edges[0]:g}")
        for low, high in pairwise((left, *edges, right)):
            found.append((high, choose(part, strictly(part, inside(low, high)))))
    return found


def joined(found: Sequence[tuple[float, Smooth]]) -> Cells:
    """Return cells, given where each stops; neighbours of one function are one."""
    edges: list[float] = []
    parts: list[Smooth] = []
    last = -math.inf
    for stop, part in found:
        if stop <= last and parts:
            continue
        if parts and part == parts[-1]:
            edges[-1] = stop
        else:
            edges.append(stop)
            parts.append(part)
        last = stop
    if len(parts) > MOST:
        raise UndefinedError(f"at most {MOST} pieces are allowed, and these are {len(parts)}")
    return Cells(tuple(parts), tuple(edges[:-1]))


def together(one: Cells, other: Cells, combine: Callable[[Smooth, Smooth], Smooth]) -> Cells:
    """Combine the functions of two, cell by cell; impulses are left out."""
    edges = [*distinct([*one.edges, *other.edges]), math.inf]
    found = []
    start = -math.inf
    for stop in edges:
        middle = inside(start, stop)
        parts = [each.parts[bisect_right(each.edges, middle)] for each in (one, other)]
        found.append((stop, combine(*parts)))
        start = stop
    return joined(found)


def added(one: Cells, other: Cells) -> Cells:
    """Return the sum."""
    total = together(one, other, add)
    return Cells(total.parts, total.edges, one.impulses + other.impulses)


def multiplied(one: Cells, other: Cells) -> Cells:
    """Return the product; an impulse takes the value that the other has there."""
    if one.impulses and other.impulses:
        raise UndefinedError("delta times delta is not defined")
    weighted = tuple(
        (at, weight * its.at(at))
        for mine, its in ((one, other), (other, one))
        for at, weight in mine.impulses
    )
    total = together(one, other, multiply)
    return Cells(total.parts, total.edges, tuple(pair for pair in weighted if pair[1]))


def divided(one: Cells, other: Cells) -> Cells:
    """Return the quotient."""
    other.refuse_impulses()
    inverse = other.each(lambda part: divide(ONE, part))
    return multiplied(one, inverse)


def compared(difference: Cells, holds: Callable[[float, float], bool], window: Window) -> Cells:
    """Return 1 where a difference stands so to 0, and else 0."""
    return difference.split([0.0], lambda _, at: ONE if holds(at, 0.0) else ZERO, window)


def limited(function: Cells, start: float, stop: float) -> Cells:
    """Return a function from start to stop, and nothing elsewhere."""
    here = Cells((ZERO, ONE, ZERO), (start, stop))
    edges = [(stop, part) for stop, part in zip((*here.edges, math.inf), here.parts, strict=True)]
    return multiplied(function, joined([edge for edge in edges if edge[0] > -math.inf]))


def step(argument: Cells, window: Window) -> Cells:
    """Return 1 where the argument is not negative, or at a single point only, and else 0."""
    return argument.split([0.0], lambda _, value: ONE if value >= 0 else ZERO, window)


def rect(argument: Cells, window: Window) -> Cells:
    """Return 1 where the argument is from −1/2 to 1/2, and else 0."""
    return argument.split([-0.5, 0.5], lambda _, at: ONE if -0.5 <= at < 0.5 else ZERO, window)


def tri(argument: Cells, window: Window) -> Cells:
    """Return a triangle over −1 to 1, 1 high."""

    def side(part: Smooth, value: float) -> Smooth:
        if abs(value) >= 1:
            return ZERO
        return add(ONE, part) if value < 0 else add(ONE, negative(part))

    return argument.split([-1.0, 0.0, 1.0], side, window)


def absolute(argument: Cells, window: Window) -> Cells:
    """Return the absolute value."""
    return argument.split([0.0], lambda part, at: negative(part) if at < 0 else part, window)


def delta(argument: Cells) -> Cells:
    """Return impulses where a line is zero; δ(at) is δ(t)/|a|."""
    argument.refuse_impulses()
    impulses = []
    for start, stop, part in argument:
        line = polynomial(part)
        if line is None or len(np.trim_zeros(line, "b")) != 2:
            raise UndefinedError("delta needs a line, as in delta(t - 2)")
        places = zeros(part, start, stop)
        if any(not float(part(np.array([end]))[0]) for end in (start, stop) if math.isfinite(end)):
            raise UndefinedError("delta needs a line, and this has a kink where it is zero")
        impulses += [(at, 1 / abs(float(line[1]))) for at in places]
    return Cells((ZERO,), (), tuple(impulses))


def value(function: Cells) -> float | None:
    """Return the value of what is the same for all t."""
    alone = len(function.parts) == 1 and not function.impulses
    return value_of(function.parts[0]) if alone else None
