"""Rows of numbers that were typed: discrete signals, and grids."""

import ast

import numpy as np

from signals.arguments import FARTHEST, FloatArray
from signals.discrete import DiscreteSignal
from signals.expression.reader import Reader
from signals.expression.text import Typed
from signals.expression.vocabulary import TOO_LARGE

AXES = 4
"""Of a grid: an image has two, a volume three, the weights of a layer with channels four."""


def has_list(node: ast.expr) -> bool:
    """Whether there is a list in it."""
    return any(isinstance(each, ast.List) for each in ast.walk(node))


def listed(line: Typed) -> DiscreteSignal | FloatArray:
    """Return a discrete signal, of one list, or the grid that lists within a list are.

    Raises
    ------
    ExpressionError
        If there is anything but numbers in them, or rows are of different lengths.
    """
    body, start = line.body, 0
    if isinstance(body, ast.BinOp) and isinstance(body.op, ast.MatMult):
        origin = Reader(line).constant(body.right)
        if not origin.is_integer() or abs(origin) > FARTHEST:
            reason = f"behind the @ stands the index of the first value, not {origin:g}"
            raise line.error(body.right, reason)
        body, start = body.left, int(origin)
    values = _array(line, body)
    if not np.isfinite(values).all():
        raise line.error(line.body, TOO_LARGE)
    if values.ndim > AXES:
        raise line.error(line.body, f"a grid has at most {AXES} axes, not {values.ndim}")
    if values.ndim == 1:
        return DiscreteSignal(values, start)
    if body is not line.body:
        raise line.error(line.body, "a grid has no origin: leave out the @")
    return values


def _array(line: Typed, node: ast.expr) -> FloatArray:
    match node:
        case ast.List(elts=[]):
            raise line.error(node, "a list has at least one number")
        case ast.List(elts=elements):
            return _stacked(line, elements)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_array(line, operand)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            lists, factor = (left, right) if has_list(left) else (right, left)
            return _scaled(_array(line, lists), Reader(line).constant(factor))
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            divisor = Reader(line).constant(right)
            if not divisor:
                raise line.error(right, "this divides by zero")
            return _scaled(_array(line, left), 1 / divisor)
    raise line.error(node, "a list can be scaled, as in [1, 2, 1]/4, and nothing else")


def _scaled(values: FloatArray, factor: float) -> FloatArray:
    with np.errstate(over="ignore"):
        return values * factor


def _stacked(line: Typed, elements: list[ast.expr]) -> FloatArray:
    rows = [
        _array(line, each) if has_list(each) else np.array(Reader(line).constant(each))
        for each in elements
    ]
    for each, row in zip(elements, rows, strict=True):
        if row.shape != rows[0].shape:
            raise line.error(each, "the rows of a grid have one length")
    return np.stack(rows)
