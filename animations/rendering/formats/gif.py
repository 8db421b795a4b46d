"""GIF: plays everywhere, also where no video does."""

from .format import FilmFormat, in_palette

FORMAT = FilmFormat("gif", ".gif", is_default=True, open=in_palette("GifEncoder"))
