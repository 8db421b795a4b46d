"""What readers see: no label collides in any frame, and every figure says what it shows."""

from itertools import combinations, groupby

import pytest
from figures import film_of, storyboard
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from animations.rendering import Film


def texts(film: Film) -> tuple[list[Text], list[Text]]:
    """The texts that stay, axes' numbers included, and those that may move."""
    moving = {id(artist) for artist in film.update(film.timeline[0])}
    everything = {id(text): text for text in film.figure.findobj(Text)}
    still = [text for key, text in everything.items() if key not in moving]
    return seen(still), [text for key, text in everything.items() if key in moving]


def seen(labels: list[Text]) -> list[Text]:
    return [text for text in labels if text.get_visible() and text.get_text().strip()]


def extent(text: Text) -> Bbox:
    """The text's box less the little space that it keeps around its glyphs."""
    box = text.get_window_extent()
    return Bbox([[box.x0 + 1, box.y0 + 1], [box.x1 - 1, box.y1 - 1]])


def test_no_label_overlaps_another_or_leaves_the_canvas(film: Film) -> None:
    width, height = film.size
    still, moving = texts(film)
    fixed = [(text.get_text(), extent(text)) for text in still]
    for _, (frame, *_) in groupby(film.timeline, key=lambda frame: frame.scene):
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


def test_themes_change_colours_only(figure: str, film: Film) -> None:
    dark = film_of(figure, "dark")
    for either in (film, dark):
        either.redraw(either.poster)  # only drawn axes have their numbers
    for frame in [*film.timeline[::40], film.timeline[-1]]:
        film.update(frame)
        dark.update(frame)
        pairs = zip(film.figure.findobj(Text), dark.figure.findobj(Text), strict=True)
        for one, other in pairs:
            assert one.get_visible() == other.get_visible()
            if one.get_visible():
                assert one.get_text() == other.get_text()
                if one.get_text():  # an empty one shows nothing
                    assert one.get_window_extent().bounds == other.get_window_extent().bounds, one


def test_says_what_it_shows(figure: str) -> None:
    animation = storyboard(figure)
    assert 3 <= len(animation.title) <= 60
    assert 60 <= len(animation.caption) <= 260
    assert 60 <= len(animation.alt) <= 400
    assert animation.caption.endswith(".") and animation.alt.endswith(".")


@pytest.mark.parametrize("name", ["unflipped", "flip", "learned_kernel", "notation"])
def test_cross_correlation_is_called_by_its_name(name: str) -> None:
    assert "cross-correlation" in storyboard(name).caption


def test_rests_at_the_start_and_at_the_end(film: Film) -> None:
    if film.animation.is_still:
        assert len(film) == 1
        return
    scenes = [frame.scene for frame in film.timeline]
    assert len(set(scenes[:12])) == 1
    assert len(set(scenes[-37:])) == 1
    assert film.timeline[-1].t == film.timeline.shifts[1]


def test_axes_never_move(film: Film) -> None:
    before = [(axes.get_xlim(), axes.get_ylim()) for axes in film.figure.axes]
    for frame in film.timeline[::20]:
        film.update(frame)
    assert [(axes.get_xlim(), axes.get_ylim()) for axes in film.figure.axes] == before
