"""What every encoder has in common: eat frames one at a time, leave one finished file."""

import contextlib
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any, ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from .arrays import Pixels


class Encoder(ABC):
    """Write frames of one size, (width, height) in pixels, in order into one file.

    An encoder is a context manager. Leaving the block finishes the file; leaving it through an
    exception, Ctrl-C included, stops at once and removes what was written so far. To keep an older
    file safe until then, hand over a temporary path and rename it afterwards.

    Raises
    ------
    ValueError
        If a file of this kind cannot have that size or frame rate.
    """

    _largest_side: ClassVar[int]
    """How many pixels either side has at most."""

    def __init__(self, path: str | Path, size: tuple[int, int], *, fps: int) -> None:
        width, height = size
        if width < 1 or height < 1:
            raise ValueError(f"a frame has at least one pixel, not {width} × {height}")
        if fps != int(fps) or fps < 1:
            raise ValueError(f"fps is a whole number from 1 on, not {fps}")
        if max(size) > self._largest_side:
            raise ValueError(
                f"a file of this kind is at most {self._largest_side} pixels wide and high, "
                f"not {width} × {height}"
            )
        self.path = Path(path)
        self.size = (int(width), int(height))
        self.fps = int(fps)
        self.frames = 0

    def add(self, pixels: NDArray[Any], times: int = 1) -> None:
        """Append one frame, or a picture that stands for several, which takes less time.

        The caller may overwrite the pixels afterwards.

        Raises
        ------
        ValueError
            If the frame has another shape or type, or `times` is less than 1.
        OSError
            If the file cannot be written to, here or at either end of the block.
        """
        width, height = self.size
        if pixels.shape != (height, width, 4) or pixels.dtype != np.uint8:
            raise ValueError(
                f"frame {self.frames} is {pixels.dtype} of shape {pixels.shape}, "
                f"not uint8 of shape {(height, width, 4)}"
            )
        if times < 1:
            raise ValueError(f"a picture stands for at least one frame, not {times}")
        self._encode(np.ascontiguousarray(pixels), times)
        self.frames += times

    def __enter__(self) -> Self:
        # Before anything else starts: an unwritable path fails here, in plain words, and only a
        # file that is ours is ever removed.
        self._file = self.path.open("wb")
        try:
            self._start()
        except BaseException:
            self._discard()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._discard()
            return
        try:
            if self.frames == 0:
                raise ValueError(f"no frames to write to {self.path.name}")
            self._finish()
            self._file.close()
        except BaseException:
            self._discard()
            raise

    def _discard(self) -> None:
        try:
            self._abort()
        finally:
            self.path.unlink(missing_ok=True)

    @abstractmethod
    def _start(self) -> None:
        """Begin to write."""

    @abstractmethod
    def _encode(self, pixels: Pixels, times: int) -> None:
        """Write a checked, C-contiguous picture; copy it if it is needed any longer."""

    @abstractmethod
    def _finish(self) -> None:
        """Complete the file, or raise."""

    def _abort(self) -> None:
        """Let go of everything at once; called at any stage, also halfway through the others."""
        with contextlib.suppress(OSError):  # a full disk, which has been reported already
            self._file.close()
