"""From RGB to what video stores: a plane of luma, and two of chroma at half the size."""

import numpy as np
from numpy.typing import NDArray

from .arrays import Pixels

# ITU-R BT.709, limited range: from R, G, B in 0 … 255 to Y in 16 … 235, Cb and Cr in 16 … 240.
_RED, _BLUE = 0.2126, 0.0722
_LUMA = np.array([_RED, 1 - _RED - _BLUE, _BLUE, 0])
_CB = (np.array([0, 0, 1, 0]) - _LUMA) / (2 - 2 * _BLUE)
_CR = (np.array([1, 0, 0, 0]) - _LUMA) / (2 - 2 * _RED)

# In whole numbers, because these come out the same on every machine.
_BITS = 16
_TO_Y = np.rint(_LUMA * 219 / 255 * (1 << _BITS)).astype(np.int32)
_TO_CB, _TO_CR = (np.rint(c * 224 / 255 / 4 * (1 << _BITS)).astype(np.int32) for c in (_CB, _CR))

_AT_ONCE = 1 << 14  # blocks; all of a picture's would take many times its memory


class Planes:
    """The 4:2:0 planes of a film's pictures, of even sides; only what changes is converted."""

    def __init__(self, size: tuple[int, int]) -> None:
        width, height = size
        self._pairs = width // 2
        # The pixels taken over so far, two of a row in one number; opaque ones are never zero.
        self._drawn = np.zeros((height, self._pairs), dtype=np.uint64)
        luma = width * height
        self._raw = np.empty(luma * 3 // 2, dtype=np.uint8)
        self._y = self._raw[:luma].view(np.uint16)
        self._cb, self._cr = self._raw[luma:].reshape(2, -1)

    def show(self, pixels: Pixels) -> bytes:
        """Return a picture, which must be C-contiguous, as Y, Cb and Cr behind each other."""
        pairs = pixels.reshape(len(self._drawn), -1).view(np.uint64)
        changed = pairs != self._drawn
        blocks = np.flatnonzero(changed[0::2] | changed[1::2])
        for start in range(0, len(blocks), _AT_ONCE):
            self._convert(pairs.reshape(-1), blocks[start : start + _AT_ONCE])
        return self._raw.tobytes()

    def _convert(self, pairs: NDArray[np.uint64], blocks: NDArray[np.intp]) -> None:
        """Convert blocks of 2 × 2 pixels, which share their chroma."""
        upper = blocks + blocks // self._pairs * self._pairs
        both = np.stack([upper, upper + self._pairs])
        taken = pairs[both]
        self._drawn.reshape(-1)[both] = taken
        rgba = taken.view(np.uint8).reshape(2, -1, 2, 4).astype(np.int32)
        self._y[both] = _rounded(rgba @ _TO_Y, 16).view(np.uint16)[..., 0]
        rows = rgba[0] + rgba[1]
        sums = rows[:, 0] + rows[:, 1]
        self._cb[blocks] = _rounded(sums @ _TO_CB, 128)
        self._cr[blocks] = _rounded(sums @ _TO_CR, 128)


def _rounded(fixed: NDArray[np.int32], zero: int) -> NDArray[np.uint8]:
    whole = (fixed + (zero << _BITS) + (1 << _BITS - 1)) >> _BITS
    return whole.astype(np.uint8)
