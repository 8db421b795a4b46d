"""Grey levels of colours."""

import numpy as np

from signals.grey_levels import WHITE, grey_levels


def test_grey_levels_are_those_of_bt_601():
    colors = np.random.default_rng(1).integers(0, 256, (5, 7, 3), dtype=np.uint8)
    expected = np.dot(colors / 255, [0.299, 0.587, 0.114]) * 99
    np.testing.assert_allclose(grey_levels(colors), expected, rtol=0, atol=1e-12)


def test_white_is_the_lightest_and_black_the_darkest():
    ends = np.array([[[255, 255, 255], [0, 0, 0]]], dtype=np.uint8)
    assert np.rint(grey_levels(ends)).tolist() == [[WHITE, 0]]
