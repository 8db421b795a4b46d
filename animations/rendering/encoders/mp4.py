"""MP4 for the web: H.264."""

from pathlib import Path

from .encoder import Pixels
from .ffmpeg import FfmpegEncoder
from .planes import Planes

# yuv420p, faststart and a keyframe each second let every browser play and scrub the file; the
# tags say how the planes were made, or players guess and the colours shift.
_TAGS = "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
_CODEC = ("-c:v", "libx264", "-preset", "veryfast", "-crf", "30", "-threads", "2")
# Flat figures have no grain to keep, and keyframes that need few bytes more than other frames.
_FLAT = ("-psy", "0", "-i_qfactor", "0.95")
# What these look for is not to be found here: leaving it out takes less time and no more bytes.
_PLAIN = ("-x264-params", "b-pyramid=none:me=dia:weightp=0:scenecut=0")


class Mp4Encoder(FfmpegEncoder):
    """Write an MP4 film; the arguments are those of `Encoder`.

    Both sides must be even, because the colours of a film are stored for 2 × 2 pixels at a time.
    """

    _layout = "yuv420p"

    def __init__(self, path: str | Path, size: tuple[int, int], *, fps: int) -> None:
        super().__init__(path, size, fps=fps)
        if size[0] % 2 or size[1] % 2:
            raise ValueError(f"both sides of an MP4 must be even, not {size[0]} × {size[1]}")
        self._planes = Planes(self.size)

    def _laid_out(self, pixels: Pixels) -> bytes:
        return self._planes.show(pixels)

    def _settings(self) -> tuple[str, ...]:
        keyframes = ("-g", f"{self.fps}")
        container = ("-f", "mp4", "-movflags", "+faststart")
        return ("-vf", _TAGS, *_CODEC, *_FLAT, *_PLAIN, *keyframes, *container)
