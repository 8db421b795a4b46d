"""The arrays that encoders work on."""

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""One frame: uint8 of shape (height, width, 4), opaque RGBA."""

Colours = NDArray[np.uint8]
"""uint8, shape (n, 3), RGB."""

Indices = NDArray[np.uint8]
"""Of pixels, each that of a colour in a palette."""

Places = NDArray[np.intp]
"""Where in a picture, in reading order."""

Floats = NDArray[np.float64]
