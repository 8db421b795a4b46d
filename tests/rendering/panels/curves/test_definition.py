"""The definitions are the three signals, as curves and as formulas."""

import numpy as np
import oracles
from figures import film_of
from matplotlib.text import Text

SIGNALS = {"h": oracles.h, "x": oracles.x, "k": oracles.k}


def test_the_definitions_are_the_three_signals() -> None:
    film = film_of("definitions")
    for letter, axes in zip("hxk", film.figure.axes, strict=True):
        (curve,) = (line for line in axes.lines if line.get_color() == film.theme.color(letter))
        t, values = curve.get_xydata().T
        away = np.abs(t[:, None] - [0, 1, 3, 5, 6]).min(axis=1) > 1e-9
        expected = [SIGNALS[letter](at) for at in t[away]]
        np.testing.assert_allclose(values[away], expected, rtol=0, atol=1e-12)
        assert t[0] == (1 if letter == "k" else 0)
        assert t[-1] == {"h": film.animation.span[1], "x": 5, "k": 6}[letter]


def test_the_definitions_say_in_formulas_what_they_draw() -> None:
    film = film_of("definitions")
    texts = [text.get_text() for text in film.figure.findobj(Text) if "$" in text.get_text()]
    for wording in (
        "$h(t) =$", "$x(t) =$", "$k(t) =$", r"$t \geq 0$", "$t/2$", r"$0 \leq t < 3$",
        r"$3 \leq t < 5$", r"$1 \leq t < 3$", r"$3 \leq t < 6$",
    ):  # fmt: skip
        assert texts.count(wording) == 1, wording
    assert texts.count(r"$\mathrm{elsewhere}$") == 3
