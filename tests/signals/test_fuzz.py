"""Continuous signals against exact oracles, with whatever numbers Hypothesis thinks of."""

import math
import operator
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import mpmath
import numpy as np
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from polynomials import EPS, INF, Atom, polynomial

from signals import convolve, correlate, impulse, piecewise, rect, triangle

repeatable = settings(
    derandomize=True,
    deadline=None,
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def magnitudes(low, high):
    return st.builds(lambda m, e: m * 10.0**e, st.floats(1, 10), st.integers(low, high - 1))


POSITIVE = st.sampled_from([1.0, 0.5, 0.1, 3.0])
SIGNS = st.sampled_from([1, -1])
ROUND = st.integers(-4, 4).map(float) | st.sampled_from([0.1 + 0.2, 0.3, 1 + 1e-13, 2 - 1e-13])
WILD = ROUND | st.builds(operator.mul, magnitudes(-9, 6), SIGNS), POSITIVE | magnitudes(-9, 4)
TAME = ROUND | st.floats(-9, 9), POSITIVE | magnitudes(-2, 1)
HEIGHTS = st.builds(operator.mul, POSITIVE | magnitudes(-6, 6), SIGNS)
PICKS = st.lists(st.tuples(st.integers(0, 999), st.floats(0, 1)), min_size=3, max_size=6)


@st.composite
def parts(draw, places, widths):
    """Draw a signal of one kind, and what it is exactly."""
    start, height = draw(places), draw(HEIGHTS)
    kind = draw(st.sampled_from(["impulse", "rect", "triangle", "polynomial"]))
    if kind == "impulse":
        exact = Atom({(Fraction(start), -1): Fraction(height)}, abs(start), area=abs(height))
        return impulse(start, height), [exact]
    stop = max(start + draw(widths), math.nextafter(start, INF))
    width = stop - start
    if kind == "rect":
        return rect(start, stop, height), [polynomial(start, stop, height)]
    if kind == "triangle":
        peak = min(stop, start + draw(st.just(0) | st.floats(1e-9, 1)) * width)
        exact = []
        if start < peak:
            exact.append(polynomial(start, peak, 0, height / (peak - start)))
        if peak < stop:
            exact.append(polynomial(peak, stop, height, -Fraction(height) / Fraction(stop - peak)))
        return triangle(start, peak, stop, height), exact
    c = [height, draw(HEIGHTS) / width, draw(HEIGHTS) / width**2]
    function = lambda t: c[0] + c[1] * (t - start) + c[2] * (t - start) ** 2  # noqa: E731
    return piecewise((start, stop, function)), [polynomial(start, stop, *c)]


@st.composite
def sums(draw, places=WILD[0], widths=WILD[1], most=3):
    """Draw a sum of moved, scaled and reflected parts, and what it is exactly."""
    signal, exact = draw(parts(places, widths))
    for number in range(draw(st.integers(0, most))):
        other, its = draw(parts(places, widths)) if number else (signal, exact)
        act = draw(st.sampled_from(["flip", "shift", "scale", "none"]))
        by = {"shift": [draw(places)], "scale": [draw(HEIGHTS)]}.get(act, [])
        if act == "scale":
            other, its = other * by[0], [atom.scale(by[0]) for atom in its]
        elif act != "none":
            other = unless_narrow(lambda o=other: getattr(o, act)(*by), [other], its, *by)  # noqa: B023
            its = [getattr(atom, act)(*by) for atom in its]
        if not number:
            signal, exact = other, its
        else:
            sign = draw(SIGNS)
            signal = signal + other if sign > 0 else signal - other
            exact = [atom.scale(s).add() for s, row in ((1, exact), (sign, its)) for atom in row]
    return signal, exact


def unless_narrow(act, given_signals, exact, by=0.0):
    """Return what is made; a refusal must be for a piece as narrow as numbers there lie apart."""
    try:
        return act()
    except ValueError as error:
        assert "too narrow" in str(error)
        widths = [piece.stop - piece.start for s in given_signals for piece in s.pieces]
        assert min(widths) <= 4 * EPS * (sum(atom.size for atom in exact) + abs(by))
        reject()


def assert_exact(signal, exact, picks):
    """Compare values, both limits, at times within pieces, at breakpoints and right beside them."""
    smooth = [atom for atom in exact if not atom.is_impulse]
    times = [0.0]
    for number, part in picks:
        if smooth:
            start, stop = smooth[number % len(smooth)].ends
            times.append(float(start + Fraction(part) * (stop - start)))
        if signal.breakpoints:
            at = signal.breakpoints[number % len(signal.breakpoints)]
            times += [at, math.nextafter(at, INF), math.nextafter(at, -INF)]
    for left, values in ((False, signal(times)), (True, signal.left(times))):
        for t, value in zip(map(Fraction, times), values.tolist(), strict=True):
            near = [atom for atom in smooth if atom.ends[0] <= t <= atom.ends[1]]
            expected = sum(atom(t, left) for atom in near)
            miss = abs(Fraction(value) - expected)
            assert miss <= sum(atom.miss(t) for atom in smooth), (float(t), value, float(expected))
    bare = [(atom.ends[0], sum(atom.terms.values()), atom) for atom in exact if atom.is_impulse]
    allowed = 1e-12 * sum(atom.area for *_, atom in bare)
    assert abs(sum(Fraction(w) for _, w in signal.impulses) - sum(w for _, w, _ in bare)) <= allowed
    for at, weight in signal.impulses:
        there = sum(w for place, w, atom in bare if abs(place - Fraction(at)) <= atom.off)
        assert abs(Fraction(weight) - there) <= allowed


@settings(repeatable, max_examples=60)
@given(sums(), PICKS)
def test_sums_have_the_values_of_their_parts(drawn, picks):
    assert_exact(*drawn, picks)


def combined(action, first, second):
    (h, exact), (x, its) = first, second
    if action is correlate:
        its = [atom.flip() for atom in its]
    y = unless_narrow(lambda: action(h, x), [h, x], [*exact, *its])
    return y, [one.convolve(other) for one in exact for other in its]


ACTIONS = st.sampled_from([convolve, correlate])


@repeatable
@given(ACTIONS, sums(), sums(), PICKS)
def test_convolutions_are_exact(action, first, second, picks):
    assert_exact(*combined(action, first, second), picks)


@settings(repeatable, max_examples=20)
@given(ACTIONS, ACTIONS, st.tuples(*[sums(*TAME, most=2)] * 3), st.booleans(), PICKS)
def test_convolutions_of_convolutions_are_exact(inner, outer, three, swapped, picks):
    once = combined(inner, *three[:2])
    pair = (three[2], once) if swapped else (once, three[2])
    assert_exact(*combined(outer, *pair), picks)


# Decaying waves, against closed forms


@dataclass(frozen=True)
class Wave:
    """height · e^(−rate · (t − start)) · cos(frequency · (t − start)) on [start, stop)."""

    start: float
    stop: float
    height: float
    rate: float
    frequency: float

    def __call__(self, t):
        u = t - self.start
        return self.height * np.exp(-self.rate * u) * np.cos(self.frequency * u)

    def exponentials(self):
        """Return (c, s): the wave is the sum of c · e^(st)."""
        for sign in (1, -1):
            s = mpmath.mpc(-self.rate, sign * self.frequency)
            yield self.height * mpmath.exp(-s * self.start) / 2, s


@st.composite
def waves(draw):
    start, rate = draw(st.floats(-9, 9)), draw(magnitudes(-1, 2))
    stop = draw(st.just(INF) | st.floats(0.01, 3).map(lambda lives: start + lives / rate))
    return Wave(start, stop, draw(HEIGHTS), rate, draw(st.just(0) | st.floats(0, 20)) * rate)


def wave_product(h, x, t):
    """Return ∫ h(τ) x(t − τ) dτ with many digits."""
    lower, upper = (mpmath.mpf(end) for end in (max(h.start, t - x.stop), min(h.stop, t - x.start)))
    total = mpmath.mpf(0)
    if lower < upper:
        for (c, s), (d, z) in product(h.exponentials(), x.exponentials()):
            ends = [mpmath.exp((s - z) * end) for end in (upper, lower)]
            width = (ends[0] - ends[1]) / (s - z) if s != z else upper - lower
            total += (c * d * mpmath.exp(z * t) * width).real
    return total


@settings(repeatable, max_examples=20)
@given(waves(), waves(), st.lists(st.floats(0, 3), min_size=3, max_size=3))
def test_decaying_waves_are_exact(h, x, lives):
    y = convolve(*(piecewise((wave.start, wave.stop, wave)) for wave in (h, x)))
    with mpmath.workdps(60):
        beyond = [h.start + x.start + each / min(h.rate, x.rate) for each in lives]
        for t in [*y.breakpoints, *beyond]:
            top = abs(h.height * x.height)
            # A wave varies by up to 23 times its height; t and the ends are off by a few ulps.
            allowed = 1e-12 * top / max(h.rate, x.rate) + 200 * EPS * (abs(t) + 20) * top
            assert abs(y(t) - wave_product(h, x, mpmath.mpf(t))) <= allowed
