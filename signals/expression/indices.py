"""What was typed in n, at whole numbers: each value by itself, comparisons as they are written."""

import ast
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any

import numpy as np

from signals.arguments import BoolArray, FloatArray
from signals.expression.reader import COMPARED
from signals.expression.smooth import CALLED, NAMED
from signals.expression.text import Typed

FUNCTIONS: dict[str, Callable[[FloatArray], Any]] = {
    **CALLED,
    "u": lambda n: _where(n >= 0, n),
    "delta": lambda n: _where(n == 0, n),
    "rect": lambda n: _where((n >= -0.5) & (n < 0.5), n),
    "tri": lambda n: np.maximum(0.0, 1 - np.abs(n)),
    "abs": np.abs,
    "sqrt": np.sqrt,
}


def at_indices(line: Typed, n: FloatArray) -> FloatArray:
    """Return the values of a line that has been read before, at whole numbers n.

    They are NaN or infinite where there is none. Zero times anything is zero, as log(n)*(n > 0)
    says where it holds.
    """
    with np.errstate(all="ignore"):
        return _values(line.body, n)


def _values(node: ast.expr, n: FloatArray) -> FloatArray:
    match node:
        case ast.Constant(value=float(value)):
            return np.full(n.shape, value)
        case ast.Name(id="n"):
            return n
        case ast.Name(id=name):
            return np.full(n.shape, NAMED.get(name, np.inf))
        case ast.UnaryOp(op=op, operand=operand):
            return -_values(operand, n) if isinstance(op, ast.USub) else _values(operand, n)
        case ast.BinOp(left=left, op=op, right=right):
            return _combined(op, _values(left, n), _values(right, n))
        case ast.Compare(left=left, ops=ops, comparators=others):
            sides = [_values(side, n) for side in (left, *others)]
            each = zip(ops, sides, sides[1:], strict=False)
            holds = [COMPARED[type(op)](one, other) for op, one, other in each]
            return _where(reduce(np.logical_and, holds), np.max(sides, axis=0))
        case ast.Call(func=ast.Name(id="piecewise"), args=arguments):
            return _piecewise(arguments, n)
        case ast.Call(func=ast.Name(id=name), args=[argument]):
            return np.asarray(FUNCTIONS[name](_values(argument, n)))
    raise TypeError(f"not in the vocabulary: {ast.dump(node)}")


def _where(holds: BoolArray, given: FloatArray) -> FloatArray:
    """Return 1 where something holds of what is given, else 0; of no number nothing is told."""
    return np.where(np.isnan(given), np.nan, holds * 1.0)


def _combined(op: ast.operator, one: FloatArray, other: FloatArray) -> FloatArray:
    match op:
        case ast.Add():
            return one + other
        case ast.Sub():
            return one - other
        case ast.Mult():
            return np.where((one == 0) | (other == 0), 0.0, one * other)
        case ast.Div():
            return np.where((one == 0) & (other != 0), 0.0, one / other)
    return np.asarray(np.power(one, other))


def _piecewise(arguments: Sequence[ast.expr], n: FloatArray) -> FloatArray:
    total = np.zeros(n.shape)
    for value, start, stop in zip(*(arguments[each::3] for each in range(3)), strict=True):
        there = (n >= _values(start, n)) & (n < _values(stop, n))
        total = total + np.where(there, _values(value, n), 0.0)
    return total
