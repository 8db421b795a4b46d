"""Weights over a whole image, against the layer and SciPy's other cross-correlation."""

import numpy as np
import pytest
from scipy.signal import correlate2d

from signals import LayerSteps
from signals.image_filter import filter_image

RANDOM = np.random.default_rng(3)
IMAGE = RANDOM.integers(0, 100, (23, 17)).astype(float)


@pytest.mark.parametrize("shape", [(1, 1), (3, 3), (2, 3), (4, 1), (5, 2), (23, 17)])
def test_whole_numbers_are_exact(shape: tuple[int, int]) -> None:
    weights = RANDOM.integers(-9, 10, shape)
    filtered = filter_image(IMAGE, weights)
    assert np.array_equal(filtered, correlate2d(IMAGE, weights, mode="valid"))
    assert np.array_equal(filtered, LayerSteps(IMAGE, weights).y)


def test_fractions_are_right_up_to_rounding() -> None:
    weights = RANDOM.normal(size=(3, 4))
    expected = correlate2d(IMAGE, weights, mode="valid")
    assert np.abs(filter_image(IMAGE, weights) - expected).max() < 1e-12 * np.abs(expected).max()


@pytest.mark.parametrize("shape", [(24, 3), (3, 18)])
def test_weights_larger_than_the_image_are_refused(shape: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="larger than the image"):
        filter_image(IMAGE, np.ones(shape))
