"""A photograph to filter, as grey levels."""

import numpy as np
from matplotlib.cbook import get_sample_data

from signals.arguments import FloatArray
from signals.grey_levels import WHITE, grey_levels
from signals.window import times

_TOP, _LEFT, _SIDE, _BLOCK = 15, 110, 320, 4  # pixels of the original
LARGEST = 80
"""Rows and columns of a picture that is shown pixel by pixel."""


def photograph() -> FloatArray:
    """Return 80 × 80 whole grey levels, from 0 to 99, of Rear Admiral Grace M. Hopper.

    It is matplotlib's own sample picture, a work of the United States Navy in the public domain;
    each level is the mean of a block of pixels.
    """
    import imageio.v3  # only needed here, and slow to load

    colors = imageio.v3.imread(get_sample_data("grace_hopper.jpg", asfileobj=False), mode="RGB")
    square = grey_levels(colors[_TOP : _TOP + _SIDE, _LEFT : _LEFT + _SIDE])
    blocks = square.reshape(_SIDE // _BLOCK, _BLOCK, _SIDE // _BLOCK, _BLOCK)
    levels: FloatArray = np.rint(blocks.mean(axis=(1, 3)))
    return levels


def reduced(picture: FloatArray) -> FloatArray:
    """Return a picture of grey levels as whole ones, and of so many pixels as can be shown.

    Each is the mean of a block; what is left at the right and below is cut off.

    Raises
    ------
    ValueError
        If its numbers are no grey levels.
    """
    if picture.min() < 0 or picture.max() > WHITE:
        raise ValueError(
            f"a grid as large as {times(picture.shape)} is shown as a picture, of grey levels from "
            f"0 to {WHITE}, and this one goes from {picture.min():g} to {picture.max():g}"
        )
    block = -(-max(picture.shape) // LARGEST)
    rows, columns = (size // block for size in picture.shape)
    blocks = picture[: rows * block, : columns * block].reshape(rows, block, columns, block)
    levels: FloatArray = np.rint(blocks.mean(axis=(1, 3)))
    return levels
