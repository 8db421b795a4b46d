"""Terms are joined as one writes a sum by hand."""

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from animations.rendering import Timeline
from animations.rendering.drawing.stage import Stage
from animations.rendering.panels.text.sum_line import SumLine, Term, added
from animations.rendering.theme import LIGHT

MINUS = "\N{MINUS SIGN}"


def written(terms: list[Term]) -> str:
    return "".join(wording for wording, _ in added(terms))


@pytest.mark.parametrize(
    ("terms", "wording"),
    [
        ([], ""),
        ([Term([("2", "h"), ("(3)", "x")])], "2 · (3)"),
        ([Term([("2", "h")]), Term([("5", "x")], (MINUS, "muted"))], f"2  {MINUS}  5"),
        ([Term([("2", "h")], (MINUS, "y")), Term([("5", "x")])], f"{MINUS}2  +  5"),
        ([Term([("a", "h"), ("b", "x")], times="")], "ab"),
    ],
)
def test_terms_are_added(terms: list[Term], wording: str) -> None:
    assert written(terms) == wording


def test_a_sign_has_a_colour_of_its_own() -> None:
    minus = Term([("5", "x")], (MINUS, "negative"))
    assert added([minus]) == [(MINUS, "negative"), ("5", "x")]
    assert added([minus, minus])[2] == (f"  {MINUS}  ", "negative")


def test_a_shorter_sum_leaves_nothing_of_a_longer_one() -> None:
    figure = Figure(figsize=(9.6, 1), dpi=100)
    line = SumLine(Stage(figure, LIGHT, Timeline((), 25), (0, 0, 960, 100), (0, 1), []), most=3)

    def seen() -> str:
        return "".join(text.get_text() for text in figure.findobj(Text) if text.get_visible())

    line.show([("y = ", "y")], [Term([(n, "h"), (n, "x")]) for n in "123"], ("14", "y"))
    assert seen() == "y = 1 · 1  +  2 · 2  +  3 · 3  =  14"
    line.show([("y = ", "y")], [], ("0", "y"))
    assert seen() == "y = 0"
    line.write([])
    assert seen() == ""
