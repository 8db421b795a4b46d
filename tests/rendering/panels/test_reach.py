"""What is drawn stays within its plot, however narrow or far off it is; words are true of all."""

import numpy as np
import pytest
from artists import lines, wordings
from films import check_labels

from animations.rendering import Animation, Film, animate
from signals import ContinuousSignal, DiscreteSignal, impulse, piecewise, rect

STEPS = piecewise(*((n, n + 1, 10.0 if n == 77 else 1.0) for n in range(200)))
PEAK = DiscreteSignal([1.0] * 777 + [10] + [1.0] * 1222)


def bells(width: float, at: float, stop: float) -> ContinuousSignal:
    return piecewise((0, stop, lambda t: 1 + 9 * np.exp(-((t - at) ** 2) / width)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (STEPS, piecewise((0, 1, 1.0), (1, 2, 10.0), (2, 3, 1.0))),
        (bells(1.0, 20.3, 50), bells(0.5, 1.3, 3)),
        (DiscreteSignal([3]), DiscreteSignal([10, *[1] * 900])),
        (PEAK, DiscreteSignal([0, 10, 0])),
    ],
)
def test_no_product_leaves_its_plot(first: object, second: object) -> None:
    film = Film(animate(first, second))  # type: ignore[arg-type]
    row = film.figure.axes[0]
    reach = row.get_ylim()[1]
    assert reach >= 0.99 * 100 or not isinstance(first, ContinuousSignal)
    for frame in film.timeline[::25]:
        for vertices in lines(film, frame, row, "y"):
            assert np.nanmax(vertices[:, 1], initial=0) <= reach


def test_a_film_of_many_samples_comes_to_the_peak_that_it_tells_of() -> None:
    animation = animate(PEAK, DiscreteSignal([0, 10, 0]))
    assert animation.poster == 778
    assert 778 in {beat.stop.t for beat in animation.timeline}
    assert "100 at t = 778" in animation.alt


@pytest.mark.parametrize("shift", [1e3, 12345, 1e5])
def test_numbers_far_from_zero_do_not_read_the_same(shift: float) -> None:
    film = Film(animate(rect(shift, shift + 3), rect(0, 2)))
    film.pixels(film.poster)
    names = [text.get_text() for text in film.figure.axes[-1].get_xticklabels()]
    assert len(set(names)) == len(names) >= 4
    check_labels(film, most=3)


def test_small_impulses_stand_on_their_side_of_the_axis() -> None:
    film = Film(animate(impulse(0) + impulse(1, 0.01) + impulse(2, -0.01), rect(0, 1)))
    row = film.figure.axes[0]
    shafts = [line for line in lines(film, film.timeline[0], row, "h") if len(line)]
    at_one = np.concatenate(shafts)
    assert np.nanmin(at_one[at_one[:, 0] == 1, 1]) == 0
    assert np.nanmax(at_one[at_one[:, 0] == 2, 1]) == 0


def test_the_overlap_that_is_told_is_that_of_every_channel() -> None:
    kernels = [DiscreteSignal([1]), *[DiscreteSignal([1] * 4)] * 3]
    film = Film(animate(kernels, [DiscreteSignal([1, 2, 3])] * 4, flip=False))
    said = [wordings(film, film.timeline.at(t)) for t in (-1, 0)]
    assert any("the bars add up" in words for words in said[0])
    assert not any("no overlap" in words for words in said[0])


@pytest.mark.parametrize("count", range(1, 7))
def test_any_few_channels_find_room(count: int) -> None:
    channels = [DiscreteSignal([1, 0.5])] * count
    for animation in (
        animate([DiscreteSignal([1])] * count, channels),
        animate(rect(), [rect()] * count),
    ):
        assert isinstance(animation, Animation)
        check_labels(Film(animation), most=2)
