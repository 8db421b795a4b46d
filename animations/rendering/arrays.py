"""What the arrays are that rendering passes around."""

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
"""Numbers along an axis."""

Vertices = NDArray[np.float64]
"""Points of a curve, shape (n, 2)."""

Pixels = NDArray[np.uint8]
"""A picture in RGBA, shape (height, width, 4), or a part of one."""
