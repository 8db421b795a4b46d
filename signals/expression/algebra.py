"""The algebra of smooth functions: sums, products and powers, written alike where they are alike.

Terms are kept as a number times factors, so that a function less itself is nothing, and t · t is
t².
"""

import math

import numpy as np

from signals.arguments import FloatArray
from signals.expression.smooth import (
    CALLED,
    ONE,
    ZERO,
    Call,
    Named,
    Power,
    Product,
    Smooth,
    Sum,
    UndefinedError,
    Variable,
    number,
    parts,
    value_of,
)
from signals.expression.vocabulary import TOO_LARGE

HIGHEST = 100  # power
_DECAYS = ("exp", "gauss")


def _term(function: Smooth) -> Product:
    return function if isinstance(function, Product) else Product(1.0, (function,))


def _simple(term: Product) -> Smooth:
    return term.factors[0] if term.coefficient == 1 and len(term.factors) == 1 else term


def add(*functions: Smooth) -> Smooth:
    """Return a sum, with like terms together."""
    found: dict[tuple[Smooth, ...], float] = {}
    for function in functions:
        for term in function.terms if isinstance(function, Sum) else (_term(function),):
            found[term.factors] = found.get(term.factors, 0.0) + term.coefficient
    terms = tuple(Product(number, factors) for factors, number in found.items() if number)
    if len(terms) > 1:
        return Sum(terms)
    return _simple(terms[0]) if terms else ZERO


def multiply(*functions: Smooth) -> Smooth:
    """Return a product, with whole powers of one base together, and exponentials.

    Roots and logarithms stay as they are: together they could have values where they have none.
    """
    coefficient, factors = 1.0, list[Smooth]()
    for function in functions:
        term = _term(function)
        coefficient *= term.coefficient
        factors += term.factors
    if not coefficient:
        return ZERO
    if coefficient == -1 and len(factors) == 1 and isinstance(factors[0], Sum):
        return Sum(tuple(Product(-term.coefficient, term.factors) for term in factors[0].terms))
    powers: dict[Smooth, float] = {}
    kept = [factor for factor in factors if _is_partial(factor)]
    for factor in factors:
        if factor in kept:
            continue
        base, exponent = _raised(factor)
        powers[base] = powers.get(base, 0.0) + exponent
    exponentials = [base for base in powers if isinstance(base, Call) and base.name in _DECAYS]
    if len(exponentials) > 1:
        # One of them may be too large for a float, and the other too small.
        total = add(*(multiply(number(powers.pop(base)), _log(base)) for base in exponentials))
        kept.append(call("exp", total))
    raised = [_power(base, exponent) for base, exponent in powers.items() if exponent]
    return _simple(Product(coefficient, (*raised, *kept)))


def _is_partial(function: Smooth) -> bool:
    """Whether it has no value for some t: it has roots or logarithms in it."""
    return any(
        (isinstance(part, Call) and part.name in ("sqrt", "log"))
        or (isinstance(part, Power) and not (value_of(part.exponent) or 0.5).is_integer())
        for part in parts(function)
    )


def _log(exponential: Call) -> Smooth:
    """Return the logarithm of exp or gauss."""
    if exponential.name == "exp":
        return exponential.argument
    return multiply(number(-0.5), power(exponential.argument, number(2.0)))


def _raised(factor: Smooth) -> tuple[Smooth, float]:
    """Return a factor as a base and its power."""
    match factor:
        case Power(base, Product(exponent, ())):
            return base, exponent
    return factor, 1.0


def _power(base: Smooth, exponent: float) -> Smooth:
    return base if exponent == 1 else Power(base, number(exponent))


def negative(function: Smooth) -> Smooth:
    """Return −f."""
    return multiply(number(-1.0), function)


def divide(above: Smooth, below: Smooth) -> Smooth:
    """Return a quotient.

    Raises
    ------
    UndefinedError
        If the divisor is zero.
    """
    if value_of(below) == 0:
        raise UndefinedError("this divides by zero")
    return multiply(above, power(below, number(-1.0)))


def power(base: Smooth, exponent: Smooth) -> Smooth:
    """Return a power.

    Raises
    ------
    UndefinedError
        If both change with t, or the exponent is too high.
    """
    high, low = value_of(exponent), value_of(base)
    if low == math.e and isinstance(base, Named):
        return call("exp", exponent)
    if high is None:
        if low is None:
            raise UndefinedError("of a power, the base or the exponent must be a number")
        if not low:
            raise UndefinedError("0 to the power of something that changes with t is not allowed")
        return ONE if low == 1 else Power(base, exponent)
    if abs(high) > HIGHEST:
        raise UndefinedError(f"exponents from -{HIGHEST} to {HIGHEST} are allowed")
    if not high:
        return ONE
    if isinstance(base, Product) and not base.factors:
        return _folded(base, high)
    term = _term(base)
    if high == -1:
        raised = (_power(*_times(factor, high)) for factor in term.factors)
        return _simple(Product(1 / term.coefficient, tuple(raised)))
    if not isinstance(exponent, Product) or exponent.factors:
        return Power(base, exponent)
    if isinstance(base, Call) and base.name == "exp":
        return call("exp", multiply(exponent, base.argument))
    if isinstance(base, Product) and high.is_integer():
        raised = (_power(*_times(factor, high)) for factor in base.factors)
        return multiply(_folded(number(base.coefficient), high), *raised)
    return _power(base, high)


def _times(factor: Smooth, by: float) -> tuple[Smooth, float]:
    base, exponent = _raised(factor)
    return base, exponent * by


def _folded(base: Product, exponent: float) -> Product:
    """Return a number to the power of a number."""
    if base.coefficient < 0 and not exponent.is_integer():
        raise UndefinedError("a negative number has whole powers only")
    if not base.coefficient and exponent < 0:
        raise UndefinedError("this divides by zero")
    try:
        return number(base.coefficient**exponent)
    except OverflowError:
        raise UndefinedError(TOO_LARGE) from None


def call(name: str, argument: Smooth) -> Smooth:
    """Return a function of a function.

    Raises
    ------
    UndefinedError
        If it is not defined for its constant argument.
    """
    given = value_of(argument)
    if given is not None:
        if (name == "sqrt" and given < 0) or (name == "log" and given <= 0):
            least = "0 or more" if name == "sqrt" else "more than 0"
            raise UndefinedError(f"{name} needs an argument of {least}, and this is {given:g}")
        exact: dict[tuple[str, float], Smooth] = {("exp", 1.0): Named("e"), ("exp", 0.0): ONE}
        exact |= {("sin", 0.0): ZERO, ("cos", 0.0): ONE, ("log", 1.0): ZERO}
        exact |= {("sqrt", 0.0): ZERO, ("sqrt", 1.0): ONE, ("sinc", 0.0): ONE, ("gauss", 0.0): ONE}
        if (name, given) in exact:
            return exact[name, given]
        if not np.isfinite(CALLED[name](np.array(given))):
            raise UndefinedError(TOO_LARGE)
    return Call(name, argument)


def polynomial(function: Smooth) -> FloatArray | None:
    """Return the coefficients of a polynomial, the lowest power first; none of anything else."""
    match function:
        case Variable():
            return np.array([0.0, 1.0])
        case Product(coefficient, factors):
            found = [polynomial(factor) for factor in factors]
            return _product(coefficient, found)
        case Sum(terms):
            found = [polynomial(term) for term in terms]
            total: FloatArray = np.zeros(1)
            for each in found:
                if each is None:
                    return None
                total = np.asarray(np.polynomial.polynomial.polyadd(total, each))
            return np.asarray(total)
        case Power(base, Product(exponent, ())) if exponent.is_integer() and exponent > 0:
            below = polynomial(base)
            if below is None or (len(below) - 1) * exponent > HIGHEST:
                return None
            return np.asarray(np.polynomial.polynomial.polypow(below, int(exponent)))
    value = value_of(function)
    return None if value is None else np.array([value])


def _product(coefficient: float, found: list[FloatArray | None]) -> FloatArray | None:
    product = np.array([coefficient])
    for each in found:
        if each is None or len(product) + len(each) > HIGHEST:
            return None
        product = np.polynomial.polynomial.polymul(product, each)
    return np.asarray(product)
