"""What figures say in words and numbers."""

from math import isinf

from animations.rendering.timeline import Frame
from signals.overlap import Limit, Overlap


def number(value: float, decimals: int = 2) -> str:
    """Return a number with a true minus sign and always as many decimals; never a minus zero."""
    digits = f"{abs(value):.{decimals}f}"
    negative = value < 0 and any(digit in "123456789" for digit in digits)
    return ("\N{MINUS SIGN}" if negative else "") + digits


def shortest(value: float) -> str:
    """Return a number as short as it is: 3, 2.5."""
    return f"{value:.12g}".replace("-", "\N{MINUS SIGN}")


def argument(name: str, frame: Frame, flip: bool) -> str:
    """Return the LaTeX of the sliding signal as the frame shows it, from x(τ) to x(t − τ)."""
    if not flip:
        return rf"${name}(\tau - t)$"
    if frame.flip < 0.5:
        return rf"${name}(\tau)$"
    if not frame.sweeping and frame.t == 0:
        return rf"${name}(-\tau)$"
    return rf"${name}(t - \tau)$"


def preparation(frame: Frame) -> str:
    """Say what is done to the sliding signal before the sweep."""
    if frame.flip == 0:
        return "not flipped yet"
    return r"flip:  $\tau \to -\tau$" if frame.t == 0 else r"shift by  $t$"


def limits(seen: Overlap) -> str:
    r"""Return the limits of τ as LaTeX, such as ``0 \leq \tau \leq t``; infinite ones are left out.

    A limit at an end of the sliding signal moves with t, and so it says.
    """
    lower, upper = _end(seen.lower), _end(seen.upper)
    return (rf"{lower} \leq " if lower else "") + r"\tau" + (rf" \leq {upper}" if upper else "")


def _end(limit: Limit) -> str:
    if isinf(limit.value):
        return ""
    if not limit.moves:
        return shortest(limit.value)
    return f"t {'+' if limit.value > 0 else '-'} {abs(limit.value):g}" if limit.value else "t"


def factor(value: float, wording: str = "") -> str:
    """Return a number, or how it is worded instead, as a factor: a negative one in parentheses."""
    wording = wording or shortest(value)
    return f"({wording})" if value < 0 else wording


def sign(value: float) -> str:
    """Return the sign with which a number is added."""
    return "\N{MINUS SIGN}" if value < 0 else "+"
