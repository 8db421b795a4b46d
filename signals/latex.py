r"""LaTeX of signals: numbers, sums, multiples, cases, and the substitution of t."""

import math
import re
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

UNKNOWN = r"\cdots"
"""Stands in a formula for a piece whose own formula was not given."""

# A command, with its argument where that is a word and not mathematics; or the variable itself.
_TOKEN = re.compile(
    r"\\(?:text|mathrm|mathit|mathbf|mathsf|operatorname|begin|end)\*?\s*\{[^{}]*\}"
    r"|\\[A-Za-z]+|\\.|t"
)
_PLAIN_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:/\d+)?")
_OPENING = ("", "(", "{", "[", "&", ",", "=")
_LARGEST_DENOMINATOR = 16
_LONGEST = 240  # characters of a sum
_MOST_TURNS = 1000  # multiples of π: larger numbers lie near some by chance


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    r"""Write a number as a reader would: ``3``, ``1/2``, ``-1/3``, ``0.1``, ``10^{-5}``."""
    if math.isinf(value):
        return r"\infty" if value > 0 else r"-\infty"
    fraction = _fraction(value)
    if fraction is not None:
        return str(fraction)
    mantissa, _, exponent = f"{value:.6g}".partition("e")
    if not exponent:
        return mantissa
    power = f"10^{{{int(exponent)}}}"
    return {"1": power, "-1": f"-{power}"}.get(mantissa, rf"{mantissa} \times {power}")


def _fraction(value: float) -> Fraction | None:
    """Return the simple fraction that is this very number, unless its decimals are shorter."""
    if abs(value) >= 1e6:
        return None
    fraction = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)
    exact = float(fraction) == value
    return fraction if exact and fraction.denominator % 5 else None


def argument(flipped: bool, at: float) -> str:
    """Write t − at, or at − t when flipped, without needless zeros and signs."""
    size = number(abs(at))
    if at == 0:
        return "-t" if flipped else "t"
    if flipped:
        return f"{size} - t" if at > 0 else f"-t - {size}"
    return f"t - {size}" if at > 0 else f"t + {size}"


def substitute(formula: str, flipped: bool, at: float) -> str:
    r"""Replace the variable t by t − at, or by at − t when flipped.

    Commands such as ``\tau`` and words such as ``\text{at}`` stay as they are.

    Examples
    --------
    >>> substitute("2e^{-t/2}", False, 1.0)
    '2e^{-(t - 1)/2}'
    >>> substitute("2e^{-t/2}", True, 0.0)
    '2e^{t/2}'
    """
    written = ""
    end = 0
    for token in _TOKEN.finditer(formula):
        if token.group() != "t":
            continue
        written += formula[end : token.start()]
        end = token.end()
        after = formula[end:].lstrip()
        new = argument(flipped, at)
        before = written.rstrip()
        if flipped and before.endswith("-") and not after.startswith("^"):
            # −(a − t) is t − a: fold the sign away rather than write two of them.
            kept = before[:-1].rstrip()
            if kept[-1:] in _OPENING:
                written, new = kept, argument(False, at)
            elif at == 0:
                written, new = kept + " + ", "t"
        written += new if _stands_alone(written, new, after) else f"({new})"
    return written + formula[end:]


def _stands_alone(before: str, new: str, after: str) -> bool:
    """Whether the new argument needs no parentheses between what precedes and follows it."""
    if new == "t":
        return True
    before = before.rstrip()
    around = before[-1:] + after[:1]
    if around == "{}":
        # Not in a mere group, which may be raised to a power: {t}^2.
        return before[-2:-1] in ("^", "_", "}") or before[-2:-1].isalpha()
    if new == "-t" and before[-1:] in _OPENING:
        return not after.startswith("^")
    return around in ("", "()", "[]")


def _is_sum(formula: str) -> bool:
    """Whether a plus or minus stands outside all brackets, past the first character."""
    depth = 0
    for position, character in enumerate(formula):
        depth += (character in "({[") - (character in ")}]")
        if depth == 0 and position and (character in "+-*"):
            return True
    return False


def multiply(factor: float, formula: str) -> str:
    r"""Write factor · formula: ``3t``, ``-t``, ``\frac{1}{2} (t + 1)``; unknown stays unknown."""
    if not formula or factor == 1:
        return formula
    if factor == 0 or formula == "0":
        return "0"
    if _PLAIN_NUMBER.fullmatch(formula):
        return number(factor * float(Fraction(formula)))
    if formula.startswith("-") and not _is_sum(formula):
        return multiply(-factor, formula[1:])
    if _is_sum(formula) or formula.startswith("-"):
        formula = rf"\left( {formula} \right)" if "\\" in formula else f"({formula})"
    if factor == -1:
        return f"-{formula}"
    coefficient = number(factor)
    if "/" in coefficient:
        above, below = coefficient.lstrip("-").split("/")
        coefficient = rf"{'-' if factor < 0 else ''}\frac{{{above}}}{{{below}}} "
    if formula.startswith(r"\delta"):
        return rf"{coefficient.rstrip()}\,{formula}"
    if formula[0].isdigit() or coefficient.endswith("}"):
        return rf"{coefficient.rstrip()} \cdot {formula}"
    return coefficient + formula


def line(value: float, slope: float, at: float) -> str:
    r"""Write a line that has a value at a place: ``\frac{1}{2} (t - 1)``, ``3 - t``, ``2``."""
    if not slope:
        return number(value)
    root = at - value / slope
    return multiply(abs(slope), argument(slope < 0, root))


def add(first: str, second: str) -> str:
    """Write first + second; unknown when either is, or when nobody could read the sum."""
    if not first or not second or second == "0":
        return first if second else ""
    if first == "0":
        return second
    if len(first) + len(second) > _LONGEST:
        return ""
    if second.startswith("-"):
        return f"{first} - {second[1:].lstrip()}"
    return f"{first} + {second}"


def convolution(first: str, second: str) -> str:
    """Write the convolution of two formulas in t."""
    return rf"\left( {first} \right) * \left( {second} \right)"


def condition(start: float, stop: float) -> str:
    r"""Write where a piece holds: ``0 \le t < 3``, ``t \ge 0``, ``t < 3``; empty for all t."""
    if math.isinf(start):
        return "" if math.isinf(stop) else f"t < {_end(stop)}"
    if math.isinf(stop):
        return rf"t \ge {_end(start)}"
    return rf"{_end(start)} \le t < {_end(stop)}"


def _end(value: float) -> str:
    r"""Write an end of a piece, perhaps as a multiple of π: ``3\pi/2``."""
    turns = Fraction(value / math.pi).limit_denominator(_LARGEST_DENOMINATOR)
    near = abs(float(turns) * math.pi - value) <= 4 * math.ulp(value)
    if not near or not 0 < abs(turns.numerator) < _MOST_TURNS:
        return number(value)
    above, below = abs(turns.numerator), turns.denominator
    size = rf"{'' if above == 1 else above}\pi{'' if below == 1 else f'/{below}'}"
    return f"-{size}" if value < 0 else size


def times_t(factor: float) -> str:
    """Write a positive multiple of t in one line: ``3t``, ``t/2``."""
    above, slash, below = number(factor).partition("/")
    return f"{'' if above == '1' else above}t{slash}{below}"


def exponential(rate: float) -> str:
    """Write a decay, or a growth where the rate is negative: ``e^{-t/2}``."""
    return f"e^{{{'-' if rate > 0 else ''}{times_t(abs(rate))}}}"


def impulse(at: float, weight: float) -> str:
    r"""Write an impulse: ``2\,\delta(t - 1)``."""
    return multiply(weight, rf"\delta({argument(False, at)})")


def cases(rows: Iterable[tuple[float, float, str]]) -> str:
    r"""Write (start, stop, formula) rows as one formula, with a ``cases`` environment if needed."""
    rows = list(rows)
    if not rows:
        return "0"
    if len(rows) == 1 and not condition(*rows[0][:2]):
        return rows[0][2] or UNKNOWN
    lines = [f"{formula or UNKNOWN} & {condition(start, stop)}" for start, stop, formula in rows]
    covered = rows[0][0] == -math.inf and rows[-1][1] == math.inf
    gaps = any(one[1] != following[0] for one, following in pairwise(rows))
    if gaps or not covered:
        lines.append(r"0 & \text{otherwise}")
    return r"\begin{cases} " + r" \\ ".join(lines) + r" \end{cases}"
