"""What readers see: no label collides in any frame, and every figure says what it shows."""

from itertools import combinations

import pytest
from conftest import storyboard
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from animations.rendering import Film


def labels(film: Film) -> list[Text]:
    """Every text on the figure that shows, axes' numbers included."""
    return [
        text
        for text in set(film.figure.findobj(Text))
        if text.get_visible() and text.get_text().strip()
    ]


def extent(text: Text) -> Bbox:
    """The text's box less the little space that it keeps around its glyphs."""
    box = text.get_window_extent()
    return Bbox([[box.x0 + 1, box.y0 + 1], [box.x1 - 1, box.y1 - 1]])


def test_no_label_overlaps_another_or_leaves_the_canvas(film: Film) -> None:
    canvas = Bbox([[0, 0], film.size])
    scene = None
    for frame in film.timeline:
        if frame.scene == scene:
            continue
        scene = frame.scene
        film.update(frame)
        boxes = [(text.get_text(), extent(text)) for text in labels(film)]
        for wording, box in boxes:
            inside = canvas.x0 <= box.x0 and box.x1 <= canvas.x1
            assert inside and canvas.y0 <= box.y0 and box.y1 <= canvas.y1, (frame.t, wording)
        for (one, a), (other, b) in combinations(boxes, 2):
            assert not a.overlaps(b), f"t = {frame.t}: {one} touches {other}"


def test_says_what_it_shows(figure: str) -> None:
    animation = storyboard(figure)()
    assert 3 <= len(animation.title) <= 60
    assert 60 <= len(animation.caption) <= 260
    assert 60 <= len(animation.alt) <= 400
    assert animation.caption.endswith(".") and animation.alt.endswith(".")


@pytest.mark.parametrize("name", ["unflipped"])
def test_cross_correlation_is_called_by_its_name(name: str) -> None:
    assert "cross-correlation" in storyboard(name)().caption


def test_rests_at_the_start_and_at_the_end(figure: str) -> None:
    film = Film(storyboard(figure)())
    if film.animation.is_still:
        assert len(film) == 1
        return
    scenes = [frame.scene for frame in film.timeline]
    assert len(set(scenes[:12])) == 1
    assert len(set(scenes[-37:])) == 1
    assert film.timeline[-1].t == film.timeline.shifts[1]


def test_axes_never_move(figure: str) -> None:
    film = Film(storyboard(figure)())
    before = [(axes.get_xlim(), axes.get_ylim()) for axes in film.figure.axes]
    for frame in film.timeline[::20]:
        film.pixels(frame)
    assert [(axes.get_xlim(), axes.get_ylim()) for axes in film.figure.axes] == before
