"""Animated WebP: lossless, in every current browser."""

from .container import ContainerEncoder
from .encoder import Pixels

_SETTINGS = {"lossless": "1", "compression_level": "4"}
_CONTAINER = {"loop": "0"}


class WebpEncoder(ContainerEncoder):
    """Write a WebP that loops for ever, every pixel exact; the arguments are those of `Encoder`."""

    _format, _codec, _layout, _longest = "webp", "libwebp_anim", "bgra", 16383
    _settings, _container_settings = _SETTINGS, _CONTAINER

    def _encode(self, pixels: Pixels, times: int) -> None:
        from av import VideoFrame

        picture = VideoFrame.from_ndarray(pixels, "rgba").reformat(format=self._layout)
        # Equal pictures become one that lasts as long. All are handed over, since the last one
        # lasts for the mean of all that were.
        for index in range(self.frames, self.frames + times):
            picture.pts = index
            self._put(picture)
