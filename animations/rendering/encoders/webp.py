"""Animated WebP: lossless, in every current browser."""

from .arrays import Pixels
from .container import ContainerEncoder

_SETTINGS = {"lossless": "1", "compression_level": "4", "loop": "0"}


class WebpEncoder(ContainerEncoder):
    """Write a WebP that loops for ever, every pixel exact; the arguments are those of `Encoder`."""

    _largest_side = 16383
    _format, _codec, _layout = "webp", "libwebp_anim", "bgra"
    _settings = _SETTINGS

    def _encode(self, pixels: Pixels, times: int) -> None:
        from av import VideoFrame

        picture = VideoFrame.from_ndarray(pixels, "rgba").reformat(format=self._layout)
        # Equal pictures become one that lasts as long. All are handed over, since the last one
        # lasts for the mean of all that were.
        for index in range(self.frames, self.frames + times):
            picture.pts = index
            self._put(picture)
