"""What is said of lines that are no signals: the reason in one line, what is allowed, and where."""

import pytest
from typed_lines import ESCAPES

from signals.expression import ExpressionError, from_expression

ALLOWED = "allowed are numbers, + - * / ^, comparisons, t, n, pi, e, exp, sin,"
REFUSED = [
    # (line, column of the caret, words of the reason)
    ("", 0, f"an expression is expected: {ALLOWED}"),
    ("   ", 0, "an expression is expected"),
    ("tt", 0, "unknown name tt: did you mean t*t? allowed"),
    ("2tu(t)", 1, "unknown name tu: did you mean t*u?"),
    ("sint", 0, "did you mean sin(t)?"),
    ("t + foo(t)", 4, f"unknown name foo: {ALLOWED}"),
    ("Exp(t)", 0, "did you mean exp?"),
    ("U(t)", 0, "did you mean u?"),
    ("heaviside(t)", 0, "did you mean u?"),
    ("dirac(t)", 0, "did you mean delta?"),
    ("ln(t)", 0, "did you mean log?"),
    ("max(0, t)", 0, "did you mean piecewise?"),
    ("sgn(t)", 0, "did you mean 2*u(t) - 1?"),
    ("ramp(t)", 0, "did you mean t*u(t)?"),
    ("np.exp(t)", 0, "did you mean exp(t)?"),
    ("u(x - 1)", 2, "did you mean t?"),
    ("0.5^k", 4, "did you mean n?"),
    ("x" * 60, 0, "x" * 30 + "…"),
    ("x(t) = u(t)", 5, "equations are not signals: type what is behind the =, and compare with <="),
    ("t == 0", 2, "equations are not signals"),
    ("exp(-|t|)", 5, "write abs(…) for the absolute value"),
    ("√t", 0, "write sqrt(…)"),
    ("(t>0) & (t<1)", 6, "write * for and"),
    ("e^{-t}", 2, "write (…) for braces, or [1, 2, 3] for a list"),
    ("t; u(t)", 1, f"';' means nothing here: {ALLOWED}"),
    ("t.real", 1, "'.' means nothing here"),
    ("u(t)\ud800", 4, "means nothing here"),
    ("u(t", 1, "this ( is not closed"),
    ("[1, 2", 0, "this [ is not closed"),
    ("u(t))", 4, "this ) closes nothing"),
    ("u(t]", 3, "this ] closes nothing"),
    ("1, 2", 1, "a comma separates numbers in brackets: lists are [1, 2, 3], decimals 0.5"),
    ("0,5*t", 1, "decimals 0.5"),
    ("(1, 2)", 2, "lists are [1, 2, 3]"),
    ("t *", 3, "something is missing at its end"),
    ("* t", 0, "this cannot stand here"),
    ("()", 0, "this cannot stand here"),
    ("[1,,2]", 3, "this cannot stand here"),
    ("2 3", 2, "something is missing here: * to multiply, ^ for a power, or a comma in a list"),
    ("[1 2]", 3, "a comma in a list"),
    ("t 2", 2, "something is missing here"),
    ("1/2t", 3, "two ways: write parentheses or * to say what the / is for, as in (1/2)*t or"),
    ("1/t^2 u(t)", 6, "to say what the / is for"),
    ("2^t t", 4, "to say what the ^ is for, as in 2^(t)*t or 2^(t*t)"),
    ("0.8^n(n+1)", 5, "to say what the ^ is for"),
    ("sin t", 0, "sin needs parentheses, as in sin(t)"),
    ("cos^2(t)", 0, "cos needs parentheses, as in cos(t)^2"),
    ("t*u", 2, "u needs parentheses"),
    ("rect(t, 2)", 0, "rect takes one argument, as in rect(t), not 2"),
    ("rect()", 0, "rect takes one argument, as in rect(t), not 0"),
    ("t + n", 4, "t is for continuous signals, n for discrete: not both"),
    ("1e400*t", 0, "numbers go up to 1.8e308"),
    ("1e308*10", 0, "numbers go up to 1.8e308"),
    ("t*exp(1000)", 2, "numbers go up to 1.8e308"),
    ("9**9**9", 0, "exponents from -100 to 100 are allowed"),
    ("t^t", 0, "of a power, the base or the exponent must be a number"),
    ("0^t", 0, "0 to the power of something that changes"),
    ("(-2)^t", 0, "a negative number to a power that changes with t has no value"),
    ("(-2)^0.5", 0, "a negative number has whole powers only"),
    ("t^0.5", 0, "a negative number has whole powers only: at t = -1: bound it, as in"),
    ("1 + sqrt(t)", 0, "sqrt of a negative number at t = -1: bound it, as in sqrt(t)*u(t)"),
    ("sqrt(sin(t))", 0, "sqrt of a negative number at t = -1.5708"),
    ("sqrt(99-t-exp(-t))*(t > 0)", 0, "sqrt of a negative number at t = 100"),
    ("sqrt(-1)", 0, "sqrt needs an argument of 0 or more, and this is -1"),
    ("log(0)", 0, "log needs an argument of more than 0, and this is 0"),
    ("log(t)", 0, "log of a negative number"),
    ("1/0", 0, "this divides by zero"),
    ("1/t", 0, "this divides by zero at t = 0: keep away from it, as in (1/t)*(t > 1)"),
    ("sin(t)/t", 0, "sin(t)/t is sinc(t/pi)"),
    ("1/cos(t/10)", 0, "this divides by zero at t = -15.708"),
    ("1/(t-3)*u(t)", 0, "this divides by zero at t = 3"),
    ("abs(1/(exp(t)+t))", 0, "where this changes its sign cannot be told: allowed are lines"),
    ("u(sin(t))", 0, "this changes its sign without end: bound it, as in abs(sin(t))*(0 <="),
    ("u(sin(1e9*t))*rect(t)", 0, "at most 1000 changes of sign"),
    ("rect((t-1)/1e-20)", 0, "this is too narrow: it rises within rounding of 1"),
    ("abs((t-1)^50 - t)", 0, "where it is zero is told of polynomials up to degree 12, not 50"),
    ("delta(t)^2", 0, "delta can be added, shifted and multiplied, and nothing else"),
    ("t*(delta(t)*delta(t))", 3, "delta times delta is not defined"),
    ("delta(t^2-1)", 0, "delta needs a line, as in delta(t - 2)"),
    ("delta(abs(t))", 0, "this has a kink where it is zero"),
    ("delta(t)*u(t)", 0, "delta has no weight at t = 0, where what it is multiplied with jumps"),
    ("delta(t)*log(t)", 0, "what delta is multiplied with has no value at t = 0"),
    ("piecewise(t, 0)", 0, "piecewise takes value, start, stop, once or more: piecewise(t/2"),
    ("piecewise(t, 3, 1)", 13, "a piece must start before it stops, at 1"),
    ("piecewise(t, 0, 2, 1, 1, 3)", 22, "pieces must not overlap"),
    ("piecewise(1, t, 3)", 13, "a finite number is needed here, which does not change"),
    ("t*inf", 2, "inf can only be an end of a piece, as in piecewise(exp(-t), 0, inf)"),
    ("u(n)", 0, "this goes on for too long: bound it, as in u(n)*(n < 20)"),
    ("cos(n)", 0, "this goes on for too long"),
    ("0 >= (n < abs(n))", 0, "this goes on for too long"),
    ("u(sin(n/100) - 0.999)*u(n)", 0, "this goes on for too long"),
    ("gauss(n - 1e6)", 0, "at most 100,000 values are allowed, not 1,000,009"),
    ("sqrt(n) < 2", 0, "this has no finite value at n = -1"),
    ("sqrt(t) < 2", 0, "sqrt of a negative number at t = -1"),
    ("t^0.5*t^0.5*rect(t)", 0, "a negative number has whole powers only"),
    ("sqrt(t)*sqrt(t)*rect(t)", 0, "sqrt of a negative number"),
    ("log(t)/log(t)*(t < 1)", 0, "log of a negative number"),
    ("(sqrt(t) < 2)^2", 0, "sqrt of a negative number at t = -1"),
    ("u(n)*(n < 1e9)", 0, "at most 100,000 values are allowed, not 1,000,000,001"),
    ("delta(n - 1e16)", 0, "this goes beyond 2^53"),
    ("1/n", 0, "this has no finite value at n = 0"),
    ("[]", 0, "a list has at least one number"),
    ("[1, t]", 4, "a finite number is needed here"),
    ("[1, 2] + [3, 4]", 0, "a list can be scaled, as in [1, 2, 1]/4, and nothing else"),
    ("[1, 2]/0", 7, "this divides by zero"),
    ("[1, 2]@1/2", 0, "a list can be scaled"),
    ("[1, 2]@0.5", 7, "behind the @ stands the index of the first value, not 0.5"),
    ("[[1, 2]]@1", 0, "a grid has no origin: leave out the @"),
    ("[[1, 2], [3]]", 9, "the rows of a grid have one length"),
    ("[[[[[1]]]]]", 0, "a grid has at most 4 axes, not 5"),
    ("(" * 50 + "t" + ")" * 50, 40, "at most 40 brackets may nest"),
    ("-" * 100 + "t", 60, "at most 60 operations may lie within each other"),
    ("+".join(["t"] * 500), 401, "at most 200 operators are allowed"),
    ("t " * 1500, 2000, "at most 2000 characters are allowed, and these are 3000"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "column", "words"), REFUSED, ids=lambda given: str(given)[:30])
def test_the_reason_and_the_place(line, column, words):
    with pytest.raises(ExpressionError) as caught:
        from_expression(line)
    error = caught.value
    reason, shown, caret = str(error).split("\n")
    assert words in reason and reason == error.reason
    assert error.column == column
    marked = caret.index("^")
    if column < len(line) and line.isprintable() and line.strip():
        assert shown[marked] == line[column]


@pytest.mark.parametrize("line", ESCAPES)
def test_nothing_but_the_vocabulary_is_read(line):
    with pytest.raises(ExpressionError) as caught:
        from_expression(line)
    assert len(str(caught.value).split("\n")) == 3
    assert len(caught.value.reason) < 300
