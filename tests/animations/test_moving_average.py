"""`moving_average` draws plain means of what its windows cover."""

import math
from dataclasses import replace

import numpy as np
import pytest
from artists import lines, marks, patches, wordings
from figures import film_of

from animations.rendering import Animation, AveragePanel, Film, steps
from signals import DiscreteSignal
from signals.noisy import clean, noisy

WIDTHS = (3, 7, 15)
FIRST, LAST = 1, 70  # where the least box covers nothing but samples
ROWS = pytest.mark.parametrize("row", range(3))


def film() -> Film:
    return film_of("moving_average")


def mean(width: int, t: int) -> float:
    """Sum the samples nearest to t one by one."""
    nearest = range(t - width // 2, t + width // 2 + 1)
    return sum(float(noisy.values[n]) for n in nearest) / width


def place(row: int, t: int) -> int:
    """Where a box stands at t: it waits where it covers nothing but samples."""
    return min(max(t, WIDTHS[row] // 2), 71 - WIDTHS[row] // 2)


def output(row: int) -> np.ndarray:
    axes = film().figure.axes[row]
    return lines(film(), film().timeline[-1], axes, "y")[-1]


@pytest.mark.parametrize("t", [FIRST, 8, 40, LAST])
@ROWS
def test_the_curve_is_the_mean(row: int, t: int) -> None:
    width, axes, frame = WIDTHS[row], film().figure.axes[row], film().timeline.at(t)
    curve = lines(film(), frame, axes, "y")[-1]
    t = place(row, t)
    assert curve[:, 0].tolist() == list(range(width // 2, t + 1))
    assert curve[:, 1] == pytest.approx([mean(width, n) for n in range(width // 2, t + 1)])
    assert marks(film(), frame, axes, "y")[0] == pytest.approx(np.array([[t, mean(width, t)]]))
    said = f"{abs(mean(width, t)):.2f}"
    assert any(f"y({t})" in text and text.endswith(said) for text in wordings(film(), frame))


@pytest.mark.parametrize("t", [FIRST, 30, LAST])
@ROWS
def test_the_box_has_area_1_and_covers_what_is_averaged(row: int, t: int) -> None:
    width, axes, frame = WIDTHS[row], film().figure.axes[row], film().timeline.at(t)
    (box,) = patches(film(), frame, axes, film().theme.tint("h", 0.55))
    t = place(row, t)
    across, up = np.ptp(box[:, 0]), np.ptp(box[:, 1])
    assert across == width
    assert across * up == pytest.approx(1)
    covered = marks(film(), frame, axes, "x")[0]
    assert covered[:, 0].tolist() == list(range(t - width // 2, t + 1 + width // 2))
    assert covered[:, 1] == pytest.approx(noisy(covered[:, 0]))
    level = lines(film(), frame, axes, "y")[0]
    assert level[:, 1].tolist() == pytest.approx([mean(width, t)] * 2)
    assert np.ptp(level[:, 0]) == width


def test_no_box_ever_hangs_over_the_ends_of_the_data() -> None:
    shifts = film().timeline.shifts
    assert shifts == (FIRST, LAST)
    for row, width in enumerate(WIDTHS):
        first, last = (place(row, round(shift)) for shift in shifts)
        assert (first - width // 2, last + width // 2) == (noisy.start, noisy.stop - 1)


def test_a_box_waits_where_it_would_hang_over() -> None:
    samples, box = DiscreteSignal([1, 2, 4, 3, 5, 1]), DiscreteSignal([1 / 3] * 3, start=-1)
    figure = Animation("Ends", "Ends.", "Ends.", [AveragePanel(samples, box)], steps(0, 5, 0.1))
    short = Film(replace(figure, poster=2))
    for t in range(6):
        frame, now = short.timeline.at(t), min(max(t, 1), 4)
        axes = short.figure.axes[0]
        covered = marks(short, frame, axes, "x")[0]
        assert covered[:, 0].tolist() == [now - 1, now, now + 1]
        assert marks(short, frame, axes, "y")[0] == pytest.approx(
            np.array([[now, covered[:, 1].mean()]])
        )
        assert any(f"y({now})" in text for text in wordings(short, frame))


def test_what_is_drawn_is_named_once_and_each_box_with_its_height() -> None:
    said = wordings(film(), film().poster)
    for name in ("samples", "without noise", r"$h(t - \tau)$"):
        assert said.count(name) == 1
    for width in WIDTHS:
        assert {f"$h = 1/{width}$", f"mean of {width}"} <= set(said)


@ROWS
def test_the_thin_line_is_the_signal_without_noise(row: int) -> None:
    (line,) = lines(film(), film().poster, film().figure.axes[row], "muted")
    hump = [0.3 + 1.1 * math.sin(math.pi * n / 40) ** 2 for n in range(40)]
    assert line[:, 0].tolist() == list(range(72))
    assert line[:, 1] == pytest.approx(hump + [1.6] * 14 + [0.3] * 18)
    noise = noisy.values - clean.values
    assert float(np.std(noise)) == pytest.approx(0.28, rel=0.1)
    assert abs(float(np.mean(noise))) < 0.28 / np.sqrt(72)


def test_what_is_gained_and_what_is_lost() -> None:
    """Less noise where the signal is slow, more error where it jumps, the wider the box."""
    slow, jump = np.arange(10, 33), np.arange(52, 56)
    gained, lost = [], []
    for row in range(3):
        t, y = output(row).T
        errors = dict(zip(t.tolist(), np.abs(y - clean(t)), strict=True))
        gained.append(float(np.std([errors[n] for n in slow])))
        lost.append(float(np.mean([errors[n] for n in jump])))
    assert gained == sorted(gained, reverse=True)
    assert lost == sorted(lost)


@ROWS
def test_the_axis_has_numbers(row: int) -> None:
    film().pixels(film().poster)
    axes = film().figure.axes[row]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["1", "2"]
