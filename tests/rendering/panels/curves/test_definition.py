"""The definitions are the three signals, as curves and as formulas."""

import numpy as np
import oracles
from figures import film_of
from matplotlib.text import Text

from animations.rendering.theme import PROSE_FONT

SIGNALS = {"h": oracles.h, "x": oracles.x, "k": oracles.k}


def test_the_definitions_are_the_three_signals() -> None:
    film = film_of("definitions")
    for letter, axes in zip("hxk", film.figure.axes, strict=True):
        curve, *more = (line for line in axes.lines if line.get_color() == film.theme.color(letter))
        t, values = curve.get_xydata().T
        away = np.abs(t[:, None] - [0, 1, 3, 5, 6]).min(axis=1) > 1e-9
        expected = [SIGNALS[letter](at) for at in t[away]]
        np.testing.assert_allclose(values[away], expected, rtol=0, atol=1e-12)
        assert t[0] == (1 if letter == "k" else 0)
        if letter != "h":
            assert t[-1] == {"x": 5, "k": 6}[letter]
            assert not more
            continue
        # Dots say that it goes on: on the way that the curve would take, up to the edge.
        (dots,) = more
        at, heights = dots.get_xydata().T
        assert len(at) == 3
        assert all((t[-1] < at) & (at < film.animation.span[1]))
        np.testing.assert_allclose(heights, [SIGNALS[letter](each) for each in at])


def test_the_definitions_say_in_formulas_what_they_draw() -> None:
    film = film_of("definitions")
    texts = [text.get_text() for text in film.figure.findobj(Text) if "$" in text.get_text()]
    for wording in (
        "$h(t) =$", "$x(t) =$", "$k(t) =$", r"$t \geq 0$", "$t/2$", r"$0 \leq t < 3$",
        r"$3 \leq t < 5$", r"$1 \leq t < 3$", r"$3 \leq t < 6$",
    ):  # fmt: skip
        assert texts.count(wording) == 1, wording
    prose = [text for text in film.figure.findobj(Text) if "$" not in text.get_text()]
    said = [text.get_text() for text in prose]
    assert said.count("elsewhere") == 3
    for wording in ("impulse response", "input", "second input channel"):
        assert said.count(wording) == 1, wording
    faces = {text.get_fontfamily()[0] for text in prose if text.get_text().strip(".0123456789")}
    assert faces == {PROSE_FONT}


def test_at_one_scale_numbers_are_as_far_apart() -> None:
    film = film_of("definitions")
    gaps = [
        np.diff([0, *(tick for tick in axes.get_yticks() if tick > 0)]) for axes in film.figure.axes
    ]
    scales = [np.ptp(axes.transData.transform([(0, 0), (0, 1)])[:, 1]) for axes in film.figure.axes]
    assert np.ptp(scales) < 1e-6
    assert {float(gap) for each in gaps for gap in each} == {0.5}
