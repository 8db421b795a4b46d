"""Whatever overlaps: shaded areas and green arrows add up to y, divided as the names say."""

import re

import numpy as np
import pytest
from artists import Points, lines, marks, patches, wordings
from matplotlib.text import Text

from animations.rendering import Film, Frame, animate
from signals import ContinuousSignal, impulse, rect, triangle
from signals.post import h, x

TRAIN = impulse(0, 2) + impulse(2, -1) + impulse(3.5, 0.5)


def struck(film: Film, frame: Frame) -> list[Points]:
    """The tips of the product's arrows, up and down."""
    axes = film.figure.axes[0]
    return [
        tips for role in ("y", "negative") for tips in marks(film, frame, axes, role) if len(tips)
    ]


def shaded(film: Film, frame: Frame) -> float:
    axes, theme = film.figure.axes[0], film.theme
    return sum(
        float(np.trapezoid(outline[:, 1], outline[:, 0]))
        for role in ("y", "negative")
        for outline in patches(film, frame, axes, theme.fill(role))
    )


@pytest.mark.parametrize("flip", [True, False])
@pytest.mark.parametrize(
    ("first", "second"),
    [(TRAIN, triangle(0, 1, 3)), (rect(0, 2), TRAIN), (h + impulse(1, 0.5), x), (x, impulse(1, 3))],
)
def test_areas_and_arrows_add_up_to_y(
    first: ContinuousSignal, second: ContinuousSignal, flip: bool
) -> None:
    film = Film(animate(first, second, flip=flip))
    y = film.animation.panels[-1].y  # type: ignore[union-attr]
    seen = 0
    for t in np.linspace(*film.timeline.shifts, 23)[1:-1] + 0.0123:
        frame = film.timeline.at(t)
        tips = struck(film, frame)
        total = shaded(film, frame) + sum(float(each[:, 1].sum()) for each in tips)
        total += sum(weight for weight in products(first, second, t, flip) if is_low(film, weight))
        assert total == pytest.approx(y(t), abs=2e-3)
        seen += len(tips)
    assert seen


def products(
    first: ContinuousSignal, second: ContinuousSignal, t: float, flip: bool
) -> list[float]:
    """The weights of the impulses of first(τ) second(t − τ), or of second(τ) first(τ − t)."""
    own = [w * second(t - at if flip else t + at) for at, w in first.impulses]
    return own + [w * first(t - at if flip else at - t) for at, w in second.impulses]


def is_low(film: Film, weight: float) -> bool:
    """Whether an arrow is too low for a head, so that it has no tip."""
    axes = film.figure.axes[0]
    low, high = axes.get_ylim()
    return abs(weight) / (high - low) * axes.bbox.height <= 12


@pytest.mark.parametrize("powers", [(6, -6), (3, 0), (0, -6), (-6, 6)])
def test_what_is_divided_says_so_and_its_area_is_divided_likewise(powers: tuple[int, int]) -> None:
    film = Film(animate(h * 10.0 ** powers[0], x * 10.0 ** powers[1]))
    y = film.animation.panels[-1].y  # type: ignore[union-attr]
    frame = film.timeline.at(3.3)
    film.update(frame)
    words = " ".join(text.get_text() for text in film.figure.findobj(Text) if text.get_visible())
    found = (re.search(rf"\${name}\([^$]*10\^\{{(-?\d+)\}}", words) for name in "hx")
    factors = [int(power[1]) if power else 0 for power in found]
    assert factors == [-power for power in powers]
    assert shaded(film, frame) == pytest.approx(y(3.3) * 10.0 ** sum(factors), rel=1e-3)


def test_curves_that_need_no_dividing_are_drawn_as_they_are() -> None:
    film = Film(animate(h, x))
    frame = film.timeline.at(2)
    assert not any("10^" in words for words in wordings(film, frame))
    peak = max(float(line[:, 1].max()) for line in lines(film, frame, film.figure.axes[0], "h"))
    assert peak == 2
