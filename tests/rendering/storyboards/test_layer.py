"""A layer in one call: its texts have the layer's numbers, its film the layer's steps."""

import numpy as np
import pytest
from films import check_labels
from scipy.signal import correlate

from animations.rendering import Film, animate_layer
from signals import layer

RANDOM = np.random.default_rng(11)
X, W = RANDOM.integers(-3, 9, (5, 7)), RANDOM.integers(-2, 4, (3, 2))


def test_a_grid_is_told_with_its_numbers() -> None:
    figure = animate_layer(X, W)
    y = correlate(X, W, "valid")
    first, last = (str(n).replace("-", "\N{MINUS SIGN}") for n in (y[0, 0], y[-1, -1]))
    assert f"in {y.size} steps" in figure.alt and "3 × 2" in figure.alt and "5 × 7" in figure.alt
    assert f"from {first} first to {last} last" in figure.alt
    assert "cross-correlation" in figure.caption and "3 × 6" in figure.caption
    assert figure.sweep == (0, y.size - 1)


def test_settings_are_told() -> None:
    figure = animate_layer(X, W, stride=2, padding=1, dilation=(1, 2))
    assert "stride 2" in figure.caption and "padding 1" in figure.caption
    assert "dilation 1 × 2" in figure.caption and "border of zeros" in figure.alt


def test_channels_and_volumes_too() -> None:
    x, w = RANDOM.integers(0, 5, (4, 4, 4)), RANDOM.integers(-2, 3, (2, 2, 2, 2))
    bias = [1, -3]
    figure = animate_layer(x, w, bias, groups=2)
    y = np.stack([layer(x[2 * g : 2 * g + 2], w[[g]], bias[g : g + 1])[0] for g in range(2)])
    start = [str(round(value)).replace("-", "\N{MINUS SIGN}") for value in y[:, 0, 0]]
    assert f"from {start[0]} and {start[1]} first" in figure.alt
    for film in (Film(figure), Film(animate_layer(x, w[0]))):
        check_labels(film, most=4)


@pytest.mark.parametrize(
    ("x", "w", "given", "message"),
    [
        ([1, 2, 3], [1, 2], {}, r"animate_layer: a grid of two dimensions .* got shapes \(3,\)"),
        (X, W[None, None], {}, "weights of four"),
        (X, W, {"groups": 2}, "bias and groups are for weights of four dimensions"),
        (X, np.ones((9, 9)), {}, "kernel"),
        (np.ones((300, 300)), W, {}, "300 × 300"),
    ],
)
def test_what_is_no_layer_is_refused(
    x: object, w: object, given: dict[str, int], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        Film(animate_layer(x, w, **given))  # type: ignore[arg-type]
