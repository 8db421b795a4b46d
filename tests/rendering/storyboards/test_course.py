"""How an output goes, in words: its numbers are the signal's."""

import numpy as np
import pytest

from animations.rendering import course
from animations.rendering.storyboards.course import turning_points
from signals import (
    DiscreteSignal,
    convolve,
    correlate,
    from_transfer_function,
    impulse,
    rect,
    sample,
)
from signals.post import h, k, x


def test_impulses_are_told_where_they_are() -> None:
    assert (
        course(impulse(1, 0.5), -1, 5) == "is zero throughout but has an impulse of 0.500 at t = 1"
    )
    assert "impulse" not in course(rect(0, 2) + impulse(50), -1, 5)
    train = sum((impulse(n) for n in range(9)), start=impulse(9))
    assert course(train, -1, 20).count(" at t = ") == 4 and "others" in course(train, -1, 20)


@pytest.mark.parametrize(
    ("y", "span", "told"),
    [
        (
            convolve(h, x),
            (-2, 15),
            "is 0 up to t = 0, rises to 2.89 at t = 3 and ends at 0.02 at t = 15",
        ),
        (
            convolve(h, k),
            (0, 9),
            "is 0 up to t = 1, rises to 2.53 at t = 3, falls to −0.99 at t = 6 "
            "and ends at −0.22 at t = 9",
        ),
        (rect(0, 2), (-1, 6), "is 0 up to t = 0, jumps to 1 at t = 0 and ends at 0 at t = 6"),
        (h * 0, (-1, 6), "is zero throughout"),
        (
            convolve(h * 1e6, x),
            (-2, 3),
            "is 0 up to t = 0 and ends at 2.89·10⁶ at t = 3",
        ),
        (
            DiscreteSignal([3, -1, 4]),
            (0, 2),
            "starts at 3 at t = 0, falls to −1 at t = 1 and ends at 4 at t = 2",
        ),
        (
            DiscreteSignal([1, 3, 2], start=1),
            (-1, 3),
            "is 0 up to t = 0, rises to 3 at t = 2 and ends at 2 at t = 3",
        ),
    ],
)
def test_it_is_told_with_start_turns_and_end(
    y: object, span: tuple[float, float], told: str
) -> None:
    assert course(y, *span) == told  # type: ignore[arg-type]


def test_a_smooth_turning_point_is_exact() -> None:
    """y = e^(−at) sin(bt)/b turns where tan(bt) = b/a."""
    a, b = 0.1, np.sqrt(4 - 0.01)
    points = turning_points(from_transfer_function([1], [1, 2 * a, 4]), -1, 8)
    expected = [(np.arctan2(b, a) + n * np.pi) / b for n in range(5)]
    assert [t for t, _ in points] == pytest.approx(expected, abs=1e-5)
    values = [np.exp(-a * t) * np.sin(b * t) / b for t in expected]
    assert [value for _, value in points] == pytest.approx(values, abs=1e-9)


def test_of_very_many_turns_the_greatest_are_told() -> None:
    noise = np.random.default_rng(1).normal(size=300)
    noise[120] = 9
    points = turning_points(DiscreteSignal(noise), 0, 299)
    assert len(points) <= 5 and (120, 9) in points


def test_a_correlation_begins_before_zero() -> None:
    y = correlate(sample(x, 0, 5), sample(h, 0, 24))
    assert course(y, -10, 7).startswith("starts at 0.0")
