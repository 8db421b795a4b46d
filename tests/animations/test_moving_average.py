"""`moving_average` draws plain means of what its windows cover."""

import numpy as np
import pytest
from artists import lines, marks, patches, wordings
from figures import film_of

from animations.rendering import Film
from signals.noisy import noisy

WIDTHS = (3, 7, 15)


def film() -> Film:
    return film_of("moving_average")


def mean(width: int, t: int) -> float:
    """Sum the samples nearest to t one by one; there is nothing but zeros outside."""
    nearest = range(t - width // 2, t + width // 2 + 1)
    return sum(noisy.values[n] for n in nearest if 0 <= n < len(noisy.values)) / width


@pytest.mark.parametrize("t", [0, 1, 12, 37, 40, 59])
@pytest.mark.parametrize("row", range(3))
def test_the_curve_is_the_mean(row: int, t: int) -> None:
    width, axes, frame = WIDTHS[row], film().figure.axes[row], film().timeline.at(t)
    curve = lines(film(), frame, axes, "y")[0]
    assert curve[:, 0].tolist() == list(range(t + 1))
    assert curve[:, 1] == pytest.approx([mean(width, n) for n in range(t + 1)])
    assert marks(film(), frame, axes, "y")[0] == pytest.approx(np.array([[t, mean(width, t)]]))
    said = f"{abs(mean(width, t)):.2f}"
    assert any(f"y({t})" in text and text.endswith(said) for text in wordings(film(), frame))


@pytest.mark.parametrize("row", range(3))
def test_the_box_has_area_1_and_covers_what_is_averaged(row: int) -> None:
    width, axes, frame = WIDTHS[row], film().figure.axes[row], film().timeline.at(30)
    (box,) = patches(film(), frame, axes, film().theme.tint("h", 0.55))
    across, up = np.ptp(box[:, 0]), np.ptp(box[:, 1])
    assert across == width
    assert across * up == pytest.approx(1)
    covered = marks(film(), frame, axes, "x")[0]
    assert covered[:, 0].tolist() == list(range(30 - width // 2, 31 + width // 2))
    assert covered[:, 1] == pytest.approx(noisy(covered[:, 0]))


def test_wider_is_smoother() -> None:
    jumps = []
    for axes in film().figure.axes:
        curve = lines(film(), film().timeline[-1], axes, "y")[0]
        jumps.append(float(np.abs(np.diff(curve[:, 1])).max()))
    assert jumps == sorted(jumps, reverse=True)
