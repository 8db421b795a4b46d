"""Smooth functions as LaTeX, as a mathematician would write them."""

from collections.abc import Sequence

from signals import latex
from signals.expression.algebra import multiply, power
from signals.expression.smooth import Call, Named, Power, Product, Smooth, Sum, Variable
from signals.expression.smooth import number as constant

_SYMBOLS = {"pi": r"\pi", "e": "e"}
_FUNCTIONS = {"sin": r"\sin", "cos": r"\cos", "log": r"\ln", "sinc": r"\mathrm{sinc}"}


def written(function: Smooth) -> str:
    r"""Write a function of t: ``2 e^{-t/2}``, ``\frac{1}{2} \sin(3 t)``, ``(t - 1)^{2}``."""
    match function:
        case Sum(terms):
            return _sum(terms)
        case Product(coefficient, factors):
            return _product(coefficient, factors)
        case Power():
            return _product(1.0, (function,))
        case Call("exp", argument):
            return f"e^{{{written(argument)}}}"
        case Call("gauss", argument):
            return f"e^{{{written(multiply(constant(-0.5), power(argument, constant(2.0))))}}}"
        case Call("sqrt", argument):
            return rf"\sqrt{{{written(argument)}}}"
        case Call("abs", argument):
            return rf"|{written(argument)}|"
        case Call(name, argument):
            return f"{_FUNCTIONS[name]}({written(argument)})"
        case Named(name):
            return _SYMBOLS[name]
        case Variable():
            return "t"
    raise TypeError(f"no function: {function!r}")


def _sum(terms: Sequence[Product]) -> str:
    """Write a sum that begins, if it can, with what is not negative."""
    first = next((term for term in terms if term.coefficient > 0), terms[0])
    total = written(first)
    for term in terms:
        if term is not first:
            total = latex.add(total, written(term)) or latex.UNKNOWN
    return total


def _product(coefficient: float, factors: Sequence[Smooth]) -> str:
    if not factors:
        return latex.number(coefficient)
    above = [factor for factor in factors if not _is_divisor(factor)]
    below = [power(factor, constant(-1.0)) for factor in factors if _is_divisor(factor)]
    sign, size = "-" if coefficient < 0 else "", latex.number(abs(coefficient))
    over, slash, under = size.partition("/")
    if below:
        upper = _side_by_side("" if over == "1" and above else over, above)
        lower = _side_by_side(under, below)
        return rf"{sign}\frac{{{upper}}}{{{lower}}}"
    if slash and len(above) <= 2 and all(map(_is_plain, above)):
        row = " ".join(map(_factor, above)) if over == "1" else _side_by_side(over, above)
        return f"{sign}{row}/{under}"
    scale = rf"\frac{{{over}}}{{{under}}}" if slash else over
    return sign + _side_by_side("" if scale == "1" else scale, above)


def _side_by_side(scale: str, factors: Sequence[Smooth]) -> str:
    """Write a number and factors; alone, a factor needs no brackets."""
    if not scale and len(factors) == 1:
        return _factor(factors[0]) if isinstance(factors[0], Power) else written(factors[0])
    signs = [scale] if scale else []
    for factor in factors:
        sign = _factor(factor)
        if signs and sign[0].isdigit():
            sign = rf"\cdot {sign}"
        signs.append(sign)
    return " ".join(signs)


def _factor(factor: Smooth) -> str:
    """Write a factor, in brackets where it is a sum."""
    if not isinstance(factor, Power):
        return f"({written(factor)})" if isinstance(factor, Sum | Product) else written(factor)
    base, exponent = written(factor.base), written(factor.exponent)
    if isinstance(factor.base, Call) and factor.base.name in ("sin", "cos", "sinc"):
        name = _FUNCTIONS[factor.base.name]
        return base.replace(name, f"{name}^{{{exponent}}}", 1)
    if not isinstance(factor.base, Variable | Named) and not _is_number(factor.base):
        base = rf"\left({base}\right)" if "frac" in base else f"({base})"
    return f"{base}^{{{exponent}}}"


def _is_number(function: Smooth) -> bool:
    """Whether a function is a number that can be raised as it stands."""
    return written(function).replace(".", "").isdigit() if isinstance(function, Product) else False


def _is_divisor(factor: Smooth) -> bool:
    match factor:
        case Power(_, Product(exponent, ())):
            return exponent < 0
    return False


def _is_plain(factor: Smooth) -> bool:
    """Whether a factor can be written before a slash."""
    base = factor.base if isinstance(factor, Power) else factor
    return isinstance(base, Variable | Named | Sum)
