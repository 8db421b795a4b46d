"""WebP: the GIF's pictures in fewer bytes."""

from .format import FilmFormat, in_palette

FORMAT = FilmFormat("webp", ".webp", is_default=False, open=in_palette("WebpEncoder"))
