"""What figures say in words and numbers."""

from math import isinf

from animations.rendering.framing.numbers import MINUS, latex, shortest
from animations.rendering.timeline import Frame
from signals.overlap import Limit, Overlap


def argument(name: str, frame: Frame, flip: bool) -> str:
    """Return the LaTeX of the sliding signal as the frame shows it, from x(τ) to x(t − τ)."""
    if frame.flip < 0.5 or not (flip or frame.sweeping or frame.t):
        return rf"{name}(\tau)"
    if not flip:
        return rf"{name}(\tau - t)"
    if not frame.sweeping and frame.t == 0:
        return rf"{name}(-\tau)"
    return rf"{name}(t - \tau)"


def arguments(name: str, flip: bool) -> list[str]:
    """Return all that `argument` can say."""
    inner = (r"\tau", r"-\tau", r"t - \tau") if flip else (r"\tau", r"\tau - t")
    return [f"{name}({each})" for each in inner]


def preparation(frame: Frame, flip: bool) -> tuple[str, str]:
    """Say what is done to the sliding signal before the sweep, in words and in mathematics."""
    if frame.aside == "sample":
        return "samples at whole numbers", ""
    if not flip:
        return "no flip", "" if frame.t == 0 else r"$\tau \to \tau - t$"
    if frame.flip == 0:
        return "first the flip", ""
    if frame.t == 0:
        return "the flip", r"$\tau \to -\tau$"
    return "then the shift", r"$-\tau \to t - \tau$"


def limits(seen: Overlap) -> str:
    r"""Return the limits of τ as LaTeX, such as ``0 \leq \tau \leq t``, less one that is infinite.

    A limit at an end of the sliding signal moves with t, and so it says.
    """
    lower, upper = _end(seen.lower), _end(seen.upper)
    if lower and lower == upper:
        return rf"\tau = {lower}"
    if not lower and not upper:
        return r"-\infty < \tau < \infty"
    return (rf"{lower} \leq " if lower else "") + r"\tau" + (rf" \leq {upper}" if upper else "")


def _end(limit: Limit) -> str:
    if isinf(limit.value):
        return ""
    if not limit.moves:
        return latex(limit.value)
    if not limit.value:
        return "t"
    return f"t {'+' if limit.value > 0 else '-'} {latex(abs(limit.value))}"


def factor(value: float, wording: str = "") -> str:
    """Return a number, or how it is worded instead, as a factor: a negative one in parentheses."""
    wording = wording or shortest(value)
    return f"({wording})" if value < 0 else wording


def sign(value: float) -> str:
    """Return the sign with which a number is added."""
    return MINUS if value < 0 else "+"
