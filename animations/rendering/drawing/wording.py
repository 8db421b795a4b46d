"""What figures say in words and numbers."""

from math import inf

from animations.rendering.timeline import Frame

Support = tuple[float, float]


def number(value: float, decimals: int = 2) -> str:
    """Return a number with a true minus sign and always as many decimals; never a minus zero."""
    digits = f"{abs(value):.{decimals}f}"
    negative = value < 0 and any(digit in "123456789" for digit in digits)
    return ("\N{MINUS SIGN}" if negative else "") + digits


def whole(value: float) -> str:
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


def overlap(
    fixed: Support, sliding: Support, t: float, flip: bool, closed: bool = False
) -> tuple[str, str]:
    r"""Say how much of the sliding signal lies over the fixed one at the shift t.

    Parameters
    ----------
    fixed, sliding : tuple of float
        The supports; the sliding one before it is flipped and shifted.
    t : float
        The shift.
    flip : bool
        Whether the sliding signal is flipped.
    closed : bool
        Whether touching at a single τ is an overlap, as it is for indices.

    Returns
    -------
    tuple of str
        ``"no"``, ``"partial"`` or ``"full"``, and the limits of τ as LaTeX, such as
        ``0 \leq \tau \leq t``; no limits without an overlap.
    """
    near, far = (-sliding[1], -sliding[0]) if flip else sliding
    start, stop = max(fixed[0], t + near), min(fixed[1], t + far)
    if start > stop or (start == stop and not closed):
        return "no", ""
    inside = fixed[0] <= t + near and t + far <= fixed[1]
    around = t + near <= fixed[0] and fixed[1] <= t + far
    lower = _shifted(near) if t + near >= fixed[0] else whole(fixed[0])
    upper = _shifted(far) if t + far <= fixed[1] else whole(fixed[1])
    left = rf"{lower} \leq " if start != -inf else ""
    right = rf" \leq {upper}" if stop != inf else ""
    return ("full" if inside or around else "partial"), rf"{left}\tau{right}"


def _shifted(by: float) -> str:
    if by == 0:
        return "t"
    return f"t {'+' if by > 0 else '-'} {abs(by):g}"


def factor(value: float, wording: str = "") -> str:
    """Return a number, or how it is worded instead, as a factor: a negative one in parentheses."""
    wording = wording or whole(value)
    return f"({wording})" if value < 0 else wording


def sign(value: float) -> str:
    """Return the sign with which a number is added."""
    return "\N{MINUS SIGN}" if value < 0 else "+"
