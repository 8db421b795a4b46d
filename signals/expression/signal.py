"""Signals from a typed line: read by a list of what is allowed, never run."""

from itertools import pairwise

import numpy as np

from signals.arguments import FloatArray
from signals.continuous import ContinuousSignal
from signals.discrete import DiscreteSignal
from signals.expression import domains
from signals.expression.algebra import polynomial
from signals.expression.discrete import discrete
from signals.expression.landmarks import SmoothPiece
from signals.expression.lists import has_list, listed
from signals.expression.reader import read
from signals.expression.smooth import ZERO, Smooth, UndefinedError, value_of
from signals.expression.text import Typed, parse
from signals.expression.written import written
from signals.expression.zeros import kinks
from signals.pieces import Piece
from signals.polynomials import Constant, Known, Polynomial


def from_expression(text: str) -> ContinuousSignal | DiscreteSignal | FloatArray:
    """Return the signal that a line of text says.

    Parameters
    ----------
    text : str
        In t, a continuous signal: ``2 exp(-t/2) u(t)``, ``t/2*(0 <= t < 3)``,
        ``piecewise(t/2, 0, 3, 1/2, 3, 5)``, ``rect(t - 1) + delta(t - 4)``. In n, a discrete one:
        ``0.8^n u(n)``, or ``u[n] - u[n-4]``. A list is a discrete signal, too, with the index of
        its first value behind an @: ``[1, 2, 3]@-1``. Lists within a list are a grid:
        ``[[1, 0], [2, -1]]``.

        u(t) is the unit step, 1 from t = 0 on; rect(t) is 1 from −1/2 to 1/2; tri(t) falls from 1
        at t = 0 to 0 at ±1; delta(t) is the impulse; sinc(t) is sin(πt)/(πt), gauss(t) is
        e^(−t²/2), log the natural logarithm. A comparison is 1 where it holds, else 0. At a jump
        the value is the right-hand limit; in n, comparisons hold as they are written.

    Returns
    -------
    ContinuousSignal, DiscreteSignal or ndarray
        Breakpoints are where steps, comparisons and kinks have them, exactly; the pieces say
        where an integral has to look for something narrow. Samples that go on without end are
        left out where they are below 1e-17 of the largest; there are at most 100,000.

    Raises
    ------
    ExpressionError
        A ValueError: if the text is no signal. It tells the reason and what is allowed, and marks
        the place.
    TypeError
        If it is no text.
    """
    line = parse(text)
    if {"t", "n"} <= line.names:
        raise line.error(line.first("n"), "t is for continuous signals, n for discrete: not both")
    with np.errstate(all="ignore"):  # what is too large or undefined is judged by its result
        if has_list(line.body):
            return listed(line)
        return discrete(line) if "n" in line.names else _continuous(line)


def _continuous(line: Typed) -> ContinuousSignal:
    found = read(line)
    pieces = []
    for start, stop, part in found:
        if part == ZERO:
            continue
        try:
            domains.check(part, start, stop)
            edges, formula = (start, *kinks(part, start, stop), stop), written(part)
        except UndefinedError as error:
            raise line.error(line.body, str(error)) from None
        pieces += [Piece(*ends, _function(part, *ends), formula) for ends in pairwise(edges)]
    try:
        return ContinuousSignal(pieces, found.impulses)
    except ValueError as error:
        raise line.error(line.body, str(error)) from None


def _function(part: Smooth, start: float, stop: float) -> Known | SmoothPiece:
    """Return the function of a piece; constants and lines are known as what they are."""
    value = value_of(part)
    if value is not None:
        return Constant(value)
    line = polynomial(part)
    if line is not None and len(line) == 2 and line[1]:
        return Polynomial((0.0, float(line[1])), float(-line[0] / line[1]))
    return SmoothPiece(part, start, stop)
