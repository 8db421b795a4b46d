"""Figures on other canvases: a phone's, odd ones, and too small ones."""

from itertools import cycle, product

import pytest
from artists import swept, wordings
from figures import FIGURES, storyboard
from films import check_labels, check_redraw, check_type

from animations.rendering import Film, animate_any
from animations.rendering.theme import LAYOUTS, THEMES

PHONE = LAYOUTS["narrow"]
FRAMES = 20  # of each film, that are looked at

ODD = [(640, 640), (1280, 720), (480, 800)]
LOW = 720, 480  # for figures of few rows
OFTEN = "commutativity", "discrete", "flip", "image_padding", "multichannel"
CANVASES = sorted({*zip(FIGURES, cycle(ODD)), *product(OFTEN, [*ODD, LOW])})

TYPED = {
    "curves": ("2exp(-t/2)u(t)", "piecewise(t/2, 0, 3, 1/2, 3, 5)"),
    "long numbers": ("1e-6 exp(-t)u(t)", "rect(t/1000)"),
    "impulses": ("delta(t) - delta(t - 1)", "tri(t)"),
    "samples": ("[12, -34, 56]", "[78, 90, -1]"),
    "many samples": ("sin(pi n/8)*(0 <= n < 64)", "[1, 1, 1, 1]/4"),
}


def test_a_figure_fits_a_phone(figure: str) -> None:
    theme = [*THEMES][FIGURES.index(figure) % 2]
    film = Film(storyboard(figure), theme, *PHONE)
    check_labels(film, FRAMES)
    check_type(film)
    check_redraw(film, 4)


@pytest.mark.parametrize(("name", "size"), CANVASES)
def test_a_figure_fits_other_canvases(name: str, size: tuple[int, int]) -> None:
    film = Film(storyboard(name), width=size[0], height=size[1])
    assert film.size == size
    check_labels(film, FRAMES // 4)
    check_redraw(film, 1)


@pytest.mark.parametrize("pair", TYPED)
def test_typed_signals_fit_a_phone(pair: str) -> None:
    film = Film(animate_any(*TYPED[pair]), "light", *PHONE)
    check_labels(film, FRAMES // 2)
    check_redraw(film, 2)


def test_a_canvas_that_is_too_small_is_refused_in_words(figure: str) -> None:
    with pytest.raises(ValueError, match=r"at least .* pixels"):
        Film(storyboard(figure), width=300, height=400)


@pytest.mark.parametrize(
    ("name", "size", "needed"),
    [
        ("continuous", (200, 600), r"canvas at least \d+ pixels wide, got 200"),
        ("discrete", (360, 600), r"canvas at least \d+ pixels wide, got 360"),
        ("definitions", (400, 600), "canvas at least 480 pixels wide, got 400"),
        ("discrete", (480, 300), r"at least \d+ pixels high for its 4 rows of panels, got 300"),
        ("flip", (400, 600), r"at least \d+ pixels high for its 10 rows of panels, got 600"),
    ],
)
def test_a_refusal_says_what_is_needed(name: str, size: tuple[int, int], needed: str) -> None:
    with pytest.raises(ValueError, match=f"^this figure needs a .*{needed}"):
        Film(storyboard(name), width=size[0], height=size[1])


@pytest.mark.parametrize("name", ["definitions", "discrete", "system"])
def test_what_a_refused_figure_is_said_to_need_suffices(name: str) -> None:
    with pytest.raises(ValueError, match="wide") as refusal:
        Film(storyboard(name), width=300, height=900)
    needed = int(str(refusal.value).split("at least ")[1].split()[0])
    check_labels(Film(storyboard(name), width=needed, height=900), FRAMES // 4)
    with pytest.raises(ValueError, match=r"at least \d+ pixels wide"):
        Film(storyboard(name), width=needed - 4, height=900)  # hardly less


@pytest.mark.parametrize("name", ["discrete", "echoes"])
def test_a_sum_is_broken_and_not_shortened(name: str) -> None:
    wide, narrow = (
        Film(storyboard(name), width=width, height=height) for width, height in ((960, 540), PHONE)
    )

    def written(film: Film, number: int) -> list[str]:
        """What the sum says, without the spaces at which it breaks."""
        words = "".join(wordings(film, list(swept(film))[number])).replace(" ", "")
        return sorted(words[words.index("$t=") :])

    for number in (2, 4, -1):
        assert written(narrow, number) == written(wide, number)
