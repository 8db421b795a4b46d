"""Signals from typed lines, against what SymPy makes of the same lines."""

import math
import re
from itertools import pairwise

import numpy as np
import pytest
from numpy.polynomial import chebyshev
from typed_lines import LINES, evaluator, multiplied

from animations.rendering.drawing.formula import check_latex
from signals import ContinuousSignal, DiscreteSignal, latex
from signals.expression import ExpressionError, from_expression

FAR = 12.0
MADE_SMOOTH = ("cos(abs(t))", "cos(tri(t)*pi)")  # a cosine hides the kink of its argument
GROUPS = [LINES[first::8] for first in range(8)]


def times_for(line, signal):
    """Times all over, and near to breakpoints."""
    rng = np.random.default_rng(len(line) + sum(map(ord, line)))
    near = rng.choice([0.0, *signal.breakpoints], 200)
    beside = near + rng.choice([-1, 1], 200) * 10.0 ** rng.uniform(-9, 0, 200)
    return np.concatenate([rng.uniform(-FAR, FAR, 800), beside])


@pytest.mark.parametrize("lines", GROUPS, ids=lambda lines: lines[0])
def test_values_are_sympys(lines):
    for line in lines:
        signal = from_expression(line)
        floats, digits = evaluator(line)
        t = times_for(line, signal)
        values, expected = signal(t), floats(t)
        off = np.abs(values - expected) / np.maximum(1, np.abs(expected))
        assert off.max() <= 1e-12, (line, t[off.argmax()], values[off.argmax()])
        for time, value in zip(t[:800:80], values[:800:80], strict=True):
            assert value == pytest.approx(digits(time), rel=1e-12, abs=1e-12), (line, time)


def resolved(function, start, stop):
    """Whether a polynomial goes through a function between two ends."""
    nodes = np.cos(np.pi * (np.arange(40) + 0.5) / 40)
    values = function((start + stop) / 2 + (stop - start) / 2 * nodes)
    coefficients = np.abs(chebyshev.chebfit(nodes, values, 39))
    return coefficients[-6:].max() <= 1e-10 * max(coefficients.max(), 1e-9)


def rough(function, start, stop, depth=11):
    """Yield the shortest intervals in which no polynomial goes through a function."""
    if resolved(function, start, stop):
        return
    middle = start + 0.5123 * (stop - start)
    if not depth:
        yield start, stop
        return
    yield from rough(function, start, middle, depth - 1)
    yield from rough(function, middle, stop, depth - 1)


@pytest.mark.parametrize("lines", GROUPS, ids=lambda lines: lines[0])
def test_between_breakpoints_functions_are_smooth(lines):
    for line in lines:
        signal, function = from_expression(line), evaluator(line)[0]
        edges = [-FAR, *(at for at in signal.breakpoints if abs(at) < FAR), FAR]
        for start, stop in pairwise(edges):
            for left, right in rough(function, start, stop):
                assert left == start or right == stop, (line, left, right)


@pytest.mark.parametrize("lines", GROUPS, ids=lambda lines: lines[0])
def test_at_breakpoints_functions_are_not_smooth(lines):
    for line in lines:
        signal, function = from_expression(line), evaluator(line)[0]
        if line in MADE_SMOOTH:
            continue
        edges = [-math.inf, *signal.breakpoints, math.inf]
        for before, at, after in zip(edges, edges[1:], edges[2:], strict=False):
            width = min(0.05, (at - before) / 2, (after - at) / 2)
            nodes = np.cos(np.pi * (np.arange(12) + 0.5) / 12)
            left = function(at - width / 2 + width / 2 * nodes)
            beyond = at + width * np.array([0.1, 0.2])
            continued = chebyshev.chebval([1.2, 1.4], chebyshev.chebfit(nodes, left, 11))
            miss = np.abs(continued - function(beyond)).max()
            assert miss > 1e-9 * max(np.abs(left).max(), np.abs(function(beyond)).max()), (line, at)


PI = math.pi
ROOT = math.sqrt(2)
BREAKPOINTS = {
    "abs(abs(t)-1)": (-1, 0, 1),
    "abs(abs(abs(t)-2)-1)": (-3, -2, -1, 0, 1, 2, 3),
    "u(t/49-1)": (49,),
    "rect((t-2)/0.1)": (1.95, 2.05),
    "rect(t/1e300)": (-5e299, 5e299),
    "u(t^2-2)": (-ROOT, ROOT),
    "tri(t^2-2)": (-math.sqrt(3), -ROOT, -1, 1, ROOT, math.sqrt(3)),
    "u(t^3-3t^2+3t-1)": (1,),
    "abs(t^2-2t+1)": (),
    "u(t*(t-1)*(t-2))": (0, 1, 2),
    "u(t^3-6t^2+11t-6)": (1, 2, 3),
    "u(t^2-0.3t+0.02)": (0.1, 0.2),
    "abs((t-1)^20-1)": (0, 2),
    "abs((t-100)^2+0.1*(t-100))": (99.9, 100),
    "abs(t^2-1e-20)": (-1e-10, 1e-10),
    "abs(sin(t))*(0<=t<10)": (0, PI, 2 * PI, 3 * PI, 10),
    "abs(sin(pi t))*(0<=t<20)": tuple(range(21)),
    "abs(cos(pi t))*(0<=t<20)": (0, *(k + 0.5 for k in range(20)), 20),
    "abs(sin(2*pi*t/3))*(0<=t<15)": tuple(1.5 * k for k in range(11)),
    "u(sin(t)-1/2)*(0<=t<7)": (PI / 6, 5 * PI / 6, 13 * PI / 6, 7),
    "abs(exp(-t)-0.5)": (math.log(2),),
    "abs(2^t-8)": (3,),
    "abs(log(t))*(t>0.5)": (0.5, 1),
    "abs(1/t)*(abs(t)>1)": (-1, 1),
    "abs(sinc(t))*(abs(t)<3.5)": (-3.5, -3, -2, -1, 1, 2, 3, 3.5),
    "sqrt((t-1)^2)": (1,),
    "abs(t)*abs(t)": (),
    "t*u(t) + t*u(-t)": (),
    "u(t)-2u(t-1)+u(t-2)": (0, 1, 2),
    "u(t-0.1)-u(t-0.3)": (0.1, 0.3),
    "piecewise(t/2, 0, 3, 1/2, 3, 5)": (0, 3, 5),
    "delta(t-pi)+rect(t)": (-0.5, 0.5, PI),
}


@pytest.mark.parametrize(("line", "places"), BREAKPOINTS.items(), ids=str)
def test_breakpoints_are_closed_forms(line, places):
    found = from_expression(line).breakpoints
    assert len(found) == len(places)
    for at, place in zip(found, places, strict=True):
        assert abs(at - place) <= math.ulp(place)
        assert at == place or not float(place * 100).is_integer()


@pytest.mark.parametrize(
    ("line", "left", "right"),
    [
        ("u(t)", 0, 1),
        ("u(-t)", 1, 0),
        ("t > 0", 0, 1),
        ("t <= 0", 1, 0),
        ("rect(t - 1/2)", 0, 1),
        ("rect(t + 1/2)", 1, 0),
        ("rect(1/2 - t)", 0, 1),
        ("exp(-t)*u(t) + 3*(t < 0)", 3, 1),
        ("abs(t)/t", -1, 1),
        ("piecewise(2, -1, 0, 5, 0, 1)", 2, 5),
    ],
)
def test_at_a_jump_the_value_is_the_right_hand_limit(line, left, right):
    signal = from_expression(line)
    assert (signal.left(0.0), signal(0.0)) == (left, right)


IMPULSES = {
    "delta(t)": [(0, 1)],
    "2δ(t−1)": [(1, 2)],
    "delta(2t-1)": [(0.5, 0.5)],
    "delta(3-t/2)": [(6, 2)],
    "delta(t)+delta(t)-delta(t-1)*3": [(0, 2), (1, -3)],
    "delta(t)-delta(t)": [],
    "delta(abs(t)-1)": [(-1, 1), (1, 1)],
    "delta(t-1)*exp(-t)": [(1, math.exp(-1))],
    "t*delta(t)": [],
    "rect(t/4)*delta(t-1)/4": [(1, 0.25)],
    "abs(t)*delta(t+2)": [(-2, 2)],
    "piecewise(delta(t), -1, 1)": [(0, 1)],
    "-delta(pi t - 1)": [(1 / PI, -1 / PI)],
}


@pytest.mark.parametrize(("line", "expected"), IMPULSES.items(), ids=str)
def test_impulses(line, expected):
    signal = from_expression(line)
    assert [*map(list, signal.impulses)] == [pytest.approx(pair, rel=1e-15) for pair in expected]
    assert not signal.pieces
    check_latex(signal.formula, line)


# Formulas

GROUP = r"\{((?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*)\}"
CALLED = {"sin": np.sin, "cos": np.cos, "log": np.log, "sinc": np.sinc, "sqrt": np.sqrt}


class Raised:
    """What sin^2 is: called with x, a power of sin(x)."""

    def __getitem__(self, wanted):
        name, power = wanted
        return lambda x: CALLED[name](x) ** power


def in_python(formula):
    """Translate the LaTeX of a smooth function."""
    text = re.sub(r"\\left|\\right|\\mathrm\{(?=sinc)", "", formula).replace("sinc}", r"\sinc")
    text = re.sub(r"\\times|\\cdot", "*", text).replace(r"\pi", " pi ").replace(r"\ln", r"\log")
    changes = [
        (rf"\\(sin|cos|sinc)\^{GROUP}", "raised['{0}', {1}]"),
        (rf"\\frac{GROUP}{GROUP}", "(({0})/({1}))"),
        (rf"\\sqrt{GROUP}", "sqrt({0})"),
        (rf"\^{GROUP}", "**({0})"),
    ]
    while "{" in text:
        for pattern, template in changes:
            text = re.sub(pattern, lambda found, as_=template: as_.format(*found.groups()), text)
    return multiplied(re.sub(r"\\(sin|cos|sinc|log)", r" \1", text)).strip()


def meant(formula, t):
    """Return the values that a formula says."""
    return eval(in_python(formula), {"t": t, "e": math.e, "pi": PI, "raised": Raised(), **CALLED})


FORMULAS = {
    "2*exp(-t/2)": r"2 e^{-t/2}",
    "sin(3t)/2": r"\frac{1}{2} \sin(3 t)",
    "(t-1)^2": r"(t - 1)^{2}",
    "sin(t)^2": r"\sin^{2}(t)",
    "1/(1+t^2)": r"\frac{1}{1 + t^{2}}",
    "gauss(t)": r"e^{-t^{2}/2}",
    "sqrt(t^2+1)": r"\sqrt{t^{2} + 1}",
    "exp(1)": "e",
    "t/2*(0 <= t < 3)": r"\begin{cases} t/2 & 0 \le t < 3 \\ 0 & \text{otherwise} \end{cases}",
    "u(t-2pi)": r"\begin{cases} 1 & t \ge 2\pi \\ 0 & \text{otherwise} \end{cases}",
    "u(t-1e300)": r"\begin{cases} 1 & t \ge 10^{300} \\ 0 & \text{otherwise} \end{cases}",
    "delta(t-1)/2": r"\frac{1}{2}\,\delta(t - 1)",
    "0": "0",
}


@pytest.mark.parametrize(("line", "formula"), FORMULAS.items(), ids=str)
def test_formulas_are_as_one_writes_them(line, formula):
    assert from_expression(line).formula == formula


@pytest.mark.parametrize("lines", GROUPS, ids=lambda lines: lines[0])
def test_formulas_can_be_shown_and_mean_the_same(lines):
    for line in lines:
        signal = from_expression(line)
        for one in (signal, signal.shift(1.5), signal.flip(), -0.5 * signal):
            for piece in one.pieces[:4]:
                check_latex(piece.formula, line)
                assert latex.condition(piece.start, piece.stop) in one.formula
                start, stop = max(piece.start, -6.0), min(piece.stop, 6.0)
                t = np.linspace(start, stop, 9)[1:-1] if start < stop else np.array([])
                # Six digits are written of each number.
                values, size = piece(t), 1e-4 * (1 + np.abs(piece(t)))
                off = np.abs(meant(piece.formula, t) - values)
                assert (off <= size).all(), (line, piece.formula)


# Samples, lists and grids

SAMPLES = {
    "delta(n)-delta(n-1)": ([1, -1], 0),
    "delta[n+2]": ([1], -2),
    "u[n]-u[n-4]": ([1, 1, 1, 1], 0),
    "n*(0 <= n < 4)": ([1, 2, 3], 1),
    "(0 < n <= 3)": ([1, 1, 1], 1),
    "(-1)^n*(0<=n<4)": ([1, -1, 1, -1], 0),
    "tri(n/3)": ([1 / 3, 2 / 3, 1, 2 / 3, 1 / 3], -2),
    "rect(n/5)": ([1, 1, 1, 1, 1], -2),
    "rect(n/4)": ([1, 1, 1, 1], -2),
    "2^n*(-2 <= n < 1)": ([0.25, 0.5, 1], -2),
    "delta(n^2-4)": ([1, 0, 0, 0, 1], -2),
    "sqrt(n)*(0<=n<5)": ([1, ROOT, math.sqrt(3), 2], 1),
    "log(n)*(0 < n < 3)": ([math.log(2)], 2),
    "1/n*(0<n<4)": ([1, 0.5, 1 / 3], 1),
    "abs(n)*(abs(n) < 3)": ([2, 1, 0, 1, 2], -2),
    "piecewise(n, 1, 3, 5, 3, 4)": ([1, 2, 5], 1),
    "delta(n-0.5)": ([0], 0),
    "0*n": ([0], 0),
    "abs(n-200) < 2": ([1, 1, 1], 199),
    "delta(abs(n)-2)": ([1, 0, 0, 0, 1], -2),
    "u(n)*(n < 9e4)*(n > 89997)": ([1, 1], 89998),
    "delta(n-1000000)": ([1], 1000000),
    "(sqrt(n) < 2)*(0 <= n)": ([1, 1, 1, 1], 0),
    "u(sin(n/100)-0.999)*(0 <= n < 500)": ([1] * 9, 153),
    "[1, 2, 3]": ([1, 2, 3], 0),
    "[1, 2, 3]@-1": ([1, 2, 3], -1),
    "[1, 2, 1]/4": ([0.25, 0.5, 0.25], 0),
    "-[1, pi, 1/3]": ([-1, -PI, -1 / 3], 0),
    "2*[sqrt(4), 2^3]@(1+1)": ([4, 16], 2),
}


@pytest.mark.parametrize(("line", "expected"), SAMPLES.items(), ids=str)
def test_samples(line, expected):
    signal = from_expression(line)
    assert isinstance(signal, DiscreteSignal)
    values, start = expected
    assert signal.start == start
    np.testing.assert_allclose(signal.values, values, rtol=1e-15)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("0.8^n u(n)", lambda n: 0.8**n if n >= 0 else 0),
        ("(1/2)^n u[n]", lambda n: 0.5**n if n >= 0 else 0),
        ("0.5^abs(n)", lambda n: 0.5 ** abs(n)),
        ("n*u(n)*0.5^n", lambda n: n * 0.5**n if n >= 0 else 0),
        ("(-0.5)^n u(n-2)", lambda n: (-0.5) ** n if n >= 2 else 0),
        ("2^n u(-n)", lambda n: 2.0**n if n <= 0 else 0),
        ("gauss(n/2)", lambda n: math.exp(-n * n / 8)),
        ("gauss(n-70)", lambda n: math.exp(-((n - 70) ** 2) / 2)),
        ("2^(-(n+75)^2/2)", lambda n: 2 ** (-((n + 75) ** 2) / 2)),
        ("0.5^abs(n-70)", lambda n: 0.5 ** abs(n - 70)),
        ("u(sin(n))*0.5^n*u(n)", lambda n: 0.5**n if n >= 0 and math.sin(n) >= 0 else 0),
        ("exp(-n/3)*cos(n)*(n >= -1)", lambda n: math.exp(-n / 3) * math.cos(n) * (n >= -1)),
    ],
)
def test_endless_samples_go_on_until_nothing_is_left(line, expected):
    signal = from_expression(line)
    n = np.arange(-80, 81)
    values = [expected(int(each)) for each in n]
    np.testing.assert_allclose(signal(n), values, rtol=1e-14, atol=2e-17 * max(map(abs, values)))
    assert np.abs(signal.values[[0, -1]]).min() > 1e-18 * np.abs(signal.values).max()


def test_grids():
    np.testing.assert_array_equal(from_expression("[[1, 2], [3, 4]]"), [[1, 2], [3, 4]])
    np.testing.assert_array_equal(from_expression("[[1,0],[0,-1]]/4"), [[0.25, 0], [0, -0.25]])
    assert from_expression("[[[1, 2]], [[3, 4]]]").shape == (2, 1, 2)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("2t u(t)", "2*t*u(t)"),
        ("cos(2πt)", "cos(2*pi*t)"),
        ("t²", "t^2"),
        ("(t-1)(t+1)", "(t-1)*(t+1)"),
        ("e^(-t)t", "exp(-t)*t"),
        ("sin(2 pi 5 t)", "sin(2*pi*5*t)"),
        ("1·t×2", "t*2"),
        ("0 ≤ t", "t >= 0"),
        ("2^3u(t)", "(2^3)*u(t)"),
        (" u ( t ) ", "u(t)"),
        ("t\n+1", "t+1"),
    ],
)
def test_what_may_be_left_out_or_pasted(short, long):
    assert from_expression(short) == from_expression(long)


def test_a_line_has_a_kind():
    assert isinstance(from_expression("5"), ContinuousSignal)
    assert issubclass(ExpressionError, ValueError)
    with pytest.raises(TypeError, match="an expression must be text, got int"):
        from_expression(5)  # type: ignore[arg-type]
