"""Whatever way a patch is filled, laid over the picture before it gives the next one."""

import numpy as np
import pytest

from animations.rendering.encoders.patch import cut_out

HEIGHT, WIDTH, TRANSPARENT = 24, 40, 255


def overlaid(before, patch):
    picture = before.reshape(HEIGHT, WIDTH).copy()
    height, width = patch.indices.shape
    part = picture[patch.top : patch.top + height, patch.left : patch.left + width]
    assert part.shape == patch.indices.shape
    drawn = patch.indices != TRANSPARENT
    part[drawn] = patch.indices[drawn]
    return picture.reshape(-1)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("share", [0.002, 0.05, 0.9])
def test_every_way_gives_the_next_picture(seed, share):
    random = np.random.default_rng(seed)
    before = np.repeat(random.integers(0, 3, HEIGHT * WIDTH // 8), 8).astype(np.uint8)
    after = before.copy()
    places = np.flatnonzero(random.random(before.size) < share)
    after[places] = random.integers(3, 6, len(places))
    if len(places) == 0:
        after[7] = 9
    changed = np.flatnonzero(after != before)
    quick = list(cut_out(after, changed, WIDTH, TRANSPARENT, thorough=False))
    thorough = list(cut_out(after, changed, WIDTH, TRANSPARENT, thorough=True))
    assert len(quick) == 1 < len(thorough)
    for patch in quick + thorough:
        assert np.array_equal(overlaid(before, patch), after)


def test_a_short_gap_is_drawn_and_a_long_one_is_not():
    before = np.zeros(HEIGHT * WIDTH, dtype=np.uint8)
    after = before.copy()
    after[[2, 5, 30]] = 1
    (patch,) = cut_out(after, np.array([2, 5, 30]), WIDTH, TRANSPARENT, thorough=False)
    assert (patch.left, patch.top) == (2, 0)
    assert patch.indices[0].tolist() == [1, 0, 0, 1] + 24 * [TRANSPARENT] + [1]


def test_a_colour_that_goes_on_may_be_drawn_on():
    before = np.zeros(HEIGHT * WIDTH, dtype=np.uint8)
    before[1:20] = 7
    after = before.copy()
    after[[0, 39]] = 7
    _, runs = cut_out(after, np.array([0, 39]), WIDTH, TRANSPARENT, thorough=True)
    assert runs.indices[0].tolist() == 20 * [7] + 19 * [TRANSPARENT] + [7]
