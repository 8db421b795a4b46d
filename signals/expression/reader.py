"""From the tree of a typed line to functions in cells, by a list of what is allowed."""

import ast
import math
import operator
from collections.abc import Callable, Sequence
from typing import Any

from signals.expression import cells
from signals.expression.algebra import call, power
from signals.expression.cells import EVERYWHERE, Cells, Window
from signals.expression.smooth import ONE, Named, T, UndefinedError, number
from signals.expression.text import Typed
from signals.expression.vocabulary import ALLOWED
from signals.expression.zeros import EndlessError

DEEPEST = 60
"""Operations within operations."""

COMPARED: dict[type[ast.cmpop], Callable[[Any, Any], Any]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
SWITCHES: dict[str, Callable[[Cells, Window], Cells]] = {
    "u": cells.step,
    "rect": cells.rect,
    "tri": cells.tri,
    "abs": cells.absolute,
}


class Reader:
    """Reads the tree of a line in t."""

    def __init__(self, line: Typed) -> None:
        self._line = line
        self._depth = 0

    def read(self, node: ast.expr, window: Window = EVERYWHERE) -> Cells:
        """Return what a node says.

        What is outside of the window does not matter.

        Raises
        ------
        ExpressionError
            If it is not in the vocabulary, or not defined.
        EndlessError
            If it changes its sign without end, and the window is endless, too.
        """
        self._depth += 1
        try:
            if self._depth > DEEPEST:
                raise UndefinedError(f"at most {DEEPEST} operations may lie within each other")
            return self._read(node, window)
        except EndlessError:
            raise
        except UndefinedError as error:
            raise self._line.error(node, str(error)) from None
        finally:
            self._depth -= 1

    def constant(self, node: ast.expr) -> float:
        """Return the value of what does not change.

        Raises
        ------
        ExpressionError
            If it is no finite number.
        """
        allowed = (*ast.walk(node),)
        changes = any(isinstance(each, ast.Name) and each.id in ("t", "n") for each in allowed)
        lists = any(isinstance(each, ast.List) for each in allowed)
        value = None if changes or lists else cells.value(self.read(node))
        if value is None or not math.isfinite(value):
            raise self._line.error(node, "a finite number is needed here, which does not change")
        return value

    def _read(self, node: ast.expr, window: Window) -> Cells:
        match node:
            case ast.Constant(value=float(value)):
                return Cells((number(value),))
            case ast.Name(id="t" | "n"):
                return Cells((T,))
            case ast.Name(id="pi" | "e" as name):
                return Cells((Named(name),))
            case ast.Name(id="inf"):
                raise UndefinedError(
                    "inf can only be an end of a piece, as in piecewise(exp(-t), 0, inf)"
                )
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.read(operand, window)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return cells.multiplied(Cells((number(-1.0),)), self.read(operand, window))
            case ast.BinOp(op=ast.Add() | ast.Sub()):
                return self._sum(node, window)
            case ast.BinOp(op=ast.Mult() | ast.Div()):
                return self._product(node, window)
            case ast.BinOp(left=base, op=ast.Pow(), right=exponent):
                return cells.together(
                    self._without_impulses(base, window),
                    self._without_impulses(exponent, window),
                    power,
                )
            case ast.Compare():
                return self._comparison(node, window)
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
                return self._call(name, arguments, window)
        raise UndefinedError(f"this cannot stand here: {ALLOWED}")

    def _without_impulses(self, node: ast.expr, window: Window) -> Cells:
        found = self.read(node, window)
        found.refuse_impulses()
        return found

    def _sum(self, node: ast.expr, window: Window) -> Cells:
        """Add up a row of terms, which nest to the left."""
        terms: list[tuple[bool, ast.expr]] = []
        while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            terms.append((isinstance(node.op, ast.Sub), node.right))
            node = node.left
        total = self.read(node, window)
        for minus, term in reversed(terms):
            read = self.read(term, window)
            total = cells.added(
                total, cells.multiplied(Cells((number(-1.0),)), read) if minus else read
            )
        return total

    def _product(self, node: ast.expr, window: Window) -> Cells:
        """Multiply a row of factors; some that have no end are read within the bounds of others."""
        factors: list[tuple[bool, ast.expr]] = []
        while isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.Div):
            factors.insert(0, (isinstance(node.op, ast.Div), node.right))
            node = node.left
        factors.insert(0, (False, node))
        found: dict[int, Cells] = {}
        while len(found) < len(factors):
            before, endless = len(found), None
            for which, (below, factor) in enumerate(factors):
                if which in found:
                    continue
                try:
                    found[which] = self.read(factor, window)
                except EndlessError as error:
                    endless = error
                    continue
                if not below:
                    start, stop = found[which].support
                    window = max(window[0], start), min(window[1], stop)
            if endless and len(found) == before:
                raise endless
        total = Cells((ONE,))
        for which, (below, _) in enumerate(factors):
            total = (cells.divided if below else cells.multiplied)(total, found[which])
        return total

    def _comparison(self, node: ast.Compare, window: Window) -> Cells:
        """Return 1 where all comparisons of a row hold."""
        sides = [self.read(side, window) for side in (node.left, *node.comparators)]
        total = Cells((ONE,))
        for op, one, other in zip(node.ops, sides, sides[1:], strict=False):
            if type(op) not in COMPARED:
                raise UndefinedError("comparisons are <, <=, > and >=")
            difference = cells.added(one, cells.multiplied(Cells((number(-1.0),)), other))
            total = cells.multiplied(total, self.compared(difference, COMPARED[type(op)], window))
        return total

    def _call(self, name: str, arguments: Sequence[ast.expr], window: Window) -> Cells:
        if name == "piecewise":
            return self._piecewise(arguments, window)
        if len(arguments) != 1:
            raise UndefinedError(
                f"{name} takes one argument, as in {name}(t), not {len(arguments)}"
            )
        argument = self.read(arguments[0], window)
        if name in SWITCHES or name == "delta":
            return self.switched(name, argument, window)
        return argument.each(lambda part: call(name, part))

    def _piecewise(self, arguments: Sequence[ast.expr], window: Window) -> Cells:
        if not arguments or len(arguments) % 3:
            raise UndefinedError(
                "piecewise takes value, start, stop, once or more: piecewise(t/2, 0, 3)"
            )
        total = Cells((number(0.0),))
        taken: list[Window] = []
        for value, first, last in zip(*(arguments[each::3] for each in range(3)), strict=True):
            start, stop = self._end(first), self._end(last)
            if not start < stop:
                raise self._line.error(first, f"a piece must start before it stops, at {stop:g}")
            if any(start < end and begin < stop for begin, end in taken):
                raise self._line.error(first, "pieces must not overlap")
            taken.append((start, stop))
            within = max(start, window[0]), min(stop, window[1])
            total = cells.added(total, cells.limited(self.read(value, within), start, stop))
        return total

    def _end(self, node: ast.expr) -> float:
        """Return an end of a piece, which may be infinite."""
        match node:
            case ast.Name(id="inf"):
                return math.inf
            case ast.UnaryOp(op=ast.USub(), operand=ast.Name(id="inf")):
                return -math.inf
        return self.constant(node)

    def switched(self, name: str, argument: Cells, window: Window) -> Cells:
        """Return what has other functions on both sides of where its argument is at a level."""
        return cells.delta(argument) if name == "delta" else SWITCHES[name](argument, window)

    def compared(
        self, difference: Cells, holds: Callable[[float, float], bool], window: Window
    ) -> Cells:
        """Return 1 where a difference stands so to 0."""
        return cells.compared(difference, holds, window)


def read(line: Typed) -> Cells:
    """Return what a line in t says.

    Raises
    ------
    ExpressionError
        If it is not in the vocabulary, or not defined.
    """
    try:
        return Reader(line).read(line.body)
    except EndlessError as error:
        raise line.error(line.body, str(error)) from None
