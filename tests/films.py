"""Rules that hold for every film, whatever it shows: of the collection, or of a reader's own."""

from collections.abc import Iterable
from random import Random
from typing import Any

import numpy as np
from artists import scenes
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from animations.rendering import Film

READABLE = 10.8  # points: 15 pixels of a phone's canvas, which are 11 where it is shown 360 wide


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
    known: dict[tuple[object, ...], tuple[float, ...]] = {}

    def box(text: Text) -> tuple[float, ...]:
        """The text's extent, which is found once for all frames in which it is the same."""
        anchor = text.get_transform().transform(text.get_position())
        look = id(text), text.get_text(), *anchor.tolist(), text.get_fontsize()
        if look not in known:
            known[look] = extent(text).extents
        return known[look]

    fixed = [text.get_text() for text in still]
    places = np.array([extent(text).extents for text in still]).reshape(-1, 4)
    clash = _first_clash(places, places)
    assert clash is None, f"{fixed[clash[0]]} touches {fixed[clash[1]]}"
    frames = list(scenes(film))
    for frame in [*frames[:: max(1, len(frames) // most)], frames[-1]]:
        film.update(frame)
        there = seen(moving)
        words = [*fixed, *(text.get_text() for text in there)]
        boxes = np.array([box(text) for text in there]).reshape(-1, 4)
        everything = np.concatenate([places, boxes])
        outside = (everything[:, :2] < 0).any(axis=1) | (everything[:, 2] > width)
        outside |= everything[:, 3] > height
        assert not outside.any(), f"t = {frame.t}: {words[outside.argmax()]} leaves the canvas"
        clash = _first_clash(boxes, everything, len(fixed))
        if clash:
            one, other = words[len(fixed) + clash[0]], words[clash[1]]
            raise AssertionError(f"t = {frame.t}: {one} touches {other}")


def check_type(film: Film) -> None:
    """All type can be read on a phone."""
    small = [text for every in texts(film) for text in every if text.get_fontsize() < READABLE]
    assert not [text.get_text() for text in small]


def check_redraw(film: Film, count: int) -> None:
    """So many frames, and the last, are as they are in a full draw, in any order."""
    frames = list(scenes(film))
    for frame in [frames[-1], *Random(1).sample(frames[:-1], min(count - 1, len(frames) - 1))]:
        assert np.array_equal(film.pixels(frame), film.redraw(frame)), f"t = {frame.t}"


def _first_clash(boxes: Any, others: Any, first: int = 0) -> tuple[int, int] | None:
    """Which box overlaps which of others, among which the boxes are from the first one on."""
    left, bottom, right, top = (boxes[:, None, n] for n in range(4))
    apart = (left >= others[:, 2]) | (others[:, 0] >= right)
    apart |= (bottom >= others[:, 3]) | (others[:, 1] >= top)
    apart[np.arange(len(boxes)), first + np.arange(len(boxes))] = True
    found = np.argwhere(~apart)
    return tuple(found[0].tolist()) if len(found) else None
