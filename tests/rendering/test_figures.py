"""What readers see: no label collides in any frame, and every figure says what it shows."""

import sys
from itertools import groupby

from artists import lines, marks, patches, scenes, wordings
from figures import FIGURES, film_of, storyboard
from films import check_labels, looks, texts

from animations.rendering import Film
from signals import correlate, layer


def test_no_label_overlaps_another_or_leaves_the_canvas(film: Film) -> None:
    check_labels(film)


def test_themes_change_colours_only(figure: str, film: Film) -> None:
    dark = film_of(figure, "dark")
    still, still_in_the_dark = (looks(texts(either)[0]) for either in (film, dark))
    assert still == still_in_the_dark
    for frame in [*film.timeline[::40], film.timeline[-1]]:
        assert looks(film.update(frame)) == looks(dark.update(frame)), frame


def test_says_what_it_shows(figure: str) -> None:
    animation = storyboard(figure)
    assert 3 <= len(animation.title) <= 60
    assert 60 <= len(animation.caption) <= 260
    assert 60 <= len(animation.alt) <= 400
    assert animation.caption.endswith(".") and animation.alt.endswith(".")


def test_cross_correlation_is_called_by_its_name() -> None:
    """Wherever the function of that name runs, or a layer, whose weights aren't flipped either."""
    unflipped = {correlate.__code__, layer.__code__}
    found = []
    for name in FIGURES:
        called = set()
        before = sys.getprofile()
        sys.setprofile(lambda frame, event, given, called=called: called.add(frame.f_code))
        try:
            figure = storyboard.__wrapped__(name)  # computed, whatever other tests have kept
        finally:
            sys.setprofile(before)
        if unflipped & called:
            found.append(name)
            assert "cross-correlation" in figure.caption, name
    assert {"flip", "unflipped", "notation", "learned_kernel", "image", "volume"} <= set(found)


def test_nothing_of_y_shows_before_the_sweep() -> None:
    preparing = [name for name in FIGURES if not all(f.sweeping for f in film_of(name).timeline)]
    assert {"continuous", "discrete", "flip"} <= set(preparing)
    for name in preparing:
        film = film_of(name)
        for frame in (frame for frame in scenes(film) if not frame.sweeping):
            for axes in film.figure.axes:
                shown = lines(film, frame, axes, "y") + marks(film, frame, axes, "y")
                assert all(len(vertices) == 0 for vertices in shown)
                assert not patches(film, frame, axes, film.theme.fill("y"))
            assert not any("=" in wording for wording in wordings(film, frame))


def test_rests_at_the_start_and_at_the_end(film: Film) -> None:
    if film.animation.is_still:
        assert len(film) == 1
        return
    runs = [len(list(run)) for _, run in groupby(frame.scene for frame in film.timeline)]
    assert runs[0] >= 12
    assert 50 <= runs[-1] <= 63, "2 to 2.5 s at 25 frames a second"
    assert max(runs[:-1]) <= 63, "nothing stands still for longer"
    assert film.timeline[-1].t == film.timeline.shifts[1]


def test_axes_never_move(film: Film) -> None:
    before = [(axes.get_xlim(), axes.get_ylim()) for axes in film.figure.axes]
    for frame in film.timeline[::20]:
        film.update(frame)
    assert [(axes.get_xlim(), axes.get_ylim()) for axes in film.figure.axes] == before
