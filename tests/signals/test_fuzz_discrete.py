"""Discrete signals against sums of fractions, with whatever numbers Hypothesis thinks of."""

import operator
from collections import defaultdict
from fractions import Fraction
from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from signals import DiscreteSignal, convolve, correlate, rect, sample, triangle

EPS = 2.0**-52
HEIGHTS = st.builds(
    lambda m, e: m * 10.0**e, st.floats(1, 10) | st.floats(-10, -1), st.integers(-6, 6)
)
repeatable = settings(derandomize=True, deadline=None, max_examples=60)


WHOLE = st.integers(-9, 9) | st.integers(-(2**20), 2**20)
STARTS = st.integers(-5, 5) | st.integers(-(2**51), 2**51)


@st.composite
def sequences(draw, starts=STARTS):
    values = draw(
        st.lists(WHOLE, min_size=1, max_size=8) | st.lists(HEIGHTS, min_size=1, max_size=8)
    )
    return DiscreteSignal(values, draw(starts))


def exactly(signal):
    return {signal.start + n: Fraction(value) for n, value in enumerate(signal.values.tolist())}


def assert_sums(signal, terms):
    """Compare with what is to be added up at each n, rounded once or twice for each."""
    whole = all(term.denominator == 1 for row in terms.values() for term in row)
    assert set(exactly(signal)) >= set(terms)
    for n, value in exactly(signal).items():
        row = terms.get(n, [])
        size = sum(map(abs, row))
        off = 0 if whole and size <= 2**53 else len(row) * size * Fraction(EPS)
        assert abs(value - sum(row)) <= off


@settings(repeatable, max_examples=100)
@given(sequences(), sequences())
def test_discrete_results_are_exact(h, x):
    y, w = defaultdict(list), defaultdict(list)
    for (i, c), (j, d) in product(exactly(h).items(), exactly(x).items()):
        y[i + j].append(c * d)
        w[i - j].append(c * d)
    assert_sums(convolve(h, x), y)
    assert_sums(correlate(h, x), w)
    assert (min(y), min(w)) == (convolve(h, x).start, correlate(h, x).start)


@settings(repeatable, max_examples=100)
@given(sequences(), sequences(st.integers(-5, 5)), st.integers(-(2**51), 2**51), HEIGHTS)
def test_discrete_arithmetic_is_exact(one, two, by, factor):
    values = exactly(one)
    assert exactly(one.shift(by)) == {n + by: value for n, value in values.items()}
    assert exactly(one.flip()) == {-n: value for n, value in values.items()}
    for scaled, exact in ((factor * one, Fraction(factor)), (one / factor, 1 / Fraction(factor))):
        for n, value in exactly(scaled).items():
            assert abs(value - values[n] * exact) <= abs(value) * Fraction(EPS) / 2
    near = one.shift(-one.start)
    for action in (operator.add, operator.sub):
        total, its = exactly(action(near, two)), exactly(two)
        for n in range(-20, 20):
            expected = action(values.get(n + one.start, Fraction(0)), its.get(n, Fraction(0)))
            assert total.get(n, 0) == Fraction(float(expected))


@repeatable
@given(sequences(), st.lists(st.integers(-(10**300), 10**300) | STARTS, min_size=1))
def test_any_whole_number_is_an_index(signal, indices):
    values = exactly(signal)
    for n in [*indices, *values]:
        assert signal(n) == values.get(n, 0)
        if abs(n) < 2**53:
            assert signal(float(n)) == signal(np.array(n)) == signal(n)
            assert signal([n, n + 1]).tolist() == [signal(n), signal(n + 1)]


@settings(repeatable, max_examples=20)
@given(st.floats(-9, 9), st.floats(0.01, 9), HEIGHTS, st.integers(-9, 9), st.integers(1, 9))
def test_samples_are_values(start, width, height, first, count):
    smooth = triangle(start, start + width / 3, start + width, height) - rect(start, start + width)
    found = sample(smooth, first, first + count)
    assert exactly(found) == {n: Fraction(smooth(n)) for n in range(first, first + count)}
