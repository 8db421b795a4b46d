"""Rules that hold for every film, whatever it shows: of the collection, or of a reader's own."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from artists import scenes
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from animations.rendering import Film


def texts(film: Film) -> tuple[list[Text], list[Text]]:
    """The texts that stay, axes' numbers included, and those that may move."""
    film.pixels(film.poster)  # only drawn axes have their numbers
    moving = {id(artist) for artist in film.update(film.timeline[0])}
    everything = {id(text): text for text in film.figure.findobj(Text)}
    still = [text for key, text in everything.items() if key not in moving]
    return seen(still), [text for key, text in everything.items() if key in moving]


def seen(artists: Iterable[Any]) -> list[Text]:
    """The texts among artists that say something now."""
    found = [artist for artist in artists if isinstance(artist, Text)]
    return [text for text in found if text.get_visible() and text.get_text().strip()]


def looks(artists: Iterable[Any]) -> list[tuple[str, tuple[float, ...]]]:
    """What texts say, and their boxes."""
    return [(text.get_text(), text.get_window_extent().bounds) for text in seen(artists)]


def extent(text: Text) -> Bbox:
    """The text's box less the little space that it keeps around its glyphs."""
    box = text.get_window_extent()
    return Bbox([[box.x0 + 1, box.y0 + 1], [box.x1 - 1, box.y1 - 1]])


def check_labels(film: Film, most: int = 10**6) -> None:
    """No label overlaps another or leaves the canvas, in so many frames at least."""
    width, height = film.size
    still, moving = texts(film)
    fixed = [(text.get_text(), extent(text)) for text in still]
    frames = list(scenes(film))
    for frame in [*frames[:: max(1, len(frames) // most)], frames[-1]]:
        film.update(frame)
        boxes = [(text.get_text(), extent(text)) for text in seen(moving)]
        for wording, box in boxes + fixed:
            inside = min(box.x0, box.y0) >= 0 and box.x1 <= width and box.y1 <= height
            assert inside, f"t = {frame.t}: {wording} leaves the canvas"
        pairs = [*combinations(boxes, 2), *((a, b) for a in boxes for b in fixed)]
        for (one, a), (other, b) in pairs:
            assert not a.overlaps(b), f"t = {frame.t}: {one} touches {other}"
    for (one, a), (other, b) in combinations(fixed, 2):
        assert not a.overlaps(b), f"{one} touches {other}"
