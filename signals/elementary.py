"""The signals that others are made of, and the sampling of a continuous one."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from signals import latex
from signals.arguments import (
    FloatArray,
    finite_number,
    refuse_too_many,
    shown,
    whole_number,
    within_floats,
)
from signals.breakpoints import interval
from signals.continuous import ContinuousSignal
from signals.discrete import DiscreteSignal
from signals.extent import bounded
from signals.pieces import Piece
from signals.polynomials import Constant, Polynomial

SAMPLED = 1 - 1e-9
"""Of ∫|s|, what samples of an endless signal have to reach."""


@dataclass(frozen=True)
class _Exponential:
    """amplitude · e^(−rate · t)."""

    amplitude: float
    rate: float

    def __call__(self, t: FloatArray) -> FloatArray:
        return self.amplitude * np.exp(-self.rate * t)


def piecewise(*pieces: tuple[Any, ...]) -> ContinuousSignal:
    r"""Make a signal from its pieces; it is zero elsewhere.

    Parameters
    ----------
    *pieces : (start, stop, function) or (start, stop, function, latex)
        The function holds on [start, stop), is smooth up to and including both ends, and maps
        an array of times to as many values; a number stands for a constant. ``latex`` is its
        formula in the variable t. The ends may be −inf and +inf. Any order, no overlaps. What is
        far narrower than its piece, as a spike within a thousandth of it, can be missed by an
        integral: make it a piece of its own.

    Raises
    ------
    ValueError
        If pieces overlap or run backwards, or a function's values are not finite, or not one
        for each time.
    TypeError
        If a piece is not of this form.

    Examples
    --------
    >>> x = piecewise((0, 3, lambda t: t / 2, "t/2"), (3, 5, 0.5))
    >>> x(3.0), x.left(3.0)
    (0.5, 1.5)
    """
    return ContinuousSignal(_piece(number, given) for number, given in enumerate(pieces, start=1))


def _piece(number: int, given: tuple[Any, ...]) -> Piece:
    if not isinstance(given, tuple | list) or len(given) not in (3, 4):
        raise TypeError(
            f"piecewise: piece {number} must be (start, stop, function or number[, latex]), "
            f"got {shown(given)}"
        )
    start, stop, function, *formula = given
    if callable(function):
        piece = Piece(start, stop, function, *formula)
        _probe(piece)
        return piece
    value = finite_number(function, f"piecewise: the value of piece {number}")
    return Piece(start, stop, Constant(value), *(formula or [latex.number(value)]))


def _probe(piece: Piece) -> None:
    """Refuse a function that does not map an array of times to as many finite values."""
    start, stop = piece.start, piece.stop
    if math.isinf(start):
        start = min(stop, 0.0) - 4.0
    if math.isinf(stop):
        stop = max(start, 0.0) + 4.0
    times = np.linspace(start, stop, 5)
    with np.errstate(all="ignore"):
        try:
            together = piece(times)
        except Exception as error:
            # Whatever a caller's function raises, say which piece it is and what is asked of it.
            raise ValueError(
                f"piece {piece}: its function fails on an array of times, "
                f"write it with NumPy: {error}"
            ) from error
        alone = np.concatenate([piece(times[[index]]) for index in range(times.size)])
    for time, value in zip(times, together, strict=True):
        if not math.isfinite(value):
            raise ValueError(
                f"piece {piece}: its function is {value:g} at t = {time:g}; it must be finite "
                "on the whole piece, both ends included"
            )
    if not np.allclose(together, alone, rtol=1e-9, atol=0.0):
        raise ValueError(
            f"piece {piece}: its function gives a time another value when other times come "
            "along; it must treat every time by itself"
        )


def exponential(amplitude: float = 1.0, rate: float = 1.0) -> ContinuousSignal:
    """Return amplitude · e^(−rate · t) for t ≥ 0; it grows where the rate is negative."""
    amplitude = finite_number(amplitude, "exponential: the amplitude")
    rate = finite_number(rate, "exponential: the rate")
    if not rate or not amplitude:
        return ContinuousSignal([_constant(0.0, math.inf, amplitude)])
    formula = latex.multiply(amplitude, latex.exponential(rate))
    return ContinuousSignal([Piece(0.0, math.inf, _Exponential(amplitude, rate), formula)])


def _constant(start: float, stop: float, value: float) -> Piece:
    return Piece(start, stop, Constant(value), latex.number(value))


def step(at: float = 0.0) -> ContinuousSignal:
    """Return the unit step: 1 for t ≥ at."""
    return ContinuousSignal([_constant(finite_number(at, "step: at"), math.inf, 1.0)])


def rect(start: float = 0.0, stop: float = 1.0, height: float = 1.0) -> ContinuousSignal:
    """Return a rectangular pulse: height for start ≤ t < stop."""
    start, stop = finite_number(start, "rect: start"), finite_number(stop, "rect: stop")
    return ContinuousSignal([_constant(start, stop, finite_number(height, "rect: the height"))])


def triangle(
    start: float = -1.0, peak: float = 0.0, stop: float = 1.0, height: float = 1.0
) -> ContinuousSignal:
    """Return a triangular pulse: from 0 at start up to height at peak, and down to 0 at stop.

    The peak may lie at either end: a sawtooth.

    Raises
    ------
    ValueError
        Unless start ≤ peak ≤ stop and start < stop, all finite.
    """
    start, peak = finite_number(start, "triangle: start"), finite_number(peak, "triangle: peak")
    stop = finite_number(stop, "triangle: stop")
    height = finite_number(height, "triangle: the height")
    if not (start <= peak <= stop and start < stop):
        raise ValueError(
            "triangle: start ≤ peak ≤ stop and start < stop must hold, "
            f"got {start:g}, {peak:g}, {stop:g}"
        )
    sides = []
    if start < peak:
        slope = within_floats(height / (peak - start), "triangle: its slope")
        formula = latex.multiply(slope, latex.argument(False, start))
        sides.append(Piece(start, peak, Polynomial((0.0, slope), start), formula))
    if peak < stop:
        slope = within_floats(height / (stop - peak), "triangle: its slope")
        formula = latex.multiply(slope, latex.argument(True, stop))
        sides.append(Piece(peak, stop, Polynomial((0.0, -slope), stop), formula))
    return ContinuousSignal(sides)


def impulse(at: float = 0.0, weight: float = 1.0) -> ContinuousSignal:
    """Return weight · δ(t − at): convolved with it, a signal is scaled and shifted."""
    place = finite_number(at, "impulse: at")
    return ContinuousSignal((), [(place, finite_number(weight, "impulse: the weight"))])


def sample(
    signal: ContinuousSignal, start: int | None = None, stop: int | None = None
) -> DiscreteSignal:
    """Return the values of a signal at the whole numbers start, …, stop − 1.

    Without an end, it is from the first to the last that is not zero; of a signal that goes on
    without end, as far as all but 1e-9 of ∫|s|.

    Raises
    ------
    ValueError
        If start < stop does not hold, the signal has impulses, which have no value, or it goes on
        without end and does not decay.
    TypeError
        If the signal is not continuous, or an end is no whole number.
    """
    if not isinstance(signal, ContinuousSignal):
        raise TypeError(f"sample: a continuous signal is needed, got {type(signal).__name__}")
    if signal.impulses:
        raise ValueError("sample: an impulse has no value to sample")
    if start is None or stop is None:
        first, last = _ends(signal)
        start = first if start is None else start
        stop = max(last, start) + 1 if stop is None else stop
    start, stop = whole_number(start, "sample: start"), whole_number(stop, "sample: stop")
    if not start < stop:
        raise ValueError(f"sample: start < stop must hold, got {interval(start, stop)}")
    refuse_too_many(stop - start, "sample: the result")
    return DiscreteSignal(signal(np.arange(start, stop)), start)


def _ends(signal: ContinuousSignal) -> tuple[int, int]:
    """Return the first and the last whole number at which there is something worth sampling."""
    start, stop = bounded(signal, SAMPLED)
    refuse_too_many(math.ceil(stop - start), "sample: the result")
    there = math.ceil(start) + np.flatnonzero(signal(np.arange(math.ceil(start), stop + 1)))
    return (int(there[0]), int(there[-1])) if there.size else (0, 0)
