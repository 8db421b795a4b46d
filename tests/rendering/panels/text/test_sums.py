"""Sums on screen are true as printed: whoever adds the printed numbers gets the printed total."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

import oracles
import pytest
from artists import scenes, wordings
from figures import film_of
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text
from oracles import convolution, correlation

from animations.rendering import Film, Frame, Timeline
from animations.rendering.drawing.label import Label
from animations.rendering.drawing.stage import Stage
from animations.rendering.drawing.sum_line import SumLine, Term
from animations.rendering.drawing.sum_line import added as words_of
from animations.rendering.theme import LIGHT

MINUS = "\N{MINUS SIGN}"
HALF = Decimal("0.005")  # of the last digit of a total

Line = tuple[int, str, str, str]


def row(film: Film, frame: Frame) -> list[Label]:
    """The words of the sum, from left to right."""
    labels = [one for one in film.update(frame) if isinstance(one, Label) and one.get_visible()]
    heads = [one for one in labels if re.fullmatch(r"\$y\(-?\d+\)\s*=\s*\$\s*", one.get_text())]
    if not heads:
        return []
    (head,) = heads
    places = {one: one.get_transform().transform(one.get_position()) for one in labels}
    line = [one for one in labels if places[one][1] == places[head][1]]
    return sorted(line, key=lambda one: places[one][0])


def column(film: Film, frame: Frame) -> list[Label]:
    """The words beside the rows, from the top down, and from left to right."""
    labels = [one for one in film.update(frame) if isinstance(one, Label) and one.get_visible()]
    places = {one: one.get_transform().transform(one.get_position()) for one in labels}
    beside = [one for one in labels if places[one][0] > COLUMN and places[one][1] < 430]
    beside = [one for one in beside if one.get_text().strip()]
    return sorted(beside, key=lambda one: (-places[one][1], places[one][0]))


def added_up(film: Film, frame: Frame) -> Line:
    """t as the heading tells it, and what the numbers beside the rows say."""
    (t,) = (
        int(found[1].replace(MINUS, "-"))
        for word in wordings(film, frame)
        if (found := re.fullmatch(rf"\$t = ({MINUS}?\d+)\$", word))
    )
    words = [label.get_text() for label in column(film, frame)]
    return t, "  ".join(words[:-2]), *words[-2:]


@cache
def printed(name: str) -> tuple[Line, ...]:
    """For every step: t, the terms, the sign before the total, and the total; empty for none."""

    def lines() -> Iterator[Line]:
        film = film_of(name)
        for frame in (frame for frame in scenes(film) if not (frame.gliding or frame.aside)):
            if name != "discrete":
                if frame.sweeping:
                    yield added_up(film, frame)
                continue
            wording = "".join(label.get_text() for label in row(film, frame))
            if not frame.sweeping:
                assert wording == ""
                continue
            match = re.search(r"\$y\((-?\d+)\)\s*=\s*\$(.*)$", wording)
            assert match, wording
            assert int(match[1]) == frame.t
            terms, sign, total = re.fullmatch(
                r"\s*(?:(.*?)\s*([=≈]))?\s*(.*?)\s*", match[2]
            ).groups()
            yield int(match[1]), terms or "", sign or "", total

    return tuple(lines())


def factors(terms: str) -> list[list[Decimal]]:
    """The factors of every term; a term that is subtracted has a negative first factor."""
    parts = re.split(rf"\s+([+{MINUS}])\s+", f"  +  {terms}")[1:] if terms else []
    result = []
    for sign, term in zip(parts[::2], parts[1::2], strict=True):
        numbers = [value.strip(" ()").replace(MINUS, "-") for value in term.split("·")]
        assert all("-" not in number or number.startswith("-") for number in numbers)
        values = [Decimal(number) for number in numbers]
        result.append([-values[0] if sign == MINUS else values[0], *values[1:]])
    return result


def added(terms: str) -> Decimal:
    total = Decimal(0)
    for first, *others in factors(terms):
        for other in others:
            first *= other
        total += first
    return total


def value(wording: str) -> Decimal:
    return Decimal(wording.replace(MINUS, "-"))


def true(name: str, t: int) -> list[float]:
    """What the channels give at t."""
    if name == "discrete":
        return [convolution(oracles.h, oracles.x, t)]
    combine = convolution if name == "multichannel" else correlation
    return [combine(channel, oracles.h, t) for channel in (oracles.x, oracles.k)]


SUMS = ["discrete", "multichannel", "unflipped"]
COLUMN = 750  # pixels from the left, from which on numbers stand in a column beside their rows


@pytest.mark.parametrize("name", SUMS)
def test_every_step_has_its_sum(name: str) -> None:
    first, last = film_of(name).timeline.shifts
    assert [t for t, *_ in printed(name)] == list(range(round(first), round(last) + 1))


@pytest.mark.parametrize("name", SUMS)
def test_the_printed_terms_add_up_to_the_printed_total(name: str) -> None:
    for t, terms, sign, total in printed(name):
        # An exact half may be rounded either way.
        assert abs(added(terms) - value(total)) <= HALF, (t, terms, total)
        if sign == "=":
            assert added(terms) == value(total), (t, terms, total)


@pytest.mark.parametrize("name", SUMS)
def test_the_printed_total_is_y(name: str) -> None:
    for t, _, sign, total in printed(name):
        exact = sum(true(name, t))
        assert abs(float(value(total)) - exact) <= 0.005 + 1e-12
        assert not total.startswith(MINUS + "0.00")
        # Before a total that is only near y, no equals sign may stand.
        if sign == "=":
            assert float(value(total)) == pytest.approx(exact, abs=1e-12)
        if sign == "≈":
            assert abs(float(value(total)) - exact) > 1e-12


def test_every_product_of_the_discrete_figure_is_there_in_order() -> None:
    for t, terms, _, _ in printed("discrete"):
        taus = [tau for tau in range(-5, 30) if oracles.h(tau) * oracles.x(t - tau)]
        pairs = factors(terms)
        assert len(pairs) == len(taus), t
        for tau, (one, other) in zip(taus, pairs, strict=True):
            assert float(one) == pytest.approx(oracles.h(tau), abs=5e-4)
            assert float(other) == oracles.x(t - tau)


@pytest.mark.parametrize("name", ["multichannel", "unflipped"])
def test_every_channel_is_there_in_order(name: str) -> None:
    for t, terms, _, _ in printed(name):
        parts = factors(terms)
        assert [float(part) for (part,) in parts] == pytest.approx(true(name, t), abs=5.1e-4)


def test_without_an_overlap_the_sum_is_zero() -> None:
    first = [line for line in printed("discrete") if line[0] <= 0]
    assert [(terms, total) for _, terms, _, total in first] == [("", "0")] * 2


@pytest.mark.parametrize(("name", "letters"), [("discrete", "hx"), ("multichannel", "xk")])
def test_every_number_has_the_colour_of_what_it_is_of(name: str, letters: str) -> None:
    film = film_of(name)
    frame = film.timeline.at(4)
    words = row(film, frame) if name == "discrete" else column(film, frame)
    theme = film.theme
    numbers = [word for word in words if re.fullmatch(r"\(?−?\d[\d.]*\)?", word.get_text().strip())]
    colors = [to_hex(word.get_color()) for word in numbers]
    own = [theme.color(letter) for letter in letters]
    count = 4 if name == "discrete" else 1
    assert colors == own * count + [theme.y]


def test_words_follow_each_other() -> None:
    film, starts = film_of("discrete"), set()
    for t in range(-1, 7):
        boxes = [word.get_window_extent() for word in row(film, film.timeline.at(t))]
        assert boxes[0].x0 == pytest.approx(54, abs=1)
        starts.add(round(boxes[2].x0))
        for one, following in pairwise(boxes[2:]):
            assert one.x1 == pytest.approx(following.x0, abs=1)
    assert len(starts) == 1, "the terms begin where they did before"


def written(terms: list[Term]) -> str:
    return "".join(wording for wording, _ in words_of(terms))


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
    assert words_of([minus]) == [(MINUS, "negative"), ("5", "x")]
    assert words_of([minus, minus])[2] == (f"  {MINUS}  ", "negative")


def test_a_shorter_sum_leaves_nothing_of_a_longer_one() -> None:
    figure = Figure(figsize=(9.6, 1), dpi=100)
    line = SumLine(Stage(figure, LIGHT, Timeline((), 25), (0, 0, 960, 100), (0, 1), []))

    def seen() -> str:
        return "".join(text.get_text() for text in figure.findobj(Text) if text.get_visible())

    line.show([("y = ", "y")], [Term([(n, "h"), (n, "x")]) for n in "123"], ("14", "y"))
    assert seen() == "y = 1 · 1  +  2 · 2  +  3 · 3  =  14"
    line.show([("y = ", "y")], [], ("0", "y"))
    assert seen() == "y = 0"
    line.write([])
    assert seen() == ""
