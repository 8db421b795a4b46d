"""WebP: lossless, for pages where that is small."""

from .format import FilmFormat, encoder

FORMAT = FilmFormat("webp", ".webp", is_default=False, open=encoder("WebpEncoder"))
