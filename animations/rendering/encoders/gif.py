"""GIF: one palette for the film, and of each frame only what changed."""

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import GifImagePlugin, Image

from .arrays import Pixels, Places
from .encoder import Encoder
from .palette import MOST, Palette
from .patch import Patch, cut_out

GIF_RATES = (10, 20, 25, 50)
"""The frame rates a GIF plays at true speed."""

_TRANSPARENT = MOST
_LONGEST = 65500  # hundredths of a second; a delay has 16 bits, and this is whole at every rate
_HELD = 20  # hundredths of a second: a picture that stands as long is worth several attempts


class GifEncoder(Encoder):
    """Write a GIF that loops for ever, at 10, 20, 25 or 50 fps, in the colours of a palette.

    The first frame is whole. Each later one is the rectangle that holds all changed pixels, in
    which most others are transparent; a frame that looks like the one before prolongs it.
    """

    _largest_side = 0xFFFF

    def __init__(
        self, path: str | Path, size: tuple[int, int], *, fps: int, palette: Palette
    ) -> None:
        super().__init__(path, size, fps=fps)
        if fps not in GIF_RATES:
            raise ValueError(
                f"a GIF plays at {', '.join(map(str, GIF_RATES))} fps, not {fps}: delays are whole "
                "hundredths of a second, and browsers slow down any shorter than two"
            )
        self.palette = palette
        # Where the picture that is showing differs from the one before, if there is one.
        self._changed: Places | None = None
        self._delay = 0

    def _start(self) -> None:
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
        else:
            self._take_over(packed.reshape(-1))
        self._delay += times * 100 // self.fps

    def _take_over(self, pixels: NDArray[np.uint32]) -> None:
        """Make it the picture that is showing, unless it looks like that one."""
        changed = np.flatnonzero(pixels != self._drawn)
        colours = pixels[changed]
        self._drawn[changed] = colours
        # Two drawn colours can share an index: then nothing needs to be written.
        indices = self.palette.indices(colours)
        differs = indices != self._shown[changed]
        if differs.any():
            self._flush()
            self._changed = changed[differs]
            self._shown[self._changed] = indices[differs]

    def _flush(self) -> None:
        """Write the picture that is showing, now that its delay is known."""
        width, height = self.size
        if self._changed is None:
            image = _compress(Patch(self._shown.reshape(height, width), 0, 0))
        else:
            patches = cut_out(self._shown, self._changed, width, _TRANSPARENT, self._delay >= _HELD)
            image = min(map(_compress, patches), key=len)
        while True:
            delay = min(self._delay, _LONGEST)
            self._write(image, delay)
            self._delay -= delay
            if self._delay == 0:
                break
            image = _compress(Patch(np.full((1, 1), _TRANSPARENT, dtype=np.uint8), 0, 0))

    def _write(self, image: bytes, delay: int) -> None:
        # Disposal 1 leaves the picture standing for the next patch; bit 0 turns transparency on.
        control = struct.pack("<BBBBHBB", 0x21, 0xF9, 4, 1 << 2 | 1, delay, _TRANSPARENT, 0)
        self._file.write(control + image)

    def _finish(self) -> None:
        self._flush()
        self._file.write(b";")


def _compress(patch: Patch) -> bytes:
    """Return a patch's image descriptor and data."""
    image = Image.fromarray(np.ascontiguousarray(patch.indices))
    return b"".join(GifImagePlugin.getdata(image, (patch.left, patch.top)))
