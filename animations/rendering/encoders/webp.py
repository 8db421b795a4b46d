"""Animated WebP: lossless, in every current browser."""

from .ffmpeg import FfmpegEncoder

_CODEC = ("-c:v", "libwebp_anim", "-lossless", "1", "-compression_level", "4", "-threads", "2")


class WebpEncoder(FfmpegEncoder):
    """Write a WebP that loops for ever, every pixel exact; the arguments are those of `Encoder`."""

    def _settings(self) -> tuple[str, ...]:
        return (*_CODEC, "-loop", "0", "-f", "webp")
