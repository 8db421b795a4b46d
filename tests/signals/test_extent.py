"""Where most of a signal is, against closed forms."""

from math import erf, exp, inf, log, sqrt

import numpy as np
import pytest

from signals import (
    ContinuousSignal,
    DiscreteSignal,
    convolve,
    exponential,
    impulse,
    piecewise,
    rect,
    step,
)
from signals.extent import extent
from signals.post import h, x
from signals.samples import from_samples


def gauss(width: float, at: float = 0.0) -> ContinuousSignal:
    bell = piecewise((-inf, inf, lambda t: np.exp(-t * t / (2 * width * width))))
    return bell.shift(at)


@pytest.mark.parametrize("rate", [1e-3, 0.5, 1.0, 40.0, 1e4])
@pytest.mark.parametrize("amplitude", [1e-6, -1.0, 1e6])
def test_an_exponential_is_cut_where_99_percent_are_past(rate: float, amplitude: float) -> None:
    start, stop = extent(exponential(amplitude, rate))
    assert start == 0
    assert 1.0 <= stop / (log(100) / rate) < 1.1
    assert extent(exponential(amplitude, rate).flip()) == (-stop, 0)


@pytest.mark.parametrize("width", [1e-3, 1.0, 250.0])
@pytest.mark.parametrize("at", [0.0, -7.0, 1e3])
def test_both_ends_of_a_bell_are_cut(width: float, at: float) -> None:
    start, stop = extent(gauss(width, at))
    assert start + stop == pytest.approx(2 * at, abs=1e-6 * width)
    assert 0.99 <= erf((stop - at) / width / sqrt(2)) < 0.996


def test_what_ends_is_seen_whole() -> None:
    assert extent(x) == (0, 5)
    assert extent(rect(-3, 1e4, 1e-9)) == (-3, 1e4)
    assert extent(impulse(2.5)) == (2.5, 2.5)


def test_what_never_gets_less_has_no_end() -> None:
    assert extent(step(3)) == (3, inf)
    assert extent(piecewise((-inf, inf, np.cos))) == (-inf, inf)


def test_zero_is_nowhere_far() -> None:
    assert extent(h * 0) == (0, 0)
    assert extent(ContinuousSignal(())) == (0, 0)
    assert extent(DiscreteSignal([0, 0, 0], start=4)) == (0, 0)


def test_an_integral_is_looked_at_as_far_as_it_goes() -> None:
    start, stop = extent(convolve(h, x))
    assert start == 0
    total, y = 4 * 13 / 4, convolve(h, x)  # the areas of h and of x, multiplied
    t = np.linspace(0, stop, 20001)
    assert 0.98 <= np.trapezoid(y(t), t) / total < 1


def test_samples_are_cut_only_where_next_to_nothing_goes_on() -> None:
    assert extent(DiscreteSignal([1.0] * 400, start=-3)) == (-3, 396)
    decay = DiscreteSignal(np.exp(-np.arange(200.0) / 2))
    first, last = extent(decay)
    assert first == 0 and 8 <= last <= 14


def test_many_pieces_are_looked_at_together() -> None:
    t = np.linspace(0, 10, 2001)
    y = convolve(exponential(2, 0.5), from_samples(t, np.ones_like(t)))
    start, stop = extent(y)
    # ∫ y = 40; after 10, y is 4 (e^5 − 1) e^(−t/2), of which 8 (e^5 − 1) e^(−t/2) is left after t.
    assert start == 0
    assert stop == pytest.approx(2 * log(8 * (exp(5) - 1) / 0.4), abs=0.5)  # 30 points a decade


def test_where_factors_are_too_large_and_too_small_nothing_is_seen() -> None:
    def logistic_pulse(t):  # infinity times 0 from t = 710 on
        return np.exp(t) / (1 + np.exp(t)) ** 2

    start, stop = extent(piecewise((-inf, inf, logistic_pulse)))
    assert start == pytest.approx(-stop, rel=0.05)
    assert 0.99 <= 1 / (1 + np.exp(-stop)) < 0.998


def test_what_is_too_large_has_no_end() -> None:
    assert extent(piecewise((-inf, inf, 1e308))) == (-inf, inf)
