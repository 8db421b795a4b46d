"""Crowds of samples are drawn as what they reach in each pixel."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from animations.rendering.drawing.stems import envelope, silhouette

repeatable = settings(derandomize=True, deadline=None, max_examples=60)
samples = st.tuples(st.integers(1, 3000), st.integers(0, 99), st.floats(2, 200))


@repeatable
@given(samples)
def test_an_envelope_keeps_the_least_and_the_greatest_of_each_pixel(
    drawn: tuple[int, int, float],
) -> None:
    count, seed, pixel = drawn
    rng = np.random.default_rng(seed)
    at, values = np.arange(count) + rng.uniform(-50, 50), rng.normal(size=count)
    kept, heights = envelope(at, values, pixel)
    assert (np.diff(kept) > 0).all()
    assert np.isin(kept, at).all()
    assert heights.tolist() == values[np.searchsorted(at, kept)].tolist()
    columns = [np.floor((each - at[0]) / pixel).astype(int) for each in (at, kept)]
    assert np.bincount(columns[1]).max() <= 2
    for column in range(columns[0][-1] + 1):
        all_, some = values[columns[0] == column], heights[columns[1] == column]
        assert (some.min(), some.max()) == (all_.min(), all_.max())


def test_fewer_samples_than_pixels_stay_as_they_are() -> None:
    at, values = np.arange(9.0), np.arange(9.0) ** 2
    assert envelope(at, values, 1.0) == (at, values)
    assert envelope(at[:0], values[:0], 9.0)[0].size == 0


@pytest.mark.parametrize("sign", [1, -1])
def test_a_silhouette_is_as_high_as_the_bars_in_each_pixel(sign: int) -> None:
    at = np.array([-7.0, -6.0, -1.0, 0.0, 1.0, 2.0, 11.0])
    values = sign * np.array([1.0, 3.0, -2.0, 5.0, 4.0, -1.0, 2.0])
    vertices = silhouette(at, values, sign, 4.0).vertices
    tops = dict(zip(vertices[1:-2:2, 0].tolist(), vertices[1:-2:2, 1].tolist(), strict=True))
    assert tops == {-8: sign * 3, -4: 0, 0: sign * 5, 4: 0, 8: sign * 2}
    assert vertices[0].tolist() == [-8, 0] and vertices[-1].tolist() == [-8, 0]
