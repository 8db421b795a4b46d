"""Signals as people type them: from a line of text to smooth functions and where they hold."""

from signals.expression.signal import from_expression
from signals.expression.text import ExpressionError

__all__ = ["ExpressionError", "from_expression"]
