"""A photograph to filter, as grey levels."""

import numpy as np
from matplotlib.cbook import get_sample_data

from signals.arguments import FloatArray
from signals.files import LUMA, WHITE

_TOP, _LEFT, _SIDE, _BLOCK = 15, 110, 320, 4  # pixels of the original


def photograph() -> FloatArray:
    """Return 80 × 80 whole grey levels, from 0 to 99, of Rear Admiral Grace M. Hopper.

    It is matplotlib's own sample picture, a work of the United States Navy in the public domain;
    each level is the mean of a block of pixels.
    """
    import imageio.v3  # only needed here, and slow to load

    colors = imageio.v3.imread(get_sample_data("grace_hopper.jpg", asfileobj=False), mode="RGB")
    square = colors[_TOP : _TOP + _SIDE, _LEFT : _LEFT + _SIDE] @ np.array(LUMA)
    blocks = square.reshape(_SIDE // _BLOCK, _BLOCK, _SIDE // _BLOCK, _BLOCK)
    levels: FloatArray = np.rint(blocks.mean(axis=(1, 3)) / 255 * WHITE)
    return levels
