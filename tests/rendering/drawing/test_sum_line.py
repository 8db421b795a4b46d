"""A sum fits its line: products are shortened, then the middle left out, the total never."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from animations.rendering import Timeline
from animations.rendering.drawing.label import Label
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import SumLine, Term
from animations.rendering.theme import LIGHT

repeatable = settings(derandomize=True, deadline=None, max_examples=60)


def stage(width: float = 960) -> Stage:
    figure = Figure(figsize=(9.6, 1), dpi=100)
    return Stage(figure, LIGHT, Timeline((), 25), (0, 0, width, 100), (0, 1), [])


def seen(where: Stage) -> list[Label]:
    return [label for label in where.moving if isinstance(label, Label) and label.get_visible()]


def wording(where: Stage) -> str:
    return "".join(label.get_text() for label in seen(where))


def product(a: str, b: str, short: str) -> Term:
    return Term([(a, "h"), (b, "x")], short=(("+", "y"), (short, "y")))


@repeatable
@given(st.integers(0, 400), st.integers(1, 9), st.sampled_from([480, 700, 960]))
def test_no_sum_leaves_its_line_or_loses_its_total(count: int, digits: int, width: int) -> None:
    where = stage(width)
    line = SumLine(where)
    term = product("8" * digits, "7" * digits, "56" * digits)
    line.show([("y = ", "y")], [term] * count, ("1234.5", "y"))
    boxes = [label.get_window_extent() for label in seen(where)]
    assert max(box.x1 for box in boxes) <= width - 36 + 1e-6
    assert wording(where).startswith("y = ") and wording(where).endswith("1234.5")
    told = re.search(r"(\d+) terms", wording(where))
    first = len(
        re.findall(r"\b56\b(?! terms)|8+ · 7+", wording(where).replace("56" * digits, "56"))
    )
    assert first + (int(told[1]) if told else 0) == count


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (2, "y = 2.5 · 1.5  +  2.5 · 1.5  =  9"),
        (9, "y = " + "  +  ".join(["3.75"] * 9) + "  =  9"),
        (40, "y = " + "3.75  +  " * 5 + "…  +  34 terms  +  …  +  3.75  =  9"),
    ],
)
def test_it_is_shortened_step_by_step(count: int, told: str) -> None:
    where = stage()
    SumLine(where).show([("y = ", "y")], [product("2.5", "1.5", "3.75")] * count, ("9", "y"))
    assert wording(where) == told


def test_terms_that_nobody_sees_are_counted() -> None:
    where = stage()
    terms = [product("2.5", "1.5", "3.75")] * 3
    SumLine(where).show([("y = ", "y")], terms, ("9", "y"), unseen=997)
    assert wording(where) == "y = 3.75  +  3.75  +  …  +  997 terms  +  …  +  3.75  =  9"


def test_a_negative_product_keeps_its_sign() -> None:
    where = stage(560)
    term = Term([("(−2.5)", "h"), ("1.5", "x")], short=(("−", "negative"), ("3.75", "negative")))
    SumLine(where).show([("y = ", "y")], [term] * 4, ("−15", "y"))
    assert wording(where) == "y = −3.75  −  3.75  −  3.75  −  3.75  =  −15"


def test_leading_words_keep_their_room() -> None:
    where = stage()
    line = SumLine(where, reserved=[["t = 8", "t = −88"]])
    places = []
    for t in ("t = 8", "t = −88"):
        line.show([(t, "ink"), ("y = ", "y")], [], ("0", "y"))
        places.append([label.get_position()[0] for label in seen(where)])
    assert places[0] == places[1]


@repeatable
@given(st.integers(1, 60), st.integers(2, 4), st.sampled_from([300, 480, 700]))
def test_a_sum_may_break_before_a_sign(count: int, most: int, width: int) -> None:
    where = stage(width)
    line = SumLine(where, [["y = "]], lines=most)
    line.show([("y = ", "y")], [product("2.5", "1.5", "3.75")] * count, ("9", "y"))
    boxes = [label.get_window_extent() for label in seen(where)]
    assert max(box.x1 for box in boxes) <= width - 36 + 1e-6
    levels = sorted({label.get_position()[1] for label in seen(where)}, reverse=True)
    assert len(levels) <= most
    for level in levels[1:]:
        (first, *_) = (label for label in seen(where) if label.get_position()[1] == level)
        assert first.get_text()[0] in "+=" and first.get_position()[0] == 54
    told = re.search(r"(\d+) terms", wording(where))
    written = len(re.findall(r"2\.5 · 1\.5|3\.75", wording(where)))
    assert written + (int(told[1]) if told else 0) == count
    assert wording(where).endswith("9")


def test_a_total_that_is_awaited_has_its_place() -> None:
    where = stage(300)
    line, terms = SumLine(where, lines=3), [product("2.5", "1.5", "3.75")] * 3
    line.show([("y = ", "y")], terms, ("9", "y"), awaited=True)
    before = [label.get_position() for label in seen(where)]
    line.show([("y = ", "y")], terms, ("9", "y"))
    assert [label.get_position() for label in seen(where)][:-1] == before
    assert wording(where).endswith("9")
