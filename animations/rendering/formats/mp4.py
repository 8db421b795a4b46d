"""MP4: small and sharp, and a page can pause it."""

from .format import FilmFormat, encoder

FORMAT = FilmFormat("mp4", ".mp4", is_default=True, open=encoder("Mp4Encoder"))
