"""Convolution and cross-correlation of signals, exact up to rounding."""

from bisect import bisect_right
from typing import TypeVar

import numpy as np

from signals import latex
from signals.arguments import FloatArray, within_floats
from signals.breakpoints import distinct_sums
from signals.continuous import ContinuousSignal
from signals.discrete import DiscreteSignal
from signals.pairing import overlaps

Signal = TypeVar("Signal", ContinuousSignal, DiscreteSignal)
_KINDS = {ContinuousSignal: "continuous", DiscreteSignal: "discrete"}
_SHORTER, _LONGER = 512, 2048
"""Lengths of two discrete signals from which overlap-add is the faster way.

Measured on one core: it takes 0.7 of the direct way's time here, 0.2 for 512 with 65536 values,
0.07 for 4096 with 4096; below either length mostly more.
"""


def convolve(h: Signal, x: Signal) -> Signal:
    """Convolve two signals of one kind.

    Continuous: y(t) = ∫ h(τ) x(t − τ) dτ over all τ; discrete: y(t) = Σ h(τ) x(t − τ). The
    result is a signal of the same kind: starts, stops and breakpoints add, and its values are
    exact up to rounding, since each pair of smooth pieces is integrated where the two overlap.

    Long discrete signals go through the Fourier transform (`scipy.signal.oaconvolve`), unless all
    values are whole numbers, whose sums stay exact. Then the error of each value is at most
    1e-16 · log₂ n · ‖h‖ ‖x‖, with n the length of the result and the root of the sum of squares
    as the norm: values far below the largest lose digits, and a zero may come out as 1e-16.

    Parameters
    ----------
    h, x : ContinuousSignal or DiscreteSignal
        The impulse response, which stays, and the input, which is flipped and slides.
        To swap them changes nothing.

    Raises
    ------
    ValueError
        If the integral does not converge, or values would be too large for a float. Of continuous
        signals: if they have more than 20 million pairs of pieces, or sums of breakpoints for
        more than 400,000 pieces, or two pieces that are too narrow for floats where they meet.
    TypeError
        If the signals are not of one kind, or something is no signal.
    """
    _refuse_unlike("convolve", h, x)
    if isinstance(h, DiscreteSignal) and isinstance(x, DiscreteSignal):
        with np.errstate(over="ignore", invalid="ignore"):
            values = within_floats(_sums(h.values, x.values), "convolve: the result")
        return DiscreteSignal(values, h.start + x.start)
    return _convolve_continuous(h, x)


def correlate(x: Signal, w: Signal) -> Signal:
    """Cross-correlate two signals of one kind: the weights w slide without being flipped.

    Continuous: y(t) = ∫ x(τ) w(τ − t) dτ over all τ; discrete: y(t) = Σ x(τ) w(τ − t). This is
    what deep learning calls a convolution. To swap x and w flips the result.

    Raises
    ------
    ValueError, TypeError
        As `convolve`.
    """
    _refuse_unlike("correlate", x, w)
    return convolve(x, w.flip())


def _refuse_unlike(action: str, first: object, second: object) -> None:
    """Say why two things cannot be combined, if so."""
    kinds = []
    for signal in (first, second):
        if not isinstance(signal, tuple(_KINDS)):
            raise TypeError(f"{action}: two signals are needed, got {type(signal).__name__}")
        kinds.append(next(name for kind, name in _KINDS.items() if isinstance(signal, kind)))
    if kinds[0] != kinds[1]:
        raise TypeError(
            f"{action}: the first signal is {kinds[0]} and the second {kinds[1]}; "
            "both must be of one kind: sample() the continuous one"
        )


def _sums(h: FloatArray, x: FloatArray) -> FloatArray:
    shorter, longer = sorted((h.size, x.size))
    whole = all(np.array_equal(values, np.rint(values)) for values in (h, x))
    if shorter < _SHORTER or longer < _LONGER or whole:
        return np.convolve(h, x)
    from scipy.signal import oaconvolve  # type: ignore[import-untyped]

    return np.asarray(oaconvolve(h, x))


def _convolve_continuous(h: ContinuousSignal, x: ContinuousSignal) -> ContinuousSignal:
    """Add up what each impulse and each pair of pieces gives."""
    # A lone impulse only scales and shifts: the other signal keeps its formulas.
    for one, other in ((h, x), (x, h)):
        if len(one.impulses) == 1 and not one.pieces:
            at, weight = one.impulses[0]
            return weight * other.shift(at)
    total = ContinuousSignal(overlaps(h.pieces, x.pieces))
    for one, other in ((h, x), (x, h)):
        for at, weight in one.impulses if other.pieces else ():
            total += weight * ContinuousSignal(other.pieces).shift(at)
    places = distinct_sums([at for at, _ in h.impulses], [at for at, _ in x.impulses])
    impulses = [
        (
            places[bisect_right(places, at + other_at) - 1],
            within_floats(weight * other, "the weight of an impulse"),
        )
        for at, weight in h.impulses
        for other_at, other in x.impulses
    ]
    formula = latex.convolution(h.formula, x.formula) if total.pieces or impulses else None
    return ContinuousSignal(total.pieces, impulses, formula)
