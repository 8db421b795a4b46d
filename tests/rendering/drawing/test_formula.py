"""Formulas are written in the colours of what they name, from left to right."""

import re
from itertools import pairwise

import pytest
from figures import FIGURES, storyboard
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text

from animations.rendering import (
    Film,
    IndexedFormulaPanel,
    IntegralsPanel,
    KernelPanel,
    Panel,
    SizePanel,
    Timeline,
)
from animations.rendering.drawing.formula import formula_width, write_formula
from animations.rendering.drawing.stage import Stage
from animations.rendering.theme import CHANNELS, DARK, LIGHT, Theme

COLORED = re.compile(r"\\textcolor\{(\w+)\}\{((?:[^{}]|\{[^{}]*\})*)\}")
CONVOLUTION = (
    r"\textcolor{y}{y(t)} = \int_{-\infty}^{\infty}"
    r"\textcolor{h}{h(\tau)}\textcolor{x}{x(t - \tau)}d\tau"
)


def blank(theme: Theme = LIGHT) -> Stage:
    figure = Figure(figsize=(9.6, 1), dpi=100)
    return Stage(figure, theme, Timeline((), 25), (0, 0, 960, 100), (0, 1), [])


def panels(name: str) -> list[Panel]:
    """All of a figure's panels, those in a row side by side too."""
    rows = [row if isinstance(row, tuple) else [row] for row in storyboard(name).panels]
    return [panel for row in rows for panel in row]


def formulas(name: str) -> list[str]:
    return [panel.formula for panel in panels(name) if hasattr(panel, "formula")]


def written(stage: Stage | Film) -> list[Text]:
    return [artist for artist in stage.figure.get_children() if isinstance(artist, Text)]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_part_has_the_colour_of_what_it_names(theme: Theme) -> None:
    stage = blank(theme)
    write_formula(stage, 10, 40, CONVOLUTION, 22)
    seen = [(text.get_text(), text.get_color()) for text in written(stage)]
    assert seen == [
        ("$y(t)$", theme.y),
        ("$=$", theme.ink),
        (r"$\int_{-\infty}^{\infty}$", theme.ink),
        (r"$h(\tau)$", theme.h),
        (r"$x(t - \tau)$", theme.x),
        (r"$d\tau$", theme.ink),
    ]


def test_parts_follow_each_other_without_overlap() -> None:
    stage = blank()
    write_formula(stage, 10, 40, CONVOLUTION, 22)
    boxes = [text.get_window_extent() for text in written(stage)]
    assert boxes[0].x0 == pytest.approx(10, abs=1)
    for one, following in pairwise(boxes):
        assert one.x1 < following.x0 + 0.5
        assert following.x0 - one.x1 < 12
    assert boxes[-1].x1 <= 10 + formula_width(CONVOLUTION, 22)


def test_a_longer_formula_is_wider() -> None:
    stops = [CONVOLUTION.index(part) for part in (" = ", r"\int", r"\textcolor{h}", r"d\tau")]
    widths = [formula_width(CONVOLUTION[:stop], 22) for stop in (*stops, None)]
    assert all(a < b for a, b in pairwise(widths))
    assert formula_width(CONVOLUTION, 11) < 0.6 * widths[-1]


@pytest.mark.parametrize("room", [1000, 300, 200])
def test_it_is_written_smaller_where_there_is_no_room(room: float) -> None:
    stage = blank()
    write_formula(stage, 10, 40, CONVOLUTION, 22, room=room)
    assert max(text.get_window_extent().x1 for text in written(stage)) <= 10 + room
    assert (written(stage)[0].get_fontsize() == 22) == (room == 1000)


def test_braces_within_a_colour_belong_to_it() -> None:
    stage = blank()
    write_formula(stage, 0, 40, r"\textcolor{x}{x_{i}^{2}} + \sum_{\tau} 1", 22)
    assert [text.get_text() for text in written(stage)] == [
        "$x_{i}^{2}$", "$+$", r"$\sum_{\tau}$", "$1$",
    ]  # fmt: skip


def test_an_unknown_role_is_named() -> None:
    with pytest.raises((ValueError, AttributeError), match="nonsense"):
        write_formula(blank(), 0, 40, r"\textcolor{nonsense}{h}", 22)


def test_wrong_latex_is_shown_with_its_fault() -> None:
    with pytest.raises(ValueError, match=r"\\frac"):
        write_formula(blank(), 0, 40, r"\frac{1}", 22)


def test_nothing_of_a_figures_formula_is_lost(figure: str, film: Film) -> None:
    texts = "".join(text.get_text().strip("$") for text in written(film)).replace(" ", "")
    for formula in formulas(figure):
        bare = COLORED.sub(lambda match: match[2], formula)
        assert bare.replace(" ", "") in texts
        assert {role for role, _ in COLORED.findall(formula)} <= {
            "y",
            "h",
            "x",
            "k",
            "negative",
            *CHANNELS,
        }


BESIDE = SizePanel, IndexedFormulaPanel, IntegralsPanel, KernelPanel
"""Panels that write formulas of their own."""


def test_a_formula_stands_on_top_of_every_figure() -> None:
    """The definitions have one beside each curve; a size, or one that turns, is one itself."""
    without = [name for name in FIGURES if not formulas(name)]
    for name in set(without) - {"definitions"}:
        assert isinstance(panels(name)[0], BESIDE), name


def test_a_letter_wears_its_own_colour(film: Film) -> None:
    """What is called h is drawn in h's colour, in formulas and in labels alike."""
    own = {film.theme.color(letter): letter for letter in "hxky"}
    film.update(film.poster)
    texts = [text for text in film.figure.findobj(Text) if text.get_visible()]
    named = 0
    for text in texts:
        named_in_it = re.match(r"\$([hxky])\s*[_(]", text.get_text())
        if named_in_it:
            named += 1
            assert own.get(to_hex(text.get_color())) == named_in_it[1], text.get_text()
    assert named > 0
