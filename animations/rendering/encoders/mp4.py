"""MP4 for the web: H.264."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from .arrays import Pixels
from .container import ContainerEncoder
from .planes import Planes

if TYPE_CHECKING:
    from av import VideoFrame

_X264 = {
    # Every frame is as good as any other: some of these pictures stand for seconds.
    **{"mbtree": 0, "qcomp": 1, "ipratio": 1, "rc-lookahead": 0},
    # Pictures are stored in the order in which they show, so that the header can tell the true
    # duration; and we know best where keyframes belong.
    **{"bframes": 0, "keyint": "infinite", "scenecut": 0},
    # Flat figures have no grain to keep, and what the others look for is not to be found here.
    **{"psy": 0, "me": "dia", "weightp": 0},
    # Without it the bytes depend on the processor, and on what the process did before.
    "cpu-independent": 1,
}
_SETTINGS = {
    **{"preset": "veryfast", "crf": "28", "flags": "+bitexact"},
    "x264-params": ":".join(f"{name}={value}" for name, value in _X264.items()),
    # Not slices, which cost bytes; and as many on every machine, or the bytes would differ.
    **{"thread_type": "frame", "threads": "2"},
    # How the planes were made: where it isn't said, players guess and the colours shift.
    "color_range": "tv",
    **dict.fromkeys(("color_primaries", "color_trc", "colorspace"), "bt709"),
    **{"movflags": "+faststart", "fflags": "+bitexact"},
}


class Mp4Encoder(ContainerEncoder):
    """Write an MP4 film; the arguments are those of `Encoder`.

    Both sides must be even, because the colours of a film are stored for 2 × 2 pixels at a time.
    A picture that stands is encoded once and lasts as long; but a keyframe comes at least every
    second, from which players begin when the film is scrubbed.
    """

    _largest_side = 16384
    _format, _codec, _layout = "mp4", "libx264", "yuv420p"
    _settings = _SETTINGS

    def __init__(self, path: str | Path, size: tuple[int, int], *, fps: int) -> None:
        super().__init__(path, size, fps=fps)
        if size[0] % 2 or size[1] % 2:
            raise ValueError(f"both sides of an MP4 must be even, not {size[0]} × {size[1]}")
        self._planes = Planes(self.size)
        self._picture: VideoFrame | None = None
        self._showing = b""  # the planes of the picture that is showing,
        self._since = 0  # and from which frame on
        self._written = 0  # the frame that was written last
        self._due = 0  # the frame by which the next keyframe must come

    def _encode(self, pixels: Pixels, times: int) -> None:
        planes = self._planes.show(pixels)
        if planes != self._showing:
            self._flush()
            self._showing, self._since = planes, self.frames

    def _flush(self) -> None:
        """Write the picture that is showing, now that its end is known."""
        if not self._showing:
            return
        # A change is the place for a keyframe; where nothing moves, one might be seen.
        self._write(self._since, keyframe=self._due < self.frames)
        while self._due < self.frames:
            self._write(self._due, keyframe=True)

    def _write(self, index: int, *, keyframe: bool) -> None:
        from av import VideoFrame
        from av.video.frame import PictureType

        # In one frame for all: as many of their own would leave the memory in pieces.
        picture = self._picture = self._picture or VideoFrame(*self.size, self._layout)
        start = 0
        for plane in picture.planes:
            stop = start + plane.width * plane.height
            samples = np.frombuffer(self._showing[start:stop], dtype=np.uint8)
            rows = np.frombuffer(memoryview(plane), dtype=np.uint8).reshape(
                plane.height, plane.line_size
            )
            rows[:, : plane.width] = samples.reshape(plane.height, plane.width)
            start = stop
        picture.pts = self._written = index
        picture.pict_type = PictureType.I if keyframe else PictureType.NONE
        if keyframe:
            self._due = index + self.fps
        self._put(picture)

    def _finish(self) -> None:
        self._flush()
        # Once more, since players don't agree on how long the last one lasts.
        if self._written < self.frames - 1:
            self._write(self.frames - 1, keyframe=False)
        super()._finish()
