"""Convolutions of typed signals, against quadrature that knows where to look, and closed forms."""

import math
from itertools import pairwise

import numpy as np
import pytest
from scipy.integrate import quad
from typed_lines import evaluator

from signals import convolve
from signals.expression import from_expression

SIGNALS = [
    "2*exp(-t/2)*u(t)", "exp(-abs(t))", "t*exp(-t)*u(t)", "exp(-t^2)", "gauss((t-1)/2)",
    "rect((t-1)/3)", "tri(t/2)", "(1-abs(t))*rect(t/2)", "cos(pi t)rect(t/4)",
    "piecewise(t/2, 0, 3, 1/2, 3, 5)", "abs(sin(2t))*(0<=t<5)", "u(t)-2u(t-1)+u(t-2)",
    "abs(abs(t)-1)*rect(t/6)", "t^2*(0<t<1)", "exp(-t)*cos(5t)*u(t)", "sqrt(4-t^2)*(-2<=t<2)",
    "gauss(t/0.01)", "exp(3t)*u(-t)", "1/(1+t^2)^2", "u(4-t^2)", "abs(t^3-t)*(abs(t)<2)",
    "rect(t/0.001)", "log(t)*(1<t<4)", "2^(-t)*(t>1)", "sinc(3t)*rect(t/4)",
    "1/(1+exp(-50*(t-1)))*rect((t-1)/4)",
]  # fmt: skip
RNG = np.random.default_rng(20)
PAIRS = [(*map(str, RNG.choice(SIGNALS, 2)), RNG.uniform(-2, 5, 2)) for _ in range(48)]
WIDE = 60.0


def places(signal):
    """Where a signal is not smooth, or narrow."""
    return [*signal.breakpoints, *(at for piece in signal.pieces for at in piece.landmarks)]


def integral(function, start, stop, cuts):
    """Integrate in floats from cut to cut, with the error that is said to be left."""
    edges = sorted({start, stop, *(at for at in cuts if start < at < stop)})
    parts = [
        quad(
            lambda t: float(function(np.array([t]))[0]),
            *ends,
            epsabs=1e-12,
            epsrel=1e-11,
            limit=200,
        )
        for ends in pairwise(edges)
        if ends[1] - ends[0] > 1e-14 * abs(ends[0])
    ]
    return sum(value for value, _ in parts), sum(error for _, error in parts)


@pytest.mark.parametrize(("first", "second", "times"), PAIRS)
def test_convolutions_are_what_quadrature_finds(first, second, times):
    h, x = from_expression(first), from_expression(second)
    of_h, of_x = evaluator(first)[0], evaluator(second)[0]
    y = convolve(h, x)
    for t in times.tolist():
        low, high = max(h.support[0], t - x.support[1]), min(h.support[1], t - x.support[0])
        value = error = 0.0
        if low < high:
            cuts = [0.0, *places(h), *(t - at for at in places(x))]
            product = lambda tau, t=t: of_h(tau) * of_x(t - tau)  # noqa: E731
            value, error = integral(product, max(low, -WIDE), min(high, WIDE), cuts)
        assert error <= 1e-9
        assert abs(y(t) - value) <= 1e-9


def moments(line):
    """Return the area under what SymPy reads, and where its centre is."""
    signal, function = from_expression(line), evaluator(line)[0]
    start, stop = max(signal.support[0], -WIDE), min(signal.support[1], WIDE)
    cuts = [0.0, *places(signal)]
    area, _ = integral(function, start, stop, cuts)
    moment, _ = integral(lambda t: t * function(t), start, stop, cuts)
    return area, moment / area


LAWFUL = [
    ("2*exp(-t/2)*u(t)", "piecewise(t/2, 0, 3, 1/2, 3, 5)"),
    ("exp(-abs(t))", "t^2*(0<t<1)"),
    ("gauss((t-1)/2)", "abs(sin(2t))*(0<=t<5)"),
    ("gauss(t/0.1)", "t*exp(-t)*u(t)"),
    ("abs(abs(t)-1)*rect(t/6)", "log(t)*(1<t<4)"),
    ("u(t)-2u(t-1)+u(t-2) + tri(t)", "(1-abs(t))*rect(t/2)"),
    ("1/(1+exp(-50*(t-1)))*rect((t-1)/4)", "exp(-t)*cos(5t)*u(t)"),
    ("rect(t/0.001)", "exp(-t^2)"),
]


@pytest.mark.parametrize(("first", "second"), LAWFUL)
def test_areas_multiply_and_centres_add(first, second):
    y = convolve(from_expression(first), from_expression(second))
    (area, centre), (other_area, other_centre) = moments(first), moments(second)
    nodes, weights = np.polynomial.legendre.leggauss(16)
    start, stop = max(y.support[0], -WIDE), min(y.support[1], WIDE)
    edges = sorted({start, stop, *y.breakpoints, *np.linspace(start, stop, 240)})
    ends = np.array([pair for pair in pairwise(edges) if start <= pair[0] and pair[1] <= stop])
    middles, halves = ends.mean(axis=1), np.diff(ends, axis=1)[:, 0] / 2
    t = middles[:, None] + halves[:, None] * nodes
    mass = y(t) * halves[:, None] * weights
    assert mass.sum() == pytest.approx(area * other_area, rel=1e-9, abs=1e-9)
    expected = area * other_area * (centre + other_centre)
    assert (mass * t).sum() == pytest.approx(expected, rel=1e-8, abs=1e-8)


ROOT = math.sqrt(2 * math.pi)
NARROW = {
    "gauss(t/1e-6)": 1e-6 * ROOT,
    "gauss((t-50)/0.01)": 0.01 * ROOT,
    "exp(-(t-50)^2/2/0.01^2)": 0.01 * ROOT,
    "exp(-1e8*(t+30)^2)": math.sqrt(math.pi) / 1e4,
    "(1/(1+1e6(t-3)^2))*(abs(t-3) < 10)": 2 * math.atan(1e4) / 1e3,
    "1/(1+1e6(t-3)^2)^2": math.pi / 2e3,
    "1/(1+exp(-1e4(t-5)))*rect((t-5)/10)": 5.0,
    "sin(1000t)*rect(t/4)": 0.0,
    "sin(1000t)^2*rect(t/4)": 2 - math.sin(4000) / 2000,
    "cos(1000t)*u(t)*exp(-t)": 1 / (1 + 1e6),
    "rect(t/1e-7) + rect((t-1)/1e-7)": 2e-7,
    "tri((t-20)/1e-5)": 1e-5,
    "exp(-1e6*t)*u(t)": 1e-6,
    "exp(-abs(t-7)*1e6)": 2e-6,
    "gauss(t/1e-6) + gauss(t-3)": (1 + 1e-6) * ROOT,
    "gauss((t-50)/0.01) + exp(-t)*u(t)": 1 + 0.01 * ROOT,
    "gauss((t-50)/0.01) + rect(t/100) + gauss((t+40)/0.001)": 100 + 0.011 * ROOT,
    "gauss((t-2)/1e-4)*(0 <= t < 90)": 1e-4 * ROOT,
    "gauss((t-2)/1e-4)*gauss(t)": 1e-4 * ROOT / math.sqrt(1 + 1e-8) * math.exp(-2 / (1 + 1e-8)),
    "gauss((t-1)/1e-5)*t^2*rect(t/8)": 1e-5 * ROOT * (1 + 1e-10),
    "2^(-1e10*(t-11)^2)": math.sqrt(math.pi / (1e10 * math.log(2))),
    "((t-3)^2 + 1e-8)^(-3/2)": 2e8,
    "gauss(1e4*sin(t))*(0.5 < t < 7)": 2e-4 * ROOT * (1 + 0.5e-8),
    "exp(-1e8*sin(t)^2)*(1 < t < 40)": 12e-4 * math.sqrt(math.pi) * (1 + 0.25e-8),
    "gauss(1e4*(exp(t)-3))": 1e-4 * ROOT / 3 * (1 + 1 / 9e8),
    "2^t*(0.5)^(2e8*(t-1)^2)*(abs(t) < 9)": math.sqrt(math.pi / (2e8 * math.log(2)))
    * 2 ** (1 + 1 / 8e8),
    "((t-3)^2 + 1e-12)^(1/2)*rect((t-3)/2)": math.sqrt(1 + 1e-12) + 1e-12 * math.asinh(1e6),
}


def area(signal):
    """Return the area between −100 and 100, as a convolution gives it."""
    return convolve(signal, from_expression("rect(t/200)"))(0.0)


@pytest.mark.parametrize(("line", "expected"), NARROW.items())
def test_nothing_narrow_is_missed(line, expected):
    signal = from_expression(line)
    allowed = max(1e-9 * abs(expected), 1e-13)
    assert abs(area(signal) - expected) <= allowed
    assert abs(area(signal.shift(0.3)) - expected) <= allowed
    assert abs(area(signal.flip()) - expected) <= allowed
