"""Grey levels: the whole numbers from 0, black, to 99, white, that pictures are made of here."""

import numpy as np
from numpy.typing import NDArray

from signals.arguments import FloatArray

WHITE = 99
"""The lightest: two digits fit on a tile."""

_LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601


def grey_levels(colors: NDArray[np.uint8]) -> FloatArray:
    """Return how light colours look, from 0 to 99, not rounded.

    Parameters
    ----------
    colors : ndarray, shape (rows, columns, 3)
        Red, green and blue, from 0 to 255.
    """
    light = np.zeros(colors.shape[:2])
    for channel, weight in enumerate(_LUMA):
        light += weight * colors[..., channel]
    light *= WHITE / 255
    return light
