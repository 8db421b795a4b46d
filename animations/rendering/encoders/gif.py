"""GIF: one palette for the film, and of each frame only what changed."""

import struct
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import GifImagePlugin, Image

from .encoder import Encoder, Pixels
from .palette import MOST, Palette

GIF_RATES = (10, 20, 25, 50)
"""The frame rates a GIF plays at true speed."""

_TRANSPARENT = MOST
_LONGEST = 65500  # hundredths of a second; a delay has 16 bits, and this is whole at every rate


class _Patch(NamedTuple):
    """A rectangle of indices and where its upper left corner goes."""

    indices: NDArray[np.uint8]
    left: int
    top: int


class GifEncoder(Encoder):
    """Write a GIF that loops for ever.

    The first frame is whole. Each later one is the rectangle that holds all changed pixels, in
    which the others are transparent; a frame that looks like the one before prolongs it.

    Parameters
    ----------
    path, size
        As for `Encoder`.
    fps
        10, 20, 25 or 50.
    palette
        The colours to draw with; others become the nearest of them.

    Raises
    ------
    ValueError
        If the film would not play at that rate, or is too large.
    """

    def __init__(
        self, path: str | Path, size: tuple[int, int], *, fps: int, palette: Palette
    ) -> None:
        super().__init__(path, size, fps=fps)
        if fps not in GIF_RATES:
            raise ValueError(
                f"a GIF plays at {', '.join(map(str, GIF_RATES))} fps, not {fps}: delays are whole "
                "hundredths of a second, and browsers slow down any shorter than two"
            )
        if max(size) > 0xFFFF:
            raise ValueError(f"a GIF is at most 65535 pixels wide and high, not {size}")
        self.palette = palette
        self._file: IO[bytes] | None = None
        self._patch: _Patch | None = None
        self._delay = 0

    def _start(self) -> None:
        self._file = self.path.open("wb")
        width, height = self.size
        table = np.zeros((256, 3), dtype=np.uint8)
        table[: len(self.palette)] = self.palette.colours
        screen = struct.pack("<6sHHBBB", b"GIF89a", width, height, 0xF7, 0, 0)
        forever = struct.pack("<BBB11sBBHB", 0x21, 0xFF, 11, b"NETSCAPE2.0", 3, 1, 0, 0)
        self._file.write(screen + table.tobytes() + forever)

    def _encode(self, pixels: Pixels) -> None:
        packed = pixels.view("<u4")[..., 0]
        if self.frames == 0:
            self._drawn = packed.copy()
            self._shown = self.palette.indices(packed)
            self._patch = _Patch(self._shown.copy(), 0, 0)
        elif (patch := self._changes(packed)) is not None:
            self._flush()
            self._patch = patch
        self._delay += 100 // self.fps

    def _changes(self, packed: NDArray[np.uint32]) -> _Patch | None:
        """Take over the changed pixels and return them, or None if nothing looks different."""
        changed = packed != self._drawn
        rows = np.flatnonzero(changed.any(axis=1))
        if len(rows) == 0:
            return None
        band = slice(rows[0], rows[-1] + 1)
        ys, xs = np.nonzero(changed[band])
        ys += rows[0]
        colours = packed[ys, xs]
        self._drawn[ys, xs] = colours
        # Two drawn colours can share an index: then nothing needs to be written.
        indices = self.palette.indices(colours)
        differs = indices != self._shown[ys, xs]
        if not differs.any():
            return None
        ys, xs, indices = ys[differs], xs[differs], indices[differs]
        self._shown[ys, xs] = indices
        top, left = int(ys[0]), int(xs.min())
        patch = np.full((ys[-1] - top + 1, xs.max() - left + 1), _TRANSPARENT, dtype=np.uint8)
        patch[ys - top, xs - left] = indices
        return _Patch(patch, left, top)

    def _flush(self) -> None:
        """Write the frame that is showing, now that its delay is known."""
        if self._patch is None:
            return
        while True:
            delay = min(self._delay, _LONGEST)
            self._write(self._patch, delay)
            self._delay -= delay
            if self._delay == 0:
                break
            self._patch = _Patch(np.full((1, 1), _TRANSPARENT, dtype=np.uint8), 0, 0)
        self._patch = None

    def _write(self, patch: _Patch, delay: int) -> None:
        assert self._file is not None
        # Disposal 1 leaves the picture standing for the next patch; bit 0 turns transparency on.
        control = struct.pack("<BBBBHBB", 0x21, 0xF9, 4, 1 << 2 | 1, delay, _TRANSPARENT, 0)
        image = Image.fromarray(patch.indices)
        data = GifImagePlugin.getdata(image, (patch.left, patch.top))
        self._file.write(b"".join([control, *data]))

    def _finish(self) -> None:
        assert self._file is not None
        self._flush()
        self._file.write(b";")
        self._file.close()

    def _abort(self) -> None:
        if self._file is not None:
            self._file.close()
