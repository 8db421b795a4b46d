"""GIF: one palette for the film, and of each frame only what changed."""

import contextlib
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
# Up to this many unchanged pixels between changed ones compress better drawn than transparent.
_BRIDGED = 12


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

    def _encode(self, pixels: Pixels, times: int) -> None:
        packed = pixels.view("<u4")[..., 0]
        if self.frames == 0:
            self._drawn = packed.flatten()
            self._shown = self.palette.indices(self._drawn)
            self._patch = _Patch(self._shown.reshape(packed.shape).copy(), 0, 0)
        elif (patch := self._changes(packed)) is not None:
            self._flush()
            self._patch = patch
        self._delay += times * 100 // self.fps

    def _changes(self, packed: NDArray[np.uint32]) -> _Patch | None:
        """Take over the changed pixels and return them, or None if nothing looks different."""
        pixels = packed.reshape(-1)
        changed = np.flatnonzero(pixels != self._drawn)
        if len(changed) == 0:
            return None
        colours = pixels[changed]
        self._drawn[changed] = colours
        # Two drawn colours can share an index: then nothing needs to be written.
        indices = self.palette.indices(colours)
        differs = indices != self._shown[changed]
        changed, indices = changed[differs], indices[differs]
        if len(changed) == 0:
            return None
        self._shown[changed] = indices
        return self._cut_out(changed)

    def _cut_out(self, changed: NDArray[np.intp]) -> _Patch:
        """Return the smallest patch that shows the changed pixels, given in reading order."""
        width = self.size[0]
        gaps = np.diff(changed)
        near = (gaps > 1) & (gaps <= _BRIDGED + 1)
        starts, gaps = changed[:-1][near], gaps[near]
        bridges = (starts[gaps > step] + step for step in range(1, _BRIDGED + 1))
        visible = np.concatenate([changed, *bridges])
        top, bottom = int(changed[0]) // width, int(changed[-1]) // width + 1
        columns = changed % width
        left, right = int(columns.min()), int(columns.max()) + 1
        rows = np.full((bottom - top) * width, _TRANSPARENT, dtype=np.uint8)
        rows[visible - top * width] = self._shown[visible]
        return _Patch(rows.reshape(-1, width)[:, left:right], left, top)

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
        image = Image.fromarray(np.ascontiguousarray(patch.indices))
        data = GifImagePlugin.getdata(image, (patch.left, patch.top))
        self._file.write(b"".join([control, *data]))

    def _finish(self) -> None:
        assert self._file is not None
        self._flush()
        self._file.write(b";")
        self._file.close()

    def _abort(self) -> None:
        if self._file is not None:
            with contextlib.suppress(OSError):  # a full disk, which has been reported already
                self._file.close()
