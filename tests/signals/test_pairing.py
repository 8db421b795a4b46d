"""Signals of hundreds of pieces, convolved with each other and with smooth ones."""

from itertools import pairwise

import mpmath
import numpy as np
import pytest
from scipy.integrate import quad

from signals import (
    ContinuousSignal,
    convolve,
    exponential,
    from_samples,
    impulse,
    pairing,
    piecewise,
    rect,
    step,
)


def noise(count, start, stop, seed):
    rng = np.random.default_rng(seed)
    return np.sort(rng.uniform(start, stop, count)), rng.normal(size=count)


def assert_integrals(y, h, x, times, top):
    """Compare with adaptive quadrature from breakpoint to breakpoint."""
    for t in times:
        ends = np.unique([*h.breakpoints, *(t - at for at in x.breakpoints)])
        ends = ends[(ends >= h.support[0]) & (ends <= h.support[1])]
        parts = (
            quad(lambda tau, t=t: h(tau) * x(t - tau), a, b, epsabs=1e-14)[0]
            for a, b in pairwise(ends)
        )
        assert abs(y(t) - sum(parts)) < 1e-12 * top


def test_two_measured_signals_are_convolved_exactly():
    h, x = from_samples(*noise(60, 0, 3, 1)), from_samples(*noise(50, -1, 2, 2), kind="step")
    y = convolve(h, x)
    top = float(np.abs(y(np.linspace(*y.support, 500))).max())
    assert_integrals(y, h, x, [-0.6, 0.77, 2.5, 4.1], top)


def test_breakpoints_are_all_sums_and_each_value_is_its_own():
    h, x = from_samples(*noise(200, 0, 10, 3)), from_samples(*noise(200, 3, 7, 4))
    y = convolve(h, x)
    sums = np.unique(np.add.outer(h.breakpoints, x.breakpoints))
    np.testing.assert_allclose(y.breakpoints, sums, rtol=1e-15)
    t = np.linspace(2, 18, 300)
    assert y(t).tolist() == [y(one) for one in t.tolist()]
    np.testing.assert_allclose(y.left(sums), y(sums), rtol=0, atol=1e-13)
    assert convolve(x, h)(t) == pytest.approx(y(t), rel=1e-12, abs=1e-13)


def test_evenly_spaced_samples_meet_in_few_breakpoints():
    n = np.arange(300)
    y = convolve(from_samples(n / 8, np.cos(n)), from_samples(n / 8, np.sin(n)))
    assert len(y.breakpoints) == 599


def test_an_exponential_over_two_thousand_samples_is_the_closed_form():
    times, values = noise(2000, 0, 30, 5)
    y = convolve(exponential(2, 0.5), from_samples(times, values))
    top = float(np.abs(y(np.linspace(0, 40, 200))).max())
    for t in (0.01, 7.3, 29.9, 38.0):
        assert abs(y(t) - decayed(times.tolist(), values.tolist(), t)) < 1e-12 * top


def decayed(times, values, t):
    """∫ 2 e^(−(t − s)/2) x(s) ds of straight lines, in forty digits."""
    total = mpmath.mpf(0)
    with mpmath.workdps(40):
        for (a, b), (va, vb) in zip(pairwise(times), pairwise(values), strict=True):
            if a >= t:
                break
            slope = (mpmath.mpf(vb) - va) / (mpmath.mpf(b) - a)
            for sign, end in ((1, min(b, t)), (-1, a)):
                line = va + slope * (mpmath.mpf(end) - a)
                # 4 e^((s − t)/2) (line − 2 slope) is an antiderivative.
                total += sign * 4 * mpmath.exp((mpmath.mpf(end) - t) / 2) * (line - 2 * slope)
    return float(total)


@pytest.mark.parametrize(
    "h",
    [
        piecewise((0, np.inf, lambda t: 1 / (1 + t) ** 2)),
        piecewise((0, 3, lambda t: np.exp(np.sin(5 * t))), (4, 5, 2.0)),
        piecewise((-np.inf, 0, np.exp), (0, 2, lambda t: np.sqrt(t + 1))),
    ],
    ids=["a power of t", "pieces", "from the left"],
)
def test_whatever_is_smooth_is_convolved_with_a_row(h):
    x = from_samples(*noise(40, 0, 4, 6))
    y = convolve(h, x)
    t = np.array([0.5, 1.9, 3.3, 4.0, 6.5])
    for one, value in zip(t.tolist(), y(t).tolist(), strict=True):
        ends = np.unique([*x.breakpoints, *(one - at for at in h.breakpoints)])
        ends = ends[(ends >= x.support[0]) & (ends <= x.support[1])]
        parts = (
            quad(lambda s, one=one: x(s) * h(one - s), a, b, epsabs=1e-14)[0]
            for a, b in pairwise(ends)
        )
        assert abs(value - sum(parts)) < 1e-12
    assert y(t).tolist() == [y(one) for one in t.tolist()]


def test_a_step_integrates_a_row():
    times, values = noise(100, 0, 5, 7)
    x = from_samples(times, values)
    y = convolve(step(1), x)
    assert y(20.0) == pytest.approx(np.trapezoid(values, times), rel=1e-13)
    assert y.support == (times[0] + 1, np.inf)


def test_impulses_and_pieces_add_up():
    times, values = noise(30, 0, 5, 8)
    x = from_samples(times, values)
    both = convolve(rect(0, 2) + impulse(1, -3), x)
    t = np.linspace(-1, 9, 77)
    apart = convolve(rect(0, 2), x)(t) - 3 * x.shift(1)(t)
    np.testing.assert_allclose(both(t), apart, rtol=0, atol=1e-13)


def test_where_nothing_meets_there_is_no_piece():
    x = from_samples([0, 1, 2, 10, 11, 12], [0, 1, 0, 0, 2, 0])
    y = convolve(x, rect(0, 1))
    assert [(p.start, p.stop) for p in y.pieces if p.start >= 3 and p.stop <= 10] == []
    assert y(5.0) == 0


def test_endless_steps_that_run_apart_diverge():
    row = from_samples(*noise(20, 0, 5, 9)) + step(6)
    with pytest.raises(ValueError, match="does not converge"):
        convolve(row, piecewise((-np.inf, 0, 1.0)))


def test_a_result_of_too_many_pieces_is_refused():
    one, other = (from_samples(*noise(900, 0, 1, seed)) for seed in (10, 11))
    with pytest.raises(ValueError, match="pieces or more; at most 400,000 are allowed: take few"):
        convolve(one, other)


def test_too_many_pieces_are_refused_before_all_sums_are_formed(monkeypatch):
    monkeypatch.setattr(pairing, "distinct_sums", None)
    one, other = (from_samples(*noise(4400, 0, 1, seed)) for seed in (10, 11))
    with pytest.raises(ValueError, match="pieces or more; at most 400,000"):
        convolve(one, other)


def test_pieces_that_a_glance_does_not_show_are_counted(monkeypatch):
    monkeypatch.setattr(pairing, "fewest_sums", lambda *_: 0)
    one, other = (from_samples(*noise(700, 0, 1, seed)) for seed in (10, 11))
    with pytest.raises(ValueError, match="have 489,999 pieces; at most 400,000"):
        convolve(one, other)


def test_too_many_pairs_are_refused_before_they_fill_the_memory():
    t = np.arange(5000)
    x = from_samples(t, t % 7)
    with pytest.raises(ValueError, match="24,990,001 pairs of pieces to integrate; at most 20,000"):
        convolve(x, x)


def test_nothing_convolved_is_nothing():
    assert convolve(ContinuousSignal([]), from_samples([0, 1], [1, 2])).pieces == ()


def test_a_convolution_of_rows_is_convolved_again_as_the_polynomials_it_is():
    one, two, three = (
        from_samples(*noise(count, 0, stop, count)) for count, stop in ((30, 6), (25, 4), (20, 5))
    )
    left, right = convolve(convolve(one, two), three), convolve(one, convolve(two, three))
    t = np.linspace(0, 15, 61)
    top = np.abs(left(t)).max()
    assert top > 1
    np.testing.assert_allclose(left(t), right(t), rtol=0, atol=1e-13 * top)
    areas = [np.trapezoid(v, at) for at, v in (noise(30, 0, 6, 30), noise(25, 0, 4, 25))]
    flat = convolve(convolve(one, two), rect(-20, 20))
    assert flat(5.0) == pytest.approx(np.prod(areas), rel=1e-11)
